"""Checks the numbers by which agencies know a child, and says what is wrong with a wrong one.

A number that passes its check is well formed; that it belongs to this child is for a person to say.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kith.kernel.errors import KithError

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN_SHAPE = re.compile(rf"[{_UPN_LETTERS}]\d{{11}}[\d{_UPN_LETTERS}]", re.ASCII)
_SEPARATORS = re.compile(r"[\s\u2010-\u2015-]+")


class NotAnIdentifier(KithError):
    """The text cannot be an identifier of the kind it was given as."""


def nhs_number(text: str) -> str:
    """The ten digits of an NHS number; spaces and hyphens are allowed in the text.

    The tenth digit is 11 minus the sum of the first nine, weighted 10 to 2, modulo 11.

    >>> nhs_number("943 476 5919")
    '9434765919'
    >>> nhs_number("943 476 5918")
    Traceback (most recent call last):
    kith.kernel.identifiers.NotAnIdentifier: That is not an NHS number: its last digit does not match the others.
    """
    digits = _SEPARATORS.sub("", text)
    if not (digits.isascii() and digits.isdigit()):
        raise NotAnIdentifier("An NHS number has only digits, for example 999 000 0018.")
    if len(digits) != 10:
        raise NotAnIdentifier(f"An NHS number has 10 digits; this has {len(digits)}.")
    if len(set(digits)) == 1:
        raise NotAnIdentifier("That is not an NHS number: all its digits are the same.")
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    if (11 - total % 11) % 11 != int(digits[9]):
        raise NotAnIdentifier("That is not an NHS number: its last digit does not match the others.")
    return digits


def spaced_nhs_number(text: str) -> str:
    """An NHS number as people read it aloud.

    >>> spaced_nhs_number("9990000018")
    '999 000 0018'
    """
    digits = nhs_number(text)
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def upn(text: str) -> str:
    """A unique pupil number in capitals: a check letter and twelve digits.

    A temporary number ends in a letter instead, which counts by its place among the letters in use
    (I, O and S are not). The first letter is the sum of the others, weighted 2 to 13, modulo 23.

    >>> upn("b823432110001")
    'B823432110001'
    """
    number = _SEPARATORS.sub("", text).upper()
    if len(number) != 13:
        raise NotAnIdentifier(f"A unique pupil number has 13 characters; this has {len(number)}.")
    if not _UPN_SHAPE.fullmatch(number):
        raise NotAnIdentifier(
            "A unique pupil number is a letter (not I, O or S) and 12 digits; the last may be a letter."
        )
    total = sum(_upn_value(sign) * weight for weight, sign in enumerate(number[1:], 2))
    if _UPN_LETTERS[total % 23] != number[0]:
        raise NotAnIdentifier("That is not a unique pupil number: its first letter does not match the rest.")
    return number


def _upn_value(sign: str) -> int:
    return int(sign) if sign.isdigit() else _UPN_LETTERS.index(sign)


def la_child_id(text: str) -> str:
    """A local authority's own number for a child: 1 to 20 letters and digits, as in the national returns."""
    number = text.strip()
    if not (1 <= len(number) <= 20 and number.isascii() and number.isalnum()):
        raise NotAnIdentifier("A local authority's child number has 1 to 20 letters and digits, and nothing else.")
    return number


CHECKERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"nhs_number": nhs_number, "upn": upn, "la_child_id": la_child_id}
)
"""Every kind of identifier with its check, which returns the normal form or raises NotAnIdentifier."""
