"""What is shared of a subject, with whom, on what ground, and what was decided: for whoever may read the subject."""

import datetime as dt

from kith.apps.access.actions import SEE_SHARING, SHARE
from kith.apps.access.consents import TO_SHARE, resting_on
from kith.apps.access.decisions import decide
from kith.apps.access.models import Consent, Share, SharingDecision
from kith.apps.access.moments import day_of
from kith.apps.access.projections import ConsentCard, DecisionCard, ShareCard, SharingView
from kith.apps.access.requiring import NothingHere, require
from kith.apps.access.roles import role_of
from kith.apps.access.vocabulary import consent_kinds, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import organisation_names, worker_cards
from kith.kernel.decisions import Level


def sharing_of(actor: Actor, subject_ref: str, *, now: dt.datetime) -> SharingView:
    """Everything for the team; whoever sees the subject through a share sees that share and nothing of the others."""
    decision = require(actor, SEE_SHARING, subject_ref, now=now)
    shares = Share.objects.filter(subject__ref=subject_ref).select_related("terms", "decision", "consent")
    is_receiver = decision.rule == "R2"
    if is_receiver:
        shares = shares.filter(receiver_id=actor.agency_id)
    cards = _share_cards(list(shares.order_by("-since_on", "-pk")), now)
    return SharingView(
        shares=tuple(card for card in cards if card.is_live),
        past=tuple(card for card in cards if not card.is_live),
        consents=() if is_receiver else _consents(subject_ref, day_of(now)),
        decisions=() if is_receiver else _decisions(subject_ref),
        may_share=decision.level >= SHARE.needs and SHARE.name in role_of(actor.role).actions,
    )


def shares_if_joined(
    actor: Actor, kept_ref: str, merged_ref: str, *, now: dt.datetime
) -> tuple[tuple[ShareCard, ...], tuple[ShareCard, ...]]:
    """Shares of the record that stays, which then cover what joins it; and of the other, which end. For whoever may
    say that the two are one."""
    return _live_shares(actor, kept_ref, now), _live_shares(actor, merged_ref, now)


def _live_shares(actor: Actor, subject_ref: str, now: dt.datetime) -> tuple[ShareCard, ...]:
    if not decide(actor, SEE_SHARING, subject_ref, now=now).allowed:
        return ()
    rows = Share.objects.filter(subject__ref=subject_ref).select_related("terms")
    return tuple(card for card in _share_cards(list(rows.order_by("since_on", "pk")), now) if card.is_live)


def _share_cards(rows: list[Share], now: dt.datetime) -> list[ShareCard]:
    agencies = organisation_names({row.giver_id for row in rows} | {row.receiver_id for row in rows})
    return [_share_card(row, agencies, now) for row in rows]


def _share_card(row: Share, agencies: dict[int, str], now: dt.datetime) -> ShareCard:
    kinds, day = sharing_words("kinds"), day_of(now)
    has_ended = row.ended_at is not None and row.ended_at <= now
    return ShareCard(
        ref=row.ref,
        giver=agencies[row.giver_id],
        receiver=agencies[row.receiver_id],
        kinds=tuple(kinds[kind] for kind in row.terms.kinds.split() if kind in kinds),
        roles=tuple(role_of(role).title for role in row.terms.roles.split()),
        may="read it" if row.terms.level >= Level.READ else "see the name, and whom to ask",
        basis=sharing_words("bases").get(row.basis, row.basis),
        purpose=sharing_words("purposes").get(row.purpose, row.purpose),
        since_on=row.since_on,
        until_on=row.until_on,
        is_live=not has_ended and (row.until_on is None or row.until_on > day),
        has_begun=row.since_on <= day,
        ended_on=day_of(row.ended_at) if row.ended_at else None,
        ended_why=row.ended_why,
        rests_on_consent=row.consent_id is not None,
    )


def _consents(subject_ref: str, today: dt.date) -> tuple[ConsentCard, ...]:
    rows = list(Consent.objects.filter(subject__ref=subject_ref).order_by("-given_on", "-pk"))
    kinds = consent_kinds()
    return tuple(
        ConsentCard(
            ref=row.ref,
            to_what=kinds[row.kind].says if row.kind in kinds else row.kind,
            is_yes=row.is_yes,
            given_by=row.given_by,
            is_childs_own=row.is_childs_own,
            words=row.words,
            competence=row.competence,
            reasoning=row.reasoning,
            given_on=row.given_on,
            look_again_on=row.look_again_on,
            is_to_look_at=row.withdrawn_at is None and row.look_again_on is not None and row.look_again_on <= today,
            withdrawn_on=day_of(row.withdrawn_at) if row.withdrawn_at else None,
            withdrawn_words=row.withdrawn_words,
            may_carry_a_share=row.is_yes and row.kind == TO_SHARE and row.withdrawn_at is None,
        )
        for row in rows
    )


def _decisions(subject_ref: str) -> tuple[DecisionCard, ...]:
    rows = list(SharingDecision.objects.filter(subject__ref=subject_ref).order_by("-decided_at", "-pk"))
    workers = worker_cards({row.decided_by_id for row in rows})
    return tuple(
        _decision_card(row, workers[row.decided_by_id].name, workers[row.decided_by_id].agency) for row in rows
    )


def _decision_card(row: SharingDecision, name: str, agency: str) -> DecisionCard:
    informed = "Yes" if row.informed == "yes" else f"No. {row.why_not_informed}"
    said = (
        ("Who asked", row.who_asked),
        ("What they asked for", row.what),
        ("Who would get it", row.recipient_words),
        ("What for", sharing_words("purposes").get(row.purpose, row.purpose)),
        ("Ground in law", sharing_words("bases").get(row.basis, row.basis)),
        ("Special facts", sharing_words("conditions").get(row.condition, row.condition)),
        ("Was the child or family told?", informed),
        ("Why it is needed", row.necessity),
        ("Why this much", row.proportionality),
        ("How we know it is right", row.accuracy),
        ("Harm of sharing, harm of silence", row.detriment),
        ("How it was passed on", row.method),
        ("What happens next", row.follow_up),
    )
    return DecisionCard(
        ref=row.ref,
        is_shared=row.outcome == "shared",
        what=row.what,
        recipient=row.recipient_words,
        decided_by=name,
        agency=agency,
        decided_at=row.decided_at,
        said=tuple((what, words) for what, words in said if words),
    )


def sharing_to_decide(actor: Actor, subject_ref: str, *, now: dt.datetime) -> SharingView:
    """The same for whoever may decide."""
    require(actor, SHARE, subject_ref, now=now)
    return sharing_of(actor, subject_ref, now=now)


def share_to_end(actor: Actor, subject_ref: str, share_ref: str, *, now: dt.datetime) -> ShareCard:
    for card in sharing_to_decide(actor, subject_ref, now=now).shares:
        if card.ref == share_ref:
            return card
    raise NothingHere


def decision_of(actor: Actor, subject_ref: str, decision_ref: str, *, now: dt.datetime) -> DecisionCard:
    for card in sharing_of(actor, subject_ref, now=now).decisions:
        if card.ref == decision_ref:
            return card
    raise NothingHere


def consent_to_withdraw(
    actor: Actor, subject_ref: str, consent_ref: str, *, now: dt.datetime
) -> tuple[ConsentCard, tuple[ShareCard, ...], tuple[ShareCard, ...]]:
    """The agreement, the shares that stop with it, and those that go on."""
    view = sharing_to_decide(actor, subject_ref, now=now)
    stopping = set(resting_on(consent_ref, now).values_list("ref", flat=True))
    for consent in view.consents:
        if consent.ref == consent_ref and consent.withdrawn_on is None:
            stops = tuple(share for share in view.shares if share.ref in stopping)
            return consent, stops, tuple(share for share in view.shares if share.ref not in stopping)
    raise NothingHere
