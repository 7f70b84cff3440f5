"""Mail to people at work: one message each, the same for all, and nothing sent twice."""

import datetime as dt
from collections.abc import Iterator
from email.message import EmailMessage
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends import locmem

from kith.apps.agencies.projections import Schedule
from kith.apps.audit.models import AuditRow
from kith.apps.outbox.models import Told
from kith.apps.outbox.queries import is_mail_set_up
from kith.apps.outbox.services import tell_of_waiting
from kith.testing.factories import NOW, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
WEEK = dt.timedelta(days=7)


@pytest.fixture
def county(settings) -> Iterator[Partnership]:
    settings.DEFAULT_FROM_EMAIL = "Kith <kith@eastmarch.example>"
    with rolled_back():
        yield partnership(agencies=[agency("council")], workers=[worker("sue"), worker("ben")])


def tell(county: Partnership, now: dt.datetime = NOW, **waiting: set[str]) -> int:
    keys = {county.actor(who).id: things for who, things in waiting.items()}
    return tell_of_waiting(by=Schedule(), waiting=keys, again_after=WEEK, now=now)


def test_whatever_waits_one_message_goes_out_and_each_thing_is_told_once_a_week(county):
    assert tell(county, sue={"lead:a", "poll:b"}, ben=set()) == 1
    assert tell(county, NOW + dt.timedelta(days=1), sue={"lead:a", "poll:b"}) == 0
    assert tell(county, NOW + dt.timedelta(days=1), sue={"lead:a", "lead:c"}) == 1
    assert tell(county, NOW + dt.timedelta(days=8), sue={"lead:a"}) == 1
    assert [message.to for message in mail.outbox] == [["sue@kith.example"]] * 3
    assert Told.objects.count() == 3


def test_a_message_names_no_machine_and_nobody_but_the_one_it_is_for(county):
    tell(county, sue={"lead:a"}, ben={"lead:b"})
    for message in mail.outbox:
        said: EmailMessage = message.message()
        assert said["Message-ID"].endswith("@eastmarch.example>") and said["Auto-Submitted"] == "auto-generated"
        assert "lead" not in said.as_string() and "Worker" not in said.as_string()
    assert mail.outbox[0].body == mail.outbox[1].body


def test_an_address_that_is_refused_stops_nobody_elses(county, monkeypatch):
    whole = locmem.EmailBackend.send_messages

    def refusing(self, messages):
        if messages[0].to == ["sue@kith.example"]:
            raise SMTPRecipientsRefused({})
        return whole(self, messages)

    monkeypatch.setattr(locmem.EmailBackend, "send_messages", refusing)
    assert tell(county, sue={"lead:a"}, ben={"lead:b"}) == 1
    assert [message.to for message in mail.outbox] == [["ben@kith.example"]]


def test_whoever_has_left_is_told_nothing_and_what_was_sent_is_on_the_record(county):
    before = AuditRow.objects.count()
    assert tell(county, ben={"lead:b"}) == 1
    row = AuditRow.objects.order_by("-pk").first()
    assert AuditRow.objects.count() == before + 1 and row is not None and row.event == "outbox.told"


def test_mail_is_set_up_by_its_sender(settings):
    settings.DEFAULT_FROM_EMAIL = ""
    assert not is_mail_set_up()
