"""Closed words fit the columns that keep them: SQLite keeps any length, PostgreSQL refuses what is too long."""

import pytest
from django.db import models

from kith.apps.cases import disagreeing
from kith.apps.cases.checks import answers, checks
from kith.apps.cases.delays import reasons
from kith.apps.cases.meetings import FAMILY, GROUP, PRESENCES, WORKER, groups, meetings
from kith.apps.cases.models import (
    CheckAnswer,
    ConfirmedRule,
    Contact,
    ContactDecision,
    DelayReason,
    Disagreement,
    DisagreementTurn,
    MeetingGuest,
    NotBrought,
    PathStep,
    Standing,
    StepMeeting,
)
from kith.apps.cases.not_brought import causes
from kith.apps.cases.outcomes import DESIGNATED, FRONT_DOOR, outcomes
from kith.apps.cases.path import STEPS
from kith.apps.cases.projections.checks import THE_CHILD
from kith.apps.cases.rules import (
    ALLEGATION,
    ANONYMOUS,
    CONCERN,
    FAMILY_KNOWS,
    HOW_ADULTS_WORK,
    PROFESSIONAL,
    PUBLIC,
    reference_from,
)
from kith.apps.cases.standings import kinds
from kith.apps.cases.timescales import UNITS
from kith.engines.timescales import england_rules
from kith.kernel.refs import new_ref

RULES = [rule.id for rule in england_rules().rules]


@pytest.mark.parametrize(
    ("model", "column", "words"),
    [
        (Contact, "kind", [CONCERN, ALLEGATION]),
        (Contact, "sender_kind", [PROFESSIONAL, PUBLIC, ANONYMOUS]),
        (Contact, "reference", [reference_from(new_ref())]),
        (Contact, "family_knows", FAMILY_KNOWS),
        (Contact, "adult_how", HOW_ADULTS_WORK),
        (ContactDecision, "outcome", [*outcomes(FRONT_DOOR), *outcomes(DESIGNATED)]),
        (PathStep, "step", STEPS),
        (NotBrought, "cause", causes()),
        (DelayReason, "reason", reasons()),
        (DelayReason, "rule", RULES),
        (ConfirmedRule, "rule", RULES),
        (ConfirmedRule, "unit", UNITS),
        (StepMeeting, "kind", meetings()),
        (MeetingGuest, "kind", [WORKER, GROUP, FAMILY]),
        (MeetingGuest, "key", [new_ref(), *groups()]),
        (MeetingGuest, "presence", PRESENCES),
        (Standing, "kind", kinds()),
        (Standing, "ground", [ground for kind in kinds().values() for ground in (*kind.grounds, "")]),
        (CheckAnswer, "check_name", checks()),
        (CheckAnswer, "about", [new_ref(), THE_CHILD, "2026-11-24"]),
        (CheckAnswer, "answer", answers()),
        (Disagreement, "stage", disagreeing.stages()),
        (Disagreement, "outcome", disagreeing.outcomes()),
        (Disagreement, "stages_version", [disagreeing.stages_version()]),
        (DisagreementTurn, "act", disagreeing.ACTS),
        (DisagreementTurn, "stage", disagreeing.stages()),
    ],
)
def test_every_word_fits(model: type[models.Model], column: str, words: list[str]) -> None:
    field = model._meta.get_field(column)
    assert isinstance(field, models.CharField)
    assert field.max_length
    assert max(map(len, words)) <= field.max_length
