"""Keeping the tokens of a subject; always called inside the deed or load that changed the subject."""

from collections.abc import Iterable

from kith.apps.records.base import insert_values
from kith.apps.search.models import Token
from kith.apps.search.rules import tokens_of

__all__ = ["index", "index_new", "tokens_of"]


def index(subject_id: int, tokens: Iterable[tuple[str, str]]) -> None:
    Token.objects.filter(subject=subject_id).delete()
    index_new([(subject_id, tokens)])


def index_new(subjects: Iterable[tuple[int, Iterable[tuple[str, str]]]]) -> None:
    rows = [(kind, token, key) for key, tokens in subjects for kind, token in sorted(tokens)]
    insert_values(Token, ("kind", "token", "subject"), rows)
