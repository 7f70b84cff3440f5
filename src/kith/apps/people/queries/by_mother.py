"""Babies who are not born yet, found by the name of whoever expects them: they seldom have one of their own."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import Asked, Cut, opened_among
from kith.apps.agencies.projections import Actor
from kith.apps.people import actions
from kith.apps.people.expecting import UNBORN
from kith.apps.people.models import Person, Tie
from kith.apps.people.queries.families import opened_rows, persons_with
from kith.apps.people.reading import NAMES, records_of, shown_name
from kith.apps.people.sight import Sight
from kith.apps.search.queries import is_found_under, narrow, tokens_of

MOST_FOUND = 50


def expected_by(actor: Actor, text: str, words: Sequence[str], *, now: dt.datetime) -> dict[int, str]:
    """By key of the baby: the name of the mother, where the viewer may read both of them and the tie between them."""
    cut = Cut(actor, actions.READ, now=now)
    pairs = _expected_of(cut, text)
    mine = opened_among(actor, actions.READ, {subject_id for _, _, subject_id in pairs}, Asked(now=now))
    pairs = [pair for pair in pairs if pair[2] in mine][:MOST_FOUND]
    if not pairs:
        return {}
    mothers = opened_rows(actor, actions.READ, persons_with(keys={mother for _, mother, _ in pairs}), now=now)
    sight = Sight(cut, [*(row.subject_id for row in mothers), *(subject_id for _, _, subject_id in pairs)])
    tells = sight.among("tie", {baby: subject_id for baby, _, subject_id in pairs})
    records = records_of([row for row in mothers if row.withdrawn_at is None], sight, only=NAMES)
    return {
        baby: shown_name(records[mother])
        for baby, mother, _ in pairs
        if baby in tells
        and mother in records
        and is_found_under(words, tokens_of((name.text for name in records[mother].names), year=None, postcodes=()))
    }


def _expected_of(cut: Cut, text: str) -> list[tuple[int, int, int]]:
    """Keys of baby and mother, and of the baby's subject, where the index knows the mother under these words."""
    told = Sight(cut, ()).rows(Tie, kind="birth", withdrawn_at=None, view_of=None)
    babies = told.filter(b__kind=UNBORN, b__loss="", b__has_died=False, b__withdrawn_at=None, b__subject__has_case=True)
    mothers = narrow(Person.objects.all(), text).values("pk")
    ties = babies.filter(a__in=mothers, sensitivity__lte=cut.actor.clearance).order_by("pk")
    return list(ties.values_list("b_id", "a_id", "b__subject_id"))
