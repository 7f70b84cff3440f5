"""What the audit record can say of people and their ties."""

PERSON_ADDED = "people.person.added"
PERSON_WITHDRAWN = "people.person.withdrawn"
PERSON_RESTORED = "people.person.restored"
PERSON_CHANGED = "people.person.changed"
CERTAINTY_SET = "people.certainty.set"
NAME_ADDED = "people.name.added"
LANGUAGES_SET = "people.languages.set"
ADDRESS_ADDED = "people.address.added"
ADDRESS_ENDED = "people.address.ended"
IDENTIFIER_ADDED = "people.identifier.added"
FACT_WITHDRAWN = "people.fact.withdrawn"
FACT_RESTORED = "people.fact.restored"
FACT_REOPENED = "people.fact.reopened"
TIE_ADDED = "people.tie.added"
TWINS_RECORDED = "people.twins.recorded"
TIE_ACCOUNTED = "people.tie.accounted"
TIE_WITHDRAWN = "people.tie.withdrawn"
TIE_RESTORED = "people.tie.restored"
HOUSEHOLD_FORMED = "people.household.formed"
HOUSEHOLD_JOINED = "people.household.joined"
HOUSEHOLD_LEFT = "people.household.left"
HOUSEHOLD_ADDRESSED = "people.household.addressed"
RESPONSIBILITY_RECORDED = "people.responsibility.recorded"
RESPONSIBILITY_ENDED = "people.responsibility.ended"
FILE_STAGED = "people.file.staged"
FILE_LOADED = "people.file.loaded"
FAMILIES_LOADED = "people.families.loaded"

EVENTS = {
    PERSON_ADDED: "Somebody was added to a child’s network",
    PERSON_CHANGED: "What is known of somebody was changed",
    PERSON_WITHDRAWN: "Somebody was taken out of the picture",
    PERSON_RESTORED: "Somebody who was taken out was put back",
    CERTAINTY_SET: "It was said how sure we are of somebody",
    NAME_ADDED: "A name was added",
    LANGUAGES_SET: "The languages somebody uses were put on record",
    ADDRESS_ADDED: "An address was added",
    ADDRESS_ENDED: "An address came to an end",
    IDENTIFIER_ADDED: "A number that an agency uses was added",
    FACT_WITHDRAWN: "A fact about somebody was taken out",
    FACT_RESTORED: "A fact that was taken out was put back",
    FACT_REOPENED: "A fact that had ended was opened again",
    TIE_ADDED: "A tie between two people was added",
    TWINS_RECORDED: "Children were put on record as born together",
    TIE_ACCOUNTED: "Another account of a tie was put beside the first",
    TIE_WITHDRAWN: "A tie was taken out",
    TIE_RESTORED: "A tie that was taken out was put back",
    HOUSEHOLD_FORMED: "A household was put on record",
    HOUSEHOLD_JOINED: "Somebody moved into a household",
    HOUSEHOLD_LEFT: "Somebody moved out of a household",
    HOUSEHOLD_ADDRESSED: "A household was given an address",
    RESPONSIBILITY_RECORDED: "Parental responsibility was put on record",
    RESPONSIBILITY_ENDED: "Parental responsibility came to an end",
    FILE_STAGED: "Part of a family file was staged",
    FILE_LOADED: "A family file was brought into a child’s network",
    FAMILIES_LOADED: "Families were loaded",
}

OF_ONE_PERSON = (
    PERSON_CHANGED,
    PERSON_WITHDRAWN,
    PERSON_RESTORED,
    CERTAINTY_SET,
    NAME_ADDED,
    LANGUAGES_SET,
    ADDRESS_ADDED,
    ADDRESS_ENDED,
    IDENTIFIER_ADDED,
    FACT_WITHDRAWN,
    FACT_RESTORED,
    FACT_REOPENED,
    HOUSEHOLD_JOINED,
    HOUSEHOLD_LEFT,
    RESPONSIBILITY_RECORDED,
    RESPONSIBILITY_ENDED,
)
"""The deeds that make a person's record a new version of itself."""
