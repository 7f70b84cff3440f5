"""The dated facts about one person as cards, those that were taken out among them."""

from collections.abc import Sequence

from kith.apps.people.cards import TakenOutBy, when
from kith.apps.people.models import Address, Fact, HouseholdMember, Identifier, PersonName
from kith.apps.people.numbers import number_words, spoken_number
from kith.apps.people.projections import FactCard
from kith.apps.people.reading import address_of, home_addresses
from kith.engines.drawing import network as net

NAME_WORDS = {"legal": "legal name", "known_as": "known as", "previous": "previous name"}
STAY_WORDS = {"lives_here": "", "second_home": "some of the time", "relatives_home": "often visits"}


def name_cards(person_id: int) -> tuple[FactCard, ...]:
    rows = list(PersonName.objects.filter(person_id=person_id).order_by("pk"))
    return _cards(rows, [(row.text, listed(NAME_WORDS.get(row.kind, row.kind), _when(row))) for row in rows])


def address_cards(person_id: int) -> tuple[FactCard, ...]:
    rows = list(Address.objects.filter(person_id=person_id).order_by("pk"))
    return _cards(rows, [(address_line(address_of(row)), _when(row)) for row in rows], can_end=True)


def number_cards(person_id: int) -> tuple[FactCard, ...]:
    rows = list(Identifier.objects.filter(person_id=person_id).order_by("pk"))
    return _cards(rows, [(spoken_number(row.kind, row.value), _issued(row)) for row in rows])


def _issued(row: Identifier) -> str:
    """An issuer that the kind already names is not said twice."""
    kind = number_words(row.kind)
    return listed(kind, f"from {row.issuer}" if row.issuer and row.issuer not in kind else "")


def stay_cards(person_id: int) -> tuple[FactCard, ...]:
    rows = list(HouseholdMember.objects.filter(person_id=person_id).select_related("household").order_by("pk"))
    homes = home_addresses({row.household_id for row in rows})
    words = [
        (
            row.household.name,
            listed(STAY_WORDS.get(row.kind, row.kind), _when(row), address_line(homes.get(row.household_id))),
        )
        for row in rows
    ]
    return _cards(rows, words, can_end=True)


def address_line(at: net.Address | None) -> str:
    return listed(*at.lines.splitlines(), at.postcode) if at else ""


def listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _when(row: PersonName | Address | HouseholdMember) -> str:
    return when(row.since, row.until)


def _cards(rows: Sequence[Fact], words: Sequence[tuple[str, str]], *, can_end: bool = False) -> tuple[FactCard, ...]:
    taken_out = TakenOutBy(rows)
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
