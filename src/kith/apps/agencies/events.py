"""What the audit record can say of agencies."""

LOADED = "agencies.loaded"
ENROLLED = "agencies.enrolled"
CODE_RENEWED = "agencies.first_code.renewed"
CODE_USED = "agencies.first_code.used"
EVENTS = {
    LOADED: "Agencies, teams and workers were loaded",
    ENROLLED: "Somebody was given a code for their first sign-in",
    CODE_RENEWED: "Somebody was given a new code for their first sign-in",
    CODE_USED: "Somebody chose their first password",
}
