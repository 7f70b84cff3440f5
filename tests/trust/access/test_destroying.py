"""Destroying a record before its time: two people, nothing left of the person, and an audit chain that holds."""

import datetime as dt
import json

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import models

from kith.apps.access import events, seconds
from kith.apps.access.models import (
    Circle,
    EmergencyLook,
    LinkSubject,
    Merge,
    Proposal,
    Seal,
    ShareLink,
    Subject,
)
from kith.apps.access.queries import NothingHere, decide, waiting_page
from kith.apps.access.services import (
    CannotDecide,
    CannotDestroy,
    CannotPropose,
    NewSeal,
    confirm_seal,
    decide_proposal,
    merge_subjects,
    propose_destroying,
    propose_lift,
    set_seal,
    take_back,
    unmerge,
)
from kith.apps.audit.models import AuditRow, AuditSubject, SubjectKey
from kith.apps.audit.queries import changes_of, check_record
from kith.apps.audit.services import load
from kith.apps.files import disk
from kith.apps.files.models import StoredFile
from kith.apps.files.projections import NewFile
from kith.apps.files.services import store_file
from kith.apps.oversight.words import page_words
from kith.apps.people import actions, services
from kith.apps.people.models import Household, OwnWords, Person, Tie
from kith.apps.pictures.models import Photograph
from kith.apps.search.models import Token
from kith.engines.drawing import network as net
from kith.kernel.decisions import Level, granted
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.canaries import canaries_in, hide_canaries
from tests.trust.hidden import hide_relative
from tests.trust.share_links import stored_link

pytestmark = pytest.mark.django_db
LATER, LAST = (NOW + dt.timedelta(hours=h) for h in (1, 2))
WHY = "Somebody of the same street was meant."
GROUND = "entered_wrongly"


def proposed(county: Partnership, about: str = "hidden", *, why: str = WHY, ground: str = GROUND) -> str:
    ref = county.refs[about]
    seen = Person.objects.get(subject__ref=ref).version
    return propose_destroying(by=county.actor("pru"), subject_ref=ref, ground=ground, why=why, seen=seen, now=NOW)


def agree(county: Partnership, proposal: str, *, by: str = "max", why: str = "", now: dt.datetime = LATER) -> None:
    decide_proposal(by=county.actor(by), proposal_ref=proposal, agrees=True, why=why, now=now)


def destroy(county: Partnership, about: str = "hidden") -> str:
    proposal = proposed(county, about)
    agree(county, proposal)
    return proposal


def level(county: Partnership, who: str, about: str = "hidden") -> Level:
    return decide(county.actor(who), actions.READ, county.refs[about], now=LAST).level


@pytest.fixture
def full(county: Partnership) -> Partnership:
    """The county with a woman in it who is tied to everybody, and for whom nobody needs to be cleared."""
    ref = hide_relative(county, sensitivity=0)
    county.subject_ids["hidden"] = Subject.objects.get(ref=ref).pk
    return county


def test_it_takes_a_second_person_who_may_read_them(full):
    proposal = proposed(full)
    assert level(full, "pru") >= Level.READ
    with pytest.raises(NothingHere):
        agree(full, proposal, by="pru")  # a practitioner proposes and never agrees
    for who in ("tess", "dot", "abe", "ned"):
        with pytest.raises(NothingHere):
            agree(full, proposal, by=who)
    (card,) = waiting_page(full.actor("max"), now=LATER).proposals
    assert card.subjects == (full.refs["hidden"],) and "by mistake" in card.what
    agree(full, proposal)
    assert {level(full, who) for who in ("pru", "max", "zed")} == {Level.NOTHING}


@pytest.mark.parametrize("rule", ["R2", "R6"])
def test_reading_by_a_share_or_in_an_emergency_is_not_enough_to_agree(full, monkeypatch, rule):
    proposal = proposed(full)
    monkeypatch.setattr(seconds, "decide", lambda *_, **__: granted(Level.READ, rule, "Somebody shares it."))
    with pytest.raises(NothingHere):
        agree(full, proposal)


def test_nobody_agrees_to_their_own_proposal(full):
    full.involve("mina", "max")
    seen = Person.objects.get(subject__ref=full.refs["hidden"]).version
    proposal = propose_destroying(
        by=full.actor("max"), subject_ref=full.refs["hidden"], ground=GROUND, why=WHY, seen=seen, now=NOW
    )
    with pytest.raises(CannotDecide):
        agree(full, proposal)
    assert Person.objects.filter(subject__ref=full.refs["hidden"]).exists()


@pytest.mark.parametrize("who", ["max", "tess", "ira", "dot", "abe", "quin"])
def test_only_whoever_may_change_them_proposes_it(full, who):
    with pytest.raises(NothingHere):
        propose_destroying(by=full.actor(who), subject_ref=full.refs["hidden"], ground=GROUND, why=WHY, seen=1, now=NOW)


def test_it_is_proposed_once_with_a_ground_and_a_reason(full):
    with pytest.raises(CannotDestroy, match="ground"):
        proposed(full, ground="because")
    with pytest.raises(CannotPropose, match="why"):
        proposed(full, why="  ")
    proposal = proposed(full)
    with pytest.raises(CannotPropose, match="already"):
        proposed(full)
    take_back(by=full.actor("pru"), proposal_ref=proposal, now=LATER)
    with pytest.raises(CannotDecide):
        agree(full, proposal)
    again = proposed(full)
    decide_proposal(by=full.actor("max"), proposal_ref=again, agrees=False, why="She is his mother.", now=LATER)
    assert level(full, "pru") >= Level.READ


def names_of_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.app_label != "audit"]


def rows_that_say(needle: str) -> dict[str, list[object]]:
    """Every column of every table that holds a text; by model."""
    found: dict[str, list[object]] = {}
    for model in names_of_models():
        for row in model._default_manager.values():
            if any(needle in str(value) for value in row.values()):
                found.setdefault(model.__name__, []).append(row)
    return found


def test_of_the_person_only_the_proposal_is_left(full):
    key = full.subject_ids["hidden"]
    proposal = destroy(full)
    assert set(rows_that_say(full.refs["hidden"])) == {"Proposal"}
    assert not Token.objects.filter(subject=key).exists()
    row = Proposal.objects.get(ref=proposal)
    assert (row.subject, row.why, row.outcome) == (None, WHY, "agreed")
    assert row.proposed_by_id == full.loaded.workers["pru"] and row.decided_by_id == full.loaded.workers["max"]
    assert not Household.objects.filter(name="The Gables").exists(), "nobody else lived there"
    assert Household.objects.filter(name="14 Quay Row").exists()


def test_no_word_of_theirs_is_in_any_table(county):
    """Beside what the audit record keeps sealed, to which there is no key any more. What Mina told stays hers, and so
    does what happened to both; had it named them, it would be gone."""
    county.refs["hidden"] = hide_canaries(county)
    with load("test.open", by=OPERATOR, now=NOW, payload={}):
        Subject.objects.filter(ref=county.refs["hidden"]).update(sensitivity=0)
        Seal.objects.filter(subject__ref=county.refs["hidden"]).update(lifted_at=NOW)
    assert list(canaries_in(whole_database()))
    destroy(county)
    assert set(canaries_in(whole_database())) == {"only me", "happened beside"}


def whole_database() -> str:
    rows = (row for model in apps.get_models() for row in model._default_manager.values_list())
    return "\n".join(str(value) for row in rows for value in row)


def test_what_others_said_or_were_told_stays_with_nobody_named(full):
    close = Tie.objects.get(kind="close", a__subject__ref=full.refs["mina"])
    views = Tie.objects.filter(kind="close", a__subject__ref=full.refs["mum"])
    assert close.told_by_person is not None and views.exists()
    destroy(full)
    close.refresh_from_db()
    assert close.told_by_person is None and close.withdrawn_at is None
    assert not views.exists(), "her own view of others goes with her"
    assert Person.objects.get(subject__ref=full.refs["friend"]).told_by_subject is None


def test_the_audit_chain_holds_and_says_who_when_and_why(full):
    ref = full.refs["hidden"]
    assert changes_of(ref)
    proposal = destroy(full)
    assert changes_of(ref) == () and bytes(SubjectKey.objects.get(subject=ref).wrapped) == b""
    row = AuditRow.objects.get(event=events.DESTROYED)
    assert (row.actor, row.at) == (full.actor("max").ref, LATER)
    said = json.loads(row.payload)
    assert said == {
        "proposal": proposal,
        "deed": "destroy_subject",
        "about": ref,
        "ground": GROUND,
        "proposed_by": full.actor("pru").ref,
    }
    assert list(AuditSubject.objects.filter(row=row).values_list("subject", "how", "sealed")) == [(ref, "erased", None)]
    assert check_record().faults == ()
    assert page_words(row.event, "") == "agreed that a record is destroyed"


def test_afterwards_it_is_answered_as_if_they_had_never_been_there(full):
    destroy(full)
    nobody = full.refs["hidden"][::-1]
    for who in ("pru", "max", "zed", "dot"):
        assert decide(full.actor(who), actions.READ, full.refs["hidden"], now=LAST) == decide(
            full.actor(who), actions.READ, nobody, now=LAST
        )
    with pytest.raises(NothingHere):
        propose_destroying(
            by=full.actor("pru"), subject_ref=full.refs["hidden"], ground=GROUND, why=WHY, seen=1, now=LAST
        )


def test_the_reason_may_not_tell_who_they_were(full):
    for why in ("Xanthe is not his mother.", "Ms QUILLFEATHER was meant.", "The wrong xanthe-quillfeather."):
        with pytest.raises(CannotDestroy, match="without their name"):
            proposed(full, why=why)
    proposal = proposed(full)
    with pytest.raises(CannotDestroy, match="without their name"):
        agree(full, proposal, why="Yes, Xanthe never lived here.")
    assert level(full, "pru") >= Level.READ
    agree(full, proposal, why="I asked the family.")


def test_whoever_was_changed_meanwhile_is_looked_at_again(full):
    proposal = proposed(full)
    name = net.Name(text="Esmerelda Vance", kind="previous")
    services.add_name(by=full.actor("zed"), person_ref=full.refs["hidden"], name=name, now=NOW)
    with pytest.raises(CannotDestroy, match="changed after"):
        agree(full, proposal)
    assert level(full, "pru") >= Level.READ


def test_whoever_somebody_works_with_is_not_destroyed(full):
    with pytest.raises(CannotDestroy, match="case is closed first"):
        proposed(full, "mina")
    proposal = proposed(full)
    full.involve("hidden", "tess")
    with pytest.raises(CannotDestroy, match="case is closed first"):
        agree(full, proposal)


def sealed(county: Partnership, about: str, *records: tuple[str, str], excluded: tuple[str, ...] = ()) -> str:
    seal = NewSeal(
        kind="safe_address",
        why="He looks for her.",
        records=records,
        readers=(county.actor("pru").ref,),
        excluded=tuple(county.refs[one] for one in excluded),
    )
    return set_seal(by=county.actor("zed"), subject_ref=county.refs[about], seal=seal, now=NOW)


def lifted(county: Partnership, seal: str) -> None:
    confirm_seal(by=county.actor("max"), seal_ref=seal, now=NOW)
    proposal = propose_lift(by=county.actor("zed"), seal_ref=seal, why="It is over.", now=LATER)
    decide_proposal(by=county.actor("max"), proposal_ref=proposal, agrees=True, now=LATER)


def test_what_is_sealed_of_them_is_in_the_way_until_it_is_lifted(full):
    """Proposing tells nobody of it: it is said when the second agrees, in words that say as little."""
    name = services.add_name(
        by=full.actor("zed"),
        person_ref=full.refs["hidden"],
        name=net.Name(text="Zipporah", kind="known_as"),
        now=NOW,
    )
    seal = sealed(full, "hidden", ("name", name))
    proposal = proposed(full)
    with pytest.raises(CannotDestroy, match="cannot be destroyed now"):
        agree(full, proposal)
    lifted(full, seal)
    agree(full, proposal, now=LAST)
    assert not Seal.objects.exists()


def test_whom_a_seal_keeps_out_stays_on_record_while_it_does(full):
    seal = sealed(full, "mum", excluded=("hidden",))
    proposal = proposed(full)
    with pytest.raises(CannotDestroy, match="cannot be destroyed now"):
        agree(full, proposal)
    lifted(full, seal)
    agree(full, proposal, now=LAST)
    assert Seal.objects.filter(ref=seal).exists(), "it was over somebody else"


def looked_at(county: Partnership, *, reviewed: bool) -> None:
    with load("test.look", by=OPERATOR, now=NOW, payload={}):
        look = EmergencyLook(
            user_id=county.loaded.workers["fay"],
            subject_id=county.subject_ids["hidden"],
            reason="child_asks",
            words="She rang and asked for help.",
            opened_at=NOW - dt.timedelta(days=1),
            until_at=NOW - dt.timedelta(hours=20),
            organisation_id=county.loaded.organisations["council"],
            review_due_on=NOW.date(),
            escalates_on=NOW.date(),
            reviewed_at=NOW if reviewed else None,
        )
        look.save()


def test_a_look_that_nobody_has_reviewed_is_in_the_way(full):
    looked_at(full, reviewed=False)
    with pytest.raises(CannotDestroy, match="cannot be destroyed now"):
        destroy(full)


def test_a_look_that_was_reviewed_goes_with_them(full):
    looked_at(full, reviewed=True)
    destroy(full)
    assert not EmergencyLook.objects.exists()


def test_a_child_with_a_family_of_their_own_is_not_destroyed_alone(county):
    """Rae, with whom nobody works, stands in Mina's family as well; her own family nobody could see any more."""
    with load("test.ended", by=OPERATOR, now=NOW, payload={}):
        Circle(centre_id=county.subject_ids["mina"], member_id=county.subject_ids["rae"]).save()
    with pytest.raises(CannotDestroy, match="cannot be destroyed now"):
        destroy(county, "rae")


def test_two_that_were_made_one_are_parted_first(full):
    merge = merge_subjects(
        by=full.actor("pru"), kept_ref=full.refs["hidden"], merged_ref=full.refs["friend"], why=WHY, now=NOW
    )
    with pytest.raises(CannotDestroy, match="Part them first"):
        proposed(full)
    unmerge(by=full.actor("pru"), merge_ref=merge.ref, why="Two after all.", now=LATER)
    destroy(full)
    assert not Merge.objects.exists()
    assert not rows_that_say(merge.ref), "and what it took over is forgotten"
    assert level(full, "pru", "friend") >= Level.READ


def test_a_family_copy_that_told_of_them_ends_and_holds_nothing(full):
    stored_link(full, "mina", "mum")
    about = ShareLink.objects.get()
    with load("test.told", by=OPERATOR, now=NOW, payload={}):
        LinkSubject(link=about, subject_id=full.subject_ids["hidden"]).save()
        ShareLink.objects.filter(pk=about.pk).update(snapshot="{}")
    destroy(full)
    about.refresh_from_db()
    assert (about.ended_at, about.ended_why, about.snapshot) == (LATER, "destroyed", "")
    assert not LinkSubject.objects.exists()


def test_a_family_copy_made_for_them_is_gone(full):
    stored_link(full, "mina", "hidden")
    destroy(full)
    assert not ShareLink.objects.exists()


def stored_file(county: Partnership, *about: str) -> str:
    file = NewFile(
        kind="letter", data=b"Dear Xanthe", original_name="xanthe.txt", subjects={county.refs[a] for a in about}
    )
    pru = county.actor("pru")
    return store_file(by=pru, file=file, decide=lambda ref: decide(pru, actions.CHANGE, ref, now=NOW), now=NOW)


def stored_names() -> set[str]:
    return set(disk.names_before(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)))


def test_a_file_about_them_goes_once_the_deed_is_done(full, django_capture_on_commit_callbacks):
    """And so does the photograph of a paper map on which they stand."""
    on_paper = Photograph.objects.get(picture__subject__ref=full.refs["mina"]).file_ref
    both = StoredFile.objects.filter(ref__in=(on_paper, stored_file(full, "hidden")))
    going = set(both.values_list("stored_as", flat=True))
    assert len(going) == 2 and going <= stored_names()
    with django_capture_on_commit_callbacks(execute=True):
        destroy(full)
    assert not rows_that_say(full.refs["hidden"]).keys() - {"Proposal"}
    assert not going & stored_names()


def test_a_file_about_somebody_else_as_well_is_in_the_way(full):
    stored_file(full, "hidden", "mum")
    with pytest.raises(CannotDestroy, match="cannot be destroyed now"):
        destroy(full)


def test_who_wrote_something_sealed_about_them_is_forgotten(full):
    with load("test.words", by=OPERATOR, now=NOW, payload={}):
        for place in (full.refs["hidden"], f"{full.refs['hidden']} note", f"{full.refs['mum']} note"):
            OwnWords(user_id=full.loaded.workers["pru"], place=place).save()
    destroy(full)
    assert list(OwnWords.objects.values_list("place", flat=True)) == [f"{full.refs['mum']} note"]


def test_if_anything_goes_wrong_nothing_is_destroyed(full, monkeypatch):
    proposal = proposed(full)
    monkeypatch.setattr("kith.apps.access.services.destroying.clear_subject", lambda subject, now: None)
    with pytest.raises(models.ProtectedError):
        agree(full, proposal)
    cache.clear()
    assert level(full, "pru") >= Level.READ and changes_of(full.refs["hidden"])
    assert Person.objects.get(subject__ref=full.refs["hidden"]).birth == PartialDate("1955")
