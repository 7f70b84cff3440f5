"""Numbers that look real and belong to nobody: telephones, postcodes, NHS and pupil numbers.

Telephones come from the ranges that Ofcom keeps free for drama, NHS numbers from the range for
testing that begins with 999, pupil numbers from a local authority that does not exist, and the
postcode area EM is not in use.
"""

from datetime import date
from random import Random

from kith.engines.drawing.network import Identifier

LOCAL_AUTHORITY = "498"
_INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_FIRST_SCHOOL = 2000
_RANGE = 100_000
_SCATTER = 37_831  # no factor in common with the range, so that neighbours are far apart and nothing repeats


def desk_phone(number: int) -> str:
    """A landline by its place in the drama range.

    >>> desk_phone(118)
    '01632 960118'
    """
    return f"01632 960{number % 1000:03d}"


def mobile_phone(number: int) -> str:
    return f"07700 900{number % 1000:03d}"


def postcode(rng: Random, district: int) -> str:
    letters = _INWARD_LETTERS
    return f"EM{district} {int(rng.random() * 9) + 1}{letters[int(rng.random() * 20)]}{letters[int(rng.random() * 20)]}"


def nhs_number(place: int) -> Identifier:
    """The number at a place from 0 to 899,999; different places never share a number.

    >>> nhs_number(0).value != nhs_number(100_000).value
    True
    """
    serial = (place % _RANGE) * _SCATTER % _RANGE
    return Identifier(kind="nhs_number", value=_nhs(serial, place // _RANGE % 9), issuer="NHS")


def _nhs(serial: int, nth: int) -> str:
    """The nth number of a serial: of ten ninth digits at most one has no check digit."""
    stem = f"999{serial:05d}"
    total = sum(int(digit) * weight for digit, weight in zip(stem, range(10, 2, -1), strict=True))
    checks = [(ninth, -(total + 2 * ninth) % 11) for ninth in range(10)]
    ninth, check = [pair for pair in checks if pair[1] < 10][nth]
    return f"{stem}{ninth}{check}"


def upn(place: int, born: date) -> Identifier:
    """A pupil number given in the year a child turns five."""
    digits = f"{LOCAL_AUTHORITY}{_FIRST_SCHOOL + place // 1000 % 8000}{(born.year + 5) % 100:02d}{place % 1000:03d}"
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, 2))
    return Identifier(kind="upn", value=_PUPIL_LETTERS[total % 23] + digits, issuer="Eastmarch County Council")
