"""What the audit record can say of chronologies."""

ADDED = "chronologies.row.added"
CORRECTED = "chronologies.row.corrected"
WITHDRAWN = "chronologies.row.withdrawn"
PUT_BACK = "chronologies.row.put_back"
PUBLISHED = "chronologies.edition.published"
ANALYSED = "chronologies.row.analysed"
KNOWN_TO = "chronologies.row.known_to"
NOT_KNOWN_TO = "chronologies.row.not_known_to"

EVENTS = {
    ADDED: "A row of a child’s chronology was written",
    CORRECTED: "A row of a child’s chronology was corrected; what stood before was kept",
    WITHDRAWN: "A row of a child’s chronology was withdrawn by its agency; it stays, struck through",
    PUT_BACK: "A withdrawn row of a child’s chronology was put back",
    PUBLISHED: "A child’s chronology was published as a numbered edition",
    ANALYSED: "What a review makes of a row of a chronology was written",
    KNOWN_TO: "Somebody was noted to know already of a restricted row of a chronology",
    NOT_KNOWN_TO: "That somebody knows of a restricted row was taken back",
}
