"""A small county with a pool of facilitators, and requests on their way, for tests."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kith.apps.audit.services import reading
from kith.apps.supervision import queries, services
from kith.apps.supervision.models import Request
from kith.apps.supervision.projections import Asked, Desk, FacilitatorTold, MeetingPage, OwnPage, RequestPage
from kith.testing.factories import NOW, TODAY, Partnership, agency, child, family, partnership, worker

ASKED = Asked(
    why_now="Three agencies pull three ways.",
    stuck="Nobody says out loud that we are worried.",
    concerns="",
    around=("school", "police"),
    network=(),
    age_band="from_14",
    is_transition=True,
    locality="fenside",
    consent="told_agreed",
)
TOLD = FacilitatorTold(trained_on=TODAY - dt.timedelta(days=30), led_before=0, most_at_once=2, locality="fenside")
POOL = ("dana", "anaya", "tom", "nia")


def county_with_a_pool() -> Partnership:
    """Sue (council) and Ray (school) work with Kit, whose name is sealed by nobody; four facilitators do not."""
    made = partnership(
        agencies=[agency("council"), agency("school", kind="school"), agency("police"), agency("clinic")],
        workers=[
            worker("sue"),
            worker("boss", "manager"),
            worker("ray", agency="school"),
            worker("bea", "business_unit"),
            worker("bob", "business_unit"),
            worker("ana", "analyst"),
            worker("dana", agency="police"),
            worker("chief", "manager", agency="police"),
            worker("tom", agency="police"),
            worker("anaya", agency="clinic"),
            worker("nia", agency="clinic"),
        ],
    )
    made.add([family(child("kit", "Kit Brook"))])
    for who in ("sue", "ray"):
        made.involve("kit", who)
    for who in POOL:
        join(made, who)
    return made


def join(county: Partnership, who: str, **changes: Any) -> str:
    told = FacilitatorTold(**{name: getattr(TOLD, name) for name in TOLD.__slots__} | changes)
    return services.join_pool(by=county.actor("bea"), worker_ref=county.actor(who).ref, told=told, now=NOW)


def ask(county: Partnership, who: str = "sue", about: str = "kit", said: Asked = ASKED, now: dt.datetime = NOW) -> str:
    child_ref = county.refs[about] if about else ""
    return services.ask_for_supervision(by=county.actor(who), said=said, child_ref=child_ref, now=now)


def page(county: Partnership, ref: str, who: str = "bea", now: dt.datetime = NOW) -> RequestPage:
    with reading("test", by=county.actor(who), now=now):
        return queries.desk_request(county.actor(who), ref, now=now)


def the_desk(county: Partnership, who: str = "bea") -> Desk:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.desk(county.actor(who), now=NOW)


def own(county: Partnership, who: str, now: dt.datetime = NOW) -> OwnPage:
    with reading("test", by=county.actor(who), now=now):
        return queries.own_page(county.actor(who), now=now)


def meeting(county: Partnership, ref: str, who: str, now: dt.datetime = NOW) -> MeetingPage:
    with reading("test", by=county.actor(who), now=now):
        return queries.meeting_page(county.actor(who), ref, now=now)


def decide(county: Partnership, ref: str, outcome: str = "proceed", words: str = "", who: str = "bea") -> None:
    version = Request.objects.get(ref=ref).version
    by = county.actor(who)
    services.triage(by=by, request_ref=ref, outcome=outcome, words=words, expected_version=version, now=NOW)


def ask_pair(county: Partnership, ref: str, who: Sequence[str]) -> None:
    services.ask_to_lead(
        by=county.actor("bea"),
        request_ref=ref,
        worker_refs=[county.actor(one).ref for one in who],
        expected_version=Request.objects.get(ref=ref).version,
        now=NOW,
    )


def answer(county: Partnership, who: str, said: str) -> None:
    lead = next(one for one in own(county, who).leads if one.waits)
    services.answer_lead(by=county.actor(who), lead_ref=lead.ref, answer=said, now=NOW)


def agreed(county: Partnership, who: str = "sue", about: str = "kit", pair: Sequence[str] = ("dana", "anaya")) -> str:
    """A request that goes ahead, with two who lead it."""
    ref = ask(county, who, about)
    decide(county, ref)
    ask_pair(county, ref, pair)
    for one in pair:
        answer(county, one, "yes")
    return ref


def invite(county: Partnership, ref: str, who: str) -> None:
    services.invite(by=county.actor("bea"), request_ref=ref, worker_ref=county.actor(who).ref, now=NOW)


def comes(county: Partnership, who: str, said: str = "yes") -> None:
    one = own(county, who).to_come[0]
    services.answer_invitation(by=county.actor(who), invitation_ref=one.ref, answer=said, now=NOW)


def happened(county: Partnership, ref: str, came: Sequence[str], on: dt.date = TODAY, lead: str = "dana") -> None:
    services.note_happened(
        by=county.actor(lead),
        request_ref=ref,
        on_day=on,
        came=[county.actor(one).ref for one in came],
        themes=("stuck", "transition"),
        now=NOW,
    )
