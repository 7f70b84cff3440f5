"""Single facts under a seal, and the county as it would be if they, and whatever repeats them, had never been told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kith.apps.access.services import SealedScope
from kith.apps.audit.services import load
from kith.apps.occasions.models import (
    LedgerRow,
    NotComing,
    Representation,
    RepresentationAnswer,
    SecondParent,
    TeamRow,
)
from kith.apps.people.models import (
    Account,
    Address,
    Fact,
    Household,
    HouseholdMember,
    Identifier,
    Language,
    ParentalResponsibility,
    Person,
    PersonName,
    Tie,
)
from kith.apps.people.services import on_seal_change
from kith.apps.records.base import refs_from
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.sealing import seal

PLACE, POSTCODE, NUMBER = "7 Threnody Yard", "EM7 7QZ", "9434765919"
SECRET_NAME = "Zipporah Quillfeather"
SECRET_LANGUAGE = "ti"  # Tigrinya
SAID = (
    "She is at 7, threnody YARD now",
    "seen in Threnody   Yard",
    "write to EM77QZ",
    "her number is 943 476 5919",
    "9 4 3 4 7 6 5 9 1 9",
    "Zipporah came",
    "ask for QUILLFEATHER",
    "reads to her in TIGRINYA",
)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Rows with refs of their own, so that both worlds draw the same ones for everything else."""
    with refs_from(seeded_refs(name)), load("test.sealed", by=OPERATOR, now=NOW, payload={}):
        yield


def seal_facts(county: Partnership) -> str:
    """Mum's address, name, number and language, repeated wherever somebody could have written them."""
    mum, dad = _person(county, "mum"), _person(county, "dad")
    with _told("sealed facts"):
        home = Household.objects.get(name="14 Quay Row")
        records = [
            ("address", _new(Address(person=mum, lines=f"{PLACE}\nEastmarch", postcode=POSTCODE))),
            ("name", _new(PersonName(person=mum, text=SECRET_NAME, kind="legal"))),
            ("number", _new(Identifier(person=mum, kind="nhs_number", value=NUMBER, issuer="NHS"))),
            ("language", _new(Language(person=mum, code=SECRET_LANGUAGE, needs_interpreter=True))),
        ]
        _new(Address(household=home, lines=f"{PLACE}, Eastmarch", postcode=POSTCODE))
        _new(Address(person=dad, lines=f"  {PLACE.lower()}", postcode=POSTCODE.replace(" ", "")))
        _new(Identifier(person=dad, kind="other", value="943 476 5919"))
        _new(PersonName(person=mum, text=SECRET_NAME.upper(), kind="previous"))
        _new(Language(person=mum, code=SECRET_LANGUAGE))
        fact = _new(HouseholdMember(household=home, person=dad, until="2020"))
        seal_those = [*records, ("stay", fact)]
    with _told("shared facts"):
        _write(county, *SAID, home=PLACE)
    with refs_from(seeded_refs("seals")):
        seal(county, "mum", seal_those)
    county.refs["hidden fact"] = records[0][1]
    return "0" * 26


def without_facts(county: Partnership) -> str:
    with _told("shared facts"):
        _write(county, *[""] * len(SAID), home="A home")
    return "0" * 26


def _write(county: Partnership, *said: str, home: str) -> None:
    """Free text in every field that has any."""
    mum, dad, uncle = (_person(county, name) for name in ("mum", "dad", "uncle"))
    Language(person=mum, code="en").save(force_insert=True)
    Household(name=home).save(force_insert=True)
    HouseholdMember(household=Household.objects.get(name=home), person=mum).save(force_insert=True)
    LedgerRow.objects.filter(person__ref=county.refs["uncle"]).update(told_words=said[0], why_words=said[1])
    SecondParent.objects.filter(person__ref=county.refs["uncle"]).update(view=said[2])
    NotComing.objects.filter(person__ref=county.refs["uncle"]).update(seen=said[4])
    Representation.objects.filter(person__ref=county.refs["uncle"]).update(words=said[3], reach=said[6])
    TeamRow.objects.update(told_words=said[1], why_words=said[6])
    RepresentationAnswer.objects.filter(representation__person__ref=county.refs["uncle"]).update(done=said[5])
    Person.objects.filter(pk=dad.pk).update(note=said[0], told_by=said[1], gender=said[2], pronouns=said[3][:40])
    Person.objects.filter(pk=mum.pk).update(note=said[7])
    about = Person.objects.filter(pk=uncle.pk)
    about.update(note=said[5], told_by=said[6])
    tie = Tie.objects.get(kind="in_conflict")
    Tie.objects.filter(pk=tie.pk).update(words=said[0], told_by=said[4])
    heard = Account(tie=tie, agrees=False, told_by=said[1], words=said[2], recorded_at=NOW)
    heard.save(force_insert=True)
    ParentalResponsibility.objects.filter(child__subject__ref=county.refs["mina"]).update(told_by=said[3])
    PersonName.objects.filter(person=uncle).update(withdrawn_at=None)
    gone = PersonName(person=uncle, text="Yaw M", kind="previous", withdrawn_at=NOW, withdrawn_why=said[5])
    gone.withdrawn_by_id = county.loaded.workers["max"]
    gone.save(force_insert=True)


def _new(row: Fact) -> str:
    row.save(force_insert=True)
    return str(row.ref)


def _person(county: Partnership, name: str) -> Person:
    return Person.objects.select_related("subject").get(subject__ref=county.refs[name])


def seal_every_name(county: Partnership) -> str:
    """Uncle has one name, and it is sealed."""
    refs = [("name", name.ref) for name in PersonName.objects.filter(person=_person(county, "uncle"))]
    with refs_from(seeded_refs("seals")):
        seal(county, "uncle", refs)
    return "0" * 26


def without_a_name(county: Partnership) -> str:
    """Nobody ever learnt what uncle is called."""
    uncle = _person(county, "uncle")
    with load("test.nameless", by=OPERATOR, now=NOW, payload={}):
        PersonName.objects.filter(person=uncle).delete()
        Person.objects.filter(pk=uncle.pk).update(unknown=True)
        on_seal_change([SealedScope(county.refs["uncle"], "name", "none")], now=NOW)
    return "0" * 26


SEALED: dict[Callable[[Partnership], str], Callable[[Partnership], str]] = {
    seal_facts: without_facts,
    seal_every_name: without_a_name,
}
"""Each world with something sealed, and the one to which it has to be equal."""
