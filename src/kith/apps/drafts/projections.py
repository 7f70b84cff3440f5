"""What leaves this app."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftCard:
    """What somebody wrote and did not send, as the form sends it."""

    words: str
    saved_at: dt.datetime
