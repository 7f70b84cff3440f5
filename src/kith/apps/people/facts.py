"""The dated facts about one person as cards, those that were taken out among them."""

from collections.abc import Sequence

from kith.apps.people.cards import TakenOutBy, when
from kith.apps.people.homes import Home, homes_of_people
from kith.apps.people.languages import language_name
from kith.apps.people.models import Address, Fact, HouseholdMember, Identifier, Language, PersonName
from kith.apps.people.numbers import number_words, spoken_number
from kith.apps.people.projections import FactCard
from kith.apps.people.reading import address_of
from kith.apps.people.sight import People, Sight
from kith.engines.drawing import network as net

NAME_WORDS = {"legal": "legal name", "known_as": "known as", "previous": "previous name"}
STAY_WORDS = {"lives_here": "", "second_home": "some of the time", "relatives_home": "often visits"}


def name_cards(person: People, sight: Sight) -> tuple[FactCard, ...]:
    rows = sight.of(PersonName, person)
    words = [(row.text, listed(NAME_WORDS.get(row.kind, row.kind), _when(row))) for row in rows]
    return _cards(rows, words, sight)


def address_cards(person: People, sight: Sight) -> tuple[FactCard, ...]:
    rows = sight.of(Address, person)
    return _cards(rows, [(address_line(address_of(row)), _when(row)) for row in rows], sight, can_end=True)


def number_cards(person: People, sight: Sight) -> tuple[FactCard, ...]:
    rows = sight.of(Identifier, person)
    issuers = [sight.says(row.issuer, of=row.ref, part="issuer") for row in rows]
    words = [(spoken_number(r.kind, r.value), _issued(r.kind, by)) for r, by in zip(rows, issuers, strict=True)]
    return _cards(rows, words, sight)


def language_cards(person: People, sight: Sight) -> tuple[FactCard, ...]:
    """Those they use now: a change of the whole list is not struck through one by one."""
    rows = sight.standing(Language, person)
    words = [(language_name(row.code), "needs an interpreter" if row.needs_interpreter else "") for row in rows]
    return _cards(rows, words, sight)


def _issued(kind: str, issuer: str) -> str:
    """An issuer that the kind already names is not said twice."""
    says = number_words(kind)
    return listed(says, f"from {issuer}" if issuer and issuer not in says else "")


def stay_cards(person: People, sight: Sight) -> tuple[FactCard, ...]:
    found = [(stay, home) for home in homes_of_people(sight, person, standing=False) for stay in home.stays]
    found.sort(key=lambda pair: pair[0].pk)
    words = [(home.name, _stay_words(stay, home)) for stay, home in found]
    return _cards([stay for stay, _ in found], words, sight, can_end=True)


def _stay_words(stay: HouseholdMember, home: Home) -> str:
    where = address_line(address_of(home.address)) if home.address else ""
    return listed(STAY_WORDS.get(stay.kind, stay.kind), _when(stay), where)


def address_line(at: net.Address | None) -> str:
    return listed(*at.lines.splitlines(), at.postcode) if at else ""


def listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _when(row: PersonName | Address | HouseholdMember) -> str:
    return when(row.since, row.until)


def _cards(
    rows: Sequence[Fact], words: Sequence[tuple[str, str]], sight: Sight, *, can_end: bool = False
) -> tuple[FactCard, ...]:
    taken_out = TakenOutBy(rows, sight)
    return tuple(
        FactCard(
            ref=row.ref,
            says=says,
            about=about,
            is_open=can_end and getattr(row, "until", None) is None and row.withdrawn_at is None,
            taken_out=taken_out.note(row),
        )
        for row, (says, about) in zip(rows, words, strict=True)
    )
