"""The thresholds in force, those of an earlier version, and the log of their changes.

They are published documents: whoever may use Kith, or is told why something was decided, may read them.
"""

import datetime as dt

from kith.apps.access.queries import day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.directory import models
from kith.apps.directory.actions import READ
from kith.apps.directory.county_files import shipped
from kith.apps.directory.projections import ThresholdChange, Thresholds
from kith.apps.directory.queries.county import own_in_force
from kith.apps.directory.threshold_files import read_thresholds

KIND = "thresholds"


def thresholds_in_force(on: dt.date) -> Thresholds:
    """The county's own of that day, or the common ones; keep their `version` beside what was decided by them."""
    own = own_in_force((KIND,), on).get(KIND)
    return read_thresholds(own, is_own=True) if own else read_thresholds(shipped(KIND), is_own=False)


def thresholds_of_version(version: str) -> Thresholds | None:
    """By which something was decided once; None where no such version was ever loaded."""
    row = models.CountyData.objects.filter(kind=KIND, version=version).first()
    if row:
        return read_thresholds(row.body, is_own=True)
    common = read_thresholds(shipped(KIND), is_own=False)
    return common if common.version == version else None


def threshold_changes() -> tuple[ThresholdChange, ...]:
    """Every change that the county has told, the latest first; also what is still to come."""
    bodies = models.CountyData.objects.filter(kind=KIND).values_list("body", flat=True)
    changes = [change for body in bodies for change in read_thresholds(body, is_own=True).changes]
    return tuple(sorted(changes, key=lambda change: (change.on, change.id), reverse=True))


def threshold_page(actor: Actor, *, now: dt.datetime) -> tuple[Thresholds, tuple[ThresholdChange, ...]]:
    """The document of today and its whole log, for a worker's page."""
    require_by_role(actor, READ, now=now)
    return thresholds_in_force(day_of(now)), threshold_changes()
