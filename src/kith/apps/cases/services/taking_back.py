"""Giving back what a birth, or the end of a pregnancy, changed on the record: it was a wrong press."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed
from kith.apps.cases.models import BeforeBirth, PathStep
from kith.apps.cases.path import CannotStep
from kith.apps.people import services as people
from kith.apps.people.actions import CHANGE
from kith.kernel.partial_dates import PartialDate


def take_birth_back(act: Deed, row: PathStep, *, by: Actor, child_ref: str, now: dt.datetime) -> None:
    """Inside the deed that takes the step out."""
    stood = BeforeBirth.objects.filter(step=row).first()
    if stood is None:
        raise CannotStep("This record began with this step. If it is wrong, take the whole record back.")
    require(by, CHANGE, child_ref, now=now)
    expected = PartialDate.from_code(stood.expected) if stood.expected else None
    before = people.BeforeBirth(expected=expected, sex=stood.sex, name_ref=stood.name_ref)
    people.be_expected_again(act, by=by, person_ref=child_ref, before=before, now=now)
