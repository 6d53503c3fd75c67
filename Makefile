# Every target makes its own .venv first; the only things needed are make and a Python >= 3.11.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help demo test check lint types imports coverage soak bench bench-store bench-exposure train clean

help:
	@echo "make demo   the whole chain on bundled stories"
	@echo "make check  lint, types, import contracts, tests"
	@echo "make test   the tests alone"
	@echo "make soak   the long versions of the tests that kill, cut and crowd the stores"
	@echo "make bench  extraction speed beside bare spaCy; bench-store: the stores beside bare ones;"
	@echo "            bench-exposure: questions on graphs of up to ten million edges"
	@echo "make train  train the learned reader on training/passages (needs torch: some 5 GB)"
	@echo "make clean  remove what was built (.venv too)"

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else "knockon needs Python 3.11 or newer and $(PYTHON) is %d.%d; name a newer one: make PYTHON=python3.12" % v[:2])'
	@echo "setting up $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(STAMP)
	@$(BIN)/kg demo --store demo-out/demo.db --out demo-out

test: $(STAMP)
	@$(BIN)/python -m pytest -q

check: lint types imports test

lint: $(STAMP)
	@$(BIN)/ruff check .

types: $(STAMP)
	@$(BIN)/mypy

imports: $(STAMP)
	@$(BIN)/lint-imports

coverage: $(STAMP)
	@$(BIN)/python -m pytest -q --cov --cov-report=term-missing:skip-covered

soak: $(STAMP)
	@$(BIN)/python -m tests.soak $(ARGS)

bench: $(STAMP)
	@$(BIN)/python -m benchmarks.extraction $(TEXT)

bench-store: $(STAMP)
	@$(BIN)/python -m benchmarks.store $(ARGS)

bench-exposure: $(STAMP)
	@$(BIN)/python -m benchmarks.exposure $(ARGS)

train: $(STAMP)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[train]'
	@$(BIN)/python -m training.train --out build/reader $(ARGS)
	@$(BIN)/python -m training.export --from build/reader --out build/reader
	@echo "read with it: KG_READER=build/reader"

clean:
	rm -rf $(VENV) build dist demo-out .coverage .mypy_cache .ruff_cache .pytest_cache \
	    .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
