"""Whatever is placed, no words touch, nothing leaves the frame, nearness is distance, and hands are obeyed."""

from dataclasses import replace
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.drawing.scenes import CannotArrange, arrange, placed
from kith.engines.drawing.scenes.arranged import Arranged
from kith.engines.drawing.scenes.kinds.orbits import KEPT_WITHIN, MOST_ASIDE
from kith.engines.drawing.scenes.scene import Item, Scene
from kith.engines.drawing.scenes.tests.crowds import NAMES, faults_of, scenes
from kith.engines.drawing.scenes.tests.samples import EVERY, LONG_NAME, community, crowd, ecomap, rings, supporters

WITH_PARTS = tuple(sample for sample in EVERY if sample.parts)
LOOKS = ("island", "planets", "team", "plain")


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: f"{sample.kind}-{sample.look}")
@pytest.mark.parametrize("count", [None, 0, 1, 8, 25, 60])
def test_no_words_touch_and_nothing_leaves_the_frame(sample: Scene, count: int | None) -> None:
    scene = sample if count is None else crowd(sample, count)
    arranged = arrange(scene)
    assert faults_of(arranged) == []
    assert [spot.item_id for spot in arranged.spots] == [item.id for item in scene.items]


@given(st.sampled_from(LOOKS).flatmap(lambda look: scenes("ecomap", look=look)))
@settings(max_examples=40, deadline=None)
def test_any_ecomap_is_clean_and_its_distances_are_data(scene: Scene) -> None:
    arranged = arrange(scene)
    assert faults_of(arranged) == []
    assert_monotone(arranged)


@pytest.mark.parametrize("sample", WITH_PARTS, ids=lambda sample: sample.kind)
def test_any_scene_with_parts_is_clean_and_everything_lies_in_its_part(sample: Scene) -> None:
    @given(scenes(sample.kind, sample.parts))
    @settings(max_examples=25, deadline=None)
    def holds(scene: Scene) -> None:
        arranged = arrange(scene)
        assert faults_of(arranged) == []
        for item in scene.items:
            spot = arranged.spot(item.id)
            place = placed(scene, item.id, spot.x, spot.y, width=arranged.width, height=arranged.height)
            assert place.part == item.part

    holds()


@given(st.lists(st.tuples(st.integers(0, 5), NAMES, st.booleans()), max_size=25), st.integers(0, 6))
@settings(max_examples=30, deadline=None)
def test_any_river_is_clean_and_people_are_nearest_to_their_home(rows: list[tuple[int, str, bool]], count: int) -> None:
    homes = tuple(Item(f"h{number}", "home", f"Home {number}") for number in range(count))
    people = tuple(
        Item(f"p{number}", "person", name, at=f"h{home}", might_again=again)
        for number, (home, name, again) in enumerate(rows)
    )
    scene = Scene("mobility", "", "Noor", items=(*homes, *people))
    arranged = arrange(scene, width=700)
    assert faults_of(arranged) == []
    for home in homes if people else ():
        spot = arranged.spot(home.id)
        size = {"width": arranged.width, "height": arranged.height}
        assert placed(scene, people[0].id, spot.x, spot.y, **size).part == home.id


def assert_monotone(arranged: Arranged) -> None:
    """Whoever is nearer by data is nearer in the picture, measured by the ellipses."""
    assert arranged.orbits
    found = {spot.item_id: arranged.orbits.found(spot.x, spot.y)[0] for spot in arranged.spots}
    items = sorted(arranged.scene.items, key=lambda item: item.farness)
    for one in items:
        assert abs(found[one.id] - one.farness) <= MOST_ASIDE + 1
        for other in items:
            if one.farness < other.farness:
                assert found[one.id] <= found[other.id]


def test_half_as_near_is_half_way_while_there_is_room() -> None:
    orbits = arrange(ecomap()).orbits
    assert orbits
    near, half, far = (orbits.radii(farness) for farness in (0, 50, 100))
    assert half.x == pytest.approx((near.x + far.x) / 2)
    assert half.y == pytest.approx((near.y + far.y) / 2)


@pytest.mark.parametrize("turn", [0.0, 90.0, 180.0, 270.0])
def test_the_longest_name_at_any_edge_stays_in_the_frame(turn: float) -> None:
    far = Item("far", "person", LONG_NAME, words="a friend from the boat club", farness=100, turn=turn)
    for look in LOOKS:
        assert faults_of(arrange(replace(ecomap(look), items=(far,), lines=()))) == []


def test_few_people_stand_exactly_as_near_as_they_are_felt() -> None:
    scene = ecomap()
    arranged = arrange(scene)
    for item in scene.items:
        spot = arranged.spot(item.id)
        place = placed(scene, item.id, spot.x, spot.y, width=arranged.width, height=arranged.height)
        assert place.farness == item.farness
        assert item.turn is not None
        assert abs((place.turn - item.turn + 180) % 360 - 180) <= KEPT_WITHIN + 0.1


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: f"{sample.kind}-{sample.look}")
@pytest.mark.parametrize("count", [8, 40])
def test_a_grown_frame_given_back_gives_the_same_picture(sample: Scene, count: int) -> None:
    scene = crowd(sample, count)
    first = arrange(scene, width=640, height=480)
    assert arrange(scene, width=first.width, height=first.height) == first


@pytest.mark.parametrize("sample", [ecomap(), rings(), supporters(), community()], ids=lambda sample: sample.kind)
def test_one_more_at_the_end_moves_nobody_while_there_is_room(sample: Scene) -> None:
    @given(scenes(sample.kind, sample.parts, most=7))
    @settings(max_examples=20, deadline=None)
    def holds(scene: Scene) -> None:
        before = arrange(scene, width=2800, height=2000)
        newcomer = Item("new", "person", "Mr Feld", part=sample.items[0].part, farness=88)
        after = arrange(replace(scene, items=(*scene.items, newcomer)), width=2800, height=2000)
        kept = [spot for spot in after.spots if spot.item_id != "new"]
        assert (after.width, kept) == (before.width, list(before.spots))

    holds()


def test_moving_one_by_hand_leaves_the_others_within_reach() -> None:
    scene = crowd(ecomap(), 8)
    before = arrange(scene, width=1600, height=1200)
    moved = tuple(replace(item, turn=10.0) if item.id == "p3" else item for item in scene.items)
    after = arrange(replace(scene, items=moved), width=1600, height=1200)
    far = [
        hypot(before.spot(item.id).x - after.spot(item.id).x, before.spot(item.id).y - after.spot(item.id).y)
        for item in scene.items
        if item.id != "p3"
    ]
    assert sum(distance > 1 for distance in far) <= 2


def test_a_ghost_stands_in_the_ring_of_the_other_account() -> None:
    arranged = arrange(rings())
    (ghost,) = arranged.ghosts
    assert ghost.item_id == "dad"
    place = placed(rings(), "dad", ghost.x, ghost.y, width=arranged.width, height=arranged.height)
    assert place.part == "outer"


@pytest.mark.parametrize("width", range(1400, 1700, 25))
def test_no_home_is_left_alone_on_a_row_while_others_crowd(width: int) -> None:
    rows = [Item(f"h{home}", "home", f"Home {home}") for home in range(6)]
    there = [(home, one) for home in range(4) for one in range(2)]
    rows += [
        Item(f"p{home}-{number}", "person", "Miss Pellew of the boat club", at=f"h{home}") for home, number in there
    ]
    arranged = arrange(Scene("mobility", "", "Noor", items=tuple(rows)), width=width)
    heights = [arranged.spot(f"h{home}").y for home in range(6)]
    assert min(sum(abs(y - other) < 100 for other in heights) for y in heights) > 1


def test_words_are_never_made_smaller() -> None:
    few, many = arrange(crowd(ecomap(), 1)), arrange(crowd(ecomap(), 60))
    assert few.spot("p0").label.box[2:] == many.spot("p0").label.box[2:]
    assert many.width > few.width


@pytest.mark.parametrize(
    ("scene", "says"),
    [
        (replace(ecomap(), kind="weather"), "no picture of the kind"),
        (replace(ecomap(), items=ecomap().items[:1] * 2), "the same id"),
    ],
)
def test_what_is_no_scene_is_refused_in_plain_words(scene: Scene, says: str) -> None:
    with pytest.raises(CannotArrange, match=says):
        arrange(scene)


def test_a_point_of_somebody_who_is_not_there_is_refused() -> None:
    with pytest.raises(CannotArrange, match="not in the picture"):
        placed(ecomap(), "nobody", 1, 1)
