"""The English term for a place in the family, from the numbers of a path."""

from kith.engines.kinship.links import Tone
from kith.engines.kinship.words import counted, prefixed, word

_MOST_GREATS = 4
_NEAREST = 2
_HYPHENATED = {Tone.STEP: "step-"}
_SPACED = {Tone.FOSTER: "foster "}
_SPACED_WHEN_NEAR = {Tone.ADOPTIVE: "adoptive ", Tone.BIRTH: "birth "}


def line_term(up: int, down: int, sex: str) -> str:
    """The term for somebody `up` generations to the common forebears and `down` from there.

    >>> line_term(3, 1, "female"), line_term(2, 3, "male"), line_term(1, 2, "")
    ('great-aunt', 'first cousin once removed', 'niece or nephew')
    >>> line_term(7, 0, "male")
    '5× great-grandfather'
    """
    if not up or not down:
        return _direct(up, down, sex)
    if min(up, down) == 1:
        return _beside(up, down, sex)
    return _cousin(up, down, sex)


def _direct(up: int, down: int, sex: str) -> str:
    if up + down == 1:
        return word("line", "parent" if up else "child", sex)
    return _with_greats(up + down - 2, word("line", "grandparent" if up else "grandchild", sex))


def _beside(up: int, down: int, sex: str) -> str:
    if up == down:
        return word("line", "sibling", sex)
    return _with_greats(up + down - 3, word("line", "aunt" if up > down else "niece", sex))


def _cousin(up: int, down: int, sex: str) -> str:
    degree, removed = min(up, down) - 1, abs(up - down)
    cousin = word("line", "cousin", sex)
    if removed:
        return f"{counted('order', degree)} {cousin} {counted('times', removed)} removed"
    return cousin if degree == 1 else f"{counted('order', degree)} {cousin}"


def _with_greats(greats: int, term: str) -> str:
    if greats > _MOST_GREATS:
        return prefixed(f"{greats}\N{MULTIPLICATION SIGN} great-", term)
    return prefixed("great-" * greats, term)


def toned_term(term: str, *, tone: Tone, half: bool, distance: int) -> str:
    """The term with what the path says about it: half, step, foster, adoptive or birth.

    Adoption makes a whole family, so beyond sister and grandmother nobody is called "adoptive".

    >>> toned_term("sister", tone=Tone.PLAIN, half=True, distance=2)
    'half-sister'
    >>> toned_term("cousin", tone=Tone.ADOPTIVE, half=False, distance=4)
    'cousin'
    """
    whole = prefixed("half-", term) if half else term
    if tone in _HYPHENATED:
        return prefixed(_HYPHENATED[tone], whole)
    if tone in _SPACED_WHEN_NEAR and distance <= _NEAREST:
        return _SPACED_WHEN_NEAR[tone] + whole
    return _SPACED.get(tone, "") + whole


def partner_term(kind: str, sex: str, *, together: bool) -> str:
    """The term for one of a couple.

    >>> partner_term("married", "male", together=True), partner_term("partners", "", together=False)
    ('husband', 'ex-partner')
    """
    return word("together" if together else "apart", kind, sex)


def marriage_term(up: int, down: int, sex: str) -> str:
    """The term for somebody related through one marriage at the start or end of the path.

    >>> marriage_term(1, 0, "female"), marriage_term(1, 1, "male"), marriage_term(2, 1, "female")
    ('mother-in-law', 'brother-in-law', 'aunt by marriage')
    """
    term = line_term(up, down, sex)
    in_law = not up or not down or up == down == 1
    return f"{term}-in-law" if in_law else f"{term} by marriage"
