"""A picture is drawn with a child: by mouse, by touch and by keyboard alone; on a tablet that shows nothing else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import focus_on, require_fit
from tests.journeys.drawing import TABLET, begin, drag_by_finger, drag_by_mouse, expect_done, middle, symbol

pytestmark = [pytest.mark.browser]
MANY, CROWD = 60, 24
LEAST_PX = 12.85
PIN = "8305"
FOCUSED = "() => document.activeElement.dataset.item ? 'the picture' : document.activeElement.tagName"

SMALLEST_WORDS = """() => {
  const drawing = document.querySelector("#canvas svg");
  const sizes = [...drawing.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize));
  return Math.min(...sizes) * drawing.getScreenCTM().a;
}"""
IS_WHOLE = """() => {
  const canvas = document.getElementById("canvas");
  return canvas.scrollWidth <= canvas.clientWidth && canvas.scrollHeight <= canvas.clientHeight;
}"""


def add(page: Page, name: str, what: str) -> None:
    page.locator("#adding").click()
    page.get_by_label("Someone or something else").fill(name)
    page.get_by_role("radio", name=what, exact=True).check()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(symbol(page, name)).to_be_visible()


def test_drawn_by_mouse_and_by_keys(signed_in: Page) -> None:
    page = signed_in
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]
    begin(page)
    add(page, "The sea", "A place")
    expect(page.get_by_role("button", name="Nearer for The sea")).to_be_visible()
    add_another(page)
    x, _ = middle(symbol(page, "The sea"))
    drag_by_mouse(page, symbol(page, "The sea"), (150 if x < 512 else -150, 60))
    expect(page.locator("#undo")).to_contain_text("The sea moved")
    draw_by_keys(page)
    require_fit(page, "drawing together")
    require_fit(page, "drawing together", "desk")


def add_another(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator("#adding")).to_be_visible()
    add(page, "Zadie", "Someone")


def draw_by_keys(page: Page) -> None:
    """Walking, moving, a line and undoing; the focus is never lost by what comes back."""
    page.keyboard.press("Escape")
    symbol(page, "Zadie").focus()
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator("#undo")).to_contain_text("Zadie moved")
    assert page.evaluate(FOCUSED) == "the picture"
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect_done(page, "a line drawn")
    expect(page.locator("#said")).to_have_text("Line drawn. Undo is available.")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "the picture"
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) != "the picture", "what can be done with Zadie is not reached by the keyboard"
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "the picture"
    page.keyboard.press("z")
    expect(page.locator("#undo")).to_contain_text("Zadie moved")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Letters work as keys").uncheck()
    page.keyboard.press("Escape")
    symbol(page, "Zadie").focus()
    page.keyboard.press("n")
    expect(page.get_by_label("Someone or something else")).to_be_hidden()


def test_a_tablet_that_was_handed_over_shows_nothing_else(signed_in: Page) -> None:
    page = signed_in
    picture = begin(page)
    page.goto(f"{picture}/hand-over")
    page.get_by_label("Choose a PIN of 4 to 6 digits", exact=True).fill(PIN)
    page.get_by_role("button", name="Lock it and draw").click()
    add(page, "The sea", "A place")
    page.goto(picture.split("/children")[0])
    expect(symbol(page, "The sea")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Hide this now").click()
    expect(page.get_by_text("Open it again")).to_be_visible()
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("The sea")
    page.goto(f"{picture}/together")
    open_again(page, "1029", "Go on drawing")
    expect(page.get_by_role("alert")).to_have_text("That is not it. Try again.")
    require_fit(page, "covered")
    page.get_by_label("The digits").fill(PIN)
    page.get_by_role("button", name="Go on drawing").click()
    expect(symbol(page, "The sea")).to_be_visible()
    page.get_by_role("link", name="We are done").click()
    page.get_by_label("Who may see this?").fill("Mum and my swim coach")
    page.get_by_role("button", name="Yes, we are done").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")
    page.get_by_role("button", name="Give the tablet back").click()
    open_again(page, PIN, "Take the tablet back")
    expect(page.get_by_text("Mum and my swim coach")).to_be_visible()


def open_again(page: Page, pin: str, act: str) -> None:
    page.get_by_text("Open it again").click()
    page.get_by_label("The digits").fill(pin)
    page.get_by_role("button", name=act).click()


@pytest.mark.long
def test_drawn_by_touch(tablet: Page) -> None:
    page = tablet
    begin(page)
    page.locator("#adding").tap()
    page.get_by_label("Someone or something else").fill("The sea")
    page.get_by_role("radio", name="A place", exact=True).check()
    page.get_by_role("button", name="Add", exact=True).tap()
    page.get_by_role("button", name="Nearer for The sea").tap()
    expect_done(page, "The sea moved nearer")
    page.touchscreen.tap(*middle(symbol(page, "The sea")))
    drag_by_finger(page, symbol(page, "The sea"), (120, 80))
    expect(page.locator("#undo")).to_contain_text("The sea moved")
    page.get_by_role("button", name="Undo").tap()
    expect_done(page, "The sea moved nearer")
    page.touchscreen.tap(512, 100)
    page.get_by_role("link", name="Skip this one").tap()
    expect(page.get_by_role("link", name="Skip this one")).to_be_hidden()


@pytest.mark.long
def test_a_question_is_answered_with_the_keyboard_alone(
    signed_in: Page, assert_accessible: Callable[[str], None]
) -> None:
    page = signed_in
    begin(page)
    assert_accessible("a blank picture")
    focus_on(page, page.locator(".kith-together__ask > summary").inner_text())
    page.keyboard.press("Enter")
    focus_on(page, "Say it in your words")
    page.keyboard.type("Zadie, she sings")
    focus_on(page, "Shall we put it in?")
    page.keyboard.press("Space")
    assert_accessible("answering")
    focus_on(page, "That is my answer")
    page.keyboard.press("Enter")
    expect(symbol(page, "Zadie, she sings")).to_be_visible()
    assert_accessible("an answer on the picture")
    page.get_by_role("button", name="Say it as a list").click()
    assert_accessible("the picture as a list")


def place_many(page: Page, picture: str, count: int) -> None:
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    for number in range(count):
        said = {"kind": "place", "name": f"Place {number + 1}", "farness": str(number * 7 % 100), "to": "together"}
        page.request.post(
            f"{picture}/place",
            form={"csrfmiddlewaretoken": token} | said,
            headers={"Referer": picture},
            max_redirects=0,
        )
    page.reload()
    expect(page.locator("#canvas [data-item]")).to_have_count(count)


def test_a_crowd_can_be_read_and_seen_as_a_whole(signed_in: Page) -> None:
    page = signed_in
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]
    picture = begin(page)
    bigger, smaller, whole = (page.get_by_role("button", name=name) for name in ("Bigger", "Smaller", "See all"))
    expect(whole).to_be_hidden()  # nothing to be seen beside what there is
    place_many(page, picture, CROWD)
    assert page.evaluate(SMALLEST_WORDS) >= LEAST_PX
    assert not page.evaluate(IS_WHOLE)
    whole.click()
    assert page.evaluate(IS_WHOLE)
    before = page.evaluate(SMALLEST_WORDS)
    bigger.click()
    assert page.evaluate(SMALLEST_WORDS) > before
    smaller.click()
    symbol(page, "Place 1,").focus()
    page.keyboard.press("+")
    chosen = page.evaluate(SMALLEST_WORDS)
    page.keyboard.press("Shift+ArrowUp")
    page.keyboard.press("Shift+ArrowUp")  # before the first was answered
    expect(page.locator("#undo")).to_contain_text("Place 1 moved")
    expect(page.locator("[data-told]")).to_be_hidden()
    assert page.evaluate(SMALLEST_WORDS) == pytest.approx(chosen, rel=0.01), (
        "what was chosen is lost by what comes back"
    )
    require_fit(page, "a crowd on one picture")


def test_a_line_is_seen_before_it_is_saved(signed_in: Page) -> None:
    page = signed_in
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]
    begin(page, "genogram")
    add(page, "Asta", "Someone")
    held: list[Route] = []
    page.route("**/line", lambda route: held.append(route))
    symbol(page, "Asta").focus()
    page.keyboard.press("l")
    with page.expect_request("**/line"):
        page.keyboard.press("Enter")
    expect(page.locator("[data-sketch]")).to_have_count(1)
    expect(page.locator("#undo")).not_to_contain_text("a line drawn")
    held[0].continue_()
    expect_done(page, "a line drawn")
    expect(page.locator("[data-sketch]")).to_have_count(0)


@pytest.mark.long
def test_sixty_on_one_picture(signed_in: Page) -> None:
    page = signed_in
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]
    place_many(page, begin(page), MANY)
    symbol(page, "Place 1,").focus()
    page.keyboard.press("Shift+ArrowUp")
    expect(page.locator("#undo")).to_contain_text("Place 1 moved")
    assert page.evaluate(FOCUSED) == "the picture"
    require_fit(page, "sixty on one picture")
