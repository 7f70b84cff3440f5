"""Seals as deeds: set by one, confirmed by a second, kept as a closed list, and lifted by two."""

import datetime as dt

import pytest

from kith.apps.access import events, seal_hooks
from kith.apps.access.models import LinkSubject, Proposal, Seal, SealReader, SealScope, ShareLink
from kith.apps.access.queries import NothingHere, decide, is_kept_from, seal_marks, seal_page, waiting_page
from kith.apps.access.seconds import confirm_by
from kith.apps.access.services import (
    CannotChangeList,
    CannotConfirmSeal,
    CannotDecide,
    CannotPropose,
    CannotSeal,
    NewSeal,
    SealedScope,
    add_reader,
    confirm_seal,
    decide_proposal,
    declare_conflict,
    end_reader,
    exclude_person,
    propose_lift,
    set_seal,
    take_back,
)
from kith.apps.access.vocabulary import UnknownWord
from kith.apps.agencies.models import User
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load
from kith.apps.people import actions
from kith.apps.people.models import PersonName
from kith.kernel.decisions import Level
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
A_MOMENT = dt.timedelta(microseconds=1)
LATER = NOW + dt.timedelta(hours=1)


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east"), agency("school", "pastoral"), agency("youth-club")],
        workers=[
            worker("pru", teams=["east"]),
            worker("tom", teams=["east"]),
            worker("max", "manager"),
            worker("moe", "manager"),
            worker("rob", "reviewing_officer"),
            worker("tess", agency="school"),
            worker("head", "manager", agency="school"),
            worker("yan", agency="youth-club"),
            worker("dot", "data_protection_lead"),
            worker("fay", "front_door"),
        ],
    )
    made.add([family(child("mina"), person("mum"), person("dad")), family(child("lou"))])
    for holder in ("east", "max", "yan"):
        made.involve("mina", holder)
    return made


def sealed(town: Partnership, by: str = "pru", about: str = "mina", *, now: dt.datetime = NOW, **said: object) -> str:
    seal = NewSeal(**({"kind": "safe_address", "why": "He looks for them."} | said))
    return set_seal(by=town.actor(by), subject_ref=town.refs[about], seal=seal, now=now)


def level(town: Partnership, who: str, about: str = "mina", *, now: dt.datetime = NOW) -> Level:
    return decide(town.actor(who), actions.READ, town.refs[about], now=now).level


def ref(town: Partnership, who: str) -> str:
    return town.actor(who).ref


def name_of(town: Partnership, who: str) -> str:
    return PersonName.objects.get(person__subject__ref=town.refs[who]).ref


def events_said() -> list[str]:
    return list(AuditRow.objects.order_by("pk").values_list("event", flat=True))


def test_a_seal_works_at_once_for_everybody_off_the_list(town):
    assert level(town, "tom") == Level.EXPORT
    sealed(town, readers=(ref(town, "max"),))
    assert level(town, "pru") == level(town, "max") == Level.EXPORT
    assert level(town, "tom") == level(town, "yan") == Level.POINTER
    assert events_said()[-1] == events.SEAL_SET


def test_whoever_sets_it_is_always_on_the_list_and_once(town):
    sealed(town, readers=(ref(town, "pru"), ref(town, "max")))
    assert SealReader.objects.count() == 2


@pytest.mark.parametrize(
    ("kind", "outsiders", "left"),
    [
        ("adoption", "", Level.NOTHING),
        ("adoption", "pointer", Level.POINTER),
        ("safe_address", "", Level.POINTER),
        ("safe_address", "nothing", Level.NOTHING),
    ],
)
def test_what_others_learn_is_as_said_or_as_usual_for_the_kind(town, kind, outsiders, left):
    sealed(town, kind=kind, outsiders=outsiders)
    assert level(town, "tom") == left


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"kind": "gossip"}, UnknownWord),
        ({"why": "  "}, CannotSeal),
        ({"outsiders": "everything"}, CannotSeal),
        ({"readers": ("0" * 26,)}, CannotSeal),
        ({"records": (("name", "0" * 26),)}, CannotSeal),
        ({"records": (("gossip", "0" * 26),)}, CannotSeal),
        ({"excluded": ("0" * 26,)}, NothingHere),
    ],
)
def test_what_is_not_sound_is_refused_in_one_sentence_and_changes_nothing(town, said, problem):
    with pytest.raises(problem) as refusal:
        sealed(town, **said)
    assert refusal.value.message.endswith(".")
    assert not Seal.objects.exists()


@pytest.mark.parametrize("who", ["tess", "head", "dot", "fay"])
def test_only_somebody_who_may_write_about_the_child_seals(town, who):
    with pytest.raises(NothingHere):
        sealed(town, who)
    assert not Seal.objects.exists()
    assert events_said()[-1] == "audit.access.refused"


def test_a_record_is_sealed_only_where_it_is_about_the_subject_and_seen(town):
    with pytest.raises(CannotSeal):
        sealed(town, records=(("name", name_of(town, "mum")),))
    with pytest.raises(CannotSeal):
        sealed(town, about="mum", records=(("address", name_of(town, "mum")),))
    sealed(town, about="mum", records=(("name", name_of(town, "mum")),))
    with pytest.raises(CannotSeal):  # Tom is off the list: to him it is not there
        sealed(town, "tom", about="mum", records=(("name", name_of(town, "mum")),))
    assert level(town, "tom", "mum") == Level.EXPORT
    assert Seal.objects.get().outsiders == "nothing"


def test_nobody_is_kept_from_what_is_about_themselves(town):
    with pytest.raises(CannotSeal):
        sealed(town, about="dad", excluded=(town.refs["dad"],))


def test_higher_apps_are_told_inside_the_deed(town, monkeypatch):
    told: list[tuple[SealedScope, ...]] = []
    monkeypatch.setattr(seal_hooks, "_on_seal", [lambda scopes, now: told.append(tuple(scopes))])
    name = name_of(town, "mum")
    seal = sealed(town, about="mum", records=(("name", name),))
    assert told == [(SealedScope(town.refs["mum"], "name", name),)]
    confirm_seal(by=town.actor("max"), seal_ref=seal, now=NOW)
    decide_proposal(by=town.actor("max"), proposal_ref=lift_proposed(town, seal), agrees=True, now=LATER)
    assert told[1:] == [(SealedScope(town.refs["mum"], "name", name),)]


def test_if_a_higher_app_fails_nothing_is_sealed(town, monkeypatch):
    def fail(scopes, *, now):
        raise RuntimeError("index")

    monkeypatch.setattr(seal_hooks, "_on_seal", [fail])
    with pytest.raises(RuntimeError):
        sealed(town)
    assert not Seal.objects.exists()


def link(town: Partnership, about: str, reader: str, record: str = "") -> ShareLink:
    ids = town.subject_ids
    with load("test.link", by=OPERATOR, now=NOW, payload={}):
        made = ShareLink(
            subject_id=ids["mina"],
            reader_id=ids[reader],
            reader_part="parent",
            page_set="plan",
            token_hash=f"{about}{reader}{record}",
            code_hash="x",
            code_for="x",
            snapshot="{}",
            published_by_id=town.loaded.workers["pru"],
            published_at=NOW,
            expires_at=LATER,
            most_visits=5,
        )
        made.save()
        LinkSubject(link=made, subject_id=ids[about], record_ref=record).save()
    return made


def test_r7_a_seal_ends_every_link_that_tells_of_it_and_no_other(town):
    name = name_of(town, "mum")
    hit, spared = link(town, "mum", "dad", name), link(town, "dad", "mum")
    sealed(town, about="mum", records=(("name", name),))
    hit.refresh_from_db()
    spared.refresh_from_db()
    assert (hit.ended_at, hit.ended_why) == (NOW, "sealed")
    assert spared.ended_at is None


def test_r7_a_newly_excluded_person_loses_every_link_about_the_subject(town):
    his, hers = link(town, "mina", "dad"), link(town, "lou", "mum")
    seal = sealed(town, about="mum", records=(("name", name_of(town, "mum")),))
    about_mum = link(town, "mum", "dad")
    exclude_person(by=town.actor("pru"), seal_ref=seal, person_ref=town.refs["dad"], now=LATER)
    ended = {made.pk for made in ShareLink.objects.filter(ended_at=LATER)}
    assert ended == {about_mum.pk}
    assert {his.pk, hers.pk}.isdisjoint(ended)
    assert is_kept_from(town.refs["mum"], town.refs["dad"], now=LATER)
    assert not is_kept_from(town.refs["mum"], town.refs["lou"], now=LATER)


def test_a_second_person_confirms_without_seeing_what_is_sealed(town):
    seal = sealed(town, about="mum", kind="witness")
    assert level(town, "moe", "mum") == Level.NOTHING
    (waiting,) = waiting_page(town.actor("moe"), now=NOW).seals
    assert (waiting.ref, waiting.says, waiting.covers) == (seal, "Witness or source", "Everything about one person")
    assert town.refs["mum"] not in repr(waiting)
    confirm_seal(by=town.actor("moe"), seal_ref=seal, now=NOW)
    assert level(town, "moe", "mum") == Level.NOTHING
    assert waiting_page(town.actor("moe"), now=NOW).seals == ()


def test_nobody_confirms_their_own_seal_and_none_is_confirmed_twice(town):
    seal = sealed(town, "max")
    with pytest.raises(CannotConfirmSeal, match="Somebody else"):
        confirm_seal(by=town.actor("max"), seal_ref=seal, now=NOW)
    confirm_seal(by=town.actor("rob"), seal_ref=seal, now=NOW)
    with pytest.raises(CannotConfirmSeal, match="already"):
        confirm_seal(by=town.actor("moe"), seal_ref=seal, now=NOW)


@pytest.mark.parametrize("who", ["tom", "tess", "head", "yan", "dot", "fay"])
def test_to_whoever_is_no_second_person_there_is_no_seal(town, who):
    seal = sealed(town)
    with pytest.raises(NothingHere) as hidden:
        confirm_seal(by=town.actor(who), seal_ref=seal, now=NOW)
    with pytest.raises(NothingHere) as absent:
        confirm_seal(by=town.actor(who), seal_ref="0" * 26, now=NOW)
    assert hidden.value.message == absent.value.message
    assert Seal.objects.get().confirmed_at is None
    assert waiting_page(town.actor(who), now=NOW).is_empty


def test_for_an_agency_that_has_nobody_else_the_data_protection_lead_stands_in(town):
    seal = sealed(town, "yan")
    assert not waiting_page(town.actor("max"), now=NOW).seals
    confirm_seal(by=town.actor("dot"), seal_ref=seal, now=NOW)
    assert Seal.objects.get().confirmed_by.ref == ref(town, "dot")


def test_whoever_is_close_to_the_child_is_not_asked_to_confirm(town):
    declare_conflict(by=town.actor("max"), subject_ref=town.refs["mum"], now=NOW)
    seal = sealed(town)
    with pytest.raises(NothingHere):
        confirm_seal(by=town.actor("max"), seal_ref=seal, now=NOW)
    assert not waiting_page(town.actor("max"), now=NOW).seals


@pytest.mark.parametrize(
    ("set_at", "due"),
    [
        (dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC), dt.datetime(2026, 11, 25, 10, 30, tzinfo=dt.UTC)),
        (dt.datetime(2026, 11, 27, 16, 0, tzinfo=dt.UTC), dt.datetime(2026, 11, 30, 16, 0, tzinfo=dt.UTC)),
        (dt.datetime(2026, 12, 24, 9, 0, tzinfo=dt.UTC), dt.datetime(2026, 12, 29, 9, 0, tzinfo=dt.UTC)),
        (dt.datetime(2026, 3, 27, 9, 0, tzinfo=dt.UTC), dt.datetime(2026, 3, 30, 8, 0, tzinfo=dt.UTC)),  # clocks go on
        (dt.datetime(2199, 6, 3, 9, 0, tzinfo=dt.UTC), dt.datetime(2199, 6, 4, 9, 0, tzinfo=dt.UTC)),
    ],
)
def test_a_second_person_has_one_working_day(set_at, due):
    assert confirm_by(set_at) == due


def test_an_overdue_seal_stays_shut_and_is_shown_as_overdue(town):
    seal = sealed(town)
    due = confirm_by(NOW)
    before, after = (waiting_page(town.actor("max"), now=at).seals[0] for at in (due - A_MOMENT, due))
    assert (before.is_overdue, after.is_overdue) == (False, True)
    assert level(town, "tom", now=due + dt.timedelta(days=300)) == Level.POINTER
    confirm_seal(by=town.actor("max"), seal_ref=seal, now=due + dt.timedelta(days=300))


def test_until_it_is_confirmed_nothing_opens_a_seal(town):
    seal = sealed(town, readers=(ref(town, "max"),))
    with pytest.raises(CannotChangeList, match="confirmed"):
        add_reader(by=town.actor("pru"), seal_ref=seal, user_ref=ref(town, "tom"), now=NOW)
    with pytest.raises(CannotChangeList, match="confirmed"):
        end_reader(by=town.actor("pru"), seal_ref=seal, user_ref=ref(town, "max"), now=NOW)
    with pytest.raises(CannotPropose, match="confirmed"):
        propose_lift(by=town.actor("pru"), seal_ref=seal, why="It is over.", now=NOW)


def test_readers_come_and_go_half_open(town):
    seal = sealed(town)
    confirm_seal(by=town.actor("max"), seal_ref=seal, now=NOW)
    add_reader(by=town.actor("pru"), seal_ref=seal, user_ref=ref(town, "tom"), now=LATER)
    assert [level(town, "tom", now=at) for at in (LATER - A_MOMENT, LATER)] == [Level.POINTER, Level.EXPORT]
    end = LATER + dt.timedelta(hours=1)
    end_reader(by=town.actor("pru"), seal_ref=seal, user_ref=ref(town, "tom"), now=end)
    assert [level(town, "tom", now=at) for at in (end - A_MOMENT, end)] == [Level.EXPORT, Level.POINTER]


def test_the_list_is_kept_by_whoever_set_the_seal_and_by_a_manager_on_it(town):
    seal = sealed(town, readers=(ref(town, "tom"), ref(town, "max")))
    confirm_seal(by=town.actor("moe"), seal_ref=seal, now=NOW)
    with pytest.raises(CannotChangeList, match="Only whoever set"):
        add_reader(by=town.actor("tom"), seal_ref=seal, user_ref=ref(town, "rob"), now=NOW)
    with pytest.raises(NothingHere):  # the second person is not on the list
        add_reader(by=town.actor("moe"), seal_ref=seal, user_ref=ref(town, "moe"), now=NOW)
    add_reader(by=town.actor("max"), seal_ref=seal, user_ref=ref(town, "rob"), now=NOW)
    with pytest.raises(CannotChangeList, match="already"):
        add_reader(by=town.actor("max"), seal_ref=seal, user_ref=ref(town, "rob"), now=NOW)
    with pytest.raises(CannotChangeList, match="stays"):
        end_reader(by=town.actor("max"), seal_ref=seal, user_ref=ref(town, "pru"), now=NOW)
    with pytest.raises(CannotChangeList, match="not on the list"):
        end_reader(by=town.actor("max"), seal_ref=seal, user_ref=ref(town, "tess"), now=NOW)
    User.objects.filter(ref=ref(town, "tess")).update(is_active=False)
    gone = User.objects.get(email="tess@kith.example").ref
    with pytest.raises(CannotChangeList, match="do not work here"):
        add_reader(by=town.actor("max"), seal_ref=seal, user_ref=gone, now=NOW)


def lift_proposed(town: Partnership, seal: str, by: str = "pru") -> str:
    return propose_lift(by=town.actor(by), seal_ref=seal, why="He has moved abroad.", now=NOW)


@pytest.fixture
def confirmed(town) -> str:
    seal = sealed(town)
    confirm_seal(by=town.actor("max"), seal_ref=seal, now=NOW)
    return seal


def test_two_people_lift_a_seal_and_it_is_open_from_that_moment(town, confirmed):
    proposal = lift_proposed(town, confirmed)
    assert level(town, "tom") == Level.POINTER
    decide_proposal(by=town.actor("moe"), proposal_ref=proposal, agrees=True, now=LATER)
    assert [level(town, "tom", now=at) for at in (LATER - A_MOMENT, LATER)] == [Level.POINTER, Level.EXPORT]
    assert events_said()[-1] == events.SEAL_LIFTED
    with pytest.raises(NothingHere):
        seal_page(town.actor("pru"), confirmed, now=LATER)


def test_lifting_is_proposed_only_from_the_list_and_waits_once(town, confirmed):
    for who in ("tom", "moe", "dot"):
        with pytest.raises(NothingHere):
            lift_proposed(town, confirmed, who)
    lift_proposed(town, confirmed)
    with pytest.raises(CannotPropose, match="waits"):
        lift_proposed(town, confirmed)


def test_nobody_is_the_second_person_to_themselves(town):
    seal = sealed(town, "max")
    confirm_seal(by=town.actor("moe"), seal_ref=seal, now=NOW)
    proposal = lift_proposed(town, seal, "max")
    with pytest.raises(CannotDecide, match="Somebody else"):
        decide_proposal(by=town.actor("max"), proposal_ref=proposal, agrees=True, now=NOW)
    assert Seal.objects.get().lifted_at is None


@pytest.mark.parametrize("who", ["tom", "head", "dot", "fay", "yan"])
def test_only_a_second_person_decides(town, confirmed, who):
    proposal = lift_proposed(town, confirmed)
    with pytest.raises(NothingHere):
        decide_proposal(by=town.actor(who), proposal_ref=proposal, agrees=True, now=NOW)
    assert Proposal.objects.get().outcome == ""


def test_declining_says_why_and_leaves_the_seal_shut(town, confirmed):
    proposal = lift_proposed(town, confirmed)
    with pytest.raises(CannotPropose, match="why not"):
        decide_proposal(by=town.actor("moe"), proposal_ref=proposal, agrees=False, now=NOW)
    decide_proposal(by=town.actor("moe"), proposal_ref=proposal, agrees=False, why="He was seen.", now=NOW)
    assert level(town, "tom") == Level.POINTER
    ((says, why),) = waiting_page(town.actor("pru"), now=LATER).answered
    assert "said no to this" in says and why == "He was seen."
    with pytest.raises(CannotDecide, match="already"):
        decide_proposal(by=town.actor("max"), proposal_ref=proposal, agrees=True, now=NOW)


def test_a_proposal_is_taken_back_by_its_maker_alone(town, confirmed):
    proposal = lift_proposed(town, confirmed)
    with pytest.raises(NothingHere):
        take_back(by=town.actor("max"), proposal_ref=proposal, now=NOW)
    take_back(by=town.actor("pru"), proposal_ref=proposal, now=NOW)
    with pytest.raises(CannotDecide, match="already"):
        decide_proposal(by=town.actor("moe"), proposal_ref=proposal, agrees=True, now=NOW)
    lift_proposed(town, confirmed)


def test_a_mark_is_only_for_whoever_is_on_the_list(town):
    name = name_of(town, "mum")
    sealed(town, about="mum", records=(("name", name),), readers=(ref(town, "max"),))
    marks = seal_marks(town.actor("pru"), town.refs["mum"], now=NOW)
    assert (marks[name].says, marks[name].others, marks[name].is_confirmed) == ("Safe address", 1, False)
    assert seal_marks(town.actor("tom"), town.refs["mum"], now=NOW) == {}


def test_the_record_names_no_excluded_person_and_no_reason_in_the_clear(town):
    sealed(town, excluded=(town.refs["dad"],), why="A reason nobody else reads")
    row = AuditRow.objects.get(event=events.SEAL_SET)
    assert town.refs["dad"] not in str(row.payload)
    assert "reason" not in str(row.payload)
    assert SealScope.objects.count() == 1
