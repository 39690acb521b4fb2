#!/usr/bin/env bash
# postgres.sh COMMAND...: runs COMMAND with a PostgreSQL server of its own, in a temporary folder, reached through a socket there and named by
# SAYSO_POSTGRES. As root it installs Debian's postgresql where that is missing and runs the server as an ordinary user. Where no server can
# be had, COMMAND runs without, and the tests that need one say that they were skipped.
set -euo pipefail
find_bin() { for d in /usr/lib/postgresql/*/bin; do [ -x "$d/initdb" ] && echo "$d"; done | tail -1; }
bin=$(find_bin)
if [ -z "$bin" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null; } || true
    bin=$(find_bin)
fi
if [ -z "$bin" ]; then
    echo "There is no PostgreSQL server here and none may be installed: the tests that need one will be skipped." >&2
    exec "$@"
fi
dir=$(mktemp -d /tmp/sayso-postgres.XXXXXX)
as=()
if [ "$(id -u)" = 0 ]; then
    as=(runuser -u postgres --)
    chown postgres "$dir"
fi
chmod 700 "$dir"
stop() { "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$dir"; }
trap stop EXIT
cd "$dir" # the server's user may not be let into the folder that we come from
"${as[@]}" "$bin/initdb" -D "$dir/data" -U sayso -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" -o "-k $dir -c listen_addresses='' -c max_connections=60 -c fsync=${SAYSO_POSTGRES_FSYNC:-off}" start >/dev/null
[ "$(id -u)" = 0 ] && chmod 755 "$dir"
cd "$OLDPWD"
SAYSO_POSTGRES="postgresql://sayso@/postgres?host=$dir" "$@"
