"""What the audit record can say of chronologies."""

ADDED = "chronologies.row.added"
CORRECTED = "chronologies.row.corrected"
WITHDRAWN = "chronologies.row.withdrawn"
PUT_BACK = "chronologies.row.put_back"
PUBLISHED = "chronologies.edition.published"
ANALYSED = "chronologies.row.analysed"
KNOWN_TO = "chronologies.row.known_to"
NOT_KNOWN_TO = "chronologies.row.not_known_to"
BEGUN = "chronologies.rows.looked_at"
MAPPED = "chronologies.headings.chosen"
BROUGHT = "chronologies.rows.brought"
LEFT = "chronologies.rows.left"
UNDONE = "chronologies.rows.undone"
FORGOTTEN = "chronologies.rows.forgotten"
TAKEN_ALONG = "chronologies.form.taken_along"
TAKEN_KEPT = "chronologies.form.kept_on"
TAKEN_ENDED = "chronologies.form.ended"
SET_ASIDE = "chronologies.known.set_aside"
OFFERED_AGAIN = "chronologies.known.offered_again"
ATTACHED = "chronologies.attachment.added"
ATTACHMENT_OUT = "chronologies.attachment.taken_out"
ATTACHMENT_BACK = "chronologies.attachment.put_back"

EVENTS = {
    ADDED: "A row of a child’s chronology was written",
    CORRECTED: "A row of a child’s chronology was corrected; what stood before was kept",
    WITHDRAWN: "A row of a child’s chronology was withdrawn by its agency; it stays, struck through",
    BEGUN: "A table of rows about a child was brought to look at; nothing of it was taken in",
    MAPPED: "What the headings of an agency’s table mean was chosen",
    BROUGHT: "Rows of a table were taken into a child’s chronology",
    LEFT: "A table that was brought to look at was left",
    UNDONE: "What a table had done was undone: its rows withdrawn, its corrections replaced by what stood before",
    FORGOTTEN: "Tables that were brought to look at, and never taken in, were destroyed",
    PUT_BACK: "A withdrawn row of a child’s chronology was put back",
    PUBLISHED: "A child’s chronology was published as a numbered edition",
    ANALYSED: "What a review makes of a row of a chronology was written",
    KNOWN_TO: "Somebody was noted to know already of a restricted row of a chronology",
    NOT_KNOWN_TO: "That somebody knows of a restricted row was taken back",
    ATTACHED: "A photograph, or where a recording is kept, was attached to a row",
    ATTACHMENT_OUT: "What was attached to a row was taken out",
    ATTACHMENT_BACK: "What was attached to a row was put back",
    SET_ASIDE: "Something known was set aside: it becomes no row of this agency",
    OFFERED_AGAIN: "Something known is offered as a row again",
    TAKEN_ALONG: "The form of a row was taken along on a device, with the first names of these children",
    TAKEN_KEPT: "All that was written on a device was sent; the empty form stays there until its day is over",
    TAKEN_ENDED: "The form of a row is on a device no longer",
}
