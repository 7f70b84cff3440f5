"""A contact from arriving to being heard about: who reads it, when it is due, who looks again, who never sees it."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.models import Conflict
from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed, load, reading
from kith.apps.cases import queries, services
from kith.apps.cases.models import Contact, ContactPerson
from kith.apps.cases.projections import Receipt, SentPage, Teller, Told
from kith.apps.cases.services import CannotDecide, CannotLink, CannotSend
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
WORRY = Told(words="She comes without a coat and is hungry.", child_name="Ivy Brook", family_knows="no")
COACH = Told(words="He sends messages to the girls.", adult_name="Otto Lamprey", adult_work="Heron Swimming Club")
NEXT_DAY = NOW + dt.timedelta(days=1)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(
            agencies=[
                agency("council", "front-door"),
                agency("school", kind="school"),
                agency("unit"),
                agency("club", "coaches"),
            ],
            workers=[
                worker("fay", "front_door", teams=["front-door"], clearance=2),
                worker("gus", "front_door", teams=["front-door"], clearance=2),
                worker("tess", agency="school"),
                worker("lia", "designated_officer", agency="unit"),
                worker("otto", "designated_officer", agency="club"),
            ],
        )
        made.add([family(child("ivy", "Ivy Brook"), person("mum", "Mother Brook")), family(child("sol", "Sol Marsh"))])
        yield made


def told(county: Partnership) -> Receipt:
    return services.tell_as_worker(by=county.actor("tess"), told=WORRY, now=NOW)


def queue_of(county: Partnership, who: str = "fay", now: dt.datetime = NOW) -> tuple[str, ...]:
    with reading("test", by=county.actor(who), now=now):
        return tuple(line.ref for line in queries.front_door_queue(county.actor(who), now=now).lines)


def decide(county: Partnership, ref: str, who: str = "fay", outcome: str = "advice", now: dt.datetime = NOW) -> None:
    version = Contact.objects.get(ref=ref).version
    services.decide_contact(
        by=county.actor(who),
        contact_ref=ref,
        outcome=outcome,
        reason="Hungry, and no coat.",
        expected_version=version,
        now=now,
    )


def heard(county: Partnership, ref: str, now: dt.datetime = NOW) -> SentPage:
    with reading("test", by=county.actor("tess"), now=now):
        return queries.sent_page(county.actor("tess"), ref, now=now)


def test_a_referrer_hears_the_outcome_the_reason_and_the_version_of_the_thresholds(county):
    ref = told(county).ref
    assert heard(county, ref).line.state == "The front door has it"
    assert queue_of(county) == (ref,)
    decide(county, ref, outcome="assessment")
    assert queue_of(county) == ()
    page = heard(county, ref)
    (made,) = page.decisions
    assert (made.reason, made.threshold) == ("Hungry, and no coat.", "common-2026-11")
    assert "assesses" in made.told
    assert page.clock.state == "met"
    assert page.may_challenge


def test_nobody_else_reads_what_a_referrer_told(county):
    ref = told(county).ref
    for who in ("lia", "gus"):
        with pytest.raises(NothingHere), reading("test", by=county.actor(who), now=NOW):
            queries.sent_page(county.actor(who), ref, now=NOW)
    for read in (queries.front_door_queue, queries.allegation_queue):
        with pytest.raises(NothingHere):
            read(county.actor("tess"), now=NOW)


def test_a_day_late_is_late_for_good_whatever_is_decided_later(county):
    friday = dt.datetime(2026, 11, 27, 16, tzinfo=dt.UTC)
    ref = services.tell_as_worker(by=county.actor("tess"), told=WORRY, now=friday).ref
    assert heard(county, ref, friday).clock.due_on == dt.date(2026, 11, 30)
    assert heard(county, ref, dt.datetime(2026, 12, 1, tzinfo=dt.UTC)).clock.state == "overdue"
    decide(county, ref, now=dt.datetime(2026, 12, 2, 9, tzinfo=dt.UTC))
    after = heard(county, ref, dt.datetime(2026, 12, 9, 9, tzinfo=dt.UTC)).clock
    assert (after.state, after.variance_days) == ("met late", 2)


def test_a_holiday_list_that_has_run_out_is_said_beside_the_clock(county):
    late = dt.datetime(2029, 3, 5, 9, tzinfo=dt.UTC)
    ref = services.tell_as_worker(by=county.actor("tess"), told=WORRY, now=late).ref
    clock = heard(county, ref, late).clock
    assert clock.due_on == dt.date(2029, 3, 6)
    assert "Bank holidays are on file up to" in clock.warnings[0]


def test_a_second_look_is_asked_once_and_is_somebody_elses(county):
    ref = told(county).ref
    decide(county, ref)
    ask = {"by": county.actor("tess"), "contact_ref": ref, "why": "He is 3.", "now": NEXT_DAY}
    services.ask_again(**ask, expected_version=2)
    with pytest.raises(CannotDecide, match="somebody else"):
        decide(county, ref, "fay", now=NEXT_DAY)
    decide(county, ref, "gus", "early_help", now=NEXT_DAY)
    assert [made.told[:12] for made in heard(county, ref).decisions] == ["The front do", "The family i"]
    with pytest.raises(CannotDecide, match="once"):
        services.ask_again(**ask, expected_version=4)


def test_who_gives_nothing_of_themselves_is_anonymous_everywhere(county):
    named = services.tell_as_public(told=WORRY, teller=Teller(name="Ada Fenn", reach="01632 960555"), now=NOW)
    hidden = services.tell_as_public(told=WORRY, teller=Teller(), now=NOW)
    assert [Contact.objects.get(ref=one.ref).sender_kind for one in (named, hidden)] == ["public", "anonymous"]
    assert named.reference != hidden.reference
    with reading("test", by=county.actor("fay"), now=NOW):
        page = queries.contact_page(county.actor("fay"), hidden.ref, now=NOW)
    assert (page.line.sender, page.sender_reach) == ("Somebody who gave no name", "")


def test_known_children_are_suggested_and_never_taken_for_them(county):
    ref = told(county).ref
    with reading("test", by=county.actor("fay"), now=NOW):
        page = queries.contact_page(county.actor("fay"), ref, now=NOW)
    assert [one.name for one in page.suggested] == ["Ivy Brook"]
    assert not page.people
    assert not ContactPerson.objects.exists()


def test_what_is_linked_is_closed_to_whoever_is_close_to_the_child(county):
    ref, ivy = told(county).ref, county.refs["ivy"]
    link = {"by": county.actor("fay"), "contact_ref": ref, "subject_ref": ivy, "now": NOW}
    services.link_person(**link, expected_version=1)
    with pytest.raises(CannotLink):
        services.link_person(**link, expected_version=2)
    assert queue_of(county, "gus") == (ref,)
    with load("test", by=OPERATOR, now=NOW, payload={}):
        tie = Conflict(user_id=county.loaded.workers["gus"], how="declared", noted_at=NOW)
        tie.subject_id = ContactPerson.objects.get().subject_id
        tie.save(force_insert=True)
    assert queue_of(county, "gus") == ()
    assert queue_of(county, "fay") == (ref,)
    services.unlink_person(**link, expected_version=2)
    assert queue_of(county, "gus") == (ref,)


def test_a_teller_who_may_read_the_child_tells_of_their_record(county):
    ivy, tess = county.refs["ivy"], county.actor("tess")
    with pytest.raises(NothingHere):
        services.tell_of_child(by=tess, child_ref=ivy, told=WORRY, now=NOW)
    county.involve("ivy", "tess")
    ref = services.tell_of_child(by=tess, child_ref=ivy, told=WORRY, now=NOW).ref
    with reading("test", by=county.actor("fay"), now=NOW):
        page = queries.contact_page(county.actor("fay"), ref, now=NOW)
    assert [one.name for one in page.people] == ["Ivy Brook"]
    assert not page.suggested


def test_what_was_told_of_nobody_else_goes_with_a_child_who_is_destroyed(county):
    alone, shared = told(county).ref, told(county).ref
    for ref, child_key in ((alone, "ivy"), (shared, "ivy"), (shared, "sol")):
        version = Contact.objects.get(ref=ref).version
        services.link_person(
            by=county.actor("fay"),
            contact_ref=ref,
            subject_ref=county.refs[child_key],
            expected_version=version,
            now=NOW,
        )
    decide(county, alone)
    going = Destroying(subject_ref=county.refs["ivy"], subject_id=county.subject_ids["ivy"], seen=1, merge_refs=())
    with load("test", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, Deed(), now=NOW)
    assert [row.ref for row in Contact.objects.all()] == [shared]
    assert ContactPerson.objects.get().subject_id == county.subject_ids["sol"]


def test_links_follow_a_merge_and_go_back_when_the_two_are_parted(county):
    ref = told(county).ref
    services.link_person(
        by=county.actor("fay"), contact_ref=ref, subject_ref=county.refs["sol"], expected_version=1, now=NOW
    )
    for is_joined, owner in ((True, "ivy"), (False, "sol")):
        change = Joining(
            merge_ref="m" * 26, kept_ref=county.refs["ivy"], merged_ref=county.refs["sol"], is_joined=is_joined
        )
        with load("test", by=OPERATOR, now=NOW, payload={}):
            services.on_merge(change, Deed(), now=NOW)
        assert ContactPerson.objects.get().subject_id == county.subject_ids[owner]


def allegations_of(county: Partnership, who: str) -> tuple[str, ...]:
    with reading("test", by=county.actor(who), now=NOW):
        return tuple(line.ref for line in queries.allegation_queue(county.actor(who), now=NOW).lines)


def test_what_is_said_of_an_adult_reaches_an_officer_and_never_the_adult_or_their_employer(county):
    about_otto = Told(words="Otto of the club shouts.", adult_name=county.actor("otto").name, adult_work="Sea school")
    at_the_club = Told(words="A coach at the Club hits children.", adult_name="Jan Reed", adult_work="Club")
    refs = {
        services.tell_as_worker(by=county.actor("tess"), told=said, is_about_adult=True, now=NOW).ref
        for said in (about_otto, at_the_club)
    }
    assert set(allegations_of(county, "lia")) == refs
    assert allegations_of(county, "otto") == ()
    assert queue_of(county) == ()
    for ref in refs:
        with pytest.raises(NothingHere):
            heard(county, ref)


def test_it_is_not_taken_in_where_nobody_would_be_left_to_read_it(county):
    of_both = Told(words="Both the Club and the Unit know.", adult_name="Jan Reed", adult_work="everywhere")
    with pytest.raises(CannotSend, match="Ring the duty desk"):
        services.tell_as_public(told=of_both, teller=Teller(), is_about_adult=True, now=NOW)
    assert not Contact.objects.exists()


def test_the_front_door_can_hand_it_to_the_closed_queue_and_sees_it_no_more(county):
    ref = services.tell_as_worker(by=county.actor("tess"), told=COACH, now=NOW).ref
    decide(county, ref, outcome="designated")
    assert allegations_of(county, "lia") == (ref,)
    with pytest.raises(NothingHere):
        decide(county, ref)
    with pytest.raises(NothingHere):
        heard(county, ref)


def test_empty_and_wrong_things_get_one_sentence(county):
    with pytest.raises(CannotSend, match="A few words"):
        services.tell_as_public(told=Told(words=" \n "), teller=Teller(), now=NOW)
    ref = told(county).ref
    with pytest.raises(CannotDecide, match="offered"):
        decide(county, ref, outcome="meeting")
