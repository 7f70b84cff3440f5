"""What a new version of the thresholds would change, compared with what stands on its first day. No queries."""

import datetime as dt
from collections.abc import Collection, Mapping

from kith.apps.directory.projections import ThresholdChange, ThresholdPlan, Thresholds
from kith.engines.timescales import day_words


def planned(
    new: Thresholds, old: Thresholds, told: Collection[ThresholdChange], *, is_there: bool, today: dt.date
) -> ThresholdPlan:
    """`old` is what would stand without it; `told` is what everybody who follows has heard already."""
    steps = _compared({one.key: one for one in old.steps}, {one.key: one for one in new.steps})
    teams = _compared({one.key: one for one in old.teams}, {one.key: one for one in new.teams})
    names = {one.key: one.title for one in (*old.steps, *new.steps)}
    team_names = {one.key: one.team for one in (*old.teams, *new.teams)}
    known = {one.id for one in told}
    changes = tuple(f"{one.about}: {one.says}" for one in new.changes if one.id not in known)
    return ThresholdPlan(
        version=new.version,
        title=new.title,
        valid_from=new.valid_from,
        instead_of=old.version,
        is_there=is_there,
        new=tuple(names[key] for key in steps[0]) + tuple(team_names[key] for key in teams[0]),
        changed=tuple(names[key] for key in steps[1]) + tuple(team_names[key] for key in teams[1]),
        gone=tuple(names[key] for key in steps[2]) + tuple(team_names[key] for key in teams[2]),
        changes=changes,
        warnings=tuple(_warnings(new, old, changes, today)),
    )


def _compared(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[list[str], list[str], list[str]]:
    """Keys that are new, changed and gone."""
    both = [key for key in new if key in old]
    return [k for k in new if k not in old], [k for k in both if new[k] != old[k]], [k for k in old if k not in new]


def _warnings(new: Thresholds, old: Thresholds, changes: Collection[str], today: dt.date) -> list[str]:
    found = []
    if new.valid_from < today:
        found.append(
            f"It holds from {day_words(new.valid_from)}, a day that is over. Whatever was decided since keeps the "
            "version it was decided by."
        )
    if old.is_own and old.valid_from > new.valid_from:
        found.append(f"Version {old.version} begins later, so this one will not stand.")
    if not changes:
        found.append("It tells of no change, so nobody who follows the thresholds will hear of it.")
    if not new.is_checked:
        found.append("It does not say that somebody compared its words with the Act and the guidance.")
    return found
