"""What the audit record can say of voices, labels and waiting."""

HEARD = "voices.voice.heard"
CHANGED = "voices.voice.changed"
ANSWERED = "voices.voice.answered"
ANSWER_CORRECTED = "voices.answer.corrected"
CORRECTION_UNDONE = "voices.answer.correction_undone"
DRAWING_KEPT = "voices.drawing.kept"
LABELLED = "voices.label.set"
RATED = "voices.label.rated"
VIEW_TOLD = "voices.label.view_told"
WAITING_BEGUN = "voices.waiting.begun"
WAITING_CHANGED = "voices.waiting.changed"
TAKEN_OUT = "voices.taken_out"
PUT_BACK = "voices.put_back"

EVENTS = {
    HEARD: "What a child said or showed was written down",
    CHANGED: "What a child said or showed was written anew; the earlier words were kept",
    ANSWERED: "What came of a child’s words was written down",
    ANSWER_CORRECTED: "What came of a child’s words was corrected; the earlier text was kept",
    CORRECTION_UNDONE: "A correction of what came of a child’s words was undone",
    DRAWING_KEPT: "A drawing was kept beside a child’s words",
    LABELLED: "A label of risk was set",
    RATED: "A label of risk was rated again",
    VIEW_TOLD: "What a young person says of a label was written down",
    WAITING_BEGUN: "That somebody waits, and who keeps in touch, was written down",
    WAITING_CHANGED: "The waiting, or who keeps in touch meanwhile, was changed",
    TAKEN_OUT: "Something of a child’s voice, labels or waiting was taken out",
    PUT_BACK: "Something of a child’s voice, labels or waiting was put back",
}
