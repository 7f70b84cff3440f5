"""Which designated officers one allegation is kept from, and whom of them somebody has let in since."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, roles_with
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_user_ids, actors_by_id
from kith.apps.cases.actions import KEEP_ALLEGATIONS
from kith.apps.cases.models import KeptFrom, LetIn
from kith.apps.cases.projections import KeptOutOfficer

NAMED, COLLEAGUE, EMPLOYER = (
    "Their own name stands in the words",
    "They are in a team with somebody who is named",
    "Their agency is named, or employs somebody who is",
)


def kept_out_of(contact_id: int, *, now: dt.datetime) -> list[tuple[Actor, KeptOutOfficer]]:
    """In the order in which they joined."""
    kept = list(KeptFrom.objects.filter(contact_id=contact_id).values_list("user_id", "team_id", "organisation_id"))
    users, teams, agencies = ({row[place] for row in kept} - {None} for place in range(3))
    let_in = dict(LetIn.objects.filter(contact_id=contact_id, ended_at=None).values_list("user_id", "why"))
    officers = actors_by_id(active_user_ids(roles=roles_with(KEEP_ALLEGATIONS.name)), on=day_of(now))
    found = []
    for officer in officers:
        is_named = officer.id in users
        is_colleague = not teams.isdisjoint(officer.team_ids)
        if is_named or is_colleague or officer.agency_id in agencies:
            card = KeptOutOfficer(
                ref=officer.ref,
                name=officer.name,
                agency=officer.agency_name,
                because=NAMED if is_named else COLLEAGUE if is_colleague else EMPLOYER,
                may_let_in=not is_named and officer.id not in let_in,
                let_in_why=let_in.get(officer.id, ""),
            )
            found.append((officer, card))
    return found


def to_let_in(contact_id: int, officer_ref: str, *, now: dt.datetime) -> tuple[Actor, KeptOutOfficer]:
    """One of them who may be let in."""
    for officer, card in kept_out_of(contact_id, now=now):
        if officer.ref == officer_ref and card.may_let_in:
            return officer, card
    raise NothingHere
