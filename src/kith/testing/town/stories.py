"""Reads the hand-written families, and moves their days so that they are always as told "today"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from kith.engines.drawing.network import (
    Account,
    Address,
    ChildLink,
    Household,
    Identifier,
    Language,
    Membership,
    Name,
    Network,
    Person,
    Relation,
    Status,
    Union,
)
from kith.kernel.date_points import MONTHS
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.testing.town import numbers
from kith.testing.town.dates import age_on, coded
from kith.testing.town.plans import FamilyPlan, InvolvementPlan, ResponsibilityPlan
from kith.testing.town.shelf import data_file, data_names

WRITTEN_ON = date(2026, 11, 24)
_LAST_NUMBER = 899_999  # numbers of invented families count up from the other end
_NUMBERED_PER_STORY = 12
_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)")
_MIDDLES = {None: 7, "21": 4, "22": 7, "23": 10, "24": 1}  # month in the middle of a year or season
_IN_WORDS = re.compile(r"\{([\d~-]+)\}")


class CannotReadStory(KithError):
    """A hand-written family is not written as it should be."""


def read_stories(today: date) -> Iterator[FamilyPlan]:
    """The hand-written families in their fixed order, every day moved by the days since they were written."""
    for place, name in enumerate(data_names("stories")):
        try:
            yield Story(data_file(name), today, _LAST_NUMBER - place * _NUMBERED_PER_STORY).plan()
        except (KeyError, TypeError, AttributeError) as fault:
            raise CannotReadStory(f"{name} could not be read: {fault}. See the other stories for the shape.") from fault


def move(code: str, days: int) -> str:
    """A date code moved by so many days, as exact as before; vaguer dates move by their middle.

    >>> move("2015-02-03", 30), move("2019-21~", 365), move("1958", 100)
    ('2015-03-05', '2020-21~', '1958')
    """
    return _POINT.sub(lambda found: _moved(found, days), code)


def _moved(found: re.Match[str], days: int) -> str:
    year, month, day, about = found.groups()
    then = date(int(year), _MIDDLES.get(month) or int(month), int(day or 15)) + timedelta(days=days)
    if day:
        return then.isoformat() + about
    if month and month in _MIDDLES:
        return f"{then.year:04d}-{(then.month - 3) // 3 % 4 + 21}{about}"
    return f"{then.year:04d}-{then.month:02d}{about}" if month else f"{then.year:04d}{about}"


class Story:
    """One hand-written family on its way from data to plan; `first_number` places its NHS and pupil numbers."""

    def __init__(self, facts: dict[str, Any], today: date, first_number: int) -> None:
        self.facts = facts
        self.today = today
        self.days = (today - WRITTEN_ON).days
        self.number = first_number
        self.ids = {person["id"]: f"{facts['key']}.{person['id']}" for person in facts["persons"]}

    def plan(self) -> FamilyPlan:
        facts = self.facts
        return FamilyPlan(
            key=facts["key"],
            network=self.network(),
            children=tuple(self.ids[child] for child in facts["children"]),
            involvements=tuple(self._involvements()),
            responsibilities=tuple(self._responsibilities()),
            sensitivity={self.ids[person]: level for person, level in facts.get("sensitivity", {}).items()},
            story=facts["story"],
        )

    def network(self) -> Network:
        facts = self.facts
        return Network(
            name=facts["name"],
            about=self.ids[facts["about"]],
            persons=tuple(self._person(dict(person)) for person in facts["persons"]),
            unions=tuple(self._union(nth, union) for nth, union in enumerate(facts["unions"], 1)),
            households=tuple(self._household(nth, home) for nth, home in enumerate(facts["households"], 1)),
            relations=tuple(self._relation(dict(relation)) for relation in facts["relations"]),
            notes=tuple(facts.get("notes", ())),
        )

    def _person(self, facts: dict[str, Any]) -> Person:
        short = facts.pop("id")
        names = tuple(self._names(facts))
        dates = {key: self._date(facts.pop(key, None)) for key in ("birth", "death")}
        numbered = facts.pop("numbered", facts.get("kind") == "child" and short in self.facts["children"])
        return Person(
            id=self.ids[short],
            names=names,
            birth=dates["birth"],
            death=dates["death"],
            has_died=facts.pop("died", dates["death"] is not None),
            fact=self._words(facts.pop("fact", "")),
            languages=tuple(
                Language(code=code.rstrip("!"), needs_interpreter=code.endswith("!"))
                for code in facts.pop("languages", ())
            ),
            account=self._account(facts.pop("account", None)),
            addresses=tuple(self._addresses(short)),
            identifiers=self._identifiers(dates["birth"]) if numbered else (),
            **facts,
        )

    def _names(self, facts: dict[str, Any]) -> Iterator[Name]:
        whole, previous = facts.pop("name"), facts.pop("previous", None)
        known_as, script = facts.pop("known_as", ""), facts.pop("script", "")
        since = self._date(previous["until"]) if previous else None
        if whole and whole != known_as:
            yield _parted(whole, "legal", since=since)
        if known_as:
            yield Name(text=known_as, kind="known_as")
        if script:
            yield _parted(script, "legal")
        if previous:
            yield _parted(previous["name"], "previous", until=since)

    def _addresses(self, person: str) -> Iterator[Address]:
        for home in self.facts["households"]:
            for member in home["members"]:
                if member["person"] == person and member.get("kind", "lives_here") == "lives_here":
                    since, until = self._date(member.get("since")), self._date(member.get("until"))
                    yield Address(lines=home["address"], postcode=home["postcode"], since=since, until=until)

    def _identifiers(self, birth: PartialDate | None) -> tuple[Identifier, ...]:
        place, self.number = self.number, self.number - 1
        born = birth.earliest if birth and birth.precision == "day" else None
        if born and age_on(born, self.today) >= 5:
            return numbers.nhs_number(place), numbers.upn(place, born)
        return (numbers.nhs_number(place),)

    def _union(self, nth: int, facts: dict[str, Any]) -> Union:
        return Union(
            id=f"{self.facts['key']}.u{nth}",
            partners=tuple(self.ids[partner] for partner in facts["partners"]),
            statuses=tuple(Status(**self._dated(dict(status))) for status in facts.get("history", ())),
            children=tuple(self._child(dict(child)) for child in facts.get("children", ())),
        )

    def _child(self, facts: dict[str, Any]) -> ChildLink:
        return ChildLink(child=self.ids[facts.pop("child")], **self._dated(facts))

    def _household(self, nth: int, facts: dict[str, Any]) -> Household:
        return Household(
            id=f"{self.facts['key']}.h{nth}",
            name=facts["name"],
            address=Address(lines=facts["address"], postcode=facts["postcode"]),
            members=tuple(self._member(dict(member)) for member in facts["members"]),
        )

    def _member(self, facts: dict[str, Any]) -> Membership:
        return Membership(person=self.ids[facts.pop("person")], **self._dated(facts))

    def _relation(self, facts: dict[str, Any]) -> Relation:
        return Relation(a=self.ids[facts.pop("a")], b=self.ids[facts.pop("b")], **self._dated(facts))

    def _dated(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The same facts with their dates and account read."""
        for key in ("since", "until"):
            if key in facts:
                facts[key] = self._date(facts[key])
        if "account" in facts:
            facts["account"] = self._account(facts["account"])
        return facts

    def _account(self, facts: dict[str, Any] | None) -> Account | None:
        if facts is None:
            return None
        facts = {**facts, "told_on": self._date(facts.get("told_on"))}
        for key in ("told_by", "view_of"):
            if facts.get(key) in self.ids:
                facts[key] = self.ids[facts[key]]
        return Account(**facts)

    def _involvements(self) -> Iterator[InvolvementPlan]:
        for facts in self.facts["involvements"]:
            for by in facts["by"]:
                yield InvolvementPlan(
                    child_id=self.ids[facts["child"]],
                    holder=by["holder"],
                    part=by["part"],
                    since=self._day(by["since"]),
                    until=self._day(by["until"]) if "until" in by else None,
                    lawful_basis=by["basis"],
                )

    def _responsibilities(self) -> Iterator[ResponsibilityPlan]:
        for facts in self.facts.get("responsibilities", ()):
            for held in facts["held"]:
                yield ResponsibilityPlan(
                    holder=self.ids.get(held["holder"], held["holder"]),
                    child=self.ids[facts["child"]],
                    how=held["how"],
                    since=self._day(held["since"]),
                    until=self._day(held["until"]) if "until" in held else None,
                )

    def _date(self, code: str | None) -> PartialDate | None:
        return coded(move(code, self.days)) if code else None

    def _day(self, code: str) -> date:
        return date.fromisoformat(code) + timedelta(days=self.days)

    def _words(self, text: str) -> str:
        """Text with its {codes} said: a month by its short name, anything else in full."""
        return _IN_WORDS.sub(lambda found: _said(move(found[1], self.days)), text)


def _said(code: str) -> str:
    point = coded(code)
    return MONTHS[int(code[5:7]) - 1][:3] if point.precision == "month" else str(point)


def _parted(whole: str, kind: str, since: PartialDate | None = None, until: PartialDate | None = None) -> Name:
    """A name in parts, cut at the first space."""
    given, _, family = whole.partition(" ")
    return Name(text=whole, kind=kind, given=given, family=family, since=since, until=until)
