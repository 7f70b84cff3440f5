"""Standing checks of this app: each looks at what one viewer sees of a child and finds gaps, or none. No queries.

What they are called, why they show and what to do about them are words in `data/checks.toml`.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kith.apps.cases.projections import CheckCard, ChildSeen, Gap
from kith.apps.cases.standings import stops
from kith.engines.drawing.network import Network, Person
from kith.engines.timescales import ClockState
from kith.kernel.data_files import toml_of
from kith.kernel.days import day_words
from kith.kernel.partial_dates import PartialDate

Check = Callable[[ChildSeen], Iterator[Gap]]
BY_BIRTH_OR_LAW = ("birth", "adopted")


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.cases", "data/checks.toml")


def most_shown() -> int:
    return int(_data()["most_shown"])


def checks() -> Collection[str]:
    """Their names."""
    return tuple(_data()["checks"])


def answers() -> Mapping[str, str]:
    """By name, in the order in which they are offered."""
    words: Mapping[str, str] = _data()["answers"]
    return words


def checks_of(child: ChildSeen) -> tuple[CheckCard, ...]:
    """Everything that is found: what is late first, then what nobody has asked."""
    own = (gap for check in OWN_CHECKS for gap in check(child))
    found = cards_of((*own, *child.found_elsewhere), child.name)
    return tuple(sorted(found, key=lambda card: not card.is_urgent))


def cards_of(gaps: Iterable[Gap], name: str) -> tuple[CheckCard, ...]:
    """In words, in the order of the file."""
    order = list(_data()["checks"])
    return tuple(_card(gap, name) for gap in sorted(gaps, key=lambda gap: order.index(gap.check)))


def _card(gap: Gap, name: str) -> CheckCard:
    spec, places = _data()["checks"][gap.check], {"name": name, **gap.words}
    says, why, do = (spec[part].format_map(places) for part in ("says", "why", "do"))
    return CheckCard(
        says=says,
        why=f"{why}.",
        do=do,
        leads_to=spec["leads_to"],
        is_urgent=spec.get("is_urgent", False),
        check=gap.check,
        about=gap.about,
        most_days=spec["most_days"],
        because=spec["because"],
    )


def late_clocks(child: ChildSeen) -> Iterator[Gap]:
    """Late, and nobody has said why; or somebody was to look again."""
    for clock in child.status.clocks if child.status else ():
        if clock.state == ClockState.OVERDUE and not clock.reasons and clock.due_on:
            yield Gap("clock_late", {"what": clock.name, "when": day_words(clock.due_on)})
        last = clock.reasons[-1] if clock.reasons else None
        if last and last.is_look_due and last.look_again_on:
            yield Gap("look_again", {"what": clock.name, "when": day_words(last.look_again_on)})


def ground_over(child: ChildSeen) -> Iterator[Gap]:
    """The law lets some grounds last a few days only."""
    line = child.status.line if child.status else None
    if line is None or line.since is None:
        return
    here = next(stop for stop in line.stops if stop.state == "now")
    ground = next((one for one in stops()[here.kind].grounds.values() if one.says == here.ground), None)
    if ground is None or not ground.most_days:
        return
    over = line.since + dt.timedelta(days=ground.most_days)
    if over < child.on:
        what = ground.says[:1].upper() + ground.says[1:]
        yield Gap("ground_over", {"what": what, "when": day_words(over), "days": str(ground.most_days)})


def both_sides(child: ChildSeen) -> Iterator[Gap]:
    """A missing parent; or one side of the family of which nobody is on record, where the other has somebody."""
    people = {person.id: person for person in child.network.persons}
    parents = _parents_of(child.network, child.ref)
    if not parents:
        yield Gap("no_parent", {})
    elif len(parents) == 1:
        yield Gap("one_parent", {"who": called(people[parents[0]])}, parents[0])
    else:
        with_side = [ref for ref in parents if _has_own_side(child.network, ref)]
        without = [ref for ref in parents if ref not in with_side]
        if with_side and without and not people[without[0]].unknown:
            blank, known = people[without[0]], people[with_side[0]]
            yield Gap("one_side", {"who": called(blank), "what": called(known)}, blank.id)


def parents_known(child: ChildSeen) -> Iterator[Gap]:
    """A place kept open for a parent; or a parent of whom the other parent alone has told."""
    people = {person.id: person for person in child.network.persons}
    parents = [people[ref] for ref in _parents_of(child.network, child.ref)]
    for person in parents:
        if person.unknown and not person.names:
            yield Gap("parent_unknown", {}, person.id)
            break
    for person in parents:
        for other in parents:
            if other is not person and _tellers(child, person) and _tellers(child, person) <= _as_teller(other):
                yield Gap("parent_by_parent", {"who": called(person), "what": called(other)}, person.id)


def _tellers(child: ChildSeen, parent: Person) -> set[str]:
    """Whoever told of a parent, or that they are one."""
    links = [
        link.account
        for union in child.network.unions
        if parent.id in union.partners
        for link in union.children
        if link.child == child.ref
    ]
    return {account.told_by for account in (parent.account, *links) if account and account.told_by}


def _as_teller(person: Person) -> set[str]:
    """By ref, or by one of their names, as a worker writes it."""
    return {person.id, *(name.text for name in person.names)}


def no_holder(child: ChildSeen) -> Iterator[Gap]:
    """Before birth nobody holds it."""
    person = next(person for person in child.network.persons if person.id == child.ref)
    if person.kind == "child" and not (child.has_holder or person.has_died or person.loss):
        yield Gap("no_holder", {})


def one_source(child: ChildSeen) -> Iterator[Gap]:
    """Somebody of whom we are not sure, told of by one person alone: the first such, for a list of all says less."""
    people = {person.id: person for person in child.network.persons}
    asked = {gap.about for gap in parents_known(child)}
    for person in child.network.persons:
        teller = person.account.told_by if person.account else ""
        if person.provisional and person.names and teller and person.id not in {child.ref, *asked}:
            known = people.get(teller)
            yield Gap("one_source", {"who": called(person), "what": called(known) if known else teller}, person.id)
            return


def no_school_or_health(child: ChildSeen) -> Iterator[Gap]:
    """By the kinds of agencies on the team."""
    specs, age = _data()["checks"], _age(child)
    at_school = range(specs["no_school"]["from_age"], specs["no_school"]["to_age"] + 1)
    if age in at_school and "school" not in child.team_agencies:
        yield Gap("no_school", {"age": str(age)})
    if not child.team_agencies & set(specs["no_health"]["kinds"]):
        yield Gap("no_health", {})


def birthdays(child: ChildSeen) -> Iterator[Gap]:
    born = _born(child)
    for check in ("turns_16", "turns_18"):
        spec = _data()["checks"][check]
        on = _birthday(born, spec["age"]) if born else None
        if on and dt.timedelta() <= on - child.on <= dt.timedelta(days=spec["days_before"]):
            yield Gap(check, {"when": day_words(on)}, on.isoformat())


OWN_CHECKS: tuple[Check, ...] = (
    *(late_clocks, ground_over, both_sides, parents_known, no_holder),
    *(one_source, no_school_or_health, birthdays),
)


def called(person: Person) -> str:
    return person.called if person.names else "somebody without a name yet"


def _parents_of(network: Network, ref: str) -> list[str]:
    return [
        parent
        for union in network.unions
        if any(link.child == ref and link.kind in BY_BIRTH_OR_LAW for link in union.children)
        for parent in union.partners
    ]


def _has_own_side(network: Network, ref: str) -> bool:
    """Parents, brothers or sisters."""
    mine = [union for union in network.unions if any(link.child == ref for link in union.children)]
    return any(union.partners or len(union.children) > 1 for union in mine)


def _birth(child: ChildSeen) -> PartialDate | None:
    """Of a child who lives and grows older."""
    person = next(person for person in child.network.persons if person.id == child.ref)
    return None if person.has_died or person.loss or person.kind == "unborn" else person.birth


def _born(child: ChildSeen) -> dt.date | None:
    """Only where the whole day is known: a birthday is not guessed."""
    birth = _birth(child)
    return birth.earliest if birth and birth.earliest == birth.latest else None


def _age(child: ChildSeen) -> int | None:
    """The age that the child has at least."""
    birth = _birth(child)
    if birth is None or birth.latest is None:
        return None
    on, born = child.on, birth.latest
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _birthday(born: dt.date, age: int) -> dt.date:
    """Whoever was born on 29 February turns on 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)
