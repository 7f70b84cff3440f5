"""Triage: all requests without a child's name, a pair proposed for each, and words that nobody has read yet."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.drafts.queries import draft_of
from kith.apps.supervision.actions import TRIAGE
from kith.apps.supervision.cards import day_cards, lead_cards, request_card
from kith.apps.supervision.drafting import TRIAGE as TRIAGED_IN
from kith.apps.supervision.drafting import draft_name
from kith.apps.supervision.models import Feedback, Invitation, Request
from kith.apps.supervision.pairing import Pool, left_out, pair_card
from kith.apps.supervision.projections import Desk, RequestCard, RequestPage, WordsCard
from kith.apps.supervision.rules import is_open
from kith.apps.supervision.sight import leads_of
from kith.apps.supervision.vocabulary import PROCEED, YES, offers, supervision_data
from kith.engines.pairing import alternatives, tie

MOST_DECIDED, MOST_OTHERS = 30, 4


def desk(actor: Actor, *, now: dt.datetime) -> Desk:
    require_by_role(actor, TRIAGE, now=now)
    rows = list(Request.objects.order_by("-asked_at", "-pk"))
    decided = [row for row in rows if row.outcome and not row.taken_back_at]
    ahead = sum(row.outcome == PROCEED for row in decided)
    return Desk(
        open=tuple(request_card(row, now=now) for row in rows if is_open(row)),
        decided=tuple(request_card(row, now=now) for row in rows if not is_open(row))[:MOST_DECIDED],
        went_ahead=ahead,
        went_elsewhere=len(decided) - ahead,
    )


def desk_request(actor: Actor, ref: str, *, now: dt.datetime) -> RequestPage:
    """One request; while it wants facilitators, with the pair that fits best among all open requests."""
    require_by_role(actor, TRIAGE, now=now)
    row = Request.objects.filter(ref=ref).first()
    if row is None:
        raise NothingHere
    pool = Pool(now)
    plan = pool.plan() if any(one.pk == row.pk for one in pool.requests) else None
    proposal = next((one for one in plan.proposals if one.request == ref), None) if plan else None
    others = (
        alternatives(plan, ref, pool.all_asked, pool.facilitators, together=pool.together, at_most=MOST_OTHERS)
        if plan
        else ()
    )
    choice = proposal.choice if proposal else None
    asked = pool.asked_already(row)
    return RequestPage(
        card=request_card(row, now=now),
        leads=lead_cards(row),
        proposed=pair_card(pool, choice, asked) if choice else None,
        shortfall=proposal.shortfall if proposal else "",
        others=tuple(pair_card(pool, one, asked) for one in others),
        left_out=left_out(pool, proposal.left_out) if proposal else (),
        also_about=_also_about(row),
        outcomes=tuple((key, one["says"], one["means"]) for key, one in supervision_data()["outcomes"].items()),
        days=day_cards(actor, row),
        offers=offers(),
        invited=_invited(row),
        tied=_tied(pool, row),
        draft=draft_of(actor, "", draft_name(TRIAGED_IN, row.ref)),
    )


def to_invite(actor: Actor, ref: str, *, now: dt.datetime) -> RequestCard:
    """A request that goes ahead, to which somebody outside may be asked."""
    require_by_role(actor, TRIAGE, now=now)
    row = Request.objects.filter(ref=ref, outcome=PROCEED).first()
    if row is None or not is_open(row):
        raise NothingHere
    return request_card(row, now=now)


def _invited(row: Request) -> tuple[tuple[str, str], ...]:
    rows = list(Invitation.objects.filter(request=row).order_by("pk"))
    workers = worker_cards({one.user_id for one in rows})
    said = {"": "asked, no answer yet", YES: "comes"}
    return tuple((workers[one.user_id].at_agency, said.get(one.answer, "cannot come")) for one in rows)


def _tied(pool: Pool, row: Request) -> tuple[str, ...]:
    """Somebody who joined the network later may tie one who leads already: whoever triages looks again."""
    known = {pool.workers[one.user_id].ref: one.user_id for one in pool.rows if one.user_id in pool.workers}
    live = {lead.facilitator.user_id for lead in leads_of(row)} if is_open(row) else set()
    if not live:
        return ()
    asked = pool.asked(row)
    return tuple(one.name for one in pool.facilitators if known[one.ref] in live and tie(one, asked))


def _also_about(row: Request) -> tuple[int, ...]:
    """Two requests about one child may want one meeting; whose case it is, is not said."""
    if row.subject_id is None:
        return ()
    same = Request.objects.filter(subject_id=row.subject_id).exclude(pk=row.pk).order_by("number")
    return tuple(one.number for one in same if is_open(one))


def words_to_judge(actor: Actor, *, now: dt.datetime) -> tuple[WordsCard, ...]:
    """In no order that could tell who wrote them."""
    require_by_role(actor, TRIAGE, now=now)
    rows = Feedback.objects.filter(judged="").exclude(words="").select_related("request").order_by("ref")
    return tuple(WordsCard(ref=row.ref, number=row.request.number, words=row.words) for row in rows)
