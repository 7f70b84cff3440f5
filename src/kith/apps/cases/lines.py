"""The line of help in words for a page: what was, what is now, and what stands beside it. No queries."""

import datetime as dt
from collections.abc import Iterable, Sequence

from kith.apps.cases.continuum import UNIVERSAL, Back, Recorded, Spell, backs_of, spells_of
from kith.apps.cases.models import Standing
from kith.apps.cases.path import ENDED, Taken, state_after
from kith.apps.cases.projections import BackCard, LineCard, MarkCard, StopCard
from kith.apps.cases.standings import LINE, group_says, kinds, marks, stops

MOST_TIMES, MOST_BACKS = 2, 2
BEEN, NOW, OPEN = "been", "now", "open"


def recorded_on_line(rows: Iterable[Standing]) -> list[Recorded]:
    return [
        Recorded(ref=row.ref, kind=row.kind, ground=row.ground, since=row.since_on, until=row.until_on)
        for row in rows
        if row.kind in stops()
    ]


def line_card(rows: Sequence[Standing], taken: Sequence[Taken]) -> LineCard | None:
    """None where a pregnancy ended: nobody needs to see a line then."""
    if state_after(taken) == ENDED:
        return None
    spells = spells_of(recorded_on_line(rows), taken)
    now = spells[-1] if spells else None
    here = now.kind if now else UNIVERSAL
    beside = standing_marks(rows)
    return LineCard(
        stops=tuple(_stop(kind, spells, here) for kind in stops()),
        backs=tuple(_back_card(one) for one in backs_of(spells)[-MOST_BACKS:]),
        marks=tuple(MarkCard(says=_says(row), group=marks()[row.kind].group, since=row.since_on) for row in beside),
        now=stops()[here].says,
        since=now.since if now else None,
        legal=_legal(now, beside),
    )


def standing_marks(rows: Iterable[Standing]) -> list[Standing]:
    """What stands beside the line now; of a group that is alone only the newest, and nothing once that has ended."""
    known = marks()
    open_ones = [row for row in rows if row.kind in known]
    newest = {known[row.kind].group: row for row in open_ones if known[row.kind].is_alone}
    return [
        row
        for row in open_ones
        if row.until_on is None and (not known[row.kind].is_alone or newest[known[row.kind].group] is row)
    ]


def _stop(kind: str, spells: Sequence[Spell], here: str) -> StopCard:
    mine = [one for one in spells if one.kind == kind]
    says = stops()[kind].says
    if kind == here:
        now = mine[-1] if mine else None
        since = f"since {_day(now.since)}" if now else "from birth"
        return StopCard(kind=kind, says=says, state=NOW, when=(since,), ground=_ground(now))
    if kind == UNIVERSAL:
        return StopCard(kind=kind, says=says, state=BEEN, when=("from birth",))
    times = tuple(f"{one.since:%b %Y} to {one.until:%b %Y}" for one in reversed(mine) if one.until)
    return StopCard(kind=kind, says=says, state=BEEN if mine else OPEN, when=times[:MOST_TIMES])


def _back_card(back: Back) -> BackCard:
    place = {name: number for number, name in enumerate(stops())}
    until = f" to {back.until:%b %Y}" if back.until else ""
    says = f"stepped back {back.since:%b %Y}{until}"
    return BackCard(start=place[back.to] + 1, span=place[back.of] - place[back.to], says=says)


def _ground(spell: Spell | None) -> str:
    return stops()[spell.kind].grounds[spell.ground].says if spell and spell.ground else ""


def _legal(now: Spell | None, beside: Iterable[Standing]) -> str:
    """What it rests on in law, as far as anybody recorded it; silence is said to be silence."""
    orders = [row for row in beside if marks()[row.kind].group == "order"]
    if orders:
        return " ".join(f"{_says(row)} since {_day(row.since_on)}." for row in orders)
    if now and now.kind == "looked_after":
        return "" if now.ground else "Nobody has recorded what that rests on in law."
    return "No court order is on record."


def _says(row: Standing) -> str:
    return kinds()[row.kind].says


def group_of(row: Standing) -> str:
    return group_says(kinds()[row.kind].group if row.kind in kinds() else LINE)


def _day(on: dt.date) -> str:
    return f"{on.day} {on:%b %Y}"
