"""What those who lead have for themselves: network meetings of all, and thinking with peers, which is theirs alone."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import TAKE_PART, TRIAGE
from kith.apps.supervision.models import AtNetworkMeeting, AtPeerTalk, Facilitator, NetworkMeeting, PeerTalk
from kith.apps.supervision.rules import CannotSupervise, one_of
from kith.apps.supervision.sight import own_place
from kith.apps.supervision.vocabulary import words_of

AHEAD = "This day lies ahead. Come back once you have met."


def note_network_meeting(*, by: Actor, on_day: dt.date, came: Collection[str], now: dt.datetime) -> None:
    """The day and who came, by refs of their places in the pool; what was said is kept nowhere."""
    decision = require_by_role(by, TRIAGE, now=now)
    if on_day > day_of(now):
        raise CannotSupervise(AHEAD)
    with deed(events.NETWORK_MET, by=by, now=now, decision=decision) as act:
        places = _places(came)
        row = NetworkMeeting(on_day=on_day, kept_by_id=by.id)
        row.save(force_insert=True)
        for place in places:
            AtNetworkMeeting(meeting=row, facilitator=place).save(force_insert=True)
        act.notes(meeting=row.ref, came=len(places))


def note_peer_talk(*, by: Actor, on_day: dt.date, with_whom: Collection[str], how: str = "", now: dt.datetime) -> None:
    """By one of the pool, with others of it; each says for themselves how it was."""
    decision = require_by_role(by, TAKE_PART, now=now)
    if on_day > day_of(now):
        raise CannotSupervise(AHEAD)
    if how:
        one_of(how, words_of("peer_hows"), "Choose how it was.")
    with deed(events.PEERS_MET, by=by, now=now, decision=decision) as act:
        if own_place(by) is None:
            raise NothingHere
        others = [place for place in _places(with_whom) if place.user_id != by.id]
        if not others:
            raise CannotSupervise("Choose with whom.")
        row = PeerTalk(on_day=on_day)
        row.save(force_insert=True)
        AtPeerTalk(talk=row, user_id=by.id, how=how).save(force_insert=True)
        for place in others:
            AtPeerTalk(talk=row, user_id=place.user_id).save(force_insert=True)
        act.notes(talk=row.ref)


def say_how_it_was(*, by: Actor, talk_ref: str, how: str, now: dt.datetime) -> None:
    """For oneself: the others do not see it."""
    decision = require_by_role(by, TAKE_PART, now=now)
    with deed(events.PEER_SAID, by=by, now=now, decision=decision) as act:
        row = AtPeerTalk.objects.select_for_update(of=("self",)).filter(ref=talk_ref, user_id=by.id).first()
        if row is None:
            raise NothingHere
        row.how = one_of(how, words_of("peer_hows"), "Choose how it was.")
        row.save()
        act.notes(at=row.ref)


def _places(refs: Collection[str]) -> list[Facilitator]:
    found = list(Facilitator.objects.filter(ref__in=list(refs), left_on=None).order_by("pk"))
    if not found or len(found) < len(set(refs)):
        raise CannotSupervise("Choose from those who are in the pool.")
    return found
