"""Those who work here, for administrators: who has left, who is back, who needs another clearance or a new password."""
