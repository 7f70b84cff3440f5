"""When something was, by a press or in words: today, yesterday, not sure, another day; and what words are taken for."""

import datetime as dt

from django import forms
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.web.children.fields import PartialDateField, one_of
from kith.web.sent import typed

TODAY, YESTERDAY, NOT_SURE, OTHER = "today", "yesterday", "not_sure", "other"
CHIPS = ((TODAY, "Today"), (YESTERDAY, "Yesterday"), (NOT_SURE, "Not sure"), (OTHER, "Other"))
DAYS_AGO = {TODAY: 0, YESTERDAY: 1}
HINT = "As exactly as you know it: “14 March 2026”, “March 2026”, “spring 2026”, “about 2024”."
NO_WORDS = "Write when, as well as you know it: “spring 2026” or “about 2024” is enough."


def chips_field(label: str = "When?") -> forms.ChoiceField:
    return one_of(label, CHIPS, initial=TODAY, required=False)


def words_field(label: str = "Which day, month, season or year?") -> PartialDateField:
    return PartialDateField(label=label, required=False, help_text=HINT)


def day_said(form: forms.Form, today: dt.date, *, chips: str, words: str) -> PartialDate | None:
    """Of a form that asks by these two fields. Without a day that is pressed it needs words, and says so at them."""
    chosen, written = form.cleaned_data.get(chips), form.cleaned_data.get(words)
    if chosen in DAYS_AGO:
        return PartialDate.of(today - dt.timedelta(days=DAYS_AGO[chosen]))
    if not written and words not in form.errors:
        form.add_error(words, NO_WORDS)
    return written


@require_POST
def understood(request: HttpRequest) -> JsonResponse:
    """What words for a day are taken for, while they are written: about nobody, and kept nowhere."""
    try:
        date = PartialDate.parse(typed(request, "words")[:100])
    except KithError as problem:
        return JsonResponse({"says": problem.message, "is_read": False})
    return JsonResponse({"says": f"We understand: {date}.", "is_read": True})
