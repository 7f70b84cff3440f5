"""What the audit record can say of who was told, asked and invited."""

OCCASION_KEPT = "occasions.occasion.kept"
OCCASION_TAKEN_OUT = "occasions.occasion.taken_out"
OCCASION_PUT_BACK = "occasions.occasion.put_back"
CHILD_ASKED = "occasions.occasion.child_asked"
LEDGER_KEPT = "occasions.ledger.kept"
TEAM_KEPT = "occasions.team.kept"
PARENT_KEPT = "occasions.parent.kept"
NOT_COMING_KEPT = "occasions.not_coming.kept"
NOT_COMING_TAKEN_OUT = "occasions.not_coming.taken_out"
REPRESENTATION_SENT = "occasions.representation.sent"
REPRESENTATION_ANSWERED = "occasions.representation.answered"
INVITATIONS_LISTED = "occasions.invitations.listed"
INVITATION_ANSWERED = "occasions.invitation.answered"
INVITATION_TAKEN_OFF = "occasions.invitation.taken_off"
INVITATION_PUT_BACK = "occasions.invitation.put_back"
INVITED = "occasions.invitations.sent"

EVENTS = {
    OCCASION_KEPT: "Something of which a family may be told was recorded or changed",
    OCCASION_TAKEN_OUT: "Something of which a family may be told was taken out",
    OCCASION_PUT_BACK: "Something of which a family may be told was put back",
    CHILD_ASKED: "What a child says to their family being told was recorded",
    LEDGER_KEPT: "Who was told, asked or invited, or why not, was recorded",
    TEAM_KEPT: "Who of a team was told or invited, or why not, was recorded",
    PARENT_KEPT: "What is known of a father or second parent was recorded",
    NOT_COMING_KEPT: "Why somebody does not come, and what is done about it, was recorded",
    NOT_COMING_TAKEN_OUT: "Why somebody does not come was taken out",
    REPRESENTATION_SENT: "A relative sent us words from their page",
    REPRESENTATION_ANSWERED: "It was recorded what became of a relative’s words, and how they were answered",
    INVITATIONS_LISTED: "People were put on the list of those who are to be invited",
    INVITATION_ANSWERED: "Whether it is safe to invite somebody was recorded",
    INVITATION_TAKEN_OFF: "Somebody was taken off the list of those who are to be invited",
    INVITATION_PUT_BACK: "Somebody was put back on the list of those who are to be invited",
    INVITED: "Everybody on a list whom it is safe to invite was invited",
}
