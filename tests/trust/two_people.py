"""Something of everything that takes two people, in the county of the route census: by pru of the council."""

from kith.apps.access.models import Conflict, Merge, Proposal, Seal, SealReader, SealScope
from kith.apps.audit.services import load
from kith.apps.people.models import Address
from kith.testing.factories import NOW, OPERATOR, Partnership


def what_takes_two_people(county: Partnership) -> dict[str, str]:
    """A confirmed seal on the address of Ivy's mother with pru on its list, and a proposal to lift it; one that waits
    to be confirmed; one without readers, over nothing; somebody who knows Jun; and another record of Ivy's mother."""
    pru, max_, ned = (county.loaded.workers[key] for key in ("pru", "max", "ned"))
    mother = county.subject_ids["ivy-mum"]
    address = Address.objects.get(person__subject_id=mother).ref
    with load("test.two_people", by=OPERATOR, now=NOW, payload={}):
        seals = []
        for confirmed_by in (max_, None):
            seal = Seal(subject_id=mother, kind="safe_address", why="He looks for her.", set_by_id=pru, set_at=NOW)
            seal.confirmed_by_id, seal.confirmed_at = confirmed_by, NOW if confirmed_by else None
            seal.save()
            SealScope(seal=seal, subject_id=mother, record_kind="address", record_ref=address).save()
            SealReader(seal=seal, user_id=pru, since_at=NOW).save()
            seals.append(seal)
        unread = Seal(subject_id=mother, kind="safe_address", why="He looks for her.", set_by_id=pru, set_at=NOW)
        unread.confirmed_by_id, unread.confirmed_at, unread.unread_since = max_, NOW, NOW
        unread.save()
        about = {"deed": "lift_seal", "subject_id": mother, "about": seals[0].ref, "why": "It is over."}
        proposal = Proposal(**about, proposed_by_id=pru, proposed_at=NOW)
        proposal.save()
        conflict = Conflict(user_id=ned, subject_id=county.subject_ids["jun"], how="declared", noted_at=NOW)
        conflict.save()
        merge = Merge(kept_id=mother, merged_id=county.subject_ids["rae-mum"], merged_at=NOW, kept_sensitivity=0)
        merge.save()
    return {
        "seal_ref": seals[0].ref,
        "seal_ref of sealing:confirm_seal": seals[1].ref,
        "seal_ref of sealing:name_reader": unread.ref,
        "proposal_ref": proposal.ref,
        "conflict_ref": conflict.ref,
        "merge_ref": merge.ref,
    }
