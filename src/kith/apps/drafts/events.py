"""What the audit record can say of drafts; it never holds their words."""

KEPT = "drafts.draft.kept"
ENDED = "drafts.draft.ended"
FORGOTTEN = "drafts.forgotten"

EVENTS = {
    KEPT: "Words of a form were kept for the one who writes them",
    ENDED: "Words of a form that was not sent were thrown away by the one who wrote them",
    FORGOTTEN: "Words of forms that nobody sent were destroyed after their days",
}
