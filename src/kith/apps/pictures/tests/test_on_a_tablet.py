"""A picture on a tablet for a day: what it takes along, and what becomes of what was drawn there."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Destroying, NewSeal, end_all_work, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import load, reading
from kith.apps.pictures import queries, services
from kith.apps.pictures.models import CheckOut, SentAct
from kith.apps.pictures.projections import CheckOutCard, Placing, SentBack
from kith.apps.pictures.tests.tablets import HOUR, Tablet, kit_and_his_workers, placing_of
from kith.kernel.refs import new_ref
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
)

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(hours=24)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with kit_and_his_workers() as made:
        yield made


def tablets(tablet: Tablet, who: str, now: dt.datetime = NOW) -> tuple[CheckOutCard, ...]:
    return tablet.page(who, now).tablets


def test_it_is_on_the_page_of_the_picture_until_the_day_is_over(county: Partnership) -> None:
    tablet = Tablet(county)
    (card,) = tablets(tablet, "ray")
    assert (card.until, card.is_mine, card.may_end) == (NOW + A_DAY, False, False)
    assert tablets(tablet, "ray", NOW + A_DAY) == ()
    (own,) = tablets(tablet, "sue", NOW + A_DAY)
    assert own.is_over and own.is_mine


def test_taking_it_along_stands_on_the_record_as_a_copy_that_left(county: Partnership) -> None:
    Tablet(county)
    row = AuditRow.objects.get(event="pictures.picture.checked_out")
    assert row.level == 5


def test_a_picture_is_on_one_tablet_of_a_worker_at_a_time(county: Partnership) -> None:
    tablet = Tablet(county)
    with pytest.raises(services.CannotDraw, match="already"):
        services.check_out(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW + HOUR)
    services.check_out(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW + A_DAY)
    services.check_out(by=county.actor("ray"), child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW)


def test_what_a_child_draws_with_a_colleague_goes_on_no_other_tablet(county: Partnership) -> None:
    tablet = Tablet(county, whose="child")
    with pytest.raises(services.CannotDraw, match="colleague"):
        services.check_out(by=county.actor("ray"), child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW)


def test_whoever_is_sealed_stays_behind_also_from_those_on_the_list(county: Partnership) -> None:
    tablet = Tablet(county)
    tablet.online("School", words="Zipporah Vale waits at the gate")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=tablet.sue, subject_ref=county.refs["nan"], seal=seal, now=NOW)
    assert [card.name for card in tablet.page().placed] == ["School", "Nan"]
    taken = tablet.taken()
    assert [card.name for card in taken.placed] == ["School"]
    assert "Vale" not in repr(taken) and "Nan" not in repr(taken)


def test_a_sealed_picture_stays_in_kith(county: Partnership) -> None:
    tablet = Tablet(county)
    seal = NewSeal(kind="therapy", why="Drawn in therapy", records=(("picture", tablet.ref),))
    set_seal(by=tablet.sue, subject_ref=tablet.kit, seal=seal, now=NOW)
    with pytest.raises(services.CannotDraw, match="sealed"):
        services.check_out(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW + A_DAY)


def test_what_was_drawn_joins_and_later_changes_follow_what_the_tablet_placed(county: Partnership) -> None:
    tablet = Tablet(county)
    pickle = placing_of("Pickle", kind="pet", farness=10)
    tablet.send(pickle)
    nearer = Placing(kind="pet", name="Pickle", farness=0, words="sleeps on my bed")
    tablet.send(SentBack(name=new_ref(), what="change", key=pickle.name, version=0, placing=nearer))
    for farness in (50, 25):
        tablet.send(tablet.changes("School", farness=farness))
    tablet.send(SentBack(name=new_ref(), what="take_off", key=tablet.was["Nan"].key, version=1, placing=Placing()))
    assert tablet.stands() == {"School": ("too loud", 25), "Pickle": ("sleeps on my bed", 0)}


def test_an_act_that_is_sent_twice_is_done_once(county: Partnership) -> None:
    tablet = Tablet(county)
    pickle = placing_of("Pickle", kind="pet")
    for _ in range(2):
        tablet.send(pickle)
    assert sorted(tablet.stands()) == ["Nan", "Pickle", "School"]
    assert SentAct.objects.count() == 1


def test_two_views_of_one_thing_wait_for_a_choice(county: Partnership) -> None:
    tablet = Tablet(county)
    sent = tablet.changes("School", farness=0, words="I have a friend there")
    tablet.online("School", words="they listen now")
    with pytest.raises(services.Clash):
        tablet.send(sent)
    assert tablet.stands()["School"] == ("they listen now", 75) and not SentAct.objects.exists()
    tablet.send(replace(sent, choice="here"))
    assert tablet.stands()["School"] == ("they listen now", 75)


def test_the_tablets_view_is_chosen_only_over_what_was_looked_at(county: Partnership) -> None:
    tablet = Tablet(county)
    sent = tablet.changes("School", farness=0, words="I have a friend there")
    tablet.online("School", words="they listen now")
    seen = tablet.page().placed[0].version
    tablet.online("School", words="they listen sometimes")
    with pytest.raises(services.Clash):
        tablet.send(replace(sent, choice="tablet", version=seen))
    tablet.send(replace(sent, choice="tablet", version=seen + 1))
    assert tablet.stands()["School"] == ("I have a friend there", 0)


def test_both_views_may_stand(county: Partnership) -> None:
    tablet = Tablet(county)
    sent = tablet.changes("Nan", words="far since May")
    tablet.online("Nan", words="near")
    tablet.send(replace(sent, choice="both"))
    both = [(card.name, card.placing.words, card.placing.state, bool(card.person)) for card in tablet.page().placed]
    assert both[1:] == [("Nan", "near", "sure", True), ("Nan", "far since May", "not_sure", False)]


def test_what_a_child_drew_is_drawn_over_by_no_tablet(county: Partnership) -> None:
    tablet = Tablet(county, whose="child")
    sent = tablet.changes("School", words="I have a friend there")
    tablet.online("School", words="they listen now")
    for choice in ("tablet", "here"):
        with pytest.raises(services.Clash):
            tablet.send(replace(sent, choice=choice, version=2))
    gone = replace(sent, name=new_ref(), what="take_off", choice="tablet", version=2)
    with pytest.raises(services.Clash):
        tablet.send(gone)
    tablet.send(replace(sent, choice="both"))
    assert [card.placing.words for card in tablet.page().placed] == ["they listen now", "", "I have a friend there"]


def test_what_was_taken_off_meanwhile_can_stand_again_as_who_it_was(county: Partnership) -> None:
    tablet = Tablet(county)
    sent = tablet.changes("Nan", words="rang me")
    tablet.online_off("Nan")
    with pytest.raises(services.Clash):
        tablet.send(sent)
    tablet.send(replace(sent, choice="both", placing=replace(sent.placing, person="")))
    assert tablet.page().placed[-1].person == county.refs["nan"]


def test_what_both_took_off_is_no_clash(county: Partnership) -> None:
    tablet = Tablet(county)
    tablet.online_off("Nan")
    tablet.send(SentBack(name=new_ref(), what="take_off", key=tablet.was["Nan"].key, version=1, placing=Placing()))
    assert sorted(tablet.stands()) == ["School"]


def test_who_was_hidden_meanwhile_is_as_one_taken_off_and_is_not_put_back_by_name(county: Partnership) -> None:
    tablet = Tablet(county)
    sent = tablet.changes("Nan", words="rang me")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    county.involve("kit", "max")
    set_seal(by=county.actor("max"), subject_ref=county.refs["nan"], seal=seal, now=NOW)
    with pytest.raises(services.Clash):
        tablet.send(sent)
    with pytest.raises(NothingHere):
        tablet.send(replace(sent, choice="both"))


def test_after_the_day_it_can_still_be_sent(county: Partnership) -> None:
    tablet = Tablet(county)
    tablet.send(placing_of("Pickle", kind="pet"), now=NOW + 3 * A_DAY)
    assert "Pickle" in tablet.stands()


def test_whoever_lost_the_right_meanwhile_sends_nothing_and_opens_nothing(county: Partnership) -> None:
    tablet = Tablet(county)
    with load("test.left", by=OPERATOR, now=NOW, payload={}):
        end_all_work(subject_id=county.subject_ids["kit"], user_id=tablet.sue.id, on=NOW.date())
    with pytest.raises(NothingHere):
        tablet.send(placing_of("Pickle", kind="pet"))
    with pytest.raises(NothingHere), reading("test.read", by=tablet.sue, now=NOW + HOUR):
        queries.queue_key(tablet.sue, tablet.kit, tablet.ref, tablet.check_out, now=NOW + HOUR)
    assert not SentAct.objects.exists() and CheckOut.objects.get().ended_at is None


def test_a_finished_picture_takes_nothing_more(county: Partnership) -> None:
    tablet = Tablet(county)
    services.finish_picture(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW)
    with pytest.raises(services.CannotDraw, match="finished"):
        tablet.send(placing_of("Pickle", kind="pet"))


def test_nobody_sends_from_the_tablet_of_a_colleague(county: Partnership) -> None:
    tablet = Tablet(county)
    with pytest.raises(NothingHere):
        tablet.send(placing_of("Pickle", kind="pet"), who="ray")


@pytest.mark.parametrize("who", ["sue", "max"])
def test_it_is_ended_by_its_holder_or_a_manager_of_theirs_and_then_opens_no_more(county: Partnership, who: str) -> None:
    tablet = Tablet(county)
    county.involve("kit", "max")
    tablet.end(who)
    with pytest.raises(services.CannotDraw, match="on a tablet of yours no longer"):
        tablet.send(placing_of("Pickle", kind="pet"))
    assert tablets(tablet, "sue") == () and CheckOut.objects.get().queue_key == ""


@pytest.mark.parametrize("who", ["ray", "una"])
def test_nobody_else_ends_it(county: Partnership, who: str) -> None:
    tablet = Tablet(county)
    county.involve("kit", "una")
    with pytest.raises(NothingHere):
        tablet.end(who)


def test_its_key_lies_sealed(county: Partnership) -> None:
    tablet = Tablet(county)
    assert tablet.taken().queue_key not in CheckOut.objects.get().queue_key


def test_nothing_of_it_is_left_of_a_child_who_is_destroyed(county: Partnership) -> None:
    tablet = Tablet(county)
    tablet.send(placing_of("Pickle", kind="pet"))
    going = Destroying(subject_ref=tablet.kit, subject_id=county.subject_ids["kit"], seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    assert not CheckOut.objects.exists() and not SentAct.objects.exists()


def test_whoever_is_destroyed_ends_the_tablets_that_may_name_them_and_comes_back_from_none(county: Partnership) -> None:
    tablet = Tablet(county)
    sent = tablet.changes("Nan", words="rang me")
    going = Destroying(subject_ref=county.refs["nan"], subject_id=county.subject_ids["nan"], seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    row = CheckOut.objects.get()
    assert (row.ended_at, row.queue_key) == (NOW, "")
    for back in (sent, replace(sent, choice="both"), placing_of("Nan", words="rang me")):
        with pytest.raises(services.CannotDraw, match="on a tablet of yours no longer"):
            tablet.send(back)
    assert list(tablet.stands()) == ["School"]


def test_whoever_stands_on_no_picture_ends_them_too_for_their_name_may_be_offered(county: Partnership) -> None:
    tablet = Tablet(county)
    going = Destroying(subject_ref=county.refs["gran"], subject_id=county.subject_ids["gran"], seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    assert CheckOut.objects.get().queue_key == "" and tablets(tablet, "sue") == ()


def test_with_a_seal_of_the_senders_only_those_on_its_list_see_what_comes_back(
    county: Partnership,
) -> None:
    """Sue may see Nan still; Ray, who may not, learns nothing from what Sue sends."""
    tablet = Tablet(county)
    sent = tablet.changes("Nan", words="rang me")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=tablet.sue, subject_ref=county.refs["nan"], seal=seal, now=NOW)
    tablet.send(sent)
    assert tablet.stands()["Nan"][0] == "rang me"
    assert [card.name for card in tablet.page("ray").placed] == ["School"]
