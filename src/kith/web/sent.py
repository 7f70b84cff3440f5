"""What a browser sent beside the fields of a form: words to look for, buttons, refs, marks of a page.

What somebody typed is given back as it is. A ref or a mark is seen by nobody; where it holds the sign for nothing,
which PostgreSQL cannot be asked about, it is as if nothing had been sent.
"""

from django.http import HttpRequest

NOTHING = "\0"


def typed(request: HttpRequest, name: str) -> str:
    """Words for a search or a reason, which no query is asked about as they are."""
    return request.POST.get(name, "")


def posted(request: HttpRequest, name: str) -> str:
    return _whole(request.POST.get(name, ""))


def posted_all(request: HttpRequest, name: str) -> list[str]:
    return [text for text in map(_whole, request.POST.getlist(name)) if text]


def in_address(request: HttpRequest, name: str) -> str:
    """After the question mark of the address."""
    return _whole(request.GET.get(name, ""))


def _whole(text: str) -> str:
    return "" if NOTHING in text else text
