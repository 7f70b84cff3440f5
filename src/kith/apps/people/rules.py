"""What a person or tie must be like to be stored, in words that say what to do about it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

from kith.apps.people.ethnicities import UnknownEthnicity, is_ethnicity
from kith.apps.people.kinds import tie_kind
from kith.apps.people.relatives import NEW
from kith.apps.people.unions import TWIN, TieFact
from kith.engines.drawing.network import Account, Address, Name, Person
from kith.engines.drawing.vocabulary import CERTAINTIES, LOSSES, NAME_KINDS, PERSON_KINDS, SEXES
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned

KINDS_OF_LOSS = ("child", "unborn")
ONE_BIRTH = dt.timedelta(days=120)  # even the second of twins whose birth was held back is born within months


class CannotAddPerson(KithError):
    """What was said of a person cannot be stored as it is."""


class CannotAddTie(KithError):
    """What was said of a tie cannot be stored as it is."""


class CannotAddAddress(KithError):
    """An address without a word of where it is."""


class CannotEnd(KithError):
    """Something cannot end without a date."""


def checked_person(person: Person) -> Person:
    """The person with clean texts; two fields are enough, a name and who told us."""
    if person.kind not in PERSON_KINDS:
        raise CannotAddPerson("Choose whether this is a child, an unborn child, an adult, a professional or a pet.")
    if person.loss not in LOSSES:
        raise CannotAddPerson("A loss is a stillbirth, a miscarriage or a pregnancy that was ended.")
    if person.loss and person.kind not in KINDS_OF_LOSS:
        raise CannotAddPerson("Where a pregnancy ended or a baby was stillborn, choose “Child” or “Not born yet”.")
    if person.sex not in SEXES:
        raise CannotAddPerson("Sex registered at birth is female, male, neither, or not recorded.")
    names = tuple(_checked_name(name) for name in person.names if name.text.strip())
    if not names and not (person.unknown or person.kind == "unborn" or person.loss):
        raise CannotAddPerson('Say what you call them. "Dad’s friend Baz" is enough.')
    return replace(
        person,
        names=names,
        gender=cleaned(person.gender, limit=60),
        pronouns=cleaned(person.pronouns, limit=40),
        fact=cleaned(person.fact, limit=LIMITS["name"]),
        account=_checked_account(person.account),
    )


def require_ties_of_a_child(person: Person, ties: Iterable[TieFact]) -> None:
    """Whoever did not live is nobody's partner, parent or friend."""
    if person.loss and any(tie.kind != "sibling" and not _is_from_a_parent(tie) for tie in ties):
        raise CannotAddPerson(
            "Where a pregnancy ended or a baby was stillborn, choose “child of” or “brother or sister of”."
        )


def _is_from_a_parent(tie: TieFact) -> bool:
    return tie_kind(tie.kind).group == "parent" and tie.b == NEW


def _checked_name(name: Name) -> Name:
    if name.kind not in NAME_KINDS:
        raise CannotAddPerson("A name is a legal name, a name they are known as, or a previous name.")
    limit = LIMITS["name"]
    return replace(
        name,
        text=cleaned(name.text, limit=limit),
        given=cleaned(name.given, limit=limit),
        family=cleaned(name.family, limit=limit),
    )


def _checked_account(account: Account | None) -> Account | None:
    if account is None:
        return None
    if account.certainty not in CERTAINTIES:
        raise CannotAddTie("Say whether this is sure, not sure or disputed.")
    return replace(
        account,
        told_by=cleaned(account.told_by, limit=LIMITS["name"]),
        words=cleaned(account.words, limit=LIMITS["line"]),
    )


def checked_ethnicity(code: str) -> str:
    if not is_ethnicity(code):
        raise UnknownEthnicity("Choose their ethnic group from the list, or leave it as not recorded.")
    return code


def checked_address(address: Address) -> Address:
    """An address as far as it is known: a street, a place or only a postcode."""
    lines = cleaned(address.lines, limit=LIMITS["line"], multi_line=True)
    postcode = cleaned(address.postcode, limit=LIMITS["postcode"]).upper()
    if not lines and not postcode:
        raise CannotAddAddress("Write the address, or as much of it as you know.")
    return replace(address, lines=lines, postcode=postcode)


def checked_end(until: PartialDate | None) -> PartialDate:
    if until is None:
        raise CannotEnd("Write when it ended. “About 2024” is fine.")
    return until


def checked_tie(tie: TieFact) -> TieFact:
    if tie_kind(tie.kind).group == TWIN:
        raise CannotAddTie("Say who was born together for all of them at once, in the form about twins.")
    if tie.a == tie.b:
        raise CannotAddTie("Choose two different people.")
    return replace(tie, account=_checked_account(tie.account))


def checked_twins(children: Iterable[str], kind: str, account: Account | None) -> list[TieFact]:
    """Ties between each two of those who were born together."""
    if tie_kind(kind).group != TWIN:
        raise CannotAddTie("Choose whether they are identical, not identical, or that this is not known.")
    account, pairs = _checked_account(account), list(combinations(dict.fromkeys(children), 2))
    if not pairs:
        raise CannotAddTie("Choose at least one brother or sister who was born together with them.")
    return [TieFact(kind=kind, a=a, b=b, account=account) for a, b in pairs]


def contradictions_in(person: Person) -> tuple[str, ...]:
    """What does not fit together. It is kept and marked, never refused: somebody told us so."""
    if person.birth and person.death and person.death.certainly_before(person.birth):
        return (f"The death ({person.death}) is before the birth ({person.birth}). Both are kept.",)
    return ()


def contradictions_with_parents(
    pairs: Iterable[tuple[Person, Person]], *, called: Callable[[Person], str]
) -> tuple[str, ...]:
    """Of (child, birth parent): a child born before their parent is kept, and marked."""
    return tuple(
        f"{called(child)} (born {child.birth}) would be older than their birth parent {called(parent)} "
        f"(born {parent.birth}). Both are kept."
        for child, parent in pairs
        if starts_before_birth(child.birth, parent.birth)
    )


def contradictions_with_twins(
    pairs: Iterable[tuple[Person, Person]], *, called: Callable[[Person], str]
) -> tuple[str, ...]:
    """Of those on record as born together: birthdays that lie too far apart for one birth are kept, and marked."""
    return tuple(
        f"{called(one)} (born {one.birth}) and {called(other)} (born {other.birth}) are on record as born together. "
        "Both are kept."
        for one, other in pairs
        if _is_long_before(one.birth, other.birth) or _is_long_before(other.birth, one.birth)
    )


def _is_long_before(first: PartialDate | None, later: PartialDate | None) -> bool:
    if not (first and first.latest and later and later.earliest):
        return False
    return later.earliest - first.latest > ONE_BIRTH


def starts_before_birth(child: PartialDate | None, parent: PartialDate | None) -> bool:
    """A child born before their parent is kept, and marked."""
    return bool(child and parent and child.certainly_before(parent))
