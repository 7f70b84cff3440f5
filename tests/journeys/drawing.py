"""What journeys do on a picture: begin a blank one, put something on it, move it, and look at what stands there."""

from playwright.sync_api import Locator, Page, expect

TABLET = {"width": 1024, "height": 768}


def begin(page: Page, kind: str = "ecomap") -> str:
    """A blank picture of the first of this worker's children, opened together; its address."""
    page.goto(page.url.split("/children")[0].rstrip("/") + "/children")
    child = page.locator(".kith-main li a").first.get_attribute("href")
    page.goto(f"{page.url.removesuffix('/children')}{child}/pictures/begin/{kind}")
    for tick in page.locator("input[name=put_in]").all():
        tick.uncheck()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/together")
    return page.url.removesuffix("/together")


def symbol(page: Page, name: str) -> Locator:
    return page.locator(f'#canvas [data-item][aria-label^="{name}"]')


def middle(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def expect_done(page: Page, what: str) -> None:
    """The button says what it would undo."""
    expect(page.locator("#undo")).to_have_text(f"Undo: {what}")


def drag_by_finger(page: Page, what: Locator, by: tuple[float, float]) -> None:
    x, y = middle(what)
    finger = page.context.new_cdp_session(page)
    steps = [("touchStart", 0.0), ("touchMove", 0.5), ("touchMove", 1.0)]
    for kind, share in steps:
        at = {"x": x + by[0] * share, "y": y + by[1] * share}
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [at]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def drag_by_mouse(page: Page, what: Locator, by: tuple[float, float]) -> None:
    x, y = middle(what)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by[0], y + by[1], steps=4)
    page.mouse.up()
