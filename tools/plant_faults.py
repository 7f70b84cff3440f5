"""Plants faults in copies of the access policy, one at a time, and tells which of them the policy's own tests catch.

Every fault is data (`tests/trust/access/planted_faults.toml`): a file, what stands there, and what is put instead. A
fault that survives, and one whose words no longer stand in the source, make this fail. Words after the command choose
the faults whose names hold them.

Which test caught a fault the last time is noted (`caught_by.toml`), and asked first: that saves most of the time, and
where it catches nothing any more, all others are asked as before. `--note` writes these notes anew.
"""

import itertools
import json
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.processes import ordinary_environment

HOUSE = Path(__file__).resolve().parent.parent
FAULTS = HOUSE / "tests" / "trust" / "access" / "planted_faults.toml"
CAUGHT_BY = FAULTS.with_name("caught_by.toml")
POLICY = Path("src/kith/apps/access")
COPIED = ("src", "tests", "tools", "conftest.py", "pyproject.toml")
AT_ONCE = 2
SECONDS = 1_800  # far more than the tests ever need
TESTS = Path("tests/trust/access")
QUICK = (
    "test_rules_by_example.py",
    "test_cut_and_rules.py",
    "test_boundaries.py",
    "test_decisions.py",
    "test_one_answer.py",
    "test_lapsed_lists.py",
)
LAST = ("test_decision_matrix.py", "test_three_answers.py")  # only what survives the others meets these
MOST_LIKELY = {
    "moments.py": "test_boundaries.py",
    "cutting.py": "test_cut_and_rules.py",
    "queries/all_work.py": "test_boundaries.py",
    "seal_readers.py": "test_lapsed_lists.py",
}
ALL_PASSED, SOME_FAILED, NOT_FOUND = 0, 1, 4  # as pytest says it
NEVER_ENDED = -1
FAILED = re.compile(r"^FAILED (?P<test>\S+?::.+?)(?: - .*)?$", re.MULTILINE)
HEAD_OF_NOTES = (
    "# Which test caught each fault the last time: it is asked first. `make mutants NOTE=1` writes this anew.\n\n"
)


class CannotPlant(Exception):
    """The faults could not be tried; the text says why."""


@dataclass(frozen=True)
class Fault:
    """One change to one file of the policy."""

    name: str
    file: str
    old: str
    new: str

    def planted_in(self, text: str) -> str:
        if (found := text.count(self.old)) != 1:
            raise CannotPlant(f"“{self.name}”: what it changes stands {found} times in {self.file}; mend the fault.")
        return text.replace(self.old, self.new)


@dataclass(frozen=True)
class Verdict:
    """What became of one fault."""

    fault: Fault
    is_caught: bool
    seconds: float
    by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Run:
    """How a run of tests ended, and the first test that failed."""

    answer: int
    failed: str = ""


def planned_faults() -> list[Fault]:
    faults = [Fault(**entry) for entry in tomllib.loads(FAULTS.read_text(encoding="utf-8"))["fault"]]
    for fault in faults:
        compile(fault.planted_in((HOUSE / POLICY / fault.file).read_text(encoding="utf-8")), fault.file, "exec")
    return faults


def noted() -> dict[str, str]:
    """The test that caught each fault, by the fault's name."""
    return tomllib.loads(CAUGHT_BY.read_text(encoding="utf-8")) if CAUGHT_BY.exists() else {}


def note(verdicts: Sequence[Verdict]) -> None:
    """What was not tried this time keeps its note; what is planted no more loses it."""
    known = noted() | {verdict.fault.name: verdict.by for verdict in verdicts if verdict.by}
    lines = [f"{json.dumps(f.name)} = {json.dumps(known[f.name])}\n" for f in planned_faults() if f.name in known]
    CAUGHT_BY.write_text(HEAD_OF_NOTES + "".join(lines), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    began, words = time.monotonic(), [word for word in arguments if word != "--note"]
    try:
        chosen = [fault for fault in planned_faults() if not words or any(word in fault.name for word in words)]
        with copies(AT_ONCE) as places:
            require_passing(places)
            verdicts = list(try_all(chosen, places))
    except CannotPlant as problem:
        print(f"Cannot plant faults. {problem}", file=sys.stderr)
        return 1
    if "--note" in arguments:
        note(verdicts)
    return sum_up(verdicts, seconds=time.monotonic() - began)


@contextmanager
def copies(number: int) -> Iterator[list[Path]]:
    """Copies of the tree, so that nobody ever runs or commits a planted fault."""
    with tempfile.TemporaryDirectory(prefix="kith-faults-") as home:
        places = [Path(home) / str(n) for n in range(number)]
        for place in places:
            for name in COPIED:
                copy = shutil.copytree if (HOUSE / name).is_dir() else shutil.copy2
                place.mkdir(exist_ok=True)
                copy(HOUSE / name, place / name)
        yield places


def require_passing(places: Sequence[Path]) -> None:
    """A test that fails without any fault would seem to catch them all."""
    if run_tests(places[0], QUICK).answer != ALL_PASSED:
        raise CannotPlant("The policy's tests fail as they are; make them pass first.")


def try_all(faults: Sequence[Fault], places: Sequence[Path]) -> Iterator[Verdict]:
    notes, free = noted(), queue.Queue[Path]()
    for place in places:
        free.put(place)

    def try_in_turn(fault: Fault) -> Verdict:
        place = free.get()
        try:
            return try_one(fault, place, notes.get(fault.name, ""))
        finally:
            free.put(place)

    with ThreadPoolExecutor(len(places)) as pool:
        for number, verdict in enumerate(pool.map(try_in_turn, faults), start=1):
            print(f"{number:4}/{len(faults)}  {said(verdict)}", flush=True)
            yield verdict


def try_one(fault: Fault, place: Path, by: str) -> Verdict:
    began = time.monotonic()
    path = place / POLICY / fault.file
    sound = path.read_text(encoding="utf-8")
    write(path, fault.planted_in(sound))
    try:
        run = first_to_fail(place, [[by] if by else [], in_best_order(fault), LAST])
    finally:
        write(path, sound)
    note = "" if run.answer in (ALL_PASSED, SOME_FAILED) else "the tests did not run to an end"
    return Verdict(fault, run.answer == SOME_FAILED, time.monotonic() - began, run.failed, note)


def first_to_fail(place: Path, in_turn: Sequence[Sequence[str]]) -> Run:
    """The first run that is not passed, or the last of all; a noted test may have got another name since."""
    for names in filter(None, in_turn):
        run = run_tests(place, names)
        if run.answer not in (ALL_PASSED, NOT_FOUND):
            break
    return run


_moments = itertools.count(int(time.time()) + 10)


def write(path: Path, text: str) -> None:
    """With a time of its own: compiled files are kept by a file's time in seconds and its size."""
    path.write_text(text, encoding="utf-8")
    moment = next(_moments)
    os.utime(path, (moment, moment))


def in_best_order(fault: Fault) -> list[str]:
    first = MOST_LIKELY.get(fault.file)
    return sorted(QUICK, key=lambda name: name != first)


def run_tests(place: Path, names: Sequence[str]) -> Run:
    """With the same worlds each time, and without shrinking: that it fails is enough."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "--no-migrations", "-p", "no:cacheprovider"]
    command += ["--hypothesis-seed=1", "--tb=no", "-rf", *[str(TESTS / name) for name in names]]
    environment = ordinary_environment() | {"PYTHONPATH": str(place / "src")}
    try:
        run = subprocess.run(
            command, cwd=place, env=environment, timeout=SECONDS, check=False, capture_output=True, text=True
        )
    except subprocess.TimeoutExpired:
        return Run(NEVER_ENDED)
    failed = FAILED.search(run.stdout)
    return Run(run.returncode, failed["test"].removeprefix(f"{TESTS}/") if failed else "")


def said(verdict: Verdict) -> str:
    word = "caught  " if verdict.is_caught else "SURVIVED"
    note = f" ({verdict.note})" if verdict.note else ""
    return f"{word} {verdict.seconds:6.1f} s  {verdict.fault.file}: {verdict.fault.name}{note}"


def sum_up(verdicts: Sequence[Verdict], *, seconds: float) -> int:
    survivors = [verdict for verdict in verdicts if not verdict.is_caught]
    print(f"\n{len(verdicts) - len(survivors)} caught of {len(verdicts)} planted, in {seconds:.0f} s.")
    for verdict in survivors:
        print(f"  survived: {verdict.fault.file}: {verdict.fault.name}")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
