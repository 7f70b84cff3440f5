"""What is written beside a couple line."""

from kith.engines.drawing.network import Status

_SAYS = {
    "married": "married",
    "civil": "civil",
    "cohabiting": "together",
    "engaged": "engaged",
    "casual": "casual",
    "affair": "affair",
    "separated": "separated",
    "divorced": "divorced",
    "widowed": "widowed",
}


def couple_words(statuses: tuple[Status, ...]) -> str:
    """The latest state and its year, or nothing where no year is known.

    >>> from kith.kernel.partial_dates import PartialDate
    >>> couple_words((Status(kind="cohabiting", since=PartialDate("2015-03")),))
    'together 2015'
    """
    if not statuses or statuses[-1].since is None or statuses[-1].since.year is None:
        return ""
    return f"{_SAYS.get(statuses[-1].kind, statuses[-1].kind)} {statuses[-1].since.year}"
