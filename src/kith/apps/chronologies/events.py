"""What the audit record can say of chronologies."""

ADDED = "chronologies.row.added"
CORRECTED = "chronologies.row.corrected"
WITHDRAWN = "chronologies.row.withdrawn"
PUT_BACK = "chronologies.row.put_back"

EVENTS = {
    ADDED: "A row of a child’s chronology was written",
    CORRECTED: "A row of a child’s chronology was corrected; what stood before was kept",
    WITHDRAWN: "A row of a child’s chronology was withdrawn by its agency; it stays, struck through",
    PUT_BACK: "A withdrawn row of a child’s chronology was put back",
}
