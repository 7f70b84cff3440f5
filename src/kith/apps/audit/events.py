"""What the audit app itself can say."""

REFUSED = "audit.access.refused"
EVENTS = {REFUSED: "Access was refused"}
