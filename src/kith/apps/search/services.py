"""Keeping the tokens of a subject; always called inside the deed or load that changed the subject."""

from collections.abc import Iterable

from kith.apps.search.models import Token


def index(subject_id: int, tokens: Iterable[tuple[str, str]]) -> None:
    Token.objects.filter(subject=subject_id).delete()
    index_new([(subject_id, tokens)])


def index_new(subjects: Iterable[tuple[int, Iterable[tuple[str, str]]]]) -> None:
    rows = (Token(kind=kind, token=token, subject=key) for key, tokens in subjects for kind, token in sorted(tokens))
    Token.objects.bulk_create(rows, batch_size=2000)
