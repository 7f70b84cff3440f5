"""Who of a family was told of what in the small county: of Mina in every world, of Ivy in the census."""

from typing import Any

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.occasions.models import (
    Invitation,
    LedgerRow,
    NotComing,
    Occasion,
    Representation,
    RepresentationAnswer,
    SecondParent,
    TeamRow,
)
from kith.apps.records.base import refs_from
from kith.apps.teams.models import TeamPlace
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership

TODAY = NOW.date()


def happened(county: Partnership, name: str) -> str:
    """Something happened in a child's life, of which nobody has been told yet; rows with refs of their own."""
    with refs_from(seeded_refs(f"{name} in hospital")), load("test.happened", by=OPERATOR, now=NOW, payload={}):
        row = Occasion(kind="event", on_day=TODAY, words="A night in hospital", plain="A stay in hospital")
        row.subject_id, row.recorded_by_id, row.recorded_at = _id(county, name), county.loaded.workers["zed"], NOW
        row.save(force_insert=True)
    return str(row.ref)


def tell(county: Partnership, child: str, whom: str, words: str) -> None:
    """Zed told somebody of the child's family what happened, and keeps what is known of them as a parent."""
    with refs_from(seeded_refs(f"{whom} was told")), load("test.told", by=OPERATOR, now=NOW, payload={}):
        row = LedgerRow(told_on=TODAY, told_by="Zed", told_words=words, why_words=words)
        row.occasion_ref = _happened_to(county, child)
        parent = SecondParent(spoken_by="Zed", spoken_on=TODAY, view=words)
        away = NotComing(kind="trauma", response="slower", seen=words, look_again_on=TODAY)
        for one in (row, parent, away):
            _of(one, county, child, whom)
    to_invite(county, child, whom, words)
    for place in TeamPlace.objects.filter(with_subject_id=_id(county, whom)):
        tell_worker(county, child, place.ref, words)
    sent(county, child, whom, words)


def invitation_of(whom: str) -> str:
    """The ref of somebody's place on the list of those who are to be invited, also where they are not."""
    return seeded_refs(f"{whom} is to be invited")()


def to_invite(county: Partnership, child: str, whom: str, words: str) -> str:
    """Somebody on the list of what happened; where there are words, with an answer about safety."""
    source = seeded_refs(f"{whom} is to be invited")
    with refs_from(source), load("test.listed", by=OPERATOR, now=NOW, payload={}):
        row = Invitation(safety="safe" if words else "", hurt=words)
        row.occasion_ref = _happened_to(county, child)
        _of(row, county, child, whom)
    return str(row.ref)


def tell_worker(county: Partnership, child: str, seat_ref: str, words: str) -> None:
    """Zed told a worker of the child's team."""
    with refs_from(seeded_refs(f"{seat_ref} was told")), load("test.team", by=OPERATOR, now=NOW, payload={}):
        row = TeamRow(seat_ref=seat_ref, told_on=TODAY, told_by="Zed", told_words=words, why_words=words)
        row.occasion_ref, row.subject_id = _happened_to(county, child), _id(county, child)
        row.recorded_by_id, row.recorded_at = county.loaded.workers["zed"], NOW
        row.save(force_insert=True)


def sent_by(whom: str) -> str:
    """The ref of what somebody sent from their page, also in a world in which they are not."""
    return seeded_refs(f"{whom} sent words")()


def sent(county: Partnership, child: str, whom: str, words: str) -> str:
    """Words from the page of somebody of the child's family, with an answer that is on record."""
    with refs_from(seeded_refs(f"{whom} sent words")), load("test.sent", by=OPERATOR, now=NOW, payload={}):
        row = Representation(kind="disagree", words=words, reach=words, sent_at=NOW, due_on=TODAY, link_ref="0" * 26)
        row.subject_id, row.person_id = _id(county, child), _id(county, whom)
        row.save(force_insert=True)
        done = RepresentationAnswer(representation=row, done=words, way="met", answered_on=TODAY, answered_by="Zed")
        done.recorded_by_id, done.recorded_at = county.loaded.workers["zed"], NOW
        done.save(force_insert=True)
    return str(row.ref)


def what_the_family_was_told(county: Partnership) -> dict[str, str]:
    """Of Ivy: one occasion, and why her mother does not come."""
    occasion = happened(county, "ivy")
    with load("test.away", by=OPERATOR, now=NOW, payload={}):
        away = NotComing(kind="struggling", response="explain", seen="Two jobs.", look_again_on=TODAY)
        _of(away, county, "ivy", "ivy-mum")
    representation = sent(county, "ivy", "ivy-mum", "Nobody asked me.")
    invitation = to_invite(county, "ivy", "ivy-mum", "")
    return {
        "occasion_ref": occasion,
        "away_ref": away.ref,
        "representation_ref": representation,
        "invitation_ref": invitation,
    }


def _happened_to(county: Partnership, child: str) -> str:
    return str(Occasion.objects.get(subject__ref=county.refs[child]).ref)


def _of(row: Any, county: Partnership, child: str, whom: str) -> None:
    row.subject_id, row.person_id = _id(county, child), _id(county, whom)
    row.recorded_by_id, row.recorded_at = county.loaded.workers["zed"], NOW
    row.save(force_insert=True)


def _id(county: Partnership, name: str) -> int:
    return target_of(county.refs[name]).id
