"""Where Ivy stands in the census: one standing, one that was taken out, and two disagreements, one each way."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.cases.models import CheckAnswer, Disagreement, DisagreementTurn, Standing
from kith.testing.factories import NOW, OPERATOR, Partnership

SINCE = dt.date(2026, 9, 9)
LATER = dt.date(2026, 12, 9)


def where_she_stands(county: Partnership) -> dict[str, str]:
    """The school waits for the council in the one that is opened; the council may take the other further."""
    ivy = county.refs["ivy"]
    out = standing(county, "early_help", ivy, is_out=True)
    ours = disagreement(county, "council", "school", ivy)
    answer = answer_to_check(county, ivy)
    return {
        "check_answer_ref": answer,
        "check_answer_ref of standing:put_back_answer": answer_to_check(county, ivy, is_out=True),
        "standing_ref": standing(county, "family_help", ivy),
        "standing_ref of standing:put_back": out,
        "disagreement_ref": ours,
        "disagreement_ref of disagreeing:one": disagreement(county, "school", "council", ivy),
    }


def standing(county: Partnership, kind: str, subject_ref: str, *, words: str = "", is_out: bool = False) -> str:
    with load("test.standing", by=OPERATOR, now=NOW, payload={}):
        row = Standing(kind=kind, since_on=SINCE, words=words, recorded_at=NOW, withdrawn_at=NOW if is_out else None)
        row.subject_id, row.recorded_by_id = target_of(subject_ref).id, county.loaded.workers["zed"]
        row.save(force_insert=True)
    return str(row.ref)


def answer_to_check(county: Partnership, subject_ref: str, *, words: str = "She asks.", is_out: bool = False) -> str:
    """That no health worker is on the team."""
    row = CheckAnswer(check_name="no_health", about="child", answer="in_hand", words=words, who=words, until_on=LATER)
    row.subject_id, row.recorded_by_id = target_of(subject_ref).id, county.loaded.workers["zed"]
    row.recorded_at, row.withdrawn_at = NOW, NOW if is_out else None
    with load("test.check_answered", by=OPERATOR, now=NOW, payload={}):
        row.save(force_insert=True)
    return str(row.ref)


def disagreement(county: Partnership, raised: str, other: str, subject_ref: str, *, words: str = "We see more.") -> str:
    """At its first stage, on the other agency’s turn."""
    agencies = county.loaded.organisations
    row = Disagreement(about=words, wanted=words, stage="workers", stage_since=NOW.date(), stages_version="2026-11")
    row.subject_id, row.raised_by_id = target_of(subject_ref).id, county.loaded.workers["zed"]
    row.organisation_id = agencies[raised]
    row.with_agency_id = row.waits_for_id = agencies[other]
    with load("test.disagreement", by=OPERATOR, now=NOW, payload={}):
        row.save(force_insert=True)
        turn = DisagreementTurn(disagreement=row, act="raised", stage="workers", words=words, at=NOW)
        turn.by_id = row.raised_by_id
        turn.save(force_insert=True)
    return str(row.ref)
