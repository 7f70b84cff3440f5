"""What a device sends of a row: the fields of its own small form, with the number that the row has there."""

import datetime as dt

from django import forms
from django.http import HttpRequest, QueryDict

from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.queries import MOST_WORDS
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS
from kith.web.children.fields import LongText, PlainText
from kith.web.children.whens import NOT_SURE, OTHER, day_said, words_field
from kith.web.sent import typed

PARTS = ("fact", "childs_words", "rag")


class CannotRead(KithError):
    """What the device sent is no row."""


class DeviceForm(forms.Form):
    """The days are words already: nobody knows later which day was today."""

    start = words_field()
    fact = LongText(label="What happened?", most=MOST_WORDS)
    childs_words = LongText(label="In the child’s words", most=MOST_WORDS, required=False)
    rag = PlainText(label="This reads as", required=False)
    id = PlainText(label="Number", limit="identifier")


def row_sent(request: HttpRequest, today: dt.date) -> RowSaid:
    """Raises CannotRead with the first thing that is wrong, in a sentence."""
    form = DeviceForm(request.POST)
    start = day_said(form, today, chips="on", words="start") if form.is_valid() else None
    if start is None or form.errors:
        raise CannotRead(next(problems[0] for problems in form.errors.values()))
    said = form.cleaned_data
    return RowSaid(start=start, row_id=said["id"], **{name: said[name] for name in PARTS})


def words_sent(request: HttpRequest) -> str:
    """The same as words of the child's own form, in which they wait."""
    left = QueryDict(mutable=True)
    start = typed(request, "start")[: LIMITS["date"]]
    left.update({"on": OTHER if start else NOT_SURE, "start": start})
    left.update({name: typed(request, name)[:MOST_WORDS] for name in PARTS})
    return left.urlencode()
