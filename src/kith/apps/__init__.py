"""What the platform knows and does: stored facts, reads for an actor, audited deeds.

Apps are stacked; an app uses only apps below it and only through their front doors.
"""
