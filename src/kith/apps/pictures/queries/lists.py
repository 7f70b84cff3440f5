"""What is to be done after a picture was drawn: for workers alone, cut as the picture is."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.occasions.projections import LoopPage
from kith.apps.occasions.queries import in_the_loop
from kith.apps.pictures.listing import blanks_on, helpers_on, may_be_asked
from kith.apps.pictures.models import Placed
from kith.apps.pictures.projections import DrawnPage, Invitee, ListsPage
from kith.apps.pictures.queries.drawn import drawn_among
from kith.apps.pictures.sight import Around, is_seen, pictures_of

NOT_INVITED = ("pet", "professional", "unborn")
FIRST_YES = "{name} was there in an earlier home. Nobody asks them before {child} says yes."
ONE_PARENT = "Only one parent of {child} is on record. Who is the other?"
NOTHING_KNOWN = LoopPage(
    gaps=(), occasions=(), parents=(), not_coming=(), one_parent_only=False, may_keep=False, may_publish=False
)


def lists_page(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> ListsPage:
    drawn, near = drawn_among(actor, child_ref, picture_ref, now=now)
    loop = in_the_loop(actor, child_ref, now=now) or NOTHING_KNOWN
    on_it = {card.person for card in drawn.placed}
    child, today = drawn.scene.centre, day_of(now)
    blanks = blanks_on(drawn)
    return ListsPage(
        drawn=drawn,
        to_contact=tuple(gap for gap in loop.gaps if gap.ref in on_it),
        blanks=(*blanks, ONE_PARENT.format(child=child)) if loop.one_parent_only else blanks,
        helpers=helpers_on(drawn),
        to_invite=tuple(_invitees(drawn, near, _answers(actor, child_ref, near, now))),
        occasions=tuple(
            card for card in loop.occasions if not (card.is_of_path or card.is_taken_out) and card.on >= today
        ),
        may_invite=loop.may_keep and drawn.may_write,
    )


def _invitees(drawn: DrawnPage, near: Around, answers: Mapping[str, Collection[str]]) -> Iterator[Invitee]:
    """Everybody alive of the network who stands on it, the child aside."""
    for ref in dict.fromkeys(card.person for card in drawn.placed):
        person = near.people.get(ref)
        if person is None or ref == near.view.child.id or person.kind in NOT_INVITED or person.has_died or person.loss:
            continue
        waits = ref in answers and not may_be_asked(answers[ref])
        why_not = FIRST_YES.format(name=near.names[ref], child=drawn.scene.centre) if waits else ""
        yield Invitee(ref=ref, name=near.names[ref], why_not=why_not)


def _answers(actor: Actor, child_ref: str, near: Around, now: dt.datetime) -> Mapping[str, Collection[str]]:
    """What the child says to asking whoever was there in an earlier home, on the newest picture that shows them."""
    rows = pictures_of(actor, child_ref, now=now).filter(withdrawn_at=None)
    seen = [row.pk for row in rows if is_seen(row, near.people)]
    placed = Placed.objects.filter(picture__in=seen, withdrawn_at=None, person__isnull=False).exclude(at_key="")
    by_picture: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in placed.select_related("person").order_by("picture__drawn_on", "picture__pk", "pk"):
        if one.person is not None:
            by_picture[one.person.ref][one.picture_id].add(one.again)
    return {ref: list(answers.values())[-1] for ref, answers in by_picture.items()}
