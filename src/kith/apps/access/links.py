"""What a family link is: its limits, when it is alive, and the two secrets of which only hashes are stored."""

import datetime as dt
import hashlib
import secrets
import unicodedata
from dataclasses import dataclass

from django.db.models import F, Q

from kith.apps.access.models import ShareLink

TOKEN_BYTES, CODE_DIGITS = 24, 6
MOST_DAYS, MOST_VISITS, MOST_WRONG_CODES = 30, 50, 5
IDLE, LONGEST_VISIT = dt.timedelta(minutes=15), dt.timedelta(hours=2)
PURPOSE = "family copy"

LOOK_ALIKE = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "|": "1"})

REVOKED, WRONG_CODES = "revoked", "wrong_codes"


@dataclass(frozen=True, slots=True)
class LinkReader:
    """Whoever opened a link, as the audit record names them: by the link, on the chain of the agency that made it."""

    ref: str
    agency_ref: str


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_code() -> str:
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def hash_of(secret: str) -> str:
    """For secrets too long to be guessed; the six digits are hashed slowly instead."""
    return hashlib.sha256(secret.encode()).hexdigest()


def digits_of(typed: str) -> str:
    """What somebody typed as their six digits: gaps, dashes and words beside them do not count, letters that look like
    a digit do, and digits of every script are ours.

    >>> digits_of(" 123 - 456 "), digits_of("l23 4O6"), digits_of("\u0661\u0662\u0663456")
    ('123456', '123406', '123456')
    """
    signs = typed.translate(LOOK_ALIKE)
    return "".join(str(unicodedata.decimal(sign)) for sign in signs if sign.isdecimal())[: CODE_DIGITS + 1]


def is_alive(link: ShareLink, now: dt.datetime) -> bool:
    """Not ended and not run out."""
    return link.ended_at is None and link.published_at <= now < link.expires_at


def takes_codes(link: ShareLink, now: dt.datetime) -> bool:
    return is_alive(link, now) and link.visits < link.most_visits


def alive_at(now: dt.datetime) -> Q:
    """Links that still open, as a filter."""
    return Q(ended_at=None, expires_at__gt=now, visits__lt=F("most_visits"))
