"""What the audit record can say of the installation."""

FOUNDED = "installation.founded"
EVENTS = {FOUNDED: "The installation was founded"}
