"""Whoever needs a task in the invented county has one, and opens by it whom it names and nobody else."""

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from kith.apps.access.models import Circle, Subject, TaskSubject
from tests.journeys.conftest import emails_of
from tests.journeys.grown_county import NOW

pytestmark = pytest.mark.django_db(transaction=True)
ASSURER, OFFICER = "ines-calloway", "tobias-arkwright-lee"


@pytest.fixture
def clients():
    with time_machine.travel(NOW, tick=False):
        users = {key: get_user_model().objects.get(email=email) for key, email in emails_of(ASSURER, OFFICER).items()}
        found = {}
        for key, user in users.items():
            found[key] = Client()
            found[key].force_login(user)
        yield found


def test_the_quality_assurer_and_the_records_officer_have_somebody_to_read(clients):
    for key, least in ((ASSURER, 2), (OFFICER, 1)):
        client = clients[key]
        named = TaskSubject.objects.filter(task__user__email__startswith=key[:4])
        refs = set(named.values_list("subject__ref", flat=True))
        assert len(refs) >= least
        opened = {ref: client.get(reverse("children:child", args=[ref])).status_code for ref in refs}
        assert set(opened.values()) == {200}, key
        family = Circle.objects.filter(centre__ref__in=refs).values("member_id")
        other = Subject.objects.filter(has_case=True).exclude(ref__in=refs).exclude(pk__in=family).first()
        assert client.get(reverse("children:child", args=[other.ref])).status_code == 404
        today = client.get(reverse("today:home")).content.decode()
        assert ("How well do we hear fathers?" in today) == (key == ASSURER)
        assert ("asks for their child" in today) == (key == OFFICER)
