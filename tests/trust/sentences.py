"""What a court laid down in the small county: upon Mina's father in every world, upon Ivy's mother in the census."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.people.services import add_address
from kith.apps.records.base import refs_from
from kith.apps.sentences.models import Condition, FoundTogether, Intelligence, SentenceStep
from kith.apps.sentences.projections import ConditionSaid, StepTaken
from kith.apps.sentences.services import look_for_children, set_condition, take_step
from kith.engines.drawing import network as net
from kith.kernel.refs import seeded_refs
from kith.testing.factories import LONG_AGO, NOW, OPERATOR, Partnership
from tests.trust.sealing import seal


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
        "found_ref": found_together(county),
    }


def found_together(county: Partnership) -> str:
    """Ivy's mother and Lou turn out to live at one address, and Kith finds it."""
    at = net.Address(lines="9 Staithe Row", postcode="EM9 1EM")
    for who, by in (("ivy-mum", "jo"), ("lou", "pru")):
        add_address(by=county.actor(by), person_ref=county.refs[who], address=at, now=NOW)
    look_for_children(by=OPERATOR, now=NOW)
    return str(FoundTogether.objects.get(child__ref=county.refs["lou"]).ref)


def bind(county: Partnership, name: str) -> None:
    """Somebody (by their name in the county) may not live with any child under 16; as rows, with refs of their own."""
    with refs_from(seeded_refs(f"{name} is bound")), load("test.bound", by=OPERATOR, now=NOW, payload={}):
        row = Condition(kind="residence", under=16, said_by="Heronsea Crown Court", basis="public_task")
        row.subject_id, row.recorded_by_id = target_of(county.refs[name]).id, county.loaded.workers["zed"]
        row.since_on, row.recorded_at = LONG_AGO, NOW
        row.save(force_insert=True)


def whisper(county: Partnership, name: str, words: str) -> None:
    """Intelligence about somebody, which only Zed may read."""
    with load("test.whispered", by=OPERATOR, now=NOW, payload={}):
        row = Intelligence(words=words, source="Heronsea Police", recorded_at=NOW)
        row.subject_id, row.recorded_by_id = target_of(county.refs[name]).id, county.loaded.workers["zed"]
        row.save(force_insert=True)
    seal(county, name, [("sentence", row.ref)], kind="witness")
