"""Every kind of page behind a link is easy to read too: numbers first, one thought a line, days with their weekday."""

import pytest

from kith.apps.networks.family_copies import CopiedHelper, CopiedPerson, FamilyCopy
from kith.apps.networks.given_pictures import GivenPart, GivenPicture
from kith.apps.occasions.relative_copies import NamedWorker, RelativeCopy, ToldLine
from kith.apps.ownpages.projections import CopiedPart, OwnPageCopy
from kith.web.links.easy import of_family, of_given, of_own_page, of_relative

FAMILY = FamilyCopy(
    reader_part="parent",
    child="Noor",
    child_says="agreed",
    made_on="24 November 2026",
    picture="<svg/>",
    people=(CopiedPerson(says="Mum", name="Safiya", is_reader=True), CopiedPerson(says="Aunt")),
    helpers=(CopiedHelper(says="Somebody from the council", phone="01632 960 100"), CopiedHelper(says="A teacher")),
)
RELATIVE = RelativeCopy(
    child="Noor",
    child_says="agreed",
    made_on="24 November 2026",
    told=(ToldLine(on="3 November 2026", what="A plan", words="We talked. You said yes."),),
    asked=(),
    invited=(ToldLine(on="9 December 2026, 14:30", what="We talk about Noor", place="Quay House"),),
    helps=(),
    workers=(NamedWorker(name="Rowan", agency="Tidewise", phone="01632 960 123"),),
    answered_within=(("wrong", "10 working days"),),
)


def lines_of(page):
    return [line for part in page.parts for line in part.lines]


def test_numbers_to_ring_come_first():
    assert of_family(FAMILY).numbers == (("Somebody from the council", "01632 960 100"),)
    assert of_relative(RELATIVE).numbers == (("Rowan", "01632 960 123"),)


def test_one_thought_stands_on_a_line():
    lines = lines_of(of_relative(RELATIVE))
    assert lines[:4] == ["A plan", "Tuesday 3 November 2026", "We talked.", "You said yes."]
    assert "Wednesday 9 December 2026, 14:30, Quay House" in lines


def test_nothing_of_the_page_is_lost():
    lines = lines_of(of_family(FAMILY))
    assert lines == ["Noor", "Mum: Safiya (you)", "Aunt", "Somebody from the council", "A teacher"]
    given = GivenPicture(
        reader_part="parent",
        child="Noor",
        child_says="agreed",
        made_on="24 November 2026",
        title="My island",
        drawn_by="child",
        picture="<svg/>",
        parts=(GivenPart(title="Near", lines=("Nan", "The pool")),),
    )
    assert lines_of(of_given(given)) == ["Nan", "The pool"] and of_given(given).picture == "<svg/>"


@pytest.mark.parametrize("make", [lambda: of_family(FAMILY), lambda: of_relative(RELATIVE)])
def test_it_says_on_which_weekday_it_was_made(make):
    assert "We made this page on Tuesday 24 November 2026." in make().after


def test_what_is_only_for_the_young_person_stands_last_and_folded():
    parts = (CopiedPart(title="Stop", text="No.", is_for_me=True), CopiedPart(title="Talk", text="Ask me. Wait."))
    page = of_own_page(OwnPageCopy(child="Noor", made_on="24 November 2026", parts=parts))
    assert [(part.title, part.is_folded) for part in page.parts] == [("Talk", False), ("Only for you: Stop", True)]


def test_a_preview_sends_nothing():
    assert not of_relative(RELATIVE).may_write
