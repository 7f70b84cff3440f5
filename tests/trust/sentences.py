"""What a court laid down in the county of the route census: Jo supervises Ivy's mother, and nobody else does."""

import datetime as dt

from kith.apps.sentences.models import SentenceStep, ToTell
from kith.apps.sentences.projections import ConditionSaid, StepTaken
from kith.apps.sentences.services import set_condition, take_step
from kith.testing.factories import NOW, Partnership


def what_was_laid_down(county: Partnership) -> dict[str, str]:
    """A step, a condition that covers any child under 16, and whom to tell of it."""
    county.involve("ivy-mum", "jo")
    by, today = {"by": county.actor("jo"), "person_ref": county.refs["ivy-mum"], "now": NOW}, NOW.date()
    stepped = StepTaken(step="taken_over", on=today - dt.timedelta(days=9), said_by="Northmoor Probation")
    take_step(said=stepped, expected_version=0, **by)
    said = ConditionSaid(kind="residence", since=today, said_by="Heronsea Crown Court", basis="public_task")
    return {
        "condition_ref": set_condition(said=said, **by),
        "step_ref of sentences:take_out_step": SentenceStep.objects.get().ref,
        "telling_ref": ToTell.objects.get().ref,
    }
