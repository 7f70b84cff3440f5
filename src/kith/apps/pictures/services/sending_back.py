"""What was drawn on a tablet comes back, act by act: done once, and never over what somebody changed meanwhile."""

import datetime as dt
from dataclasses import asdict, replace

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import Texts, TextsToTake
from kith.apps.pictures import events
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import LONGEST_NAME, CheckOut, Placed, SentAct
from kith.apps.pictures.projections import Placing, SentBack
from kith.apps.pictures.rules import TEXTS, CannotDraw
from kith.apps.pictures.sent import (
    BOTH,
    HERE,
    LINE,
    LINE_OFF,
    MAKE,
    PLACE,
    RUB_OUT,
    TAKE_OFF,
    WHATS,
    Clash,
    FromTablet,
    called_on,
)
from kith.apps.pictures.services.placing import change, place, put_on_again, take_off
from kith.apps.pictures.services.sending_lines import line_sent
from kith.apps.pictures.services.sending_made import made_sent
from kith.apps.pictures.sight import PICTURE, around, drawn_on

SENDERS = {LINE: line_sent, LINE_OFF: line_sent, MAKE: made_sent, RUB_OUT: made_sent}
NOT_SURE = "not_sure"
FROM_TABLET = "From the tablet"
NOT_KNOWN = "Kith does not know this kind of change."
ENDED = "This picture is on a tablet of yours no longer, so nothing more is taken from it. Draw it in Kith."
NOBODY = "Kith does not know any more who that is. Open the picture in Kith, and look who is there."
CHANGED = "Somebody changed this meanwhile."
ONCE_MORE = "Look at both once more."
UNSAID = ("person", "name", "turn", "at", "spot")
"""What says nothing about somebody of the network who was placed in both: the rest is compared."""


def send_back(
    *, by: Actor, child_ref: str, picture_ref: str, check_out_ref: str, sent: SentBack, now: dt.datetime
) -> None:
    """Raises `Clash` where both views have to be looked at first; then it is sent again with a choice."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    if sent.what not in WHATS or not 0 < len(sent.name) <= LONGEST_NAME:
        raise CannotDraw(NOT_KNOWN)
    with deed(events.SENT_BACK, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = CheckOut.objects.filter(picture=picture, ref=check_out_ref, taken_by_id=by.id).first()
        if row is None:
            raise NothingHere
        if row.ended_at is not None:
            raise CannotDraw(ENDED)
        act.notes(picture=picture.ref, check_out=row.ref, what=sent.what, choice=sent.choice)
        if not SentAct.objects.filter(check_out=row, name=sent.name).exists():
            tablet = FromTablet(by, child_ref, picture, row, now)
            send = SENDERS.get(sent.what, _placed_sent)
            key, version = send(tablet, sent)
            SentAct(check_out=row, name=sent.name, key=key, left_version=version).save(force_insert=True)


def _placed_sent(tablet: FromTablet, sent: SentBack) -> tuple[str, int]:
    """The key of what it was about, and the version in which it left it."""
    if sent.what == PLACE:
        return _added(tablet, sent)
    key = tablet.key(sent.key)
    found = tablet.on_it(key)
    if found is None and sent.what == TAKE_OFF:
        return key, 0
    if sent.choice:
        return _chosen(tablet, sent, key, found)
    if found is None or found.version != _known(tablet, key, sent.version) or _covers_words(tablet, sent, found):
        raise _clash(tablet, sent, found)
    return _overwritten(tablet, sent, found, found.version)


def _added(tablet: FromTablet, sent: SentBack) -> tuple[str, int]:
    """Somebody of the network whom another put on it meanwhile stands once: there may be two views of where."""
    sent = replace(sent, placing=replace(sent.placing, person=_person(tablet, sent.placing.person)))
    found = _same_person(tablet, sent.placing)
    if found is None:
        return _placed(tablet, sent)
    if sent.choice:
        return _chosen(tablet, sent, found.key, found)
    if not _says_the_same(found, sent.placing):
        raise _clash(tablet, sent, found)
    return found.key, found.version


def _person(tablet: FromTablet, called: str) -> str:
    """Among those whom the sender may see now; of who is hidden or destroyed meanwhile nothing comes back."""
    if not called:
        return ""
    near = around(tablet.by, tablet.child_ref, now=tablet.now)
    found = [ref for ref, name in called_on(tablet.row, near.people).items() if name == called]
    if not found:
        raise CannotDraw(NOBODY)
    return found[0]


def _same_person(tablet: FromTablet, placing: Placing) -> Placed | None:
    if not placing.person:
        return None
    standing = Placed.objects.filter(picture=tablet.picture, withdrawn_at=None, at_key=tablet.key(placing.at))
    return standing.filter(person__ref=placing.person).select_related("person").first()


def _says_the_same(found: Placed, placing: Placing) -> bool:
    return all(getattr(found, name) == said for name, said in asdict(placing).items() if name not in UNSAID)


def _chosen(tablet: FromTablet, sent: SentBack, key: str, found: Placed | None) -> tuple[str, int]:
    if sent.choice not in tablet.choices(takes_off=sent.what == TAKE_OFF, is_gone=found is None):
        raise _clash(tablet, sent, found, ONCE_MORE)
    if sent.choice == HERE:
        return key, found.version if found else 0
    if sent.choice == BOTH:
        return _beside(tablet, sent, found) if found else _again(tablet, sent, key)
    if found is None or found.version != sent.version:
        raise _clash(tablet, sent, found, ONCE_MORE)
    return _overwritten(tablet, sent, found, sent.version)


def _overwritten(tablet: FromTablet, sent: SentBack, found: Placed, version: int) -> tuple[str, int]:
    if sent.what == TAKE_OFF:
        take_off(**tablet.at, placed_ref=found.ref)
        return found.key, 0
    placing = replace(sent.placing, at=tablet.key(sent.placing.at))
    change(**tablet.at, placed_ref=found.ref, placing=placing, expected_version=version)
    return found.key, _version(found)


def _beside(tablet: FromTablet, sent: SentBack, found: Placed) -> tuple[str, int]:
    """Another one, not sure, next to what stands."""
    words = sent.placing.words if sent.placing.words != found.words else _told_apart(found.words)
    return _placed(tablet, replace(sent, placing=replace(sent.placing, person="", state=NOT_SURE, words=words)))


def _again(tablet: FromTablet, sent: SentBack, key: str) -> tuple[str, int]:
    """What was taken off meanwhile stands once more as who it was, and as the tablet says it.

    Words that the tablet does not have stay: they may have stayed behind because of a seal.
    """
    row = Placed.objects.filter(picture=tablet.picture, key=key).select_related("person").order_by("-pk").first()
    if row is None:
        raise NothingHere
    put_on_again(**tablet.at, placed_ref=row.ref)
    found = Placed.objects.select_related("person").get(pk=row.pk)
    texts = Texts(tablet.by, [tablet.child_ref], now=tablet.now).shown(found, TEXTS)
    kept = {name: words for name, words in texts.items() if not getattr(sent.placing, name)}
    sent = replace(sent, placing=replace(sent.placing, at=found.at_key, **kept))
    return _overwritten(tablet, sent, found, found.version)


def _placed(tablet: FromTablet, sent: SentBack) -> tuple[str, int]:
    ref = place(**tablet.at, placing=replace(sent.placing, at=tablet.key(sent.placing.at)))
    row = Placed.objects.get(ref=ref)
    return row.key, row.version


def _known(tablet: FromTablet, key: str, version: int) -> int:
    """What the tablet last knew of it: what it left itself, or else what it was handed."""
    last = tablet.last_sent([key]) if key else None
    return last.left_version if last else version


def _clash(tablet: FromTablet, sent: SentBack, found: Placed | None, says: str = CHANGED) -> Clash:
    choices = tablet.choices(takes_off=sent.what == TAKE_OFF, is_gone=found is None)
    return Clash(says, key=found.key if found else "", choices=choices)


def _covers_words(tablet: FromTablet, sent: SentBack, found: Placed) -> bool:
    """Words that the sender may read and the tablet did not have, because of a seal, are not written over unseen."""
    if sent.what == TAKE_OFF:
        return False
    about = (tablet.by, [tablet.child_ref])
    here, taken = Texts(*about, now=tablet.now), TextsToTake(*about, now=tablet.now)
    shown = here.shown(found, TEXTS)
    return any(words not in ("", taken(found, name), getattr(sent.placing, name)) for name, words in shown.items())


def _version(row: Placed) -> int:
    return Placed.objects.get(pk=row.pk).version


def _told_apart(words: str) -> str:
    """Two of one name and the same words would be taken for one that was placed twice."""
    return f"{words}. {FROM_TABLET}" if words else FROM_TABLET
