"""Runs what a change must pass, one heading per step, and says at the end what passed and how long it took.

Every step runs, also after one has failed, so that one run shows everything there is to mend.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.limit_of_tests import OPTION
from tools.postgres_for_tests import DATABASE_VARIABLE, CannotStartPostgres, throwaway_postgres
from tools.processes import ordinary_environment
from tools.set_up import WARM
from tools.system_parts import postgres_binaries, provide_system_parts

HOUSE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
WORKERS = 2
MOST_HOURS, MOST_HOURS_IF_LONG = 2, 6  # of a step: several times what it takes
MOST_SECONDS_OF_A_LONG_TEST = 5_400  # what the gate allows stands in limit_of_tests.py
LINTERS = (  # the first takes longest, and one processor
    ("Types (mypy)", "mypy", "--no-error-summary", "src/kith", "tools"),
    ("Style (ruff check)", "ruff", "check", "--quiet", "--output-format=concise", "."),
    ("Layout of code (ruff format)", "ruff", "format", "--check", "--output-format=concise", "."),
    ("Architecture (import-linter)", "lint-imports", "--no-logo"),
)
# Beforehand, or every process that draws would compile it by itself; once on each machine.
COMPILING = ("The search for good drawings, compiled", "python", "-c", WARM)


@dataclass(frozen=True)
class Outcome:
    """One finished step."""

    name: str
    passed: bool
    seconds: float
    note: str = ""


def main() -> int:
    began = time.monotonic()
    is_long, with_tests = "--long" in sys.argv, "--linters-only" not in sys.argv
    with ThreadPoolExecutor(WORKERS) as pool:
        types, *others = [pool.submit(_listen, step) for step in (*LINTERS, *[COMPILING] * with_tests)]
        outcomes = [_said(*step.result()) for step in others]
        if with_tests:
            outcomes += run_all_tests(is_long=is_long)
        outcomes.append(_said(*types.result()))
    return sum_up(outcomes, seconds=time.monotonic() - began)


def run_all_tests(*, is_long: bool) -> Iterator[Outcome]:
    provide_system_parts()
    yield run_tests("Tests on SQLite", is_long=is_long)
    yield run_tests_on_postgres(is_long=is_long)
    if is_long:
        yield run_step("Faults planted in the policy", "python", "-m", "tools.plant_faults", most=MOST_HOURS_IF_LONG)


def _listen(step: tuple[str, ...]) -> tuple[Outcome, str]:
    name, command, *arguments = step
    began = time.monotonic()
    answer = subprocess.run(
        [BIN / command, *arguments],
        cwd=HOUSE,
        env=ordinary_environment(),
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return Outcome(name, passed=answer.returncode == 0, seconds=time.monotonic() - began), answer.stdout


def _said(outcome: Outcome, words: str) -> Outcome:
    print(f"\n== {outcome.name}\n{words}", end="", flush=True)
    return outcome


def run_tests(name: str, *arguments: str, is_long: bool, environment: dict[str, str] | None = None) -> Outcome:
    which = ["-m", "long or not long", "--hypothesis-profile=long"] if is_long else []
    which += ["-o", f"{OPTION}={MOST_SECONDS_OF_A_LONG_TEST}"] if is_long else []
    most = MOST_HOURS_IF_LONG if is_long else MOST_HOURS
    shared = [f"--numprocesses={WORKERS}", "--dist=worksteal"]  # whoever has finished takes over from the other
    return run_step(name, "pytest", *shared, "-q", *which, *arguments, environment=environment, most=most)


def run_tests_on_postgres(*, is_long: bool) -> Outcome:
    """Only tests that use the database: the others gave their answer on the first run."""
    name = "Tests of the database on PostgreSQL"
    if postgres_binaries() is None:
        must_run = os.environ.get("CI") == "true"
        return Outcome(name, passed=not must_run, seconds=0, note="not run: PostgreSQL is not installed")
    try:
        with throwaway_postgres() as address:
            return run_tests(name, "--database-tests-only", is_long=is_long, environment={DATABASE_VARIABLE: address})
    except CannotStartPostgres as problem:
        return Outcome(name, passed=False, seconds=0, note=str(problem))


def run_step(name: str, command: str, *arguments: str, most: int, environment: dict[str, str] | None = None) -> Outcome:
    print(f"\n== {name}", flush=True)
    began, note = time.monotonic(), ""
    try:
        answer = subprocess.run(
            [BIN / command, *arguments],
            cwd=HOUSE,
            env=ordinary_environment() | (environment or {}),
            check=False,
            timeout=most * 3_600,
        )
        passed = answer.returncode == 0
    except subprocess.TimeoutExpired:
        passed, note = False, f"not finished after {most} h"
    return Outcome(name, passed=passed, seconds=time.monotonic() - began, note=note)


def sum_up(outcomes: list[Outcome], *, seconds: float) -> int:
    print("\n== Summary")
    for outcome in outcomes:
        verdict = "passed" if outcome.passed else "FAILED"
        print(f"  {verdict}  {outcome.seconds:6.1f} s  {outcome.name}{': ' if outcome.note else ''}{outcome.note}")
    has_passed = all(outcome.passed for outcome in outcomes)
    print(f"{'All passed' if has_passed else 'Not passed'}, in {seconds:.0f} s.", flush=True)
    return 0 if has_passed else 1


if __name__ == "__main__":
    sys.exit(main())
