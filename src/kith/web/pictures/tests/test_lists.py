"""What next: a picture ends in lists, and in a list of those who are to be invited, by one press."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.occasions.models import Invitation, LedgerRow, Occasion
from kith.apps.pictures import services
from kith.apps.pictures.models import Placed
from kith.apps.pictures.projections import LineSaid, PictureStart, Placing
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
NEW = {"occasion": "new", "words": "Family meeting", "on": "1 December 2026"}


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Tess work with Kit, of whom one parent is on record; Nan and Ada are round him."""
    with travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("unit")],
            workers=[worker("sue"), worker("tess", agency="school"), worker("ben", agency="unit")],
        )
        people = (child("kit", "Kit Brook"), person("dad", "Kwame Brook"), person("nan", "Zipporah Vale"))
        unions = [couple("dad", children=["kit"]), couple("nan", children=["dad"])]
        made.add([family(*people, person("ada", "Ada Lovage"), unions=unions)])
        for who in ("sue", "tess"):
            made.involve("kit", who)
        yield made


class Drawn:
    """A picture that Sue draws with Kit."""

    def __init__(self, county: Partnership, kind: str = "ecomap") -> None:
        self.county = county
        self.at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
        self.ref = services.begin_picture(start=PictureStart(kind=kind, whose="child"), **self.at)

    def place(self, who: str = "", **said: Any) -> str:
        person = self.county.refs[who] if who else ""
        return services.place(picture_ref=self.ref, placing=Placing(person=person, **said), **self.at)

    @property
    def url(self) -> str:
        return reverse("pictures:lists", args=[self.county.refs["kit"], self.ref])

    def page(self, who: str = "sue") -> str:
        return browser(who).get(self.url).content.decode()

    def invite(self, *who: str, by: str = "sue", **said: str) -> object:
        return browser(by).post(self.url, {**NEW, "people": [self.county.refs[one] for one in who], **said})


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def part(page: str, heading: str) -> str:
    return page.split(f'id="{heading}"')[1].split("</section>")[0]


def test_a_picture_ends_in_lists(county):
    drawn = Drawn(county)
    drawn.place("nan", farness=10, words="Sundays at hers")
    drawn.place(name="Uncle Bartimaeus")
    drawn.place(name="", state="blank")
    drawn.place("ada", state="not_sure")
    nan = Placed.objects.get(person__ref=county.refs["nan"]).key
    services.draw_line(picture_ref=drawn.ref, line=LineSaid(b=nan, kinds=("strong",), towards="a"), **drawn.at)
    page = drawn.page()
    assert "Who is <bdi>Uncle Bartimaeus</bdi>?" in part(page, "names")
    contact = part(page, "contact")
    assert "Zipporah Vale" in contact and "Ada Lovage" in contact and "Kwame" not in contact
    blanks = part(page, "blanks")
    assert "Who?: a blank" in blanks and "Ada Lovage: nobody is sure" in blanks and "Only one parent of Kit" in blanks
    helps = part(page, "help")
    assert "helps Kit already" in helps and "Sundays at hers" in helps and "Ada" not in helps


@pytest.mark.parametrize(("field", "says"), [("emotional", "listens and cares"), ("fair_weather", "")])
def test_where_somebody_stands_says_with_what_they_help(county, field, says):
    drawn = Drawn(county, "supporters")
    drawn.place("nan", part=field)
    helps = part(drawn.page(), "help")
    assert ("Zipporah Vale" in helps) == bool(says) and says in helps


def test_one_press_makes_the_list_and_nobody_is_invited_by_it(county):
    drawn = Drawn(county)
    for who in ("nan", "ada"):
        drawn.place(who)
    answer = drawn.invite("nan", "ada")
    assert answer.status_code == 302 and Invitation.objects.count() == 2 and not LedgerRow.objects.exists()
    page = browser("tess").get(answer["Location"]).content.decode()
    assert "On the list (2)" in page and "Nothing goes out yet" in page and "They are invited" not in page
    occasion = Occasion.objects.get().ref
    assert f'value="{occasion}"' in drawn.page()
    assert browser("sue").post(answer["Location"], {"invited_by": "Sue"}).status_code == 422
    for row in Invitation.objects.all():
        where = reverse("occasions:answer_invitation", args=[county.refs["kit"], occasion, row.ref])
        said = {"safety": "safe", "hurt": "Nobody that we know of.", "version": "1"}
        assert browser("sue").post(where, said).status_code == 302
    assert browser("sue").post(answer["Location"], {"invited_by": "Sue"}).status_code == 302
    assert LedgerRow.objects.exclude(invited_on=None).count() == 2
    assert "was never told or invited" not in part(drawn.page(), "contact")


def test_where_nothing_is_planned_something_new_begins_by_the_same_press(county):
    drawn = Drawn(county)
    drawn.place("nan")
    page = part(drawn.page(), "invite")
    assert '<input type="hidden" name="occasion" value="new"' in page and "To what?" not in page
    assert drawn.invite("nan", place="The boathouse, Quay Lane").status_code == 302
    occasion = Occasion.objects.get()
    assert (occasion.words, occasion.place, occasion.on_day.isoformat()) == (
        *("Family meeting", "The boathouse, Quay Lane", "2026-12-01"),
    )
    assert "To what?" in part(drawn.page(), "invite")


@pytest.mark.parametrize(
    ("again", "is_free"), [("yes", True), ("might", False), ("thinking", False), ("no", False), ("", False)]
)
def test_nobody_of_an_earlier_home_is_asked_before_the_child_says_yes(county, again, is_free):
    """Whichever picture somebody looks at."""
    moved, island = Drawn(county, "mobility"), Drawn(county)
    moved.place(kind="home", name="Quay Row")
    home = Placed.objects.get(name="Quay Row").key
    moved.place("nan", at=home, again=again)
    island.place("nan")
    for drawn in (moved, island):
        page = part(drawn.page(), "invite")
        assert ("before Kit says yes" in page) != is_free
        assert drawn.invite("nan", words=drawn.ref).status_code == (302 if is_free else 422)
    assert Invitation.objects.count() == (2 if is_free else 0)


def test_what_is_missing_is_said_and_nothing_is_lost(county):
    drawn = Drawn(county)
    drawn.place("nan")
    for said in ({"on": ""}, {"on": "1 November 2026"}, {"words": ""}):
        answer = drawn.invite("nan", **said)
        assert answer.status_code == 422 and "Your choices are still here" in answer.content.decode()
    assert not Occasion.objects.exists() and not Invitation.objects.exists()


def test_whoever_may_not_see_somebody_finds_them_in_none_of_the_lists(county):
    drawn = Drawn(county)
    drawn.place("nan", words="Sundays at hers", state="not_sure")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=seal, now=NOW)
    assert "Zipporah" in drawn.page()
    page = drawn.page("tess")
    assert "Zipporah" not in page and "Sundays" not in page and "nobody is sure" not in page
    assert drawn.invite("nan", by="tess").status_code == 422


def test_whoever_does_not_work_with_the_child_finds_nothing(county):
    drawn = Drawn(county)
    assert browser("ben").get(drawn.url).status_code == 404
    assert drawn.invite("nan", by="ben").status_code == 404
