"""Children who live in the same homes as others, as far as one viewer may see both them and the homes."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import Cut, day_of, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed
from kith.apps.people import actions
from kith.apps.people.cards import is_over
from kith.apps.people.expecting import UNBORN, expected_words
from kith.apps.people.homes import homes_of_people
from kith.apps.people.models import HouseholdMember, Person
from kith.apps.people.projections import FoundChild
from kith.apps.people.queries.finding import age_of
from kith.apps.people.reading import first_name_of, records_of, shown_name
from kith.apps.people.sight import Sight
from kith.kernel.text import sort_key

KINDS = ("child", UNBORN)


def children_at_home(actor: Actor, person_refs: Collection[str], *, now: dt.datetime) -> tuple[FoundChild, ...]:
    """Whoever lives with one of these now, without these themselves; in the order of their names."""
    standing = Person.objects.filter(withdrawn_at=None).select_related("subject")
    those = list(visible(actor, actions.READ, standing.filter(subject__ref__in=list(person_refs)), now=now))
    homes = _homes_now(actor, those, now)
    if not homes:
        return ()
    sight = Sight(Cut(actor, actions.READ, now=now), ())
    living = sight.rows(HouseholdMember, household_id__in=homes, withdrawn_at=None).values("person_id")
    children = standing.filter(pk__in=living, kind__in=KINDS, loss="", has_died=False)
    others = children.exclude(pk__in=[row.pk for row in those])
    rows = list(visible(actor, actions.READ, others, now=now))
    with_them = _homes_now(actor, rows, now)
    there = {key for home in homes & with_them.keys() for key in with_them[home]}
    records = records_of(
        [row for row in rows if row.pk in there],
        Sight(Cut(actor, actions.READ, now=now), [row.subject_id for row in rows]),
    )
    note_listed(record.id for record in records.values())
    found = (
        FoundChild(
            ref=record.id,
            name=shown_name(record),
            age=age_of(record, day_of(now)),
            born="",
            may_open=True,
            expected=expected_words(record),
            first_name=first_name_of(record),
        )
        for record in records.values()
    )
    return tuple(sorted(found, key=lambda child: sort_key(child.name)))


def _homes_now(actor: Actor, rows: Collection[Person], now: dt.datetime) -> dict[int, set[int]]:
    """By home: which of these people live there today, where both the home and the stay may be seen."""
    if not rows:
        return {}
    sight = Sight(Cut(actor, actions.READ, now=now), [row.subject_id for row in rows])
    homes = homes_of_people(sight, {row.pk: row.subject_id for row in rows})
    living = {home.row.pk: {s.person_id for s in home.stays if not is_over(s.until, day_of(now))} for home in homes}
    return {home: people for home, people in living.items() if people}
