"""What the audit record can say of a young person's own page."""

WRITTEN = "ownpages.page.written"
STILL_RIGHT = "ownpages.page.still_right"
PRINTED = "ownpages.page.printed"

EVENTS = {
    WRITTEN: "A young person’s own page was written down with them; what stood before was kept",
    STILL_RIGHT: "A young person said that their own page is still right",
    PRINTED: "A young person’s own page was opened to print",
}
