# The four things people do here. Each sets up what it needs first; none needs another step before it.
#
#   make demo    start a newsroom with example articles in six languages, and say where to look
#   make test    linters' contracts and the whole test suite
#   make lint    ruff, mypy, import-linter
#   make bench   the measurements of the README, again (writes benchmarks/results)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_TRAIN := $(VENV)/.ready-train

.PHONY: demo test lint bench messages setup setup-train pins clean

demo: setup
	$(BIN)/selaras-site demo

# Once on SQLite, all of it; then the site again on PostgreSQL, where that is installed.
test: lint
	$(BIN)/python -m pytest -n auto --dist loadfile
	$(BIN)/python tests/site/on_postgres.py -q -n auto --dist loadfile

lint: setup-train
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup-train
	$(BIN)/python -m pip install --quiet --requirement requirements/bench.in
	$(BIN)/python -m benchmarks

setup: $(READY)

# The trainer's tests need torch, which has no hashes here: its builds differ by machine.
setup-train: $(READY_TRAIN)

$(READY_TRAIN): $(READY) requirements/train.in
	$(BIN)/python -m pip install --quiet --requirement requirements/train.in
	touch $@

# The virtual environment is made again when a pin changes.
$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Selaras needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	touch $@

# Bring the site's catalogues up to its source, and compile them: Babel does it all.
messages: setup
	$(BIN)/python tests/site/catalogues.py

# Write requirements/dev.txt again from the *.in files, and of it what a site needs.
pins: setup
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--output-file requirements/dev.txt requirements/dev.in
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--constraint requirements/dev.txt \
		--output-file requirements/site.txt requirements/core.in requirements/site.in

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
