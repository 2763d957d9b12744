# What people type. Each target first sets up what it needs, once: an environment in .venv/, from
# the hashed lock files. `make` alone lists the targets.

VENV ?= .venv
# Where `make serve` answers: make serve ADDR=0.0.0.0 PORT=9000
ADDR ?= 127.0.0.1
PORT ?= 8000
# More options for pytest: make test TESTS="tests/merge -x". Not taken from the environment (:=),
# where a variable of this name would leave tests out unnoticed.
TESTS :=
# How findings are told, and whether warnings fail: make check FORMAT=sarif STRICT=yes
FORMAT :=
STRICT :=
# Build a site in spite of warnings: make build LENIENT=yes
LENIENT :=
# A build in parts: make shard STEP=all SHARDS=4, or one step of it: make shard STEP=find SHARD=1
# SHARDS=4. The numbers may come from the environment, where the matrix of CI puts them.
STEP := all
SHARD ?=
SHARDS ?=
# Tiny sizes, to see that the benchmark works: make bench QUICK=yes
QUICK :=
# Some parts of the benchmark: make bench PART="cold saves"
PART :=
# What changes are counted from, and whether the page of a run of CI shows them:
# make changes BASE=main
BASE :=
SUMMARY :=
# How many small changes the tests are tried with, which, and where:
# make mutate MUTANTS=20 SEED=1 WHERE=build_scripts/merge
MUTANTS :=
SEED :=
WHERE :=
UV ?= uv

BIN := $(VENV)/bin
# Twice quiet: errors only.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
# Stamps: an environment is made again when what it is made from is newer.
FOR_RUNNING := $(VENV)/.installed-for-running
FOR_DEVELOPING := $(VENV)/.installed-for-developing
FROM_NPM := tests/node/node_modules/.installed
JUDGES_FROM_NPM := benchmarks/node/node_modules/.installed

# Material prints a long notice about MkDocs 2, which pyproject.toml rules out.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## list these targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: serve
serve: $(FOR_RUNNING) ## write the site and serve it, with live reload (ADDR=, PORT=)
	$(BIN)/python -m build_scripts.mkdocs_plugin.run_mkdocs serve --dev-addr $(ADDR):$(PORT)

.PHONY: build
build: $(FOR_RUNNING) ## build the site into site/ and compare every letter with the sources
	$(BIN)/python -m build_scripts.mkdocs_plugin.run_mkdocs build$(if $(LENIENT),, --strict)
	$(BIN)/readings verify --site site

.PHONY: shard
shard: $(FOR_RUNNING) ## the same in parts, or one step of it (STEP=, SHARD=, SHARDS=)
	$(BIN)/readings shard $(STEP) $(if $(filter find render,$(STEP)),$(SHARD)/$(SHARDS),--parts \
		$(SHARDS))$(if $(filter join render all,$(STEP)),$(if $(LENIENT),, --strict))
	$(if $(filter assemble all,$(STEP)),$(BIN)/readings verify --site site)

.PHONY: offline
offline: $(FOR_RUNNING) ## build the site for reading from a folder, and a zip file of it, into dist/
	OFFLINE=true $(BIN)/python -m build_scripts.mkdocs_plugin.run_mkdocs build --strict
	$(BIN)/readings archive

.PHONY: check
check: $(FOR_RUNNING) ## read sources and annotations, and say all that is wrong (FORMAT=, STRICT=, BASE=)
	$(BIN)/readings check$(if $(FORMAT), --format $(FORMAT))$(if $(STRICT), --strict)$(if $(BASE), \
		--base $(BASE))

# A host shows no more than a mebibyte of each step.
.PHONY: changes
changes: $(FOR_RUNNING) ## say what differs in texts and annotations from the main branch (BASE=)
	@$(BIN)/readings changes$(if $(BASE), --base $(BASE))$(if $(SUMMARY), --limit 1000000 \
		>> "$${GITHUB_STEP_SUMMARY:?is not set}")

# One process a processor, but no more than a machine has memory for: each has a browser. Whichever
# is done first takes tests over from the others. A part of the tests (TESTS=) is run in one
# process, where -x stops at once, -s prints, and --pdb asks.
ALL_TESTS := -n auto --maxprocesses 4 --dist worksteal -p tests.browser.required

.PHONY: test
test: $(FOR_DEVELOPING) $(FROM_NPM) ## run all tests, those in a browser too (TESTS=)
	$(BIN)/python -m tests.browser.chromium --install
	$(BIN)/python -m tests.browser.engines.installing
	$(BIN)/python -m pytest $(if $(TESTS),$(TESTS),$(ALL_TESTS))

.PHONY: test-long
test-long: export READINGS_TEST_PROFILE := long
test-long: test ## the same with many more random cases

.PHONY: mutate
mutate: $(FOR_DEVELOPING) ## change the code, and say what no test notices (MUTANTS=, SEED=, WHERE=)
	$(BIN)/python -m tests.mutation$(if $(MUTANTS), --mutants $(MUTANTS))$(if \
		$(SEED), --seed $(SEED))$(if $(WHERE), --where $(WHERE))

.PHONY: lint
lint: $(FOR_DEVELOPING) $(FROM_NPM) ## style (ruff), types (mypy), workflows, first lines of commits
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/python -m tests.node_tools run lint-workflows.mjs .github/workflows/*.yml
	$(BIN)/zizmor --offline --pedantic --no-ignores --strict-collection --quiet .github
	$(BIN)/python -m tests.commit_subjects

.PHONY: picture
picture: $(FOR_DEVELOPING) ## draw the picture of the architecture from the imports
	$(BIN)/python -m tests.architecture_picture

.PHONY: bench
bench: $(FOR_DEVELOPING) ## measure builds, saves, pages and proposals (PART=, QUICK=)
	$(BIN)/python -m tests.browser.chromium --install
	$(BIN)/python benchmarks/run.py$(if $(PART), --part $(PART))$(if $(QUICK), --quick)

.PHONY: judge
judge: $(FOR_DEVELOPING) $(JUDGES_FROM_NPM) ## links, Lighthouse and first loads of the built site
	$(BIN)/python -m tests.browser.chromium --install
	$(BIN)/python -m benchmarks.judge

# The one target that needs uv (pip install uv): pip cannot lock for other systems than its own.
# Versions stay where they still fit; make lock UPGRADE=--upgrade takes the newest.
UPGRADE ?=
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --custom-compile-command "make lock" $(UPGRADE) pyproject.toml --group build
.PHONY: lock
lock: ## renew the lock files from pyproject.toml (needs uv; UPGRADE=--upgrade)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --constraints requirements.lock --output-file requirements-dev.lock

.PHONY: clean
clean: ## remove what was built, and caches (.venv/ stays)
	rm -rf site dist examples/*/site examples/*/dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf docs/annotations docs/assets/readings docs/bibliography docs/collections docs/comparisons
	rm -rf docs/cross-references docs/glossary docs/map docs/overview docs/people docs/readings docs/timeline
	find build_scripts tests -name __pycache__ -prune -exec rm -rf {} +

# The first Python that is new enough, whatever it is called here.
PYTHON = $$(for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$python; break; fi; done)

$(BIN)/python:
	@python="$(PYTHON)"; \
	if [ -z "$$python" ]; then \
		echo "Python 3.11 or newer is needed and was not found" >&2; exit 1; fi; \
	echo "making the environment $(VENV) with $$python"; \
	$$python -m venv $(VENV) || { \
		echo "python3 could not make an environment (on Debian: apt install python3-venv)" >&2; \
		exit 1; }

$(FOR_RUNNING): requirements.lock pyproject.toml | $(BIN)/python
	@echo "installing what the site is made with, in $(VENV)"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(FOR_DEVELOPING): requirements-dev.lock $(FOR_RUNNING)
	@echo "installing what the tests are run with, in $(VENV)"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

# Node itself comes with the environment, from PyPI; what is installed here suits any of them.
$(FROM_NPM): tests/node/package.json tests/node/package-lock.json tests/node/.npmrc \
		| $(FOR_DEVELOPING)
	@echo "installing what the tests take from npm, in tests/node/node_modules"
	@$(BIN)/python -m tests.node_tools install
	@touch $@

$(JUDGES_FROM_NPM): benchmarks/node/package.json benchmarks/node/package-lock.json \
		benchmarks/node/.npmrc | $(FOR_DEVELOPING)
	@echo "installing what judges the built site, in benchmarks/node/node_modules"
	@$(BIN)/python -m tests.node_tools install benchmarks/node
	@touch $@
