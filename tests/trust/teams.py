"""What stands on teams of the small county: for the census, and of somebody hidden wherever one is."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.records.base import refs_from
from kith.apps.teams.models import Absence, AdviserAsk, JoinAsk, TeamPlace
from kith.kernel.refs import seeded_refs
from kith.testing.factories import LONG_AGO, NOW, OPERATOR, Partnership

WEEK = dt.timedelta(days=7)


def what_a_team_holds(county: Partnership) -> dict[str, str]:
    """A place, an absence of Pru's, somebody who asks to be let in because of Ivy's mother, and a question to Pru."""
    with load("test.teams", by=OPERATOR, now=NOW, payload={}):
        place = _place(county, "ivy", name="Ann Lowe", agency="Clearwater")
        away = Absence(user_id=county.loaded.workers["pru"], since_on=NOW.date(), until_on=NOW.date() + WEEK)
        away.recorded_by_id, away.recorded_at = county.loaded.workers["pru"], NOW
        asks = JoinAsk(asked_by_id=county.loaded.workers["jo"], asked_at=NOW, words="I see her weekly.")
        asks.subject_id, asks.adult_id = (target_of(county.refs[key]).id for key in ("ivy", "ivy-mum"))
        asked = AdviserAsk(asked_by_id=county.loaded.workers["jo"], asked_at=NOW, words="What carries on?")
        asked.subject_id, asked.adviser_id = asks.subject_id, county.loaded.workers["pru"]
        for row in (place, away, asks, asked):
            row.save(force_insert=True)
    return {
        "seat_ref": place.ref,
        "absence_ref": away.ref,
        "ask_ref": asks.ref,
        "ask_ref of teams:answered": asked.ref,
    }


def worker_of(adult: str) -> str:
    """The ref of the place of whoever works because of an adult, also in a world in which they are not."""
    return seeded_refs(f"{adult} has a worker")()


def works_with(county: Partnership, child: str, adult: str, **words: str) -> None:
    """A professional on the child's team because of an adult; with refs of their own."""
    with refs_from(seeded_refs(f"{adult} has a worker")), load("test.team", by=OPERATOR, now=NOW, payload={}):
        row = _place(county, child, **{"name": "Rhoda Vantongeren", "agency": "Lantern House", **words})
        row.with_subject_id = target_of(county.refs[adult]).id
        row.save(force_insert=True)
        away = Absence(place=row, since_on=NOW.date(), recorded_at=NOW, cover_name="Una Vantongeren")
        away.recorded_by_id = county.loaded.workers["zed"]
        away.save(force_insert=True)
        asks = JoinAsk(asked_by_id=county.loaded.workers["jo"], asked_at=NOW, words="I see them weekly.")
        asks.subject_id, asks.adult_id = row.subject_id, row.with_subject_id
        asks.save(force_insert=True)


def _place(county: Partnership, child: str, **words: str) -> TeamPlace:
    row = TeamPlace(basis="public_task", since_on=LONG_AGO, recorded_at=NOW, is_trusted=True, **words)
    row.subject_id, row.recorded_by_id = target_of(county.refs[child]).id, county.loaded.workers["zed"]
    return row
