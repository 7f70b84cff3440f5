"""What has been told in the county of the route census: pru waits to hear of Ivy, word of a baby has come, and Lia has
word of a coach.

Early help for Ivy began at her school, in a county that says how long its assessment may take: a clock runs. The
strategy discussion about her has a meeting.
"""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.agencies.models import User
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import load
from kith.apps.cases.models import ConfirmedRule, Contact, DelayReason, KeptFrom, PathStep, StepMeeting
from kith.apps.cases.projections import Told
from kith.apps.cases.services import tell_as_worker
from kith.testing.factories import NOW, OPERATOR, Partnership


def what_was_told(county: Partnership) -> dict[str, str]:
    """Of an adult and of a child; each stands where its own page is asked for."""
    of_child = Told(words="She came without a coat.", child_name="Ivy Brook", family_knows="yes")
    of_adult = Told(words="He shouts at them.", adult_name="Otto Lamprey", adult_work="Heron Swimming")
    of_baby = Told(words="No scan yet.", unborn=True, expected="2027-02-19", mother="Ivy Brook")
    pru = county.actor("pru")
    child = tell_as_worker(by=pru, told=of_child, now=NOW)
    adult = tell_as_worker(by=pru, told=of_adult, is_about_adult=True, now=NOW)
    baby = tell_as_worker(by=pru, told=of_baby, now=NOW)
    refs = {f"contact_ref of contacts:{page}": adult.ref for page in ("allegation", "let_in", "shut_out")}
    refs |= {"contact_ref": child.ref, "contact_ref of contacts:begin_unborn": baby.ref}
    return refs | {"officer_ref": _kept_out(county, adult.ref)} | _a_clock(county) | _a_meeting(county, pru)


def _kept_out(county: Partnership, contact_ref: str) -> str:
    """Tess is an officer too by now, and the word is kept from her school."""
    tess = county.loaded.workers["tess"]
    with load("test.officer", by=OPERATOR, now=NOW, payload={}):
        User.objects.filter(pk=tess).update(role="designated_officer")
        kept = KeptFrom(contact=Contact.objects.get(ref=contact_ref))
        kept.organisation_id = county.loaded.organisations["school"]
        kept.save(force_insert=True)
    return county.actor("tess").ref


def _a_clock(county: Partnership) -> dict[str, str]:
    school, tess, abe = county.loaded.organisations["school"], *(county.loaded.workers[key] for key in ("tess", "abe"))
    since = dt.date(2026, 10, 1)
    with load("test.clock", by=OPERATOR, now=NOW, payload={}):
        step = PathStep(number=1, step="early_help", on_day=since, organisation_id=school)
        step.subject_id, step.recorded_by_id, step.recorded_at = target_of(county.refs["ivy"]).id, tess, NOW
        step.save(force_insert=True)
        reason = DelayReason(step=step, rule="EHA_COMPLETE", reason="missed", agreed_by="Ben")
        reason.recorded_by_id, reason.recorded_at = tess, NOW
        reason.save(force_insert=True)
        said = ConfirmedRule(rule="EHA_COMPLETE", valid_from=since, decided_by="Partners", written_in="Manual")
        said.recorded_by_id, said.recorded_at = abe, NOW
        said.save(force_insert=True)
    return {"step_ref": step.ref, "reason_ref": reason.ref, "confirmed_ref": said.ref}


def _a_meeting(county: Partnership, pru: Actor) -> dict[str, str]:
    step = PathStep(number=2, step="strategy", on_day=NOW.date(), recorded_at=NOW)
    meeting = StepMeeting(kind="strategy", on_day=NOW.date(), recorded_at=NOW)
    for row in (step, meeting):
        row.subject_id, row.recorded_by_id = county.subject_ids["ivy"], pru.id
    step.organisation_id = pru.agency_id
    with load("test.meetings", by=OPERATOR, now=NOW, payload={}):
        step.save(force_insert=True)
        meeting.save(force_insert=True)
    of_step = {f"step_ref of contacts:{page}": step.ref for page in ("meeting_of_step", "take_out_step")}
    return of_step | {"meeting_ref": meeting.ref}
