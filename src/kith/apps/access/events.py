"""What the audit record can say of access."""

LOADED = "access.involvements.loaded"
EVENTS = {LOADED: "Involvements were loaded"}
