"""Group supervision in the small county: what is asked and led in the census, and how people ask and snoop."""

import datetime as dt
from collections.abc import Mapping

from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.records.base import refs_from
from kith.apps.supervision.models import (
    AtPeerTalk,
    Came,
    Facilitator,
    Feedback,
    Invitation,
    Lead,
    Observation,
    PeerTalk,
    Request,
    Support,
)
from kith.apps.supervision.queries import ASK
from kith.apps.supervision.services import keep_words
from kith.apps.supervision.vocabulary import points
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]
SECRET = "Threnody"
ASKING = ("own", "ask", "away", "needs", "peers", "toolbox")
KEEPING = ("desk", "words", "pool", "add_facilitator", "network", "figures", "handled", "support", "support_at_work")
PAGES = (*ASKING, *KEEPING)
ASKED = {
    "why_now": "Three agencies pull three ways.",
    "stuck": "Nobody says it aloud.",
    "age_band": "from_10",
    "locality": "fenside",
    "consent": "not_yet",
}


SEEN = dict.fromkeys(points(), "yes")


def what_is_asked_and_led(
    county: Partnership, *, by: str = "pru", about: str = "ivy", leads: str = "pru"
) -> dict[str, str]:
    """Somebody asked about a child, or about nobody; somebody leads two other meetings, of which one happened; an
    answer and an offer wait, and so does being asked to come."""
    workers = county.loaded.workers
    with refs_from(seeded_refs("supervision")), load("test.supervision", by=OPERATOR, now=NOW, payload={}):
        asked = request(county, 1, by, about=about)
        held = request(county, 2, "tess", outcome="proceed", happened_on=TODAY)
        place = Facilitator(user_id=workers[leads], trained_on=TODAY, locality="fenside")
        place.save(force_insert=True)
        ahead = request(county, 3, "tess", outcome="proceed")
        for one in (held, ahead):
            lead = Lead(request=one, facilitator=place, asked_by_id=workers["bea"], asked_at=NOW, answer="yes")
            lead.save(force_insert=True)
        Came(request=held, user_id=workers[leads]).save(force_insert=True)
        words = Feedback(request=held, form="at_once", changed="yes", words="It helped.")
        words.save(force_insert=True)
        offer = Support(user_id=workers[leads], kind="peer", offered_by_id=workers["bea"], offered_at=NOW)
        offer.save(force_insert=True)
        come = Invitation(request=ahead, user_id=workers[leads], asked_by_id=workers["bea"], asked_at=NOW)
        come.save(force_insert=True)
        talk = PeerTalk(on_day=TODAY)
        talk.save(force_insert=True)
        said = AtPeerTalk(talk=talk, user_id=workers[leads])
        said.save(force_insert=True)
    return {
        "request_ref": asked.ref,
        "pru": county.actor("pru").ref,
        "facilitator_ref": place.ref,
        "lead_ref": lead.ref,
        "feedback_ref": words.ref,
        "support_ref": offer.ref,
        "to_come_ref": come.ref,
        "talk_ref": said.ref,
        "request_ref of supervision:invite": ahead.ref,
        "request_ref of supervision:observe": held.ref,
        **{f"request_ref of supervision:{name}": held.ref for name in ("meeting", "days", "stop", "feedback")},
        **{f"request_ref of supervision:{name}": ahead.ref for name in ("offer_days", "settle", "happened")},
    }


def asked_in_secret(county: Partnership, about: str, words: str) -> dict[str, str]:
    """Words of Zed's about somebody in every field that a request has, in what was seen of its meeting, and in a draft:
    for him, for whoever triages, and for nobody else."""
    zed = county.actor("zed")
    with refs_from(seeded_refs("asked in secret")), load("test.supervision", by=OPERATOR, now=NOW, payload={}):
        row = request(county, 9, "zed", about=about, outcome="proceed", happened_on=TODAY)
        row.why_now = row.stuck = row.concerns = row.outside = row.consent_words = row.outcome_words = words
        row.save()
        Observation(
            request=row, observed_by_id=zed.id, observed_at=NOW, strengths=words, to_try=words, version="2026-11"
        ).save(force_insert=True)
        Feedback(request=row, form="at_once", changed="yes", words=words).save(force_insert=True)
    with refs_from(seeded_refs("unsent in secret")):
        keep_words(by=zed, form=ASK, words=f"stuck={words}", now=NOW)
    return {"request_ref": row.ref}


def request(
    county: Partnership,
    number: int,
    who: str,
    *,
    about: str = "",
    outcome: str = "",
    happened_on: dt.date | None = None,
) -> Request:
    """Inside a load."""
    by = county.actor(who)
    row = Request(number=number, asked_by_id=by.id, organisation_id=by.agency_id, asked_at=NOW, outcome=outcome)
    row.why_now, row.stuck, row.age_band = "It has gone on since spring.", "All are afraid.", "from_10"
    row.locality, row.consent, row.happened_on = "fenside", "not_yet", happened_on
    row.subject_id = target_of(county.refs[about]).id if about else None
    row.save(force_insert=True)
    return row


def asking_for_supervision(visitor: Visitor, refs: Refs) -> None:
    """With a child whom one may read, with the hidden one, without; then every page there is, as everybody."""
    for name in ("mina", "hidden", "ivy"):
        form = reverse("supervision:ask_about", args=[refs[name]])
        visitor.get(form)
        visitor.post(form, **ASKED)
        visitor.post(form, **(ASKED | {"stuck": f"{SECRET} Okafor is on everybody's mind."}))
    visitor.post(reverse("supervision:ask"), **ASKED)
    for page in PAGES:
        visitor.get(reverse(f"supervision:{page}"))
    visitor.get(reverse("supervision:request", args=[refs.get("request_ref", "0" * 26)]))


def keeping_the_register(visitor: Visitor, refs: Refs) -> None:
    """All that can be done about a request and beside it, by whoever tries; and every page and file afterwards."""
    asked, held = refs["request_ref"], refs["request_ref of supervision:observe"]
    ahead, own = refs["request_ref of supervision:invite"], {"who": refs["tess"], "version": "1"}
    deeds: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("request", asked, {"draft": "by_itself", "words": "Perhaps on Thursday."}),
        ("request", asked, {"outcome": "proceed", "words": "", "version": "1"}),
        ("ask_pair", asked, own),
        ("invite", ahead, {"find": "pru", "search": "yes"}),
        ("invite", ahead, {"find": "pru", "worker": refs["pru"]}),
        ("observe", held, {**SEEN, "strengths": "Calm.", "to_try": "A break."}),
        ("offer_days", ahead, {"day": "1 December 2026"}),
        ("feedback", held, {"draft": "by_itself", "words": "It slowed us."}),
        ("feedback", held, {"changed": "yes", "words": "It slowed us."}),
        ("stop", ahead, {}),
        ("answer_invitation", refs["to_come_ref"], {"answer": "no"}),
        ("peers_how", refs["talk_ref"], {"how": "helped"}),
        ("answer_support", refs["support_ref"], {"answer": "accepted"}),
        ("judge", refs["feedback_ref"], {"shown": "yes"}),
        ("take_back", asked, {"version": "1"}),
    )
    for route, ref, said in deeds:
        visitor.post(reverse(f"supervision:{route}", args=(ref, *(["at_once"] if route == "feedback" else []))), **said)
    for route, words in (
        ("network", {"on_day": "24 November 2026", "came": refs["facilitator_ref"]}),
        ("peers", {"on_day": "24 November 2026", "with_whom": refs["facilitator_ref"]}),
        ("support_at_work", {"find": "tess", "search": "yes"}),
        ("support_at_work", {"find": "tess", "worker": refs["tess"], "kind": "debrief"}),
    ):
        visitor.post(reverse(f"supervision:{route}"), **words)
    for page in (*PAGES, "figures_csv", "figures_docx"):
        visitor.get(reverse(f"supervision:{page}"))
    for ref in (asked, held, ahead):
        for route in ("request", "receipt", "meeting"):
            visitor.get(reverse(f"supervision:{route}", args=[ref]))
