"""What the audit record can say of teams, absences and of who asked whom."""

JOINED = "teams.place.taken"
PLACE_CHANGED = "teams.place.changed"
LEFT = "teams.place.left"
HANDED_OVER = "teams.place.handed_over"
CAME_BACK = "teams.place.taken_again"
ABSENCE_ENTERED = "teams.absence.entered"
ABSENCE_CHANGED = "teams.absence.changed"
ABSENCE_TAKEN_OUT = "teams.absence.taken_out"
ABSENCE_PUT_BACK = "teams.absence.put_back"
COVER_FOR_ONE = "teams.absence.cover_for_one"
ASKED_IN = "teams.asking.sent"
ASK_ANSWERED = "teams.asking.answered"
ADVISER_ASKED = "teams.adviser.asked"
ADVISER_ANSWERED = "teams.adviser.answered"

EVENTS = {
    JOINED: "Somebody was put on a child’s team",
    PLACE_CHANGED: "What is said of somebody’s place on a child’s team was changed",
    LEFT: "Somebody left a child’s team",
    HANDED_OVER: "Somebody left a child’s team because the adult they work with was given to another worker",
    CAME_BACK: "Somebody is on a child’s team again as before",
    ABSENCE_ENTERED: "It was entered when a worker is away",
    ABSENCE_CHANGED: "A worker’s absence was changed",
    ABSENCE_TAKEN_OUT: "A worker’s absence was taken out",
    ABSENCE_PUT_BACK: "A worker’s absence was put back",
    COVER_FOR_ONE: "Another person covers for one child",
    ASKED_IN: "A worker asked the teams of children round an adult to let them in",
    ASK_ANSWERED: "A team answered a worker who asked to be let in",
    ADVISER_ASKED: "The adviser for the years from 16 to 25 was asked",
    ADVISER_ANSWERED: "The adviser for the years from 16 to 25 answered",
}
