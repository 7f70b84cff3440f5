"""What the audit record can say of mail."""

TOLD = "outbox.told"

EVENTS = {TOLD: "People at work were told by mail that something waits for them; the mail does not say what"}
