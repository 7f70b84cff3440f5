"""Deciding whether to share, yes or no with the same care; opening and ending shares."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields

from kith.apps.access import events
from kith.apps.access.actions import SHARE
from kith.apps.access.consents import CONSENT, TO_SHARE
from kith.apps.access.models import Consent, Share, ShareTerms, SharingDecision, Subject
from kith.apps.access.moments import not_ended
from kith.apps.access.requiring import require
from kith.apps.access.roles import all_roles
from kith.apps.access.vocabulary import PERSON, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_id_of
from kith.apps.audit.services import Deed, deed
from kith.kernel.decisions import Level
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

SHARED, REFUSED = "shared", "refused"
LEVELS = {"summary": Level.SUMMARY, "read": Level.READ}
LONGEST = dt.timedelta(days=366)
ALWAYS = ("name", PERSON)  # a share that does not say about whom it is would open nothing


class CannotShare(KithError):
    """What was decided would not be a sound decision, or the share not a sound share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What was asked and what was thought about before deciding: the same for yes and for no."""

    who_asked: str
    what: str
    purpose: str
    recipient_words: str
    basis: str
    condition: str
    informed: str  # yes or no
    necessity: str
    proportionality: str
    accuracy: str
    detriment: str
    why_not_informed: str = ""
    method: str = ""
    follow_up: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a share opens, to whom and until when."""

    receiver_ref: str
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    level: str  # summary or read
    since_on: dt.date
    until_on: dt.date
    sensitivity: int = 1
    consent_ref: str = ""


MUST_SAY = {
    "who_asked": "Say who asked, or that nobody did and you offered it.",
    "what": "Say what was asked for.",
    "recipient_words": "Say who would get it: a name and their part.",
    "necessity": "Say why it is needed, or why it is not.",
    "proportionality": "Say why this much and no more.",
    "accuracy": "Say how you know that it is right and not out of date.",
    "detriment": "Say whether sharing or keeping silent would do more harm.",
}


def decide_sharing(
    *, by: Actor, subject_ref: str, weighed: Weighed, outcome: str, offer: Offer | None = None, now: dt.datetime
) -> str:
    """Put a decision to share, or not to, on record; with an offer the share opens at once. The decision's ref."""
    decision = require(by, SHARE, subject_ref, now=now)
    told = _checked(weighed)
    if outcome not in (SHARED, REFUSED):
        raise CannotShare("Say whether it is shared or not.")
    if offer is not None and outcome == REFUSED:
        raise CannotShare("What is not shared opens nothing. Choose shared, or leave the share out.")
    with deed(events.SHARING_DECIDED, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        subject = Subject.objects.get(ref=subject_ref)
        row = SharingDecision(
            subject=subject, outcome=outcome, decided_by_id=by.id, organisation_id=by.agency_id, decided_at=now, **told
        )
        receiver = _receiver(by, offer.receiver_ref) if offer else None
        row.recipient_id = receiver
        row.save(force_insert=True)
        act.notes(decision=row.ref, outcome=outcome)
        act.changed(subject_ref, after=told | {"outcome": outcome})
        if offer and receiver:
            _open_share(act, row, receiver, _terms(by, offer), offer)
    return str(row.ref)


def _checked(weighed: Weighed) -> dict[str, str]:
    """Every word cleaned; the same is demanded of a yes and of a no."""
    limits = {"who_asked": "name", "recipient_words": "name", "method": "name"}
    told = {
        field.name: cleaned(getattr(weighed, field.name), limit=LIMITS[limits.get(field.name, "line")])
        for field in fields(weighed)
    }
    for name, sentence in MUST_SAY.items():
        if not told[name]:
            raise CannotShare(sentence)
    for name, part in (("purpose", "purposes"), ("basis", "bases"), ("condition", "conditions")):
        _require_known([told[name]], sharing_words(part), f"Choose the {name} from the list.")
    if told["informed"] not in ("yes", "no"):
        raise CannotShare("Say whether the child or family was told.")
    if told["informed"] == "no" and not told["why_not_informed"]:
        raise CannotShare("Say why it would not be safe, or not possible, to tell them.")
    return told


def _require_known(words: Collection[str], known: Collection[str] | Mapping[str, object], sentence: str) -> None:
    if not words or any(word not in known for word in words):
        raise CannotShare(sentence)


def _receiver(by: Actor, ref: str) -> int:
    agency_id = agency_id_of(ref)
    if agency_id is None:
        raise CannotShare("Choose the agency from the list.")
    if agency_id == by.agency_id:
        raise CannotShare("That is your own agency. Put the worker on the team instead.")
    return agency_id


def _open_share(act: Deed, row: SharingDecision, receiver_id: int, terms: ShareTerms, offer: Offer) -> None:
    share = Share(
        subject=row.subject,
        giver=row.organisation,
        receiver_id=receiver_id,
        terms=terms,
        basis=row.basis,
        purpose=row.purpose,
        consent=_consent(row, offer),
        decision=row,
        since_on=offer.since_on,
        until_on=_until(offer),
    )
    share.save(force_insert=True)
    said = asdict(offer) | {"since_on": str(offer.since_on), "until_on": str(offer.until_on)}
    act.notes(share=share.ref)
    act.changed(row.subject.ref, after={"share": said})


def _terms(by: Actor, offer: Offer) -> ShareTerms:
    _require_known(offer.kinds, sharing_words("kinds"), "Choose what is shared from the list.")
    _require_known(offer.roles, roles_to_share_with(), "Choose at least one role that may see it.")
    _require_known([offer.level], LEVELS, "A share lets others see. It never lets them write or take copies.")
    if not 0 <= offer.sensitivity <= by.clearance:
        raise CannotShare("You cannot share more than you may see yourself.")
    terms, _ = ShareTerms.objects.get_or_create(
        kinds=" ".join(sorted({*offer.kinds, *ALWAYS})),
        roles=" ".join(sorted(set(offer.roles))),
        level=LEVELS[offer.level],
        sensitivity=offer.sensitivity,
    )
    return terms


def roles_to_share_with() -> dict[str, str]:
    """Roles that work with children, with their titles; nobody else has a use for a share."""
    return {name: role.title for name, role in all_roles().items() if role.case_team >= Level.READ}


def _until(offer: Offer) -> dt.date:
    if not offer.since_on < offer.until_on <= offer.since_on + LONGEST:
        raise CannotShare("A share ends on a day after it begins, within a year. It can be decided again then.")
    return offer.until_on


def _consent(row: SharingDecision, offer: Offer) -> Consent | None:
    """The agreement a share rests on: the law's other grounds need none."""
    agreed = Consent.objects.filter(subject=row.subject, withdrawn_at=None, kind=TO_SHARE, is_yes=True)
    consent = agreed.filter(ref=offer.consent_ref).first()
    if row.basis == CONSENT and consent is None:
        raise CannotShare("This rests on their agreement alone. Choose the agreement, or record it first.")
    return consent if row.basis == CONSENT else None


def end_share(*, by: Actor, subject_ref: str, share_ref: str, why: str, now: dt.datetime) -> None:
    """Stop a share before its day; it opens nothing from this moment on."""
    decision = require(by, SHARE, subject_ref, now=now)
    reason = cleaned(why, limit=LIMITS["line"])
    if not reason:
        raise CannotShare("Say in a sentence why it ends.")
    with deed(events.SHARE_ENDED, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        ended = Share.objects.filter(ref=share_ref, subject__ref=subject_ref).filter(not_ended(now))
        if not ended.update(ended_at=now, ended_why=reason):
            raise CannotShare("That share has ended already.")
        act.notes(share=share_ref)
        act.changed(subject_ref, after={"ended_why": reason})
