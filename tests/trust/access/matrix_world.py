"""The world of the decision matrix: 16 kinds of principal, and one subject for each relation, sensitivity and seal."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import product

from kith.apps.access.vocabulary import sharing_words
from tests.trust.access import worlds as given
from tests.trust.access.worlds import Fact, Question, World

NOW = dt.datetime(2026, 7, 14, 23, 0, tzinfo=dt.UTC)  # midnight in London: the 15th begins
TODAY = Question(NOW).day
YESTERDAY, TOMORROW = TODAY - dt.timedelta(1), TODAY + dt.timedelta(1)
BEFORE, SOON = NOW - dt.timedelta(microseconds=1), NOW + dt.timedelta(microseconds=1)
COUNCIL, SCHOOL, HEALTH = 0, 1, 2

KINDS = tuple(sharing_words("kinds"))
NARROW_TERMS = {"kinds": frozenset(KINDS[::2]), "level": 3, "ceiling": 1}
NARROW_TERMS |= {"roles": frozenset({"practitioner", "manager", "front_door"})}
WIDE_TERMS = {"kinds": frozenset(KINDS[1::2]), "roles": frozenset({"practitioner", "quality_assurer"})}
WIDE_TERMS |= {"level": 2, "ceiling": 3}

PRINCIPALS = {
    "practitioner": given.Worker("practitioner", COUNCIL, clearance=2),
    "manager": given.Worker("manager", COUNCIL, clearance=3),
    "front door worker": given.Worker("front_door", COUNCIL, clearance=3),
    "network adviser": given.Worker("network_adviser", COUNCIL, clearance=2),
    "reviewing officer": given.Worker("reviewing_officer", COUNCIL, clearance=3),
    "quality assurer": given.Worker("quality_assurer", COUNCIL, clearance=3),
    "record officer": given.Worker("record_officer", COUNCIL, clearance=3),
    "analyst": given.Worker("analyst", COUNCIL, clearance=3),
    "data protection lead": given.Worker("data_protection_lead", COUNCIL, clearance=3),
    "administrator": given.Worker("administrator", COUNCIL, clearance=3),
    "somebody who left": given.Worker("practitioner", COUNCIL, clearance=3, is_active=False),
    "nobody": given.Worker("", COUNCIL, clearance=0, is_active=False),
    "receiver of shares": given.Worker("practitioner", SCHOOL, clearance=3),
    "receiver in another role": given.Worker("network_adviser", SCHOOL, clearance=3),
    "worker in conflict": given.Worker("practitioner", COUNCIL, clearance=3),
    "quality assurer with a task": given.Worker("quality_assurer", COUNCIL, clearance=1),
}
PEOPLE = {name: number for number, name in enumerate(PRINCIPALS)}
RELATIONS = ("none", "own", "team", "agency", "share", "over or not yet", "emergency look", "circle")
SEALS = ("none", "without me", "with me")
CELLS = tuple(product(RELATIONS, range(4), SEALS))  # one subject each
CENTRE = len(CELLS)  # the subject in whose circle the last relation's subjects stand
SEAL_KINDS = (  # by the subject's sensitivity
    ("safe_address", "pointer", True),
    ("medical", "pointer", False),
    ("adoption", "nothing", True),
    ("staff_family", "pointer", True),
)


@cache
def matrix_world() -> World:
    subjects = [
        given.Subject(sensitivity, centres=frozenset({CENTRE} if relation == "circle" else ()))
        for relation, sensitivity, _ in CELLS
    ]
    return World(tuple(PRINCIPALS.values()), (*subjects, given.Subject()), tuple(all_facts()))


def near(world: World, subject: int) -> World:
    """Only the facts that could matter to one subject: the model looks at every fact it is given."""
    wanted = {subject, *world.subjects[subject].centres}
    seals = {fact.seal for fact in world.of(given.Scope) if fact.subject in wanted}
    numbers = {given.Scope: "seal", given.Reader: "seal", given.Seal: "number"}
    return World(
        world.workers,
        world.subjects,
        tuple(
            fact
            for fact in world.facts
            if (getattr(fact, numbers[type(fact)]) in seals if type(fact) in numbers else None)
            or getattr(fact, "subject", subject if type(fact) not in numbers else None) in wanted
        ),
    )


def all_facts() -> Iterator[Fact]:
    yield from places_in_teams()
    yield given.Task(PEOPLE["quality assurer with a task"], "qa", TODAY, TOMORROW)
    yield given.Task(PEOPLE["quality assurer"], "qa", YESTERDAY, TODAY)
    yield given.Task(PEOPLE["record officer"], "qa", TODAY)
    for subject, (relation, sensitivity, seal) in enumerate(CELLS):
        yield from RELATED[relation](subject)
        if seal != "none":
            yield from sealed(subject, sensitivity, with_everybody=seal == "with me")
        yield given.Conflict(PEOPLE["worker in conflict"], CENTRE if relation == "circle" else subject, NOW, SOON)
        yield given.Conflict(PEOPLE["manager"], subject, BEFORE, NOW)
    yield from working(CENTRE, ("team", COUNCIL), COUNCIL)
    yield from shared(CENTRE)


def places_in_teams() -> Iterator[Fact]:
    """The manager is in no team, and the adviser's place ended last night."""
    for number, worker in enumerate(PRINCIPALS.values()):
        if worker.role != "manager":
            has_left = number == PEOPLE["network adviser"]
            yield given.Member(number, worker.agency, YESTERDAY, TODAY if has_left else None)


def working(subject: int, holder: tuple[str, int], agency: int) -> Iterator[Fact]:
    yield given.Involvement(subject, holder, agency, TODAY, TOMORROW)


def own(subject: int) -> Iterator[Fact]:
    for number, worker in enumerate(PRINCIPALS.values()):
        yield from working(subject, ("worker", number), worker.agency)


def of_teams(subject: int) -> Iterator[Fact]:
    for number in (COUNCIL, SCHOOL):
        yield from working(subject, ("team", number), number)


def of_agencies(subject: int) -> Iterator[Fact]:
    for number in (COUNCIL, SCHOOL):
        yield from working(subject, ("agency", number), number)


def shared(subject: int) -> Iterator[Fact]:
    for receiver in (COUNCIL, SCHOOL):
        yield given.Share(subject, HEALTH, receiver, TODAY, TOMORROW, SOON, **NARROW_TERMS)
        yield given.Share(subject, HEALTH, receiver, YESTERDAY, **WIDE_TERMS)


def over_or_not_yet(subject: int) -> Iterator[Fact]:
    """Each had something, or will have; nobody has it at this moment."""
    for number, worker in enumerate(PRINCIPALS.values()):
        yield given.Involvement(subject, ("worker", number), worker.agency, YESTERDAY, TODAY)
        yield given.Involvement(subject, ("worker", number), worker.agency, TOMORROW)
        yield given.Look(number, subject, BEFORE, NOW)
    for receiver in (COUNCIL, SCHOOL):
        yield given.Share(subject, HEALTH, receiver, YESTERDAY, None, NOW, **NARROW_TERMS)
        yield given.Share(subject, HEALTH, receiver, YESTERDAY, TODAY, **WIDE_TERMS)


def in_emergency(subject: int) -> Iterator[Fact]:
    """On top of the council's own work and of what the school is told."""
    yield from working(subject, ("agency", COUNCIL), COUNCIL)
    yield given.Share(subject, COUNCIL, SCHOOL, TODAY, **WIDE_TERMS | {"kinds": frozenset(KINDS)})
    for number in range(len(PRINCIPALS)):
        yield given.Look(number, subject, NOW, SOON)


RELATED = {
    "none": lambda subject: iter(()),
    "own": own,
    "team": of_teams,
    "agency": of_agencies,
    "share": shared,
    "over or not yet": over_or_not_yet,
    "emergency look": in_emergency,
    "circle": lambda subject: iter(()),
}


def sealed(subject: int, sensitivity: int, *, with_everybody: bool) -> Iterator[Fact]:
    """Off the list also counts who was on it until now, and who will be."""
    kind, outsiders, is_confirmed = SEAL_KINDS[sensitivity]
    yield given.Seal(subject, kind, outsiders, is_confirmed, NOW, SOON)
    yield given.Scope(subject, subject, "", SOON)
    yield given.Scope(subject, (subject + 1) % len(CELLS), "", NOW)  # covered the next one until now
    for number in range(len(PRINCIPALS)):
        if with_everybody:
            yield given.Reader(subject, number, NOW, SOON)
        elif number % 2:
            yield given.Reader(subject, number, *((BEFORE, NOW) if number % 4 == 1 else (SOON, None)))
