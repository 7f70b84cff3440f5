"""What one worker has to do with group supervision: what they asked for, lead, are invited to, and are offered."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.supervision.actions import FIGURES, OBSERVE, SUPPORT, TAKE_PART, TRIAGE
from kith.apps.supervision.cards import around_words, facilitator_cards, request_card, support_cards
from kith.apps.supervision.models import (
    AtPeerTalk,
    Facilitator,
    Feedback,
    InNetwork,
    Invitation,
    Lead,
    Request,
    Support,
)
from kith.apps.supervision.pairing import is_live
from kith.apps.supervision.projections import AskedToCome, AskedToLead, FacilitatorCard, OwnPage, PeerTalkCard
from kith.apps.supervision.queries.meeting import asked_now
from kith.apps.supervision.rules import is_open
from kith.apps.supervision.services.answering import SHOWN
from kith.apps.supervision.sight import invited_ids, own_place
from kith.apps.supervision.vocabulary import LEAD_ANSWERS, PROCEED, YES, localities, supervision_data, words_of
from kith.apps.supervision.waiting import is_anything_waiting, polls_of


def own_page(actor: Actor, *, now: dt.datetime) -> OwnPage:
    require_by_role(actor, TAKE_PART, now=now)
    place = own_place(actor)
    words, waits_for = _answers(place) if place else ((), 0)
    meetings = _meetings(actor)
    asked = Request.objects.filter(asked_by_id=actor.id).order_by("-asked_at", "-pk")
    return OwnPage(
        asked=tuple(request_card(row, now=now) for row in asked),
        leads=_leads(place) if place else (),
        meetings=tuple(request_card(row, now=now) for row in meetings),
        asked_now=tuple(
            (row.ref, row.number, key, says) for row in meetings for key, says in asked_now(actor, row, now)
        ),
        polls=tuple((row.ref, row.number) for row in polls_of(actor.id, now=now)),
        to_come=_to_come(actor),
        in_pool=facilitator_cards([place], now=now)[0] if place else None,
        answers=words,
        waits_for=waits_for,
        support=support_cards(Support.objects.filter(user_id=actor.id).order_by("-offered_at", "-pk")),
        talks=_talks(actor) if place else (),
        may_offer_support=role_may(actor, SUPPORT),
    )


def waits_in_supervision(actor: Actor, *, now: dt.datetime) -> bool:
    """Whether their first page should lead them there."""
    return role_may(actor, TAKE_PART) and is_anything_waiting(actor.id, now=now)


def peers_to_name(actor: Actor, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """The others in the pool, for one of them: ref of their place, and name."""
    own_place_page(actor, now=now)
    rows = Facilitator.objects.filter(left_on=None, user__is_active=True).exclude(user_id=actor.id)
    return tuple((card.ref, f"{card.name}, {card.agency}") for card in facilitator_cards(rows, now=now))


def _to_come(actor: Actor) -> tuple[AskedToCome, ...]:
    rows = Invitation.objects.filter(user_id=actor.id, answer="").select_related("request").order_by("pk")
    return tuple(
        AskedToCome(
            ref=one.ref,
            number=one.request.number,
            age=words_of("age_bands")[one.request.age_band],
            locality=localities()[one.request.locality],
            around=around_words(one.request),
        )
        for one in rows
        if is_open(one.request)
    )


def _talks(actor: Actor) -> tuple[PeerTalkCard, ...]:
    """Those that one took part in, with what oneself said of it; what the others said is theirs."""
    own = list(AtPeerTalk.objects.filter(user_id=actor.id).select_related("talk").order_by("-talk__on_day", "-pk"))
    rows = AtPeerTalk.objects.filter(talk__in=[one.talk_id for one in own]).exclude(user_id=actor.id)
    others = list(rows.order_by("pk").values_list("talk_id", "user_id"))
    workers = worker_cards({user_id for _, user_id in others})
    return tuple(
        PeerTalkCard(
            ref=one.ref,
            on_day=one.talk.on_day,
            with_whom=tuple(workers[user_id].name for talk_id, user_id in others if talk_id == one.talk_id),
            how=words_of("peer_hows").get(one.how, ""),
        )
        for one in own
    )


def own_place_page(actor: Actor, *, now: dt.datetime) -> FacilitatorCard:
    """One's own place in the pool; for whoever has none there is nothing here."""
    require_by_role(actor, TAKE_PART, now=now)
    place = own_place(actor)
    if place is None:
        raise NothingHere
    return facilitator_cards([place], now=now)[0]


def way_in(actor: Actor) -> str:
    """Which page the navigation leads to: one's own part, the desk, or the figures; nothing for whoever has no part."""
    ways = (("own", TAKE_PART), ("desk", TRIAGE), ("figures", FIGURES), ("handled", OBSERVE))
    return next((name for name, action in ways if role_may(actor, action)), "")


def _leads(place: Facilitator) -> tuple[AskedToLead, ...]:
    """Of meetings still to come: enough to know whether one knows the network, and no word of what is stuck in it."""
    rows = Lead.objects.filter(facilitator=place).select_related("request").order_by("-asked_at", "-pk")
    return tuple(
        AskedToLead(
            ref=lead.ref,
            number=lead.request.number,
            age=words_of("age_bands")[lead.request.age_band],
            locality=localities()[lead.request.locality],
            around=around_words(lead.request),
            says=LEAD_ANSWERS.get(lead.answer, ""),
            waits=not lead.answer,
            may_withdraw=lead.answer == YES,
            meeting_ref=lead.request.ref if lead.answer == YES else "",
        )
        for lead in rows
        if is_live(lead) and is_open(lead.request)
    )


def _meetings(actor: Actor) -> list[Request]:
    """Those that go ahead or happened, to which the actor is invited."""
    near = InNetwork.objects.filter(user_id=actor.id).values("request_id")
    led = Lead.objects.filter(facilitator__user_id=actor.id).values("request_id")
    going = Request.objects.filter(outcome=PROCEED, taken_back_at=None)
    rows = going.filter(pk__in=near) | going.filter(pk__in=led) | going.filter(asked_by_id=actor.id)
    return [row for row in rows.distinct().order_by("-asked_at", "-pk") if actor.id in invited_ids(row)]


def _answers(place: Facilitator) -> tuple[tuple[str, ...], int]:
    """What was answered after meetings that one led, pooled over all of them; nothing below a number of answers."""
    led = Lead.objects.filter(facilitator=place, answer=YES, withdrew_at=None).values("request_id")
    found = list(Feedback.objects.filter(request_id__in=led).order_by("ref"))
    fewest = int(supervision_data()["fewest_answers"])
    if len(found) < fewest:
        return (), fewest - len(found)
    said = words_of("changed")
    counts = [(says, sum(row.changed == key for row in found)) for key, says in said.items()]
    words = [f"“{row.words}”" for row in found if row.judged == SHOWN and row.words]
    return (f"{len(found)} answers.", *(f"{says}: {count}" for says, count in counts if count), *words), 0
