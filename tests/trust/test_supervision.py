"""Group supervision tells of no child: not of a hidden one, and not whose case a request about a sealed child is."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage

import kith
from kith.apps.agencies.projections import Schedule
from kith.apps.supervision import pairing
from kith.apps.supervision.models import Request
from kith.apps.supervision.services import remind
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust import test_two_worlds as worlds
from tests.trust.canaries import canaries_in, hide_canaries
from tests.trust.county import build_county
from tests.trust.crawling import every_path
from tests.trust.hidden import hide_child, seal_child
from tests.trust.supervision import asking_for_supervision, keeping_the_register, what_is_asked_and_led
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
EVERYBODY = ("pru", "max", "fay", "ned", "tess", "jo", "kim", "ira", "quin", "sam", "lia", "bea", "ada", "dot", "abe")
AT_THE_GATE = ("tess", "bea")
SOURCE = Path(kith.__file__).parent
SENDS = re.compile(
    r"^(from|import) (django\.core\.mail|smtplib)|^from django\.core import .*\bmail\b|email_user\(", re.M
)


@pytest.mark.parametrize("hide", [hide_child, seal_child])
def test_nobody_who_asks_or_triages_can_tell_whether_a_child_is_hidden(hide):
    worlds.leave_to_sqlite()
    found = worlds.compare(hide, ("pru", "bea", "ada"), (asking_for_supervision,))
    assert not found, "\n".join(found)


def asked_about_whoever_is_sealed(county: Partnership) -> str:
    """Zed, who is on the list, asks about the sealed child; a team that may not know works there."""
    ref = seal_child(county)
    county.refs |= what_is_asked_and_led(county, by="zed", about="hidden", leads="tess")
    return ref


def asked_about_nobody(county: Partnership) -> str:
    county.refs |= what_is_asked_and_led(county, by="zed", about="", leads="tess")
    return ""


def differences_of_a_request(walkers: tuple[str, ...]) -> list[str]:
    """Between a county where it is about a sealed child, and one without that child where it is about nobody.

    Nobody of the pool works with the child: whoever does is left out of the match, which decision 25 says.
    """
    known = worlds.refs_of_hidden(asked_about_whoever_is_sealed)
    scripts = (keeping_the_register, asking_for_supervision)
    one = worlds.walk(asked_about_whoever_is_sealed, walkers, scripts, known)
    other = worlds.walk(asked_about_nobody, walkers, scripts, known)
    return list(worlds.differences(one, other))


@pytest.mark.parametrize(
    "walkers", [AT_THE_GATE, pytest.param(EVERYBODY, marks=pytest.mark.long)], ids=("at_the_gate", "everybody")
)
def test_nobody_can_tell_a_request_about_a_sealed_child_from_one_about_nobody(walkers):
    worlds.leave_to_sqlite()
    found = differences_of_a_request(walkers)
    assert not found, "\n".join(found)


def test_a_planted_leak_in_a_request_is_found(monkeypatch):
    """Here somebody would be left out of the match only because there is a child at all."""
    worlds.leave_to_sqlite()
    plain = pairing.Pool.asked

    def telling(self, row):
        found, everybody = plain(self, row), frozenset(one.ref for one in self.workers.values())
        return found if row.subject_id is None else replace(found, kept_out=everybody)

    monkeypatch.setattr(pairing.Pool, "asked", telling)
    assert differences_of_a_request(("bea",))


def test_the_register_is_walked_and_not_refused_all_the_way():
    worlds.leave_to_sqlite()
    for who, answers in worlds.walk(asked_about_nobody, AT_THE_GATE, (keeping_the_register,)).items():
        posted = [answer.status for answer in answers if answer.asked.startswith("POST")]
        assert posted.count(302) >= 5, who


def mails(hide) -> list[tuple[object, ...]]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        hide(build_county())
        del mail.outbox[:]
        remind(by=Schedule(), now=NOW)
        return [all_but_its_number(message) for message in mail.outbox]


def all_but_its_number(message: EmailMessage) -> tuple[object, ...]:
    headers = {name: value for name, value in message.extra_headers.items() if name != "Message-ID"}
    return message.subject, message.body, message.to, message.cc, message.bcc, message.from_email, headers


def test_mail_is_the_same_whether_or_not_a_request_is_about_a_sealed_child(settings):
    worlds.leave_to_sqlite()
    settings.DEFAULT_FROM_EMAIL = "kith@eastmarch.example"
    told = mails(asked_about_whoever_is_sealed)
    assert told and told == mails(asked_about_nobody)


def test_no_mail_holds_a_word_of_what_was_asked(settings):
    worlds.leave_to_sqlite()
    settings.DEFAULT_FROM_EMAIL = "kith@eastmarch.example"
    with time_machine.travel(NOW, tick=False), rolled_back():
        county = build_county()
        hide_canaries(county)
        what_is_asked_and_led(county, by="zed", about="canary", leads="tess")
        remind(by=Schedule(), now=NOW)
        said = [message.message().as_string() for message in mail.outbox]
    assert said and not [word for text in said for word in canaries_in(text)]


def test_mail_leaves_by_one_door():
    """Other mail would have to be looked through for names as well."""
    code = (path for path in SOURCE.rglob("*.py") if "tests" not in path.parts)
    sending = {path.relative_to(SOURCE).as_posix() for path in code if SENDS.search(path.read_text(encoding="utf-8"))}
    assert sending == {"apps/outbox/services.py"}


@pytest.mark.parametrize("who", ["bea", "pru", "tess", "ada", "quin", "max"])
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
