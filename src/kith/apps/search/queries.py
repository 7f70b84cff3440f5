"""Subjects that match what somebody typed, before the access cut."""

from django.db.models import QuerySet

from kith.apps.search.models import NAME, POSTCODE, SOUND, YEAR, Token
from kith.apps.search.rules import fit_of, fits, is_found_under, may_be_postcode, tokens_of
from kith.kernel.sounds import sound_key
from kith.kernel.text import folded_tokens

__all__ = ["fit_of", "fits", "is_found_under", "may_be_postcode", "narrow", "search_words", "tokens_of"]

MOST_WORDS = 6


def search_words(text: str) -> tuple[str, ...]:
    return folded_tokens(text)[:MOST_WORDS]


def narrow(people: QuerySet, text: str) -> QuerySet:
    """Keep the rows of a list, already cut for the viewer, that match every word; their key must be `subject_id`."""
    for word in search_words(text):
        people = people.filter(subject_id__in=_subjects_for(word))
    return people


def _subjects_for(word: str) -> QuerySet:
    """One word matches by the beginning of a name, by sound, by year or by the beginning of a postcode."""
    hits = _keys(Token.objects.filter(kind=NAME, token__gte=word, token__lt=word + "\U0010ffff"))
    if len(word) > 2 and sound_key(word):
        hits = hits.union(_keys(Token.objects.filter(kind=SOUND, token=sound_key(word))))
    if word.isdigit() and len(word) == 4:
        hits = hits.union(_keys(Token.objects.filter(kind=YEAR, token=word)))
    if may_be_postcode(word):
        hits = hits.union(_keys(Token.objects.filter(kind=POSTCODE, token__gte=word, token__lt=word + "\U0010ffff")))
    return hits


def _keys(tokens: QuerySet) -> QuerySet:
    return tokens.values_list("subject", flat=True)
