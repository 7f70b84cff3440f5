"""From whom an allegation is kept: worked out when it arrives, from the names that stand in it.

Names are alike, so somebody may be kept out who need not be; the other way round would be worse.
"""

from kith.apps.access.queries import day_of, roles_with
from kith.apps.agencies.queries import active_user_ids, actors_by_id, names_of_agencies, names_of_workers
from kith.apps.cases.actions import KEEP_ALLEGATIONS
from kith.apps.cases.models import Contact, KeptFrom
from kith.apps.cases.rules import CannotSend, names_in

NOBODY_LEFT = (
    "Nobody who may read this is signed up in Kith, because it may be about them or their employer. "
    "Ring the duty desk now. Your words are still here, and nothing was sent."
)


def close_to_named(row: Contact) -> None:
    """Inside the deed: everybody named, whoever is in a team with them, and every employer named or theirs.

    Raises CannotSend where nobody would be left to read it: it must not lie where nobody looks.
    """
    text = "\n".join((row.adult_name, row.adult_work, row.words))
    users = names_in(text, names_of_workers())
    agencies = names_in(text, names_of_agencies())
    named = actors_by_id(users, on=day_of(row.received_at))
    agencies |= {actor.agency_id for actor in named}
    teams = {team_id for actor in named for team_id in actor.team_ids}
    KeptFrom.objects.bulk_create(
        [
            *(KeptFrom(contact=row, user_id=key) for key in sorted(users)),
            *(KeptFrom(contact=row, team_id=key) for key in sorted(teams)),
            *(KeptFrom(contact=row, organisation_id=key) for key in sorted(agencies)),
        ]
    )
    officers = actors_by_id(active_user_ids(roles=roles_with(KEEP_ALLEGATIONS.name)), on=day_of(row.received_at))
    if all(
        officer.id in users or officer.agency_id in agencies or teams.intersection(officer.team_ids)
        for officer in officers
    ):
        raise CannotSend(NOBODY_LEFT)
