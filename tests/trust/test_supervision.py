"""Group supervision tells of no child: not of a hidden one, and not whose case a request about a sealed child is."""

import pytest
import time_machine

from kith.apps.supervision.models import Request
from kith.testing.factories import NOW, rolled_back
from tests.trust import test_two_worlds as worlds
from tests.trust.county import build_county
from tests.trust.crawling import every_path
from tests.trust.hidden import hide_child, seal_child
from tests.trust.supervision import asking_for_supervision, what_is_asked_and_led
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hide", [hide_child, seal_child])
def test_nobody_who_asks_or_triages_can_tell_whether_a_child_is_hidden(hide):
    worlds.leave_to_sqlite()
    found = worlds.compare(hide, ("pru", "bea", "ada"), (asking_for_supervision,))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("who", ["bea", "pru", "tess", "ada"])
def test_no_page_of_a_request_about_a_child_names_the_child(who):
    """Neither her name nor her ref: the business unit, the pool and the figures never hold them."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        county = build_county()
        county.refs |= what_is_asked_and_led(county)
        asked = Request.objects.get(ref=county.refs["request_ref"])
        assert asked.subject is not None and asked.subject.ref == county.refs["ivy"]
        browser = visitor(who)
        for path in every_path(county.refs | {"visible tie": "0" * 26}, ("mum",), children=("mina",)):
            if path.startswith("/supervision"):
                browser.get(path)
        assert {200} <= {answer.status for answer in browser.answers}
        for secret in (b"Ivy", county.refs["ivy"].encode()):
            assert not [answer.asked for answer in browser.answers if secret in answer.body]
