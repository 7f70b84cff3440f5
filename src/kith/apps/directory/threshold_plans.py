"""What a new version of the thresholds would change, compared with what stands on its first day. No queries."""

import datetime as dt
from collections.abc import Collection

from kith.apps.directory.projections import ThresholdChange, ThresholdPlan, Thresholds
from kith.kernel.days import day_words


def planned(
    new: Thresholds, old: Thresholds, told: Collection[ThresholdChange], *, is_there: bool, today: dt.date
) -> ThresholdPlan:
    """`old` is what would stand without it; `told` is what everybody who follows has heard already."""
    before, after = _parts(old), _parts(new)
    known = {one.id for one in told}
    changes = tuple(f"{one.about}: {one.says}" for one in new.changes if one.id not in known)
    return ThresholdPlan(
        version=new.version,
        title=new.title,
        valid_from=new.valid_from,
        instead_of=old.version,
        is_there=is_there,
        new=tuple(name for key, (name, _) in after.items() if key not in before),
        changed=tuple(name for key, (name, part) in after.items() if key in before and part != before[key][1]),
        gone=tuple(name for key, (name, _) in before.items() if key not in after),
        changes=changes,
        warnings=tuple(_warnings(new, old, changes, today)),
    )


def _parts(document: Thresholds) -> dict[tuple[str, str], tuple[str, object]]:
    """Steps, then teams: each with its name, by what it is and its key."""
    steps = {("step", one.key): (one.title, one) for one in document.steps}
    return {**steps, **{("team", one.key): (one.team, one) for one in document.teams}}


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
