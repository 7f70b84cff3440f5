"""Group supervisions of the invented county that go ahead or were held, and what those who lead have for themselves."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import reading
from kith.apps.supervision import queries, services
from kith.apps.supervision.projections import Asked

DAY = dt.timedelta(days=1)
MOVED = Asked(
    why_now="A second school change is near, and we pass each other on the stairs.",
    stuck="Everybody waits for somebody else to say what the worry is.",
    concerns="Some of us are newer than others, and say less.",
    around=("school", "childrens_social_care", "community_health"),
    network=(),
    age_band="from_10",
    is_transition=False,
    locality="saltmere",
    consent="told_agreed",
    consent_words="They said: talk about how you work, not about us.",
)
LEAVING = replace(
    MOVED,
    why_now="In spring the help changes hands, and nobody has met who takes over.",
    stuck="We plan for somebody who is not in the room.",
    around=("probation", "school"),
    age_band="from_14",
    is_transition=True,
    locality="harrowfleet",
    consent="not_yet",
    consent_words="",
    outside="The school that they go to now.",
)
WORDS = (
    ("yes", "I rang the others on the same day, and it was easier."),
    ("yes", "The woman from the clinic said what all of us thought."),
    ("a_little", "I would have liked a break."),
    ("yes", ""),
    ("too_soon", ""),
    ("no", ""),
)
"""Answers on the day: the first is let through, the second held back because somebody can be known, the third waits."""
SEEN = dict.fromkeys(queries.points(), "yes") | {"power": "partly", "feelings": "not_seen"}
STRENGTHS, TO_TRY = "Those who said least were asked first.", "A break after the first hour."


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who does what: the business unit, whoever watches, those who lead, and those who ask and come."""

    officer: Actor
    watcher: Actor
    probation: Actor
    probation_manager: Actor
    social_worker: Actor
    leading: Sequence[Actor]  # in the order of the pool
    schools: Sequence[Actor]


def hold_meetings_in_town(cast: Cast, *, now: dt.datetime) -> None:
    """One long ago, one last week, one whose day is looked for, and one that lacks somebody who leads."""
    care, police, visitor, midwife, nurse, recovery, youth, housing = cast.leading
    first, second, third, fourth, *_ = cast.schools
    long_ago = _meeting(cast, first, (cast.social_worker, second, third, fourth), (visitor, recovery), MOVED, now, 70)
    everybody = (first, cast.social_worker, second, third, fourth, visitor, recovery)
    _happened(visitor, long_ago, everybody, ("stuck", "hidden_voice"), now - 50 * DAY)
    _answered(cast, long_ago, everybody, now)
    last_week = _meeting(cast, cast.social_worker, (first, second), (youth, nurse), MOVED, now, 20)
    _happened(youth, last_week, (cast.social_worker, first, youth, nurse), ("power", "feelings"), now - 6 * DAY)
    for one in (youth, nurse):
        _say(one, last_week, "at_once", "a_little", "", now - 5 * DAY)
    _watch(cast.watcher, last_week, now - 4 * DAY)
    open_days = _meeting(cast, cast.probation, (third, midwife), (care, police), LEAVING, now, 12)
    _look_for_a_day(cast, open_days, third, now)
    services.invite(by=cast.officer, request_ref=open_days, worker_ref=first.ref, now=now - 2 * DAY)
    missing = _meeting(cast, first, (cast.social_worker,), (housing,), MOVED, now, 8)
    _withdraw(housing, now - DAY)
    _ask_to_lead(cast.officer, missing, (visitor,), now)


def stand_by_those_who_lead(cast: Cast, *, now: dt.datetime) -> None:
    """Network meetings, thinking with a peer, what would help, and offers of support of which some wait."""
    care, police, visitor, midwife, nurse, recovery, youth, _ = cast.leading
    refs = _places(cast.officer, now)
    for days, came in ((60, (care, visitor, nurse, youth)), (15, (police, visitor, midwife, recovery, youth))):
        places = [refs[one.name] for one in came]
        services.note_network_meeting(by=cast.officer, on_day=(now - days * DAY).date(), came=places, now=now)
    with_whom, on = [refs[visitor.name]], (now - 9 * DAY).date()
    services.note_peer_talk(by=youth, on_day=on, with_whom=with_whom, how="helped", now=now)
    services.say_needs(by=visitor, needs="Somebody to ring on the evening before.", now=now)
    away = now.date() + 10 * DAY
    services.say_away(by=nurse, first=away, last=away + 7 * DAY, now=now)
    services.offer_support(by=cast.officer, facilitator_ref=with_whom[0], kind="peer", now=now - 3 * DAY)
    offered = services.offer_support(
        by=cast.officer, facilitator_ref=refs[youth.name], kind="network", now=now - 9 * DAY
    )
    services.answer_support(by=youth, support_ref=offered, answer="accepted", now=now - 8 * DAY)
    services.offer_support_at_work(
        by=cast.probation_manager, worker_ref=cast.probation.ref, kind="debrief", on_day=away, now=now - 2 * DAY
    )


def _meeting(
    cast: Cast, asks: Actor, network: Sequence[Actor], leads: Sequence[Actor], said: Asked, now: dt.datetime, days: int
) -> str:
    """One that goes ahead, with those who said that they lead it."""
    at = now - days * DAY
    asked = replace(said, network=tuple(one.ref for one in network))
    ref = services.ask_for_supervision(by=asks, said=asked, now=at)
    services.triage(by=cast.officer, request_ref=ref, outcome="proceed", words="", expected_version=1, now=at + 2 * DAY)
    _ask_to_lead(cast.officer, ref, leads, at + 2 * DAY)
    for one in leads:
        _answer_lead(one, at + 3 * DAY)
    return ref


def _ask_to_lead(officer: Actor, ref: str, leads: Sequence[Actor], now: dt.datetime) -> None:
    with reading("testing.supervision", by=officer, now=now):
        version = queries.desk_request(officer, ref, now=now).card.version
    refs = [one.ref for one in leads]
    services.ask_to_lead(by=officer, request_ref=ref, worker_refs=refs, expected_version=version, now=now)


def _answer_lead(one: Actor, now: dt.datetime) -> None:
    with reading("testing.supervision", by=one, now=now):
        waiting = next(lead for lead in queries.own_page(one, now=now).leads if lead.waits)
    services.answer_lead(by=one, lead_ref=waiting.ref, answer="yes", now=now)


def _withdraw(one: Actor, now: dt.datetime) -> None:
    with reading("testing.supervision", by=one, now=now):
        led = next(lead for lead in queries.own_page(one, now=now).leads if lead.may_withdraw)
    services.withdraw_lead(by=one, lead_ref=led.ref, now=now)


def _happened(by: Actor, ref: str, came: Sequence[Actor], themes: Sequence[str], at: dt.datetime) -> None:
    refs = [one.ref for one in came]
    services.note_happened(by=by, request_ref=ref, on_day=at.date(), came=refs, themes=themes, now=at)


def _say(by: Actor, ref: str, form: str, changed: str, words: str, at: dt.datetime) -> None:
    services.give_feedback(by=by, request_ref=ref, form=form, changed=changed, words=words, now=at)


def _answered(cast: Cast, ref: str, came: Sequence[Actor], now: dt.datetime) -> None:
    """All but one on the day, and some of them weeks later; two of three who wrote words have been read."""
    answering = [one for one in came if one.id != cast.social_worker.id]
    for one, (changed, words) in zip(answering, WORDS, strict=False):
        _say(one, ref, "at_once", changed, words, now - 49 * DAY)
    for one in answering[1:4]:
        _say(one, ref, "later", "yes", "", now - 3 * DAY)
    with reading("testing.supervision", by=cast.officer, now=now):
        read = {card.words: card.ref for card in queries.words_to_judge(cast.officer, now=now)}
    for (_, words), is_shown in zip(WORDS, (True, False), strict=False):
        services.judge_words(by=cast.officer, feedback_ref=read[words], is_shown=is_shown, now=now - 40 * DAY)


def _watch(watcher: Actor, ref: str, now: dt.datetime) -> None:
    services.note_observed(by=watcher, request_ref=ref, seen=SEEN, strengths=STRENGTHS, to_try=TO_TRY, now=now)


def _look_for_a_day(cast: Cast, ref: str, who_answers: Actor, now: dt.datetime) -> None:
    """Two days are offered, and one of those who are asked has said when they can."""
    monday = now.date() + (7 - now.date().weekday()) * DAY
    days = [monday + DAY, monday + 3 * DAY]
    services.offer_days(by=cast.leading[0], request_ref=ref, days=days, now=now - 3 * DAY)
    with reading("testing.supervision", by=who_answers, now=now):
        offered = queries.meeting_page(who_answers, ref, now=now).days
    services.answer_days(by=who_answers, request_ref=ref, day_refs=[offered[0].ref], now=now - 2 * DAY)


def _places(officer: Actor, now: dt.datetime) -> dict[str, str]:
    """Refs of places in the pool by the name of who has them."""
    with reading("testing.supervision", by=officer, now=now):
        cards, _ = queries.pool_page(officer, now=now)
    return {card.name: card.ref for card in cards}
