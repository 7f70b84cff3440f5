"""What the audit record can say of people and their ties."""

PERSON_ADDED = "people.person.added"
PERSON_WITHDRAWN = "people.person.withdrawn"
PERSON_RESTORED = "people.person.restored"
PERSON_CHANGED = "people.person.changed"
NAME_ADDED = "people.name.added"
TIE_ADDED = "people.tie.added"
TIE_ACCOUNTED = "people.tie.accounted"
TIE_WITHDRAWN = "people.tie.withdrawn"
TIE_RESTORED = "people.tie.restored"
HOUSEHOLD_FORMED = "people.household.formed"
RESPONSIBILITY_RECORDED = "people.responsibility.recorded"
FILE_STAGED = "people.file.staged"
FILE_LOADED = "people.file.loaded"
FAMILIES_LOADED = "people.families.loaded"

EVENTS = {
    PERSON_ADDED: "Somebody was added to a child's network",
    PERSON_CHANGED: "What is known of somebody was changed",
    PERSON_WITHDRAWN: "Somebody was taken out of the picture",
    PERSON_RESTORED: "Somebody who was taken out was put back",
    NAME_ADDED: "A name was added",
    TIE_ADDED: "A tie between two people was added",
    TIE_ACCOUNTED: "Another account of a tie was put beside the first",
    TIE_WITHDRAWN: "A tie was taken out",
    TIE_RESTORED: "A tie that was taken out was put back",
    HOUSEHOLD_FORMED: "A household was put on record",
    RESPONSIBILITY_RECORDED: "Parental responsibility was put on record",
    FILE_STAGED: "Part of a family file was staged",
    FILE_LOADED: "A family file was brought into a child's network",
    FAMILIES_LOADED: "Families were loaded",
}
