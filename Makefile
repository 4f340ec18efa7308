# What CI runs, under the same names. On a machine with Python 3.11 to 3.13 and nothing else, `make demo` is enough:
# every target sets up .venv first if it has to. Nothing is downloaded after setup.

UV_VERSION := 0.13.9
BIN := .venv/bin
STAMP := .venv/.dragoman-setup
SHARED ?= ../shared
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never

.PHONY: setup demo test lint gate bench speed fit docs clean

setup: $(STAMP)

# Compiles the gazetteer here, so that the first run does not have to; SETUP_PLACES=true leaves it to that run.
SETUP_PLACES ?= $(BIN)/dragoman places build

# The first of these that runs and is new enough; a shim may exist without a Python behind it, so each is tried.
$(STAMP): pyproject.toml uv.lock Makefile
	@test -x $(BIN)/python || for python in python3.11 python3.12 python3.13 python3; do \
	  if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then \
	    echo "$$python -m venv .venv"; $$python -m venv .venv && break || rm -rf .venv; \
	  fi; \
	done
	@test -x $(BIN)/python || { echo "make setup: no Python 3.11, 3.12 or 3.13 with venv; on Debian: apt install python3 python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(BIN)/uv sync --frozen --quiet
	@$(SETUP_PLACES)
	@touch $@

demo: setup
	@$(BIN)/dragoman demo

test: setup
	$(BIN)/pytest -n 2

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Quality floors on gold data that stands beside the checkout and may not be published with it.
gate: setup
	@$(BIN)/python bench/gate.py --shared $(SHARED) $(ARGS)

bench: setup
	$(BIN)/python $(SHARED)/bench/bench.py --coder "$(BIN)/dragoman code" $(ARGS)

# Seconds per step on the bundled reports, and what the rooms of times and places cost beside the parser.
speed: setup
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python bench/speed.py $(ARGS)

# Weights of the coder's linear models (docs/deciding.md), compared on real reports where these stand beside the checkout.
fit: setup
	@mkdir -p .fit && $(BIN)/dragoman corpus build --split train --output .fit/train.jsonl 2>/dev/null
	$(BIN)/python bench/fit.py .fit/train.jsonl --write src/dragoman/coding/weights.yml \
	  $(if $(wildcard $(SHARED)/bench/data/articles),--real $(SHARED)/bench/data/articles)

docs: setup
	$(BIN)/uv sync --frozen --quiet --inexact --group docs
	$(BIN)/mkdocs build --strict

clean:
	rm -rf .venv .fit site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
