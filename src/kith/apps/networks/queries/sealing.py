"""Somebody in a child's family as the pages about seals need them: the name, what may be sealed, and the others."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.queries import sealable_rows
from kith.apps.networks.pages import child_face
from kith.apps.networks.projections import Choice, SealingPage
from kith.apps.networks.rules import kin_words
from kith.apps.people.queries import family_of, sealable_records, shown_name
from kith.apps.pictures.queries import sealable_pictures
from kith.apps.voices.queries import sealable_voices


def sealing_page(actor: Actor, child_ref: str, person_ref: str, *, now: dt.datetime) -> SealingPage:
    """For a caller that decides about the seal itself; this decides whether child and person may be read."""
    family = family_of(actor, child_ref, now=now)
    people = {person.id: person for person in family.network.persons}
    if person_ref not in people:
        raise NothingHere
    kin = kin_words(family.network)
    return SealingPage(
        child=child_face(family.child, day_of(now)),
        name=shown_name(people[person_ref]),
        is_child=person_ref == child_ref,
        records=(
            *sealable_records(actor, person_ref, now=now),
            *(sealable_voices(actor, person_ref, now=now) if person_ref == child_ref else ()),
            *(sealable_pictures(actor, person_ref, now=now) if person_ref == child_ref else ()),
            *(sealable_rows(actor, person_ref, now=now) if person_ref == child_ref else ()),
        ),
        others=tuple(
            Choice(ref=ref, name=shown_name(person), kin=kin.get(ref, ""))
            for ref, person in people.items()
            if ref != person_ref
        ),
    )
