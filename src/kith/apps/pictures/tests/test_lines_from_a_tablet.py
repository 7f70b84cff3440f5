"""Lines drawn on a tablet without network: they join, and two views of one line wait for a choice."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.pictures import services
from kith.apps.pictures.models import SentAct
from kith.apps.pictures.tests.tablets import Tablet, kit_and_his_workers, placing_of
from kith.testing.factories import NOW, Partnership

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    with kit_and_his_workers() as made:
        yield made


def test_lines_join_also_to_what_the_tablet_placed(county: Partnership) -> None:
    tablet = Tablet(county)
    pickle = placing_of("Pickle", kind="pet")
    tablet.send(pickle)
    tablet.send(tablet.draws("", pickle.name, "strong", "choppy", towards="a"))
    tablet.send(tablet.draws("School", "Nan", "weak"))
    assert tablet.lines() == ["Kit and Pickle: strong and stressful. Pickle helps Kit", "School and Nan: weak"]


def test_a_line_is_drawn_otherwise_taken_off_and_drawn_again_by_the_tablet_alone(county: Partnership) -> None:
    tablet = Tablet(county, line=("strong",))
    tablet.send(tablet.draws("School", "Nan", "weak"))
    assert tablet.lines() == ["School and Nan: weak"]
    tablet.send(tablet.takes_line_off("School", "Nan"))
    assert tablet.lines() == []
    tablet.send(tablet.draws("School", "Nan", "choppy"))
    tablet.send(tablet.draws("Nan", "School", "cut_off", towards="a"))
    assert tablet.lines() == ["School and Nan: cut off. School helps Nan"]


def test_an_act_on_a_line_that_is_sent_twice_is_done_once(county: Partnership) -> None:
    tablet = Tablet(county)
    sent = tablet.draws("School", "Nan", "weak")
    tablet.send(sent)
    tablet.online_line("School", "Nan", "strong")
    tablet.send(sent)
    assert tablet.lines() == ["School and Nan: strong"] and SentAct.objects.count() == 1


def test_what_both_say_of_a_line_is_no_clash_whichever_end_is_first(county: Partnership) -> None:
    tablet = Tablet(county, line=("strong",))
    tablet.online_line("School", "Nan", "weak", towards="b")
    tablet.send(tablet.draws("Nan", "School", "weak", towards="a"))
    assert tablet.lines() == ["School and Nan: weak. School helps Nan"]


@pytest.mark.parametrize(
    ("choice", "stands"),
    [
        ("tablet", "School and Nan: choppy"),
        ("both", "School and Nan: weak and stressful. They help each other"),
        ("here", "School and Nan: weak. School helps Nan"),
    ],
)
def test_two_views_of_one_line_wait_for_a_choice(county: Partnership, choice: str, stands: str) -> None:
    tablet = Tablet(county, line=("strong",))
    tablet.online_line("School", "Nan", "weak", towards="b")
    sent = tablet.draws("School", "Nan", "choppy", towards="a")
    with pytest.raises(services.Clash) as clash:
        tablet.send(sent)
    assert clash.value.choices == ("tablet", "both", "here") and clash.value.key == tablet.page().lines[0].key
    tablet.send(replace(sent, choice=choice, version=2))
    says = stands.replace("choppy", "stressful. Nan helps School") if choice == "tablet" else stands
    assert tablet.lines() == [says]


def test_a_line_that_another_drew_where_the_tablet_saw_none_is_a_clash(county: Partnership) -> None:
    tablet = Tablet(county)
    tablet.online_line("School", "Nan", "weak")
    with pytest.raises(services.Clash):
        tablet.send(tablet.draws("School", "Nan", "strong"))
    with pytest.raises(services.Clash):
        tablet.send(tablet.draws("School", "Nan", "strong", choice="tablet", version=7))
    assert tablet.lines() == ["School and Nan: weak"]


def test_a_line_that_was_taken_off_meanwhile_can_be_drawn_again(county: Partnership) -> None:
    tablet = Tablet(county, line=("strong",))
    tablet.online_line_off()
    tablet.online_line("School", "Nan", "weak")
    tablet.online_line_off()
    sent = tablet.draws("School", "Nan", "choppy")
    with pytest.raises(services.Clash) as clash:
        tablet.send(sent)
    assert clash.value.choices == ("both", "here") and clash.value.key == ""
    tablet.send(tablet.takes_line_off("School", "Nan"))
    tablet.send(replace(sent, choice="both"))
    assert tablet.lines() == ["School and Nan: stressful"]


def test_taking_off_a_line_that_another_changed_waits_for_a_choice(county: Partnership) -> None:
    tablet = Tablet(county, line=("strong",))
    tablet.online_line("School", "Nan", "weak")
    sent = tablet.takes_line_off("School", "Nan")
    with pytest.raises(services.Clash) as clash:
        tablet.send(sent)
    assert clash.value.choices == ("tablet", "here")
    tablet.send(replace(sent, choice="tablet", version=2))
    assert tablet.lines() == []


def test_what_a_child_drew_of_a_line_is_drawn_over_by_no_tablet(county: Partnership) -> None:
    tablet = Tablet(county, whose="child", line=("strong",))
    tablet.online_line("School", "Nan", "weak")
    sent = tablet.draws("School", "Nan", "choppy")
    for choice in ("tablet", "here"):
        with pytest.raises(services.Clash):
            tablet.send(replace(sent, choice=choice, version=2))
    tablet.send(replace(sent, choice="both"))
    assert tablet.lines() == ["School and Nan: weak and stressful"]


def test_an_end_that_was_taken_off_meanwhile_is_put_on_again_with_the_line_or_left(county: Partnership) -> None:
    tablet = Tablet(county)
    tablet.online_off("School")
    sent = tablet.draws("School", "Nan", "strong")
    with pytest.raises(services.Clash) as clash:
        tablet.send(sent)
    assert clash.value.choices == ("both", "here")
    tablet.send(replace(sent, name="left", choice="here"))
    assert tablet.lines() == [] and list(tablet.stands()) == ["Nan"]
    tablet.send(replace(sent, choice="both"))
    assert tablet.lines() == ["School and Nan: strong"]
    assert tablet.stands()["School"] == ("too loud", 75)
    services.undo(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW)
    services.undo(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, now=NOW)
    assert list(tablet.stands()) == ["Nan"]


def test_a_line_to_what_never_came_is_refused_in_words_and_waits(county: Partnership) -> None:
    tablet = Tablet(county)
    with pytest.raises(services.CannotDraw, match="Send that first"):
        tablet.send(tablet.draws("", "0b7e5a6e-never-sent", "strong"))
    assert not SentAct.objects.exists()


def test_a_line_to_who_was_hidden_meanwhile_is_as_one_to_who_was_taken_off_and_puts_nobody_back(
    county: Partnership,
) -> None:
    tablet = Tablet(county, line=("strong",))
    sent, off = tablet.draws("School", "Nan", "weak"), tablet.takes_line_off("School", "Nan")
    county.involve("kit", "max")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=county.actor("max"), subject_ref=county.refs["nan"], seal=seal, now=NOW)
    with pytest.raises(services.Clash):
        tablet.send(sent)
    with pytest.raises(NothingHere):
        tablet.send(replace(sent, choice="both"))
    tablet.send(off)
    assert [line.says for line in tablet.page("max").lines] == ["School and Nan: strong"]


def test_nobody_draws_a_line_to_somebody_they_may_not_see_nor_takes_one_off(county: Partnership) -> None:
    tablet = Tablet(county, line=("strong",))
    line = tablet.page().lines[0].ref
    county.involve("kit", "max")
    seal = NewSeal(kind="therapy", why="Nobody is to find her")
    set_seal(by=county.actor("max"), subject_ref=county.refs["nan"], seal=seal, now=NOW)
    with pytest.raises(NothingHere):
        tablet.online_line("", "Nan", "strong")
    with pytest.raises(NothingHere):
        services.take_line_off(by=tablet.sue, child_ref=tablet.kit, picture_ref=tablet.ref, line_ref=line, now=NOW)
