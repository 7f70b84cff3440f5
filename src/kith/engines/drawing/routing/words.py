"""What is written beside a couple line."""

from kith.engines.drawing.network import Status, Union

_SAYS = {
    "married": "married",
    "civil": "civil",
    "remarried": "married again",
    "cohabiting": "together",
    "engaged": "engaged",
    "casual": "casual",
    "affair": "affair",
    "separated": "separated",
    "divorced": "divorced",
    "annulled": "annulled",
    "widowed": "widowed",
}


_UNMARRIED = frozenset({"cohabiting", "casual", "engaged", "affair"})
_MARRIED = frozenset({"married", "civil", "remarried", "divorced", "annulled"})


def couple_kind(union: Union) -> str:
    """The kind of line: the latest state; those who parted without having married are told apart.

    >>> couple_kind(Union(id="u", statuses=(Status(kind="cohabiting"), Status(kind="separated"))))
    'couple.separated.unmarried'
    """
    states = {status.kind for status in union.statuses}
    never_married = union.status == "separated" and bool(states & _UNMARRIED) and not states & _MARRIED
    return f"couple.{union.status or 'unknown'}{'.unmarried' if never_married else ''}"


def couple_words(statuses: tuple[Status, ...]) -> str:
    """The latest state and its year, or nothing where no year is known.

    >>> from kith.kernel.partial_dates import PartialDate
    >>> couple_words((Status(kind="cohabiting", since=PartialDate("2015-03")),))
    'together 2015'
    """
    if not statuses or statuses[-1].since is None or statuses[-1].since.year is None:
        return ""
    return f"{_SAYS.get(statuses[-1].kind, statuses[-1].kind)} {statuses[-1].since.year}"
