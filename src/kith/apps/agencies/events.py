"""What the audit record can say of agencies."""

LOADED = "agencies.loaded"
EVENTS = {LOADED: "Agencies, teams and workers were loaded"}
