# Everything a person does with Kith from a terminal. `make` alone lists it.
.DEFAULT_GOAL := help

.PHONY: help bench-access bench-audit bench-town bench-web bench-pictures bench-timeline bench-drawing bench-chronology bench-pairing bench-set-up demo town test check test-long mutants format lock audit clean

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

test-long:  ## `make test` with the long searches, walks and texts, and all faults planted (about 90 minutes)
	@tools/set-up dev
	@.venv/bin/python -m tools.run_checks --long

mutants:  ## Plant each fault in a copy of the access policy: its tests must catch every one; FAULTS="words" for some, NOTE=1
	@tools/set-up dev
	@.venv/bin/python -m tools.plant_faults $(FAULTS) $(if $(NOTE),--note)

bench-town:  ## Measure how long the invented county takes to grow, and its nightly jobs; CHILDREN
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_town $(if $(CHILDREN),--children $(CHILDREN))

bench-drawing:  ## Draw the shared families beside other programs, and measure; FILES, PEERS (or none), GROWTH=1
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_drawing $(FILES) $(if $(PEERS),--peers "$(PEERS)") $(if $(GROWTH),--growth)

bench-chronology:  ## Merge up to 300,000 rows, and measure how well accounts of one event are found; ONLY=speed or scores
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_chronology $(if $(ONLY),--only $(ONLY))

bench-pairing:  ## Propose facilitators for 200 requests from 150, with the proof, beside one request after the other
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_pairing

bench-audit:  ## Measure the audit record on both databases; ROWS=1000000 verifies that many
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_audit $(if $(ROWS),--rows $(ROWS))

bench-access:  ## Measure decisions and lists over 200,000 people, beside the same queries without rules
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_access

bench-web:  ## Measure Today, a child's page and the search with 20 workers, in a large county beside a small one
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_web $(if $(ONLY),--only $(ONLY))

bench-pictures:  ## Measure a picture of 60 of every kind in a browser: first paint, an edit seen and saved, server cost; KINDS
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_pictures $(if $(ONLY),--only $(ONLY)) $(if $(KINDS),--kinds $(KINDS))

bench-timeline:  ## Measure the chronology of a child with 5,000 rows: server time of its page, and panning in a browser
	@tools/set-up dev
	@.venv/bin/python -m tools.bench_timeline $(if $(ONLY),--only $(ONLY))

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
