# Two commands do everything: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
DEMO_HOME ?= $(CURDIR)/.demo
HOST ?= 127.0.0.1
PORT ?= 8000

.PHONY: install demo test bench lock screenshots clean

install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Pobratim needs Python 3.11 or newer; say which with: make PYTHON=/path/to/python3.12"; exit 1; }
	@echo "Installing into .venv …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: install
	@POBRATIM_HOME="$(DEMO_HOME)" $(BIN)/pobratim add samples/documents
	@POBRATIM_HOME="$(DEMO_HOME)" $(BIN)/pobratim serve --host $(HOST) --port $(PORT)

test: install
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

bench: install
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]'
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.sieve
	$(BIN)/python -m benchmarks.quality
	$(BIN)/python -m benchmarks.clusters
	$(BIN)/python -m benchmarks.register
	$(BIN)/python -m benchmarks.desk

# Writes constraints.txt anew from what a fresh environment gets.
lock:
	@rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev,bench]'
	@.venv-lock/bin/python -m pip freeze --exclude-editable | grep -v '^pobratim' > constraints.txt
	@rm -rf .venv-lock

screenshots: install
	$(BIN)/python -m docs.screens

clean:
	rm -rf .venv .demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
