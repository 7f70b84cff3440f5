"""Each of the nine pictures drawn from blank: at a desk by mouse, on a tablet by touch, and by keyboard alone."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import focus_on, require_fit
from tests.journeys.drawing import begin, drag_by_finger, drag_by_mouse, middle, symbol

pytestmark = [pytest.mark.browser]
DESK = {"width": 1280, "height": 1024}
SHARE = 0.45  # of the way from one to another, so that nothing is dropped on it


@dataclass(frozen=True)
class Thing:
    """One thing as it is added: its kind in a child's word, where it goes, and with whom it belongs."""

    name: str
    what: str
    part: str = ""
    at: str = ""


@dataclass(frozen=True)
class Journey:
    """One kind of picture: what is put on it, what is dragged and where, and what is pressed in the list."""

    kind: str
    title: str
    things: tuple[Thing, ...]
    dragged: str
    to: str  # on whom or towards whom it is dragged
    moved: str  # what undoing says of the drag
    pressed: str  # of which thing an act of the list is pressed
    fold: str
    act: str
    done: str  # what undoing says of the press
    says: str = ""  # what the picture says in words once that was dragged


SOMEBODY, PLACE, WORDS = "Someone", "A place", "Words"
JOINED = "a line drawn"
GENOGRAM = Journey(
    "genogram", "My family",
    (Thing("Asta", SOMEBODY), Thing("Bo", SOMEBODY), Thing("Cy", SOMEBODY)),
    "Asta", "Bo", JOINED, "Cy", "A line", "Child and parent", JOINED,
)  # fmt: skip
SAFETY = Journey(
    "safety_know", "Who knows what is going on?",
    (
        Thing("Asta", SOMEBODY, "They know everything"), Thing("Bo", SOMEBODY, "They do not know yet"),
        Thing("Cy", SOMEBODY, "They do not know yet"),
    ),
    "Asta", "Bo", "Asta moved", "Cy", "", "They know some of it", "Cy moved to They know some of it",
)  # fmt: skip
TREE_OF_LIFE = Journey(
    "tree_of_life", "My tree",
    (Thing("Asta", SOMEBODY, "Leaves: my people"), Thing("the sea", WORDS, "Roots: where I come from"),
     Thing("jokes", WORDS, "Fruit: gifts I got")),
    "jokes", "the sea", "jokes moved to", "the sea", "Where it goes", "Branches: my hopes",
    "the sea moved to Branches: my hopes",
)  # fmt: skip
NINE = (
    GENOGRAM,
    Journey(
        "cultural_genogram", "What makes us us",
        (Thing("Asta", SOMEBODY), Thing("We sing", WORDS, "How we do things", "Asta"), Thing("I swim", WORDS, "Faith")),
        "I swim", "Asta", "I swim moved", "I swim", "Where it goes", "Learning", "I swim moved to Learning",
        "I swim, said by Asta",
    ),
    Journey(
        "community_genogram", "My places",
        (Thing("School", PLACE, "School or work"), Thing("The pool", PLACE, "Places I go"),
         Thing("Choir", "A club or a group", "Clubs and teams")),
        "Choir", "School", "Choir moved", "School", "", "Nearer", "School moved nearer",
    ),
    Journey(
        "family_tree", "My family tree",
        (Thing("Asta", SOMEBODY, "One side"), Thing("Bo", SOMEBODY, "Another side"),
         Thing("Cy", "A pet", "In the middle")),
        "Asta", "Bo", "Asta moved", "Bo", "", "The row above me", "Bo moved",
    ),
    Journey(
        "ecomap", "My island",
        (Thing("The sea", PLACE), Thing("Asta", SOMEBODY), Thing("Choir", "A club or a group")),
        "The sea", "Asta", "The sea moved", "Asta", "A line", "Bridge", JOINED,
    ),
    SAFETY,
    Journey(
        "supporters", "Who is there for me?",
        (Thing("Asta", SOMEBODY, "They listen and care"), Thing("Bo", SOMEBODY, "They lend a hand"),
         Thing("Cy", "A pet", "There in good times")),
        "Asta", "Bo", "Asta moved", "Cy", "", "They listen and care", "Cy moved to They listen and care",
    ),
    TREE_OF_LIFE,
    Journey(
        "mobility", "Where I have lived",
        (Thing("Harrow Lane", "A place I lived"), Thing("Quay Row", "A place I lived"),
         Thing("Asta", SOMEBODY, at="Harrow Lane")),
        "Asta", "Quay Row", "Asta moved", "Asta", "More", "Save", "Asta described", "Asta, at Quay Row",
    ),
)  # fmt: skip
IN_THE_GATE = (GENOGRAM, SAFETY)
every_picture = pytest.mark.parametrize(
    "journey", [pytest.param(one, marks=() if one in IN_THE_GATE else pytest.mark.long, id=one.kind) for one in NINE]
)
LONG = [pytest.param(one, marks=pytest.mark.long, id=one.kind) for one in NINE]


class Drawer:
    """Somebody who draws: with a mouse at a desk, or with a finger together with a child."""

    def __init__(self, page: Page, *, by_touch: bool) -> None:
        self.page, self.by_touch = page, by_touch

    def press(self, what: Locator) -> None:
        if self.by_touch:
            what.tap()
        else:
            what.click()

    def fold(self, summary: Locator) -> None:
        """Opens what is folded, unless it is open."""
        if summary.locator("xpath=..").get_attribute("open") is None:
            self.press(summary)

    def add(self, thing: Thing) -> None:
        page = self.page
        self.let_go()
        self.fold(page.locator("#adding" if self.by_touch else ".kith-add[data-fold=add] > summary"))
        page.get_by_label("Someone or something else").fill(thing.name)
        page.get_by_role("radio", name=thing.what, exact=True).check()
        for label, chosen in (("#new-part", thing.part), ("#new-at", thing.at)):
            if chosen:
                page.locator(label).select_option(label=chosen)
        self.press(page.get_by_role("button", name="Add", exact=True))
        expect(symbol(page, thing.name)).to_be_visible()

    def let_go(self) -> None:
        if self.by_touch:
            self.page.keyboard.press("Escape")
            self.page.keyboard.press("Escape")

    def drag(self, journey: Journey) -> None:
        self.let_go()
        what, to = symbol(self.page, journey.dragged), symbol(self.page, journey.to)
        share = 1.0 if journey.moved == JOINED or journey.kind != "ecomap" else SHARE
        by = tuple(share * (b - a) for a, b in zip(middle(what), middle(to), strict=True))
        (drag_by_finger if self.by_touch else drag_by_mouse)(self.page, what, by)  # type: ignore[arg-type]
        if journey.moved == JOINED:
            self.page.get_by_role("checkbox", name="They are a couple now").check()
            self.press(self.page.get_by_role("button", name="Draw the line"))
        self.expect_undo(journey.moved)
        assert journey.says in " ".join(self.page.locator(".kith-sentences").all_text_contents())

    def entry(self, name: str) -> Locator:
        return self.page.locator("[data-twin]").filter(has=self.page.locator("summary bdi", has_text=name)).first

    def act(self, journey: Journey) -> None:
        """By the list: what a drag or a key does, it does too."""
        self.let_go()
        entry = self.entry(journey.pressed)
        if entry.get_attribute("open") is None:
            self.press(symbol(self.page, journey.pressed) if self.by_touch else entry.locator("summary").first)
        if journey.fold:
            self.fold(entry.locator("summary", has_text=journey.fold).last)
        if journey.act == "Save":
            entry.get_by_label("Words about").fill("let me paint")
        self.press(entry.get_by_role("button", name=journey.act).first)
        self.expect_undo(journey.done)

    def expect_undo(self, what: str) -> None:
        expect(self.undo).to_contain_text(f"Undo: {what}")

    @property
    def undo(self) -> Locator:
        return self.page.locator('form[action$="/undo"] button')

    def undo_and_redo(self, journey: Journey) -> None:
        """What was pressed is undone, and at a desk done again."""
        self.let_go()
        self.press(self.undo)
        self.expect_undo(journey.moved)
        if not self.by_touch:
            self.press(self.page.locator('form[action$="/redo"] button'))
            self.expect_undo(journey.done)


def stands(page: Page, journey: Journey) -> None:
    """Everything that was put on it is in the picture and in the list beside it."""
    for thing in journey.things:
        expect(symbol(page, thing.name)).to_have_count(1)
    listed = page.locator("[data-twin] > summary > bdi").all_inner_texts()
    assert listed == [thing.name for thing in journey.things]


@every_picture
def test_drawn_at_a_desk(journey: Journey, signed_in: Page) -> None:
    page = signed_in
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    page.goto(begin(page, journey.kind))
    drawer = Drawer(page, by_touch=False)
    for thing in journey.things:
        drawer.add(thing)
    drawer.drag(journey)
    drawer.act(journey)
    drawer.undo_and_redo(journey)
    stands(page, journey)
    require_fit(page, journey.kind, "desk")
    page.get_by_role("button", name="Finish it").click()
    expect(page.get_by_text("Finished: it stays as it is.", exact=False).first).to_be_visible()
    stands(page, journey)


@pytest.mark.parametrize("journey", LONG)
def test_drawn_by_touch_together(journey: Journey, tablet: Page) -> None:
    page = tablet
    begin(page, journey.kind)
    expect(page.get_by_role("heading", level=1)).to_have_text(journey.title)
    drawer = Drawer(page, by_touch=True)
    for thing in journey.things:
        drawer.add(thing)
    drawer.drag(journey)
    drawer.act(journey)
    drawer.undo_and_redo(journey)
    drawer.let_go()
    stands(page, journey)
    page.get_by_role("link", name="We are done").tap()
    page.get_by_role("button", name="Yes, we are done").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")


@pytest.mark.parametrize("journey", LONG)
def test_each_is_accessible_at_every_width(
    journey: Journey, signed_in: Page, assert_accessible: Callable[[str], None]
) -> None:
    page = signed_in
    picture = begin(page, journey.kind)
    drawer = Drawer(page, by_touch=False)
    page.goto(picture)
    for thing in journey.things:
        drawer.add(thing)
    assert_accessible(f"{journey.kind} at a desk")
    page.goto(f"{picture}/together")
    assert_accessible(f"{journey.kind} together")


@pytest.mark.long
def test_a_genogram_by_keyboard_alone(signed_in: Page) -> None:
    page = signed_in
    page.goto(begin(page, "genogram"))
    for name in ("Asta", "Bo"):
        if page.locator(".kith-add[open]").count() == 0:
            focus_on(page, "Add")
            page.keyboard.press("Enter")
        focus_on(page, "Someone or something else")
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(symbol(page, name)).to_be_visible()
    symbol(page, "Bo").focus()
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect(page.locator('form[action$="/undo"] button')).to_contain_text(JOINED)
    symbol(page, "Bo").focus()
    page.keyboard.press("z")
    expect(page.locator('form[action$="/undo"] button')).to_contain_text("Bo put on")
