"""What somebody searched for on a page that has a search of its own: it travels in the body, never in an address."""

from django.http import HttpRequest

from kith.web.sent import typed

MOST_SEARCHED = 100  # signs; what is longer is no name


def words_searched(request: HttpRequest) -> str:
    """As they were typed, to be shown again."""
    return typed(request, "find")


def to_search(words: str) -> str:
    """As much of them as can be a name."""
    return words[:MOST_SEARCHED]
