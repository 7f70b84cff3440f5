"""A tablet that was handed over shows one picture and nothing else, until its PIN opens it or it signs itself out."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from time_machine import travel

from kith.apps.access.queries import NothingHere
from kith.apps.pictures import queries
from kith.testing.factories import NOW, Partnership
from kith.web.pictures.kept_to import DRAWING, OPENING, READING
from kith.web.pictures.lock import KEY, lock_of
from kith.web.pictures.tests.drawing import PIN, Drawing, county_of_mina, drawing
from tests.trust.crawling import routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    cache.clear()
    with travel(NOW, tick=False):
        yield county_of_mina()


@pytest.fixture
def locked(county: Partnership) -> Drawing:
    made = drawing(county)
    assert made.lock().url == made.at("together")
    return made


def leads_back(tablet: Drawing, path: str, method: str = "get") -> bool:
    answer = getattr(tablet.client, method)(path)
    return answer.status_code == 302 and answer.url == tablet.at("together")


def test_whatever_is_asked_leads_back_to_the_picture(locked):
    child = locked.county.refs["mina"]
    pages = (
        reverse("today:home"),
        reverse("children:child", args=[child]),
        reverse("children:child", args=[locked.county.refs["lou"]]),
        reverse("pictures:all", args=[child]),
        locked.at("drawn"),
        locked.at("hand_over"),
        reverse("help:now"),
        "/not/a/page/of/ours",
    )
    assert [page for page in pages if not leads_back(locked, page)] == []
    assert [page for page in pages if not leads_back(locked, page, "post")] == []
    assert locked.get("together").status_code == 200


def test_another_picture_of_the_same_child_is_somewhere_else(locked):
    other = drawing(locked.county)
    assert leads_back(locked, other.at("together"))
    assert leads_back(locked, other.at("place"), "post") and other.names() == []


def test_acts_on_the_picture_go_on(locked):
    locked.post("place", kind="place", name="The sea", to="together")
    assert locked.names() == ["The sea"]
    assert "The sea" in locked.text()


def test_a_part_of_a_page_is_led_back_too(locked):
    answer = locked.client.get(reverse("today:home"), headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == locked.at("together")


def test_only_names_that_were_ticked_are_offered(county):
    tablet = drawing(county)
    assert "Joseph" in tablet.text() and "Grace" in tablet.text()
    tablet.lock(offered=[county.refs["mum"]])
    assert "Grace" in tablet.text() and "Joseph" not in tablet.text()


def test_covered_it_shows_nothing_of_the_picture(locked):
    locked.post("place", kind="place", name="The sea", to="together")
    locked.post("cover")
    shown = locked.text()
    assert "The sea" not in shown and "Mina" not in shown
    assert leads_back(locked, locked.at("undo"), "post") and locked.names() == ["The sea"]
    assert leads_back(locked, locked.at("done"))


def test_the_pin_opens_it_to_go_on(locked):
    locked.post("cover")
    assert locked.post("open_again", code=PIN, then="draw").url == locked.at("together")
    assert "Add someone" in locked.text()
    assert leads_back(locked, reverse("today:home")), "the tablet is still in the child's hands"


def test_the_pin_takes_the_tablet_back(locked):
    locked.post("cover")
    assert locked.post("open_again", code=PIN, then="back").url == locked.at("drawn")
    assert locked.client.get(reverse("today:home")).status_code == 200


def test_going_back_in_the_browser_opens_nothing(locked):
    locked.post("cover")
    for page in ("together", "drawn", "done"):
        assert "Add someone" not in locked.client.get(locked.at(page), follow=True).content.decode()


def test_five_wrong_digits_sign_out(locked):
    for tried in ("0000", "1111", "83051", ""):
        locked.post("open_again", code=tried, then="back")
        assert "Try again" in locked.text()
    answer = locked.post("open_again", code="9999", then="back")
    assert answer.url.startswith("/sign-in")
    assert locked.get("together").url.startswith("/sign-in")


def test_side_by_side_no_more_can_be_tried(locked):
    """Tries that do not know of each other are counted together all the same."""
    before = dict(locked.client.session[KEY])
    for tried in ("0000", "1111", "2222", "4444", "5555"):
        locked.post("open_again", code=tried, then="back")
        if KEY in locked.client.session:
            session = locked.client.session
            session[KEY] = before
            session.save()
    if locked.client.session.get(KEY):
        assert locked.post("open_again", code=PIN, then="back").url != locked.at("drawn")


def test_the_right_digits_are_not_counted(locked):
    for _ in range(7):
        locked.post("cover")
        locked.post("open_again", code=PIN, then="draw")
    assert "Add someone" in locked.text()


def test_the_pin_is_nowhere_to_be_read(locked):
    assert PIN not in str(dict(locked.client.session))
    assert locked.client.session[KEY]["pin"].count("$") >= 2, "a hash with its salt"


@pytest.mark.parametrize("pin", ["", "12", "1234567", "1111", "3456", "9876", "abcd", "８３０５"])
def test_digits_that_anybody_would_guess_are_refused(county, pin):
    tablet = drawing(county)
    assert tablet.post("hand_over", code=pin).status_code == 422
    assert tablet.client.get(reverse("today:home")).status_code == 200


def test_left_alone_it_signs_itself_out(county):
    tablet = drawing(county)
    tablet.lock()
    with travel(NOW + timedelta(minutes=16), tick=False):
        assert tablet.get("together").url.startswith("/sign-in")
        assert tablet.client.get(reverse("today:home")).url.startswith("/sign-in")
    assert lock_of_session(tablet) is None


def lock_of_session(tablet: Drawing) -> object:
    return tablet.client.session.get(KEY)


def test_signing_out_is_never_stopped(locked):
    locked.client.post(reverse("account_logout"))
    assert locked.get("together").url.startswith("/sign-in")


def test_without_a_lock_it_covers_and_opens_by_a_press(county):
    tablet = drawing(county)
    tablet.post("cover")
    assert "Mina" not in tablet.text() and leads_back(tablet, reverse("today:home"))
    tablet.post("open_again", then="draw")
    assert "Add someone" in tablet.text()
    assert tablet.client.get(reverse("today:home")).status_code == 200


def test_a_picture_that_can_no_longer_be_opened_leaves_the_cover_as_the_way_out(locked, monkeypatch):
    def gone(*args: object, **options: object) -> None:
        raise NothingHere

    monkeypatch.setattr(queries, "drawn_page", gone)
    assert leads_back(locked, locked.at("together"))
    assert "Take the tablet back" in locked.text()
    locked.post("open_again", code=PIN, then="back")
    assert locked.client.get(reverse("today:home")).status_code == 200


def test_a_lock_is_for_whoever_draws(county):
    tablet = drawing(county)
    tablet.post("done", who_may_see="Mum")
    assert tablet.get("hand_over").status_code == 404


def test_nobody_is_locked_who_did_not_ask_for_it(rf):
    request = rf.get("/")
    request.session = {}
    assert lock_of(request) is None


def test_what_stays_open_are_routes_of_ours():
    assert {*OPENING["pictures"], *OPENING["chronologies"], *READING, *DRAWING} <= routes().keys()
