"""The public page: nobody learns whether a child is known, a flood is stopped, and no word is lost."""

import re
from unicodedata import normalize

import pytest

from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.cases.models import Contact
from kith.apps.cases.projections import Teller, Told
from kith.apps.cases.services import tell_as_public
from kith.kernel.errors import KithError
from kith.testing.factories import NOW, rolled_back
from kith.web.limits import LIMITS
from tests.trust.hostile.texts import many_texts
from tests.trust.visitor import Answer, visitor

pytestmark = pytest.mark.django_db
WORRY = {"about": "child", "words": "She cries every night."}
PAGE = "/tell-us"


def answers_to(**said: str) -> list[Answer]:
    with rolled_back("the same reference"):
        browser = visitor()
        browser.get(PAGE)
        browser.post(PAGE, **WORRY | said)
        return browser.answers


@pytest.mark.parametrize("field", ["child_name", "mother"])
def test_somebody_known_and_somebody_unknown_get_the_same_bytes(county, field):
    """Known by her whole name, sealed from nobody, and looked for by nobody."""
    about = {"about": "baby", "due": "in March"} if field == "mother" else {}
    known, unknown = (answers_to(**about | {field: name}) for name in ("Mina Okafor", "Mabel Okafur"))
    assert [(a.status, a.headers, a.cookies, a.body) for a in known] == [
        (a.status, a.headers, a.cookies, a.body) for a in unknown
    ]
    assert known[-1].status == 200 and b"We have it" in known[-1].body
    assert b"Mina" not in known[-1].body


def test_the_reference_is_random_and_the_record_names_nobody(county):
    references = set()
    for _ in range(3):
        (found,) = re.findall(rb'kith-ring__number">([0-9A-Z]{5}-[0-9A-Z]{5})<', visitor().post(PAGE, **WORRY).body)
        references.add(found)
    assert len(references) == 3
    row = AuditRow.objects.filter(event="cases.contact.received").latest("pk")
    assert (row.actor, row.agency) == ("public", "")
    assert "cries" not in row.payload
    assert AuditSubject.objects.filter(row=row).get().subject == Contact.objects.latest("pk").ref


def test_whoever_says_nothing_of_themselves_is_anonymous_at_the_front_door(county):
    visitor().post(PAGE, **WORRY)
    visitor().post(PAGE, **WORRY, name="Ada Fenn")
    desk = visitor("fay").get("/front-door")
    assert b"Somebody who gave no name" in desk.body
    assert b"Ada Fenn, a member of the public" in desk.body


def test_a_flood_from_one_place_is_stopped_with_every_word_kept(county):
    most = LIMITS["tell_us"].most
    answers = [visitor().post(PAGE, **WORRY, child_name=f"Child {number}") for number in range(most + 1)]
    assert {one.status for one in answers[:-1]} == {200}
    assert answers[-1].status == 429
    assert b"She cries every night." in answers[-1].body and b"Your words are still here" in answers[-1].body
    assert Contact.objects.count() == most


def test_three_hundred_hostile_texts_are_kept_as_they_are_or_refused_in_a_sentence(county):
    """What the pages make of them is asked in `hostile/`; here it is what is stored."""
    kept = 0
    for text in many_texts(300):
        try:
            ref = tell_as_public(
                told=Told(words=text, child_name=text[:200]), teller=Teller(name=text[:200]), now=NOW
            ).ref
        except KithError as problem:
            assert problem.message.endswith(".")
        else:
            kept += 1
            assert Contact.objects.get(ref=ref).words.split() == normalize("NFC", text).split()
    assert kept > 100
    assert visitor("fay").get("/front-door").status == 200


@pytest.mark.parametrize(
    ("due", "kept"),
    [
        ("19 February 2027", ("2027-02-19", "")),
        ("March 2027", ("2027-03", "")),
        ("in about six weeks", ("", "in about six weeks")),
        ("5 May 2099", ("", "5 May 2099")),
        ("", ("", "")),
    ],
)
def test_when_a_baby_is_due_is_understood_or_kept_as_it_was_said(county, due, kept):
    answer = visitor().post(PAGE, **WORRY | {"about": "baby", "mother": "Tegan Marl", "due": due})
    assert answer.status == 200
    told = Contact.objects.latest("pk")
    assert (told.unborn, told.mother, (told.expected, told.child_age)) == (True, "Tegan Marl", kept)
    desk = visitor("fay").get(f"/front-door/{told.ref}")
    assert b"Baby of Tegan Marl" in desk.body and kept[1].encode() in desk.body


def test_an_empty_page_is_no_try_and_says_what_is_missing(county):
    for _ in range(LIMITS["tell_us"].most + 1):
        answer = visitor().post(PAGE, about="child", words=" ")
    assert answer.status == 422 and b"A few words are enough." in answer.body
