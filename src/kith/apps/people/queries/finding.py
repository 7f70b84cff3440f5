"""Finding children, the viewer's own ones, and what was added round them lately."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from kith.apps.access.queries import around_mine, day_of, members_by_centre, mine_among, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed
from kith.apps.people import actions
from kith.apps.people.cards import tie_cards
from kith.apps.people.models import Person, Tie
from kith.apps.people.projections import FoundChild, Lately
from kith.apps.people.reading import records_of, shown_name
from kith.apps.search.queries import fit_of, fits, narrow, search_words
from kith.engines.drawing import network as net
from kith.kernel.text import folded_tokens

MOST_FOUND = 200


def find_children(actor: Actor, text: str, *, now: dt.datetime) -> tuple[FoundChild, ...]:
    """Children with a case who match every word, best first; cut for the actor before anything is matched.

    A child the actor may open is found by any name, year of birth or postcode. One they may not open is found by
    the name that is shown and by nothing else, or searching would tell what the list does not.
    """
    words = search_words(text)
    if not words:
        return ()
    open_to_actor = visible(actor, actions.READ, _with_case(), now=now)
    others = visible(actor, actions.FIND, _with_case(), now=now).exclude(pk__in=open_to_actor.values("pk"))
    matches = [*_first(narrow(open_to_actor, text)), *_found_by_name(_first(narrow(others, text)), words)]
    found = _found(actor, matches, now=now)
    return tuple(sorted(found, key=lambda child: -fit_of(words, folded_tokens(child.name))))


def _first(rows: QuerySet[Person]) -> list[Person]:
    return list(rows.order_by("sort_key", "subject_id")[:MOST_FOUND])


def _found_by_name(rows: list[Person], words: Sequence[str]) -> list[Person]:
    records = records_of(rows)
    return [row for row in rows if fits(words, folded_tokens(shown_name(records[row.pk])))]


def my_children(actor: Actor, *, now: dt.datetime) -> tuple[FoundChild, ...]:
    """Children with whom the actor, or a team of theirs, works now."""
    rows = mine_among(actor, visible(actor, actions.FIND, _with_case(), now=now), now=now)
    return _found(actor, rows.order_by("sort_key", "subject_id")[:MOST_FOUND], now=now)


def _with_case() -> QuerySet[Person]:
    return Person.objects.filter(subject__has_case=True).select_related("subject")


def _found(actor: Actor, rows: Iterable[Person], *, now: dt.datetime) -> tuple[FoundChild, ...]:
    rows = list(rows)
    keys = [row.pk for row in rows]
    may_open = set(
        visible(actor, actions.READ, Person.objects.filter(pk__in=keys), now=now).values_list("pk", flat=True)
    )
    records = records_of(rows)
    note_listed(row.subject.ref for row in rows)
    return tuple(_found_child(records[row.pk], row.pk in may_open, day_of(now)) for row in rows)


def _found_child(child: net.Person, may_open: bool, on: dt.date) -> FoundChild:
    """A child the viewer may not open is named with their age and nothing else."""
    born = str(child.birth) if may_open and child.birth else ""
    return FoundChild(ref=child.id, name=shown_name(child), age=age_of(child, on), born=born, may_open=may_open)


def age_of(person: net.Person, on: dt.date) -> str:
    """Age in words on a day; nothing for the dead, and nothing where no birth is known."""
    if person.birth is None or person.has_died:
        return ""
    return str(person.birth.age_on(on))


def lately(actor: Actor, *, since: dt.datetime, now: dt.datetime) -> tuple[Lately, ...]:
    """What agencies added round the actor's own children, newest first; each with the child it belongs to."""
    mine = {
        row.subject_id: row for row in mine_among(actor, visible(actor, actions.READ, _with_case(), now=now), now=now)
    }
    members = members_by_centre(list(mine))
    near = around_mine(actor, visible(actor, actions.READ, Person.objects.filter(withdrawn_at=None), now=now), now=now)
    recent = Tie.objects.filter(recorded_at__gte=since, organisation__isnull=False, withdrawn_at=None)
    recent = recent.filter(a__in=near.values("pk"), b__in=near.values("pk"), sensitivity__lte=actor.clearance)
    recent = recent.filter(Q(view_of=None) | Q(view_of__in=near.values("pk")))
    ties = list(recent.order_by("-recorded_at", "-pk")[:MOST_FOUND])
    ends = {end for tie in ties for end in (tie.a_id, tie.b_id)}
    rows = {row.pk: row for row in near.filter(pk__in=ends).select_related("subject")}
    cards = tie_cards(ties, records_of(rows.values()))
    children = records_of(mine.values())
    found = []
    for tie, card in zip(ties, cards, strict=True):
        both = {rows[tie.a_id].subject_id, rows[tie.b_id].subject_id}
        centre = next((key for key, circle in members.items() if both <= circle), None)
        if centre is not None:
            note_listed([card.a_ref, card.b_ref])
            found.append(Lately(child=children[mine[centre].pk], tie=card))
    return tuple(found)
