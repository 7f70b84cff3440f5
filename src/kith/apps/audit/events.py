"""What the audit app itself can say."""

REFUSED = "audit.access.refused"
FORGOTTEN = "audit.subject.forgotten"
REWRAPPED = "audit.keys.rewrapped"
JOURNAL_CHAINED = "audit.journal.chained"
JOURNAL_BROKEN = "audit.journal.broken"
EVENTS = {
    REFUSED: "Access was refused",
    FORGOTTEN: "What the record had sealed about somebody was made unreadable",
    REWRAPPED: "The keys of subjects were wrapped anew",
    JOURNAL_CHAINED: "Looks in an emergency were brought from the journal onto the record",
    JOURNAL_BROKEN: "The emergency journal did not hold",
}
