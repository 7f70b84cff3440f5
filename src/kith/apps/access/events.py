"""What the audit record can say of access."""

INVOLVED = "access.involvement.begun"
LOADED = "access.involvements.loaded"
EVENTS = {INVOLVED: "Somebody began to work with a child", LOADED: "Involvements were loaded"}
