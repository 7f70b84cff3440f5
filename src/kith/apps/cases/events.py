"""What the audit record can say of contacts."""

RECEIVED = "cases.contact.received"
LOADED = "cases.contacts.loaded"
LINKED = "cases.contact.linked"
UNLINKED = "cases.contact.unlinked"
DECIDED = "cases.contact.decided"
ASKED_AGAIN = "cases.contact.asked_again"
MOVED = "cases.contact.moved_to_designated_officer"
LET_IN = "cases.allegation.let_in"
SHUT_OUT = "cases.allegation.shut_out"
ALLEGATION_DECIDED = "cases.allegation.decided"
STEP_TAKEN = "cases.path.step_taken"
STEP_TAKEN_OUT = "cases.path.step_taken_out"
DELAY_EXPLAINED = "cases.clock.delay_explained"
DELAY_TAKEN_OUT = "cases.clock.delay_taken_out"
RULE_CONFIRMED = "cases.rule.confirmed"
RULE_TAKEN_BACK = "cases.rule.taken_back"
NOT_BROUGHT = "cases.appointment.not_brought"
BORN = "cases.baby.born"
PREGNANCY_ENDED = "cases.baby.pregnancy_ended"
BEGUN = "cases.record.begun"
HOUSEHOLD_LINKED = "cases.contact.household_linked"
BEGUN_BESIDE = "cases.record.begun_beside"
BEGUN_TAKEN_BACK = "cases.record.taken_back"
MEETING_KEPT = "cases.meeting.kept"
MEETING_TAKEN_OUT = "cases.meeting.taken_out"
NOTICE_SENT = "cases.notice.sent"
NOTICE_READ = "cases.notice.read"
STANDING_BEGUN = "cases.standing.begun"
STANDING_CORRECTED = "cases.standing.corrected"
STANDING_ENDED = "cases.standing.ended"
STANDING_REOPENED = "cases.standing.reopened"
STANDING_TAKEN_OUT = "cases.standing.taken_out"
STANDING_PUT_BACK = "cases.standing.put_back"
CHECK_ANSWERED = "cases.check.answered"
CHECK_ANSWER_TAKEN_OUT = "cases.check.answer_taken_out"
CHECK_ANSWER_PUT_BACK = "cases.check.answer_put_back"
DISAGREEMENT_RAISED = "cases.disagreement.raised"
DISAGREEMENT_ANSWERED = "cases.disagreement.answered"
DISAGREEMENT_TAKEN_FURTHER = "cases.disagreement.taken_further"
DISAGREEMENT_SETTLED = "cases.disagreement.settled"

EVENTS = {
    RECEIVED: "Somebody told the front door or the designated officer about a child or an adult",
    LOADED: "What reached the front door before Kith did was brought in",
    LINKED: "A worker said whom a contact is about",
    UNLINKED: "A worker said that a contact is not about somebody after all",
    DECIDED: "The front door decided what a contact needs",
    ASKED_AGAIN: "A referrer asked for a second look at a decision",
    MOVED: "A contact went to the designated officer’s closed queue",
    LET_IN: "An officer from whom an allegation was kept wrongly was let in",
    SHUT_OUT: "An officer who had been let in to an allegation was shut out again",
    ALLEGATION_DECIDED: "The designated officer decided what happens next",
    NOT_BROUGHT: "A child was not brought to an appointment",
    NOTICE_SENT: "A school was told what a child lived through at home",
    NOTICE_READ: "Somebody at the school read what it was told",
    DELAY_EXPLAINED: "Somebody recorded why a clock is late or will be",
    DELAY_TAKEN_OUT: "A reason for a delay was taken out",
    RULE_CONFIRMED: "The county confirmed a timescale",
    RULE_TAKEN_BACK: "The county took a confirmed timescale back",
    BORN: "A baby who was expected was born",
    PREGNANCY_ENDED: "A pregnancy on record ended",
    BEGUN: "The front door began a child’s record",
    HOUSEHOLD_LINKED: "A worker said in one go which children of a household a contact is about",
    BEGUN_BESIDE: "A record was begun for a baby born together with another",
    BEGUN_TAKEN_BACK: "A record that was begun by mistake was taken back",
    MEETING_KEPT: "The meeting of a step was planned or recorded",
    MEETING_TAKEN_OUT: "The meeting of a step was taken out",
    STEP_TAKEN: "A step of a child’s path was recorded",
    STEP_TAKEN_OUT: "A step of a child’s path was taken out",
    STANDING_BEGUN: "Somebody recorded where a child stands",
    STANDING_CORRECTED: "Where a child stands was corrected",
    STANDING_ENDED: "A time at which a child stood somewhere ended",
    STANDING_REOPENED: "The end of such a time was taken back",
    STANDING_TAKEN_OUT: "What was recorded of where a child stands was taken out",
    STANDING_PUT_BACK: "What had been taken out of where a child stands was put back",
    CHECK_ANSWERED: "Somebody said why a standing check need not show for a while",
    CHECK_ANSWER_TAKEN_OUT: "An answer to a standing check was taken out",
    CHECK_ANSWER_PUT_BACK: "An answer to a standing check was put back",
    DISAGREEMENT_RAISED: "An agency said that it disagrees with another about a child",
    DISAGREEMENT_ANSWERED: "A disagreement was answered",
    DISAGREEMENT_TAKEN_FURTHER: "A disagreement went to its next stage",
    DISAGREEMENT_SETTLED: "A disagreement was settled",
}
