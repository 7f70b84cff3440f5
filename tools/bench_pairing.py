"""Measures the pairing of facilitators: seconds to a proven optimum, beside a plan made without looking ahead.

`python -m tools.bench_pairing [--requests N] [--pool N]`; with room for all, and with too little room.
"""

import argparse
import sys
import time
from dataclasses import replace

from kith.engines.pairing import Facilitator, Plan, Request, propose
from kith.engines.pairing.pool import Together
from kith.engines.pairing.tests.brute import Measured, measured
from kith.engines.pairing.tests.pools import greedy, made, priced

SEEDS = (1, 2, 3)
Made = tuple[list[Request], list[Facilitator], dict[Together, int]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--pool", type=int, default=150)
    asked = parser.parse_args()
    propose(*made(0, 2, 4)[:2])  # loading the solver is not pairing
    print(f"{asked.requests} requests, {asked.pool} facilitators; less is better in every column but the seconds.")
    print(f"{'':<32}{'seconds':>8}{'no pair':>9}{'nobody':>8}{'one agency':>12}{'points':>9}{'bound':>8}")
    for seed in SEEDS:
        county = made(seed, asked.requests, asked.pool)
        print_both(f"county {seed}, little room", county)
        print_both(f"county {seed}, room for all", with_room(county))
    return 0


def with_room(county: Made) -> Made:
    requests, pool, together = county
    return requests, [replace(one, room=one.room + 2) for one in pool], together


def print_both(name: str, county: Made) -> None:
    requests, pool, together = county
    began = time.perf_counter()
    plan = propose(requests, pool, together=together)
    seconds = time.perf_counter() - began
    proof = f"{plan.bound:>8}  {'proven' if plan.is_proven else 'NOT PROVEN'}"
    print(f"{name:<32}{seconds:>8.2f}{_figures(_of(plan))}{proof}", flush=True)
    prices = priced(requests, pool, together)
    began = time.perf_counter()
    taken = greedy(prices)
    seconds = time.perf_counter() - began
    print(f"{'  one request after the other':<32}{seconds:>8.2f}{_figures(measured(prices, taken))}", flush=True)


def _of(plan: Plan) -> Measured:
    return plan.without_pair, plan.without_anybody, plan.one_agency, plan.points


def _figures(found: Measured) -> str:
    no_pair, nobody, one_agency, points = found
    return f"{no_pair:>9}{nobody:>8}{one_agency:>12}{points:>9}"


if __name__ == "__main__":
    sys.exit(main())
