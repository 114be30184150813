# What people do with this repository. `make help` lists it.
# Needed: Python 3.11, make and a package index. Everything is installed into this folder.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
UV := $(BIN)/uv
DEMO ?= 1
HOST ?= 127.0.0.1
PORT ?= 8000

# Compiled modules are kept, whatever the shell says: starting again takes half the time.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run test check fix bench docs assets screenshots clean

help: ## what can be done here
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */\1\t/' | awk -F '\t' '{printf "  make %-12s %s\n", $$1, $$2}'

run: .venv/ready-to-run ## install, prepare and start it with demo data (DEMO=0: empty, asks for the first administrator)
ifeq ($(DEMO),0)
	@SECOND_QUESTION_HOME="$${SECOND_QUESTION_HOME:-var/live}" $(BIN)/second-question run --host $(HOST) --port $(PORT)
else
	@$(BIN)/second-question run --demo --host $(HOST) --port $(PORT)
endif

test: .venv/ready-to-test check ## every check and every test, on each database that is there
	$(BIN)/python scripts/run_tests.py

check: .venv/ready-to-test ## format, lint, types, layers and docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m second_question_web.manage makemigrations --check --dry-run
	$(BIN)/python scripts/build_docs.py --check

fix: .venv/ready-to-test ## put format and imports right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/ready-to-bench ## measure speed and memory, each figure beside its limit
	$(BIN)/python bench/run.py

docs: .venv/ready-to-test ## write the handbook pages from the rules and roles
	$(BIN)/python scripts/build_docs.py

assets: ## rebuild style sheet and scripts from npm packages (needs Node)
	npm ci --no-audit --no-fund
	npm run build

screenshots: .venv/ready-to-test ## take the pictures of the README and the user guide (needs Chromium)
	$(BIN)/python scripts/take_screenshots.py

clean: ## remove what was installed and built here; keeps var/, where an installation lives
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The installer is fetched when something is to be installed. What only runs needs it no more: it goes again (48 MB).
define installer
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11) and "Python 3.11 or 3.12 is needed; set PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(UV) || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.8
endef

.venv/ready-to-run: pyproject.toml uv.lock
	@echo "Installing into .venv …"
	$(installer)
	@$(UV) sync --quiet --frozen --inexact
	@$(BIN)/python -m pip uninstall --quiet --yes uv setuptools
	@touch $@

.venv/ready-to-test: pyproject.toml uv.lock
	$(installer)
	@$(UV) sync --quiet --frozen --inexact --group dev --extra postgresql --extra notify --extra meaning
	@touch $@

.venv/ready-to-bench: pyproject.toml uv.lock
	$(installer)
	@$(UV) sync --quiet --frozen --inexact --group dev --group bench --extra postgresql --extra notify --extra meaning
	@touch $@
