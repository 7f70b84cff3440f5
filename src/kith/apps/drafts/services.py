"""Deeds on drafts: kept, ended, forgotten; and what becomes of them when records are joined or destroyed."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import Deed, deed, load
from kith.apps.drafts import events
from kith.apps.drafts.models import Draft
from kith.apps.drafts.own import own_drafts, sealed_for
from kith.kernel.decisions import Decision
from kith.kernel.errors import KithError

KEPT_FOR = dt.timedelta(days=7)
MOST_CHARACTERS = 200_000
AT_ONCE = 500


class TooLong(KithError):
    """More than a draft holds."""


def keep_draft(*, by: Actor, child_ref: str, form: str, words: str, decision: Decision, now: dt.datetime) -> None:
    """For a caller that has decided that the actor may write this form about this child. The newest words stand."""
    if len(words) > MOST_CHARACTERS:
        raise TooLong("That is more than can be kept unsent. Send a part of it first.")
    with deed(events.KEPT, by=by, now=now, decision=decision, subjects=[child_ref] if child_ref else []) as act:
        row = own_drafts(by, child_ref, form).select_for_update(of=("self",)).order_by("-saved_at", "-pk").first()
        if row is None:
            row = Draft(owner_id=by.id, form=form)
            row.subject_id = target_of(child_ref).id if child_ref else None
        row.sealed, row.saved_at = sealed_for(row, words, by), now
        row.save()
        act.notes(draft=row.ref, form=form)


def end_draft(*, by: Actor, child_ref: str, form: str, decision: Decision, now: dt.datetime) -> None:
    """Somebody does not want their words any more."""
    with deed(events.ENDED, by=by, now=now, decision=decision, subjects=[child_ref] if child_ref else []) as act:
        end_within(by, child_ref, form)
        act.notes(form=form)


def end_within(by: Actor, child_ref: str, form: str) -> None:
    """Inside a deed that sends them: what was sent is a draft no more."""
    own_drafts(by, child_ref, form).delete()


def forget_drafts(*, by: Doer, now: dt.datetime) -> int:
    """How many were destroyed because nobody touched them for their days."""
    old = Draft.objects.filter(saved_at__lt=now - KEPT_FOR).order_by("pk")
    keys = list(old.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        with load(events.FORGOTTEN, by=by, now=now, payload={"drafts": len(some)}):
            Draft.objects.filter(pk__in=some).delete()
    return len(keys)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """Drafts about the other follow the kept one, each knowing by which merge, and go back when they part."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    if change.is_joined:
        Draft.objects.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
    else:
        back = Draft.objects.filter(subject_id=kept, merge_ref=change.merge_ref)
        back.update(subject_id=merged, merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """What was not sent about somebody goes with them."""
    Draft.objects.filter(subject_id=change.subject_id).delete()
