# Everything a person does with Kith from a terminal. `make` alone lists it.
.DEFAULT_GOAL := help

.PHONY: help bench-town bench-drawing bench-set-up demo town test check test-long format lock audit clean

help:  ## List what make can do
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */\1|/' | awk -F'|' '{ printf "  make %-10s %s\n", $$1, $$2 }'

demo:  ## Set up, fill an empty database with the invented county, and serve it on this computer
	@tools/set-up demo
	@.venv/bin/kith demo

town:  ## Grow the invented county in an empty database, without serving it
	@tools/set-up demo
	@.venv/bin/kith town

test:  ## Everything a change must pass: linters, then the tests on SQLite and on PostgreSQL
	@tools/set-up dev
	@.venv/bin/python -m tools.run_checks

check:  ## The linters only: ruff, import-linter, mypy
	@tools/set-up dev
	@.venv/bin/python -m tools.run_checks --linters-only

test-long:  ## `make test` with the long searches included (up to 80 minutes)
	@tools/set-up dev
	@.venv/bin/python -m tools.run_checks --long

bench-town:  ## Measure how long the invented county takes to grow
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_town

bench-drawing:  ## Draw every shared family file and measure the drawings; FILES="small.json" for some
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_drawing $(FILES)

bench-set-up:  ## Measure `make demo` in a fresh clone with empty caches, and the second time
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_set_up

format:  ## Lay out the code and mend what ruff can mend by itself
	@tools/set-up dev
	@.venv/bin/ruff check --fix --quiet .
	@.venv/bin/ruff format .

lock:  ## Write the three lock files anew; UPGRADE=1 takes newer versions
	@tools/set-up dev
	@.venv/bin/python -m tools.write_locks $(if $(UPGRADE),--upgrade)

audit:  ## Compare the locked packages with the public lists of known holes (needs a network)
	@tools/set-up dev
	@.venv/bin/pip-audit --requirement requirements.lock --disable-pip

clean:  ## Remove the environment and caches; the data in var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results
