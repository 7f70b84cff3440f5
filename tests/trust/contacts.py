"""What has been told in the county of the route census: pru waits to hear of Ivy, word of a baby has come,
and Lia has word of a coach."""

from kith.apps.audit.services import load
from kith.apps.cases.models import PathStep, StepMeeting
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
    step = PathStep(number=1, step="strategy", on_day=NOW.date(), recorded_at=NOW)
    meeting = StepMeeting(kind="strategy", on_day=NOW.date(), recorded_at=NOW)
    for row in (step, meeting):
        row.subject_id, row.recorded_by_id = county.subject_ids["ivy"], pru.id
    step.organisation_id = pru.agency_id
    with load("test.meetings", by=OPERATOR, now=NOW, payload={}):
        step.save(force_insert=True)
        meeting.save(force_insert=True)
    return {
        "step_ref of contacts:meeting_of_step": step.ref,
        "meeting_ref": meeting.ref,
        "contact_ref": child.ref,
        "contact_ref of contacts:allegation": adult.ref,
        "contact_ref of contacts:begin_unborn": baby.ref,
    }
