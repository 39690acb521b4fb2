#!/usr/bin/env bash
# Chromium for the browser tests: Debian's own, driven by Playwright. Without root and without Chromium the tests say that they were skipped.
set -euo pipefail
bin=$1
if ! command -v chromium >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    else
        echo "Chromium is not installed and may not be installed here: the browser tests will be skipped." >&2
    fi
fi
"$bin/pip" install --quiet --disable-pip-version-check --require-hashes -r requirements/browser.txt
