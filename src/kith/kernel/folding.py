"""Makes different writings of the same letters equal: for order and for search, never for showing."""

import unicodedata

# Letters that Unicode does not take apart, although people look for them under the plain letter.
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def folded(text: str) -> str:
    """Lower case without marks: "Łukasz", "LUKASZ" and "lukasz" become one.

    >>> folded("Łukasz Müller-Straße")
    'lukasz muller-strasse'
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_UNDECOMPOSED)
