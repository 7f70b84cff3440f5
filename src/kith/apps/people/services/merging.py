"""What becomes of facts when two records are one person: they join the kept one, and go back when the two are parted.

Nothing is copied and nothing is lost: a row keeps its ref, its source and its seals, and only says of whom it is.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from kith.apps.access.services import Joining
from kith.apps.audit.services import Deed
from kith.apps.people.joining import NAMED, OWN, Joins, blank, facts_to_join, fields_to_join
from kith.apps.people.models import OwnWords, Person, TakenOver
from kith.apps.people.services.rows import held, save_version

MOVED = {f"{model.__name__}.{column}": (model, column) for model, column in (*OWN, *NAMED)}


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """Inside the deed, against the versions that the page showed."""
    seen: Sequence[int | None] = [*change.seen, None, None]
    kept, merged = held(change.kept_ref, seen[0]), held(change.merged_ref, seen[1] if change.is_joined else None)
    if change.is_joined:
        _take_over(kept, merged, change, act, now=now)
    else:
        _give_back(kept, merged, change, act)
    for row in (kept, merged):
        save_version(row, now=now)


def _take_over(kept: Person, merged: Person, change: Joining, act: Deed, *, now: dt.datetime) -> None:
    joins, names = facts_to_join(kept, merged, now=now), fields_to_join(kept, merged)
    for name in names:
        setattr(kept, name, getattr(merged, name))
    _keep_own_words(change)
    TakenOver(merge_ref=change.merge_ref, rows=_moved(joins, kept), fields=names).save(force_insert=True)
    act.notes(facts=len(joins), fields=names)


def _moved(joins: Sequence[Joins], kept: Person) -> dict[str, list[int]]:
    """Move them, and say which they were."""
    rows: dict[str, list[int]] = defaultdict(list)
    for one in joins:
        rows[f"{type(one.row).__name__}.{one.column}"].append(one.row.pk)
    for place, keys in rows.items():
        model, column = MOVED[place]
        model._default_manager.filter(pk__in=keys).update(**{column: kept.pk})
    return dict(rows)


def _give_back(kept: Person, merged: Person, change: Joining, act: Deed) -> None:
    """What still stands with the kept one; a field that somebody has changed since stays as they left it."""
    taken = TakenOver.objects.filter(merge_ref=change.merge_ref).first()
    if taken is None:
        return
    for place, keys in taken.rows.items():
        model, column = MOVED[place]
        model._default_manager.filter(pk__in=keys, **{column: kept.pk}).update(**{column: merged.pk})
    for name in taken.fields:
        if getattr(kept, name) == getattr(merged, name):
            setattr(kept, name, blank(name))
    act.notes(facts=sum(len(keys) for keys in taken.rows.values()), fields=taken.fields)


def _keep_own_words(change: Joining) -> None:
    """Whoever wrote words about the person goes on seeing them under the kept record."""
    for row in OwnWords.objects.filter(place__startswith=change.merged_ref):
        place = row.place.replace(change.merged_ref, change.kept_ref, 1)
        OwnWords.objects.get_or_create(user_id=row.user_id, place=place)
