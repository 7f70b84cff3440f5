"""Who lives where: first the home of the child at the centre, with everybody in it, then the other homes."""

from collections.abc import Iterator
from datetime import date

from kith.engines.drawing.dating import is_current
from kith.engines.drawing.network import Household
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import listed, say, whose
from kith.engines.drawing.symbols.ages import age_of
from kith.engines.drawing.symbols.shapes import has_died

LIVES_HERE, SECOND_HOME, RELATIVES_HOME = "lives_here", "second_home", "relatives_home"
IN_A_SENTENCE = 4


def opening_sentences(
    households: tuple[Household, ...], naming: Naming, on: date | None
) -> Iterator[tuple[str, list[str]]]:
    """Sentences about the child and the child's home, each with the people whom it introduces."""
    who = _with_age(naming.centre, naming, on)
    home = next((home for home in households if _is_worth_telling(home, naming, on)), None)
    if home is None or has_died(naming.person(naming.centre)):
        yield say("opening.plain", whose=whose(naming.name(naming.centre))), []
    else:
        yield from _at_home(home, who, naming, on)
    for other in households:
        for phrase in (SECOND_HOME, RELATIVES_HOME):
            if naming.centre in _living_in(other, naming, on, kind=phrase) and _place(other):
                yield say(f"opening.{phrase}", who=naming.name(naming.centre), place=_place(other)), []
        if other is not home and naming.centre in _living_in(other, naming, on) and _place(other):
            yield say("opening.also_lives", who=naming.name(naming.centre), place=_place(other)), []


def other_homes(households: tuple[Household, ...], naming: Naming, on: date | None) -> Iterator[str]:
    """Where everybody else lives or stays, a household at a time."""
    told = next((home for home in households if naming.centre and _is_worth_telling(home, naming, on)), None)
    for home in households:
        people = [] if home is told else _others(_living_in(home, naming, on), naming)
        guests = _others(_living_in(home, naming, on, kind=SECOND_HOME), naming)
        if people and _place(home):
            yield _of_some("person.home", people, home, naming)
        elif len(people) > 1:
            yield say("person.together", names=naming.all(people))
        if guests and _place(home):
            yield _of_some("person.some", guests, home, naming)


def _of_some(phrase: str, people: list[str], home: Household, naming: Naming) -> str:
    return say(phrase if len(people) == 1 else f"{phrase}s", names=naming.all(people), place=_place(home))


def _others(people: list[str], naming: Naming) -> list[str]:
    return [person for person in people if person != naming.centre]


def _at_home(home: Household, who: str, naming: Naming, on: date | None) -> Iterator[tuple[str, list[str]]]:
    others = [person for person in _living_in(home, naming, on) if person != naming.centre]
    first, later = others[:IN_A_SENTENCE], others[IN_A_SENTENCE:]
    phrase = "_".join(part for part in ("lives", "at" * bool(_place(home)), "with" * bool(first)) if part)
    sentence = say(f"opening.{phrase}", who=who, place=_place(home), others=_company(first, naming))
    yield sentence, [naming.centre, *first]
    for start in range(0, len(later), IN_A_SENTENCE):
        run = later[start : start + IN_A_SENTENCE]
        phrase = "opening.also_there" if len(run) > 1 else "opening.also_there_one"
        yield say(phrase, others=_at_the_start(_company(run, naming))), run


def _is_worth_telling(home: Household, naming: Naming, on: date | None) -> bool:
    """Whether the child lives there, and there is a name for it or somebody to share it with."""
    people = _living_in(home, naming, on)
    return naming.centre in people and (bool(_place(home)) or len(people) > 1)


def _company(people: list[str], naming: Naming) -> str:
    return listed([naming.of_the_child(person) for person in people])


def _at_the_start(company: str) -> str:
    return company[:1].upper() + company[1:]


def _with_age(person_id: str, naming: Naming, on: date | None) -> str:
    person = naming.person(person_id)
    age = None if has_died(person) else age_of(person, on)
    return f"{naming.name(person_id)}, {age}," if age else naming.name(person_id)


def _living_in(home: Household, naming: Naming, on: date | None, kind: str = "") -> list[str]:
    """Those who live there now, or who have it as another home where `kind` says so."""
    return naming.known(
        member.person for member in home.members if member.kind == (kind or LIVES_HERE) and is_current(member, on)
    )


def _place(home: Household) -> str:
    return home.name or (home.address.lines.splitlines()[0] if home.address and home.address.lines.strip() else "")
