"""What the audit record can say of stand-ins."""

BEGUN = "pseudonyms.set.begun"
CHOSEN = "pseudonyms.words.chosen"
MADE = "pseudonyms.copy.made"
KEPT_LONGER = "pseudonyms.set.kept_longer"
ENDED = "pseudonyms.set.ended"
RAN_OUT = "pseudonyms.set.ran_out"
TURNED_BACK = "pseudonyms.copy.turned_back"

EVENTS = {
    BEGUN: "A set of stand-ins for a child’s record was begun for a purpose",
    CHOSEN: "Words of a child’s record were chosen to be hidden in copies, or to stay",
    MADE: "A copy about a child was made with stand-ins in the place of names",
    KEPT_LONGER: "The day on which a set of stand-ins ends was changed",
    ENDED: "The key of a set of stand-ins was destroyed; copies made with it cannot be turned back",
    RAN_OUT: "The keys of sets of stand-ins whose day had come were destroyed",
    TURNED_BACK: "Somebody looked up who is meant by stand-ins in a copy",
}
