"""What group supervision comes to: a window of days and an age group in figures, on a page and as files."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import median

from kith.apps.access.queries import day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import organisation_names
from kith.apps.exports.projections import ExportedFile, Stamp
from kith.apps.exports.services import write_table
from kith.apps.supervision.actions import FIGURES
from kith.apps.supervision.evaluation_files import evaluation_document, evaluation_table
from kith.apps.supervision.models import Answered, Came, Feedback, Lead, Request, ThemeNoted
from kith.apps.supervision.projections import Evaluation
from kith.apps.supervision.queries.handling import handled, suppressed
from kith.apps.supervision.rules import CannotSupervise
from kith.apps.supervision.vocabulary import (
    AT_ONCE,
    LATER,
    PROCEED,
    YES,
    localities,
    outcomes,
    supervision_data,
    words_of,
)

ALL_AGES, TRANSITION = "", "transition"


def evaluation(actor: Actor, *, since: dt.date, until: dt.date, ages: str = ALL_AGES, now: dt.datetime) -> Evaluation:
    """Of the requests asked from one day to the day before another, and not taken back."""
    require_by_role(actor, FIGURES, now=now)
    if since >= until:
        raise CannotSupervise("The last day comes before the first.")
    rows = [row for row in _asked(ages) if since <= day_of(row.asked_at) < until]
    held = [row for row in rows if row.happened_on]
    decided = Counter(row.outcome for row in rows)
    came = list(Came.objects.filter(request__in=held).values_list("request_id", "user_id", "user__organisation_id"))
    agencies = organisation_names({row.organisation_id for row in rows} | {agency for _, _, agency in came})
    led = Lead.objects.filter(request__in=held, answer=YES, withdrew_at=None)
    led_from = set(led.values_list("facilitator__user__organisation_id", flat=True))
    answers = Feedback.objects.filter(request__in=held)
    return Evaluation(
        since=since,
        until=until,
        ages=_age_words(ages),
        requests=len(rows),
        proceeded=decided[PROCEED],
        elsewhere=tuple((says, decided[key]) for key, says in outcomes().items() if key != PROCEED and decided[key]),
        not_yet=decided[""],
        happened=len(held),
        agencies=tuple(sorted({agencies[agency] for _, _, agency in came})),
        facilitators_from=tuple(sorted(organisation_names(led_from).values())),
        days_to_meeting=_days(held),
        stop_cards=sum(row.stop_cards for row in held),
        by_agency=suppressed(Counter(agencies[row.organisation_id] for row in rows)),
        by_locality=suppressed(Counter(localities()[row.locality] for row in rows)),
        by_age=suppressed(Counter(words_of("age_bands")[row.age_band] for row in rows)),
        themes=suppressed(_said(ThemeNoted.objects.filter(request__in=held), "theme", words_of("themes"))),
        changed=suppressed(_said(answers, "changed", words_of("changed"))),
        asked_for_answers=len(came),
        answered=Answered.objects.filter(request__in=held, form=AT_ONCE).count(),
        answered_later=Answered.objects.filter(request__in=held, form=LATER).count(),
        handled=handled(rows, since, until),
    )


def evaluation_file(
    actor: Actor, form: str, *, since: dt.date, until: dt.date, ages: str = ALL_AGES, now: dt.datetime
) -> ExportedFile:
    """The same as CSV or as a Word document."""
    found = evaluation(actor, since=since, until=until, ages=ages, now=now)
    stamp = Stamp(reader=actor.name, agency=actor.agency_name, on=day_of(now))
    if form == "docx":
        return evaluation_document(found, stamp=stamp)
    return write_table(evaluation_table(found), form, stamp=stamp)


def _asked(ages: str) -> list[Request]:
    rows = Request.objects.filter(taken_back_at=None).order_by("pk")
    if ages == TRANSITION:
        return [row for row in rows if row.is_transition or row.age_band == "from_18"]
    return [row for row in rows if ages in (ALL_AGES, row.age_band)]


def _age_words(ages: str) -> str:
    if ages == TRANSITION:
        return "Turning 18, or 18 to 25"
    return words_of("age_bands").get(ages, "All ages")


def _days(held: Iterable[Request]) -> int | None:
    """The middle one of the days from asking to meeting, where there are enough."""
    days = [(row.happened_on - day_of(row.asked_at)).days for row in held if row.happened_on]
    return round(median(days)) if len(days) >= int(supervision_data()["fewest_answers"]) else None


def _said(rows: "Iterable[ThemeNoted] | Iterable[Feedback]", column: str, words: Mapping[str, str]) -> Counter[str]:
    return Counter(words[getattr(row, column)] for row in rows)
