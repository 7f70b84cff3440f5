"""What the audit record can say of sentences. Of intelligence it says that there is some, and never what."""

STEP_TAKEN = "sentences.path.step_taken"
STEP_TAKEN_OUT = "sentences.path.step_taken_out"
CONDITION_SET = "sentences.condition.set"
CONDITION_CHANGED = "sentences.condition.changed"
CONDITION_TAKEN_OUT = "sentences.condition.taken_out"
CONDITION_PUT_BACK = "sentences.condition.put_back"
TOLD = "sentences.condition.told"
SUMMARY_WRITTEN = "sentences.summary.written"
INTELLIGENCE_KEPT = "sentences.intelligence.kept"
COMPARED = "sentences.warning.compared"
WENT_ON = "sentences.warning.went_on"
ALLOCATED = "sentences.supervision.allocated"
SEARCHED = "sentences.found.searched"
LOOKED_AT = "sentences.found.looked_at"
PUT_BACK = "sentences.found.put_back"

EVENTS = {
    STEP_TAKEN: "A step of an adult’s sentence was recorded",
    STEP_TAKEN_OUT: "A step of an adult’s sentence was taken out",
    CONDITION_SET: "A condition or an order that keeps children safe was recorded",
    CONDITION_CHANGED: "A condition or an order was changed",
    CONDITION_TAKEN_OUT: "A condition or an order was taken out",
    CONDITION_PUT_BACK: "A condition or an order was put back",
    TOLD: "Somebody was told that a condition had changed",
    SUMMARY_WRITTEN: "What an adult’s sentence plan says of children was written",
    INTELLIGENCE_KEPT: "Intelligence about an adult was kept for the people named",
    COMPARED: "The addresses of a family file were compared with the conditions of adults round a child",
    WENT_ON: "Somebody was warned of an unsafe address and went on, with a reason",
    ALLOCATED: "An adult under a sentence was given to another officer",
    SEARCHED: "Kith looked for children at the addresses of adults whom a condition keeps from them",
    LOOKED_AT: "The front door looked into an unsafe address",
    PUT_BACK: "An unsafe address was put back before the front door",
}
