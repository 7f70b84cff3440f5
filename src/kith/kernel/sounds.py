"""A key for how a name sounds, so that other spellings of it are found.

Made for names in English and for names written in Latin letters from other scripts, where the vowels
and the doubling change from clerk to clerk and the consonants mostly stay. Groups of letters become
one sound, in this order; then vowels go (a first vowel stays as "a"), then h and w inside the word.
Names in other scripts keep their letters, so they still find themselves.
"""

import re

from kith.kernel.folding import folded

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^\w]|_", ""),
        (r"^(?:kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"^wh", "w"),
        (r"^x", "s"),
        (r"^(?:mc|mac(?=[^eiy]))", "mk"),
        (r"mb$", "m"),
        (r"t?ch(?=r|l)", "k"),
        (r"sch|t?ch|sh", "x"),
        (r"ph|v", "f"),
        (r"dg(?=[eiy])|g(?=[eiy])", "j"),
        (r"(?<=u)gh|(?<=[ei])gh(?![aeiou])", ""),
        (r"mp(?=s|t)", "m"),
        (r"ck|q|c(?![eiy])", "k"),
        (r"c(?=[eiy])|z", "s"),
        (r"(\w)\1+", r"\1"),
        (r"(?<=.)[aeiouyhw]+", ""),
        (r"^[aeiou]", "a"),
    )
)


def sound_key(word: str) -> str:
    """The sounds of one word; "" only for a word without letters or digits.

    >>> {sound_key(name) for name in ("Mohammed", "Muhammad", "Mohamed")}
    {'mmd'}
    >>> sound_key("Stephen"), sound_key("Steven")
    ('stfn', 'stfn')
    """
    key = folded(word)
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key
