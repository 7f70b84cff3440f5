"""People of the network whose names go along on a tablet, what may be written there, and three ways it comes back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import Placing, SentBack
from kith.apps.pictures.tests.tablets import HOUR, NAN, SCHOOL, Tablet, kit_and_his_workers, placing_of
from kith.kernel.refs import new_ref
from kith.testing.factories import NOW, Partnership

pytestmark = pytest.mark.django_db
THERAPY = NewSeal(kind="therapy", why="Nobody is to find her")


@pytest.fixture
def county() -> Iterator[Partnership]:
    with kit_and_his_workers() as made:
        yield made


def gran_on(tablet: Tablet, **said: object) -> SentBack:
    ((called, _),) = tablet.handed.to_place
    return SentBack(name=new_ref(), what="place", placing=Placing(person=called, **said))  # type: ignore[arg-type]


def offered_by(tablet: Tablet, who: str) -> list[str]:
    actor = tablet.county.actor(who)
    with reading("test.read", by=actor, now=NOW):
        return [name for _, name in queries.may_be_offered(actor, tablet.kit, tablet.ref, now=NOW)]


def test_whoever_is_ticked_goes_along_by_name_alone_and_comes_back_as_who_they_are(county: Partnership) -> None:
    tablet = Tablet(county, offered=("gran", "nan", "kit"))
    ((called, name),) = tablet.handed.to_place
    assert name == "Mercy Vale" and called not in county.refs.values()
    tablet.send(gran_on(tablet, farness=10))
    card = tablet.page().placed[-1]
    assert (card.person, card.name, card.placing.farness) == (county.refs["gran"], "Mercy Vale", 10)


def test_nobody_goes_along_who_is_not_ticked(county: Partnership) -> None:
    tablet = Tablet(county)
    assert tablet.handed.to_place == () and "Mercy" not in repr(tablet.handed)
    assert offered_by(tablet, "sue") == ["Mercy Vale"]


def test_who_is_hidden_or_sealed_is_not_offered_and_does_not_travel(county: Partnership) -> None:
    tablet = Tablet(county)
    county.involve("kit", "max")
    set_seal(by=county.actor("max"), subject_ref=county.refs["gran"], seal=THERAPY, now=NOW)
    for who in ("sue", "max"):
        assert offered_by(tablet, who) == []
    assert tablet.taken("gran").to_place == ()


def test_each_tablet_calls_somebody_otherwise_and_knows_nobody_by_a_ref(county: Partnership) -> None:
    tablet = Tablet(county, offered=("gran",))
    first = tablet.handed.to_place
    other = Tablet(county, offered=("gran",))
    assert other.handed.to_place != first
    for called in (county.refs["gran"], first[0][0]):
        sent = SentBack(name=new_ref(), what="place", placing=Placing(person=called))
        with pytest.raises(services.CannotDraw, match="does not know any more"):
            other.send(sent)


def test_who_was_hidden_meanwhile_comes_back_neither_as_who_they_are_nor_by_name(county: Partnership) -> None:
    tablet = Tablet(county, offered=("gran",))
    county.involve("kit", "max")
    set_seal(by=county.actor("max"), subject_ref=county.refs["gran"], seal=THERAPY, now=NOW)
    with pytest.raises(services.CannotDraw, match="does not know any more"):
        tablet.send(gran_on(tablet, name="Mercy Vale"))
    assert list(tablet.stands()) == ["School", "Nan"]


def test_whom_both_placed_stands_once_and_two_places_wait_for_a_choice(county: Partnership) -> None:
    tablet = Tablet(county, offered=("gran",))
    tablet.placed(Placing(person=county.refs["gran"], farness=75))
    same, nearer = gran_on(tablet, farness=75), gran_on(tablet, farness=10)
    tablet.send(same)
    with pytest.raises(services.Clash) as clash:
        tablet.send(nearer)
    assert clash.value.choices == ("tablet", "both", "here")
    tablet.send(replace(nearer, choice="tablet", version=1))
    tablet.send(SentBack(name=new_ref(), what="take_off", key=nearer.name, placing=Placing()))
    assert list(tablet.stands()) == ["School", "Nan"]


def test_reasons_parts_and_how_sure_it_is_travel_both_ways(county: Partnership) -> None:
    said = replace(NAN, part="inner", why="She asks me", workers_why="Nobody asked her")
    tablet = Tablet(county, kind="safety_services", on=(said,))
    handed = tablet.was["Nan"].placing
    assert (handed.why, handed.workers_why) == ("She asks me", "Nobody asked her")
    new = {"why": "She listens", "workers_part": "outer", "workers_why": "", "state": "not_sure"}
    tablet.send(tablet.changes("Nan", **new))
    assert {name: getattr(tablet.page().placed[0].placing, name) for name in new} == new


def test_what_a_child_says_of_asking_somebody_again_travels_with_the_home_they_were_in(county: Partnership) -> None:
    tablet = Tablet(county, kind="mobility", on=(Placing(kind="home", name="Quay Row", period="7 to now"),))
    home = placing_of("Marsh Street", kind="home", period="5 to 7")
    there = placing_of("Miss Pellew", at=home.name)
    for sent in (home, there):
        tablet.send(sent)
    again = Placing(name="Miss Pellew", at=home.name, again="yes")
    tablet.send(SentBack(name=new_ref(), what="change", key=there.name, placing=again))
    cards = {card.name: card for card in tablet.page().placed}
    assert cards["Miss Pellew"].placing.at == cards["Marsh Street"].key
    assert cards["Miss Pellew"].placing.again == "yes"


def test_words_that_stayed_behind_for_a_seal_are_not_lost_by_what_comes_back(county: Partnership) -> None:
    """Sue may read what is sealed; her tablet does not have it, and what she put on it again keeps it."""
    school = replace(SCHOOL, words="", why="Zipporah Vale waits at the gate")
    tablet = Tablet(county, on=(school, NAN))
    set_seal(by=tablet.sue, subject_ref=county.refs["nan"], seal=THERAPY, now=NOW)
    assert tablet.taken().placed[0].placing.why == ""
    tablet.online_off("School")
    sent = replace(tablet.changes("School", words="too loud"), choice="both")
    tablet.send(replace(sent, placing=replace(sent.placing, why="")))
    card = next(card for card in tablet.page().placed if card.name == "School")
    assert (card.placing.words, card.placing.why) == ("too loud", "Zipporah Vale waits at the gate")


def test_words_that_the_tablet_did_not_have_are_not_written_over_unseen(county: Partnership) -> None:
    tablet = Tablet(county, on=(replace(SCHOOL, why="Zipporah Vale waits at the gate"), NAN))
    set_seal(by=tablet.sue, subject_ref=county.refs["nan"], seal=THERAPY, now=NOW)
    tablet.send(tablet.changes("School", farness=0))
    sent = tablet.changes("School", why="I like the library")
    with pytest.raises(services.Clash):
        tablet.send(sent)
    tablet.send(replace(sent, choice="tablet", version=2))
    assert tablet.page().placed[0].placing.why == "I like the library"


def test_two_tablets_at_once_do_not_draw_over_each_other(county: Partnership) -> None:
    tablet, ray = Tablet(county), county.actor("ray")
    of_ray = services.check_out(by=ray, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW)
    mine, theirs = tablet.changes("School", words="quiet in the library"), tablet.changes("School", words="they listen")

    def ray_sends(sent: SentBack) -> None:
        at = {"child_ref": tablet.kit, "picture_ref": tablet.ref, "check_out_ref": of_ray}
        services.send_back(by=ray, sent=sent, now=NOW + HOUR, **at)

    tablet.send(mine)
    with pytest.raises(services.Clash):
        ray_sends(theirs)
    ray_sends(replace(theirs, choice="both"))
    ray_sends(placing_of("Pickle", kind="pet"))
    tablet.send(tablet.changes("School", words="quiet in the hall"))
    assert [(card.name, card.placing.words) for card in tablet.page().placed] == [
        ("School", "quiet in the hall"),
        ("Nan", ""),
        ("School", "they listen"),
        ("Pickle", ""),
    ]


def test_what_was_sent_and_undone_in_kith_is_asked_about_when_the_tablet_goes_on_with_it(county: Partnership) -> None:
    tablet = Tablet(county)
    pickle = placing_of("Pickle", kind="pet")
    tablet.send(pickle)
    services.undo(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW)
    assert list(tablet.stands()) == ["School", "Nan"]
    nearer = SentBack(
        name=new_ref(), what="change", key=pickle.name, placing=Placing(kind="pet", name="Pickle", farness=0)
    )
    with pytest.raises(services.Clash):
        tablet.send(nearer)
    tablet.send(pickle)
    assert list(tablet.stands()) == ["School", "Nan"]
    tablet.send(replace(nearer, choice="both"))
    assert tablet.stands()["Pickle"] == ("", 0)
