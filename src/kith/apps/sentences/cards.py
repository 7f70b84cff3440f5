"""Stored conditions, steps and tellings as cards, read in sets."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from kith.apps.agencies.queries import worker_cards
from kith.apps.people.projections import Living
from kith.apps.people.queries import Says, Texts, shown_name
from kith.apps.sentences.kinds import condition_kinds
from kith.apps.sentences.models import Condition, SentenceStep, Summary, ToTell
from kith.apps.sentences.projections import ConditionCard, StageCard, SummaryCard, TellCard, ToldOf
from kith.apps.sentences.rules import CONDITION_TEXTS, SUMMARY_PARTS, bases
from kith.apps.sentences.stages import STAGES, STEPS, Taken, stage_after
from kith.kernel.days import day_words

WHAT = {"set": "New", "changed": "Changed", "taken_out": "Taken out: it was wrong", "put_back": "Put back"}


def as_taken(row: SentenceStep) -> Taken:
    return Taken(step=row.step, on=row.on_day)


def steps_of(keys: Collection[int]) -> dict[int, list[SentenceStep]]:
    """The steps that stand, by key of the adult."""
    found: dict[int, list[SentenceStep]] = defaultdict(list)
    for row in SentenceStep.objects.filter(subject_id__in=list(keys), withdrawn_at=None).order_by("on_day", "number"):
        found[row.subject_id].append(row)
    return found


def stage_of(steps: Iterable[SentenceStep]) -> str:
    return STAGES[stage_after(as_taken(row) for row in steps)]


def stage_cards(rows: Sequence[SentenceStep], says: Says) -> tuple[StageCard, ...]:
    """The latest first; only the last that stands may be taken out, or the path would jump."""
    workers = worker_cards({row.recorded_by_id for row in rows})
    standing = [row.pk for row in rows if row.withdrawn_at is None]
    return tuple(
        StageCard(
            ref=row.ref,
            says=STEPS[row.step].says,
            on=row.on_day,
            said_by=says(row.said_by, by=row.recorded_by_id),
            by=workers[row.recorded_by_id].at_agency,
            is_taken_out=row.withdrawn_at is not None,
            may_take_out=standing[-1:] == [row.pk],
        )
        for row in reversed(rows)
    )


def condition_cards(
    rows: Sequence[Condition], children: Mapping[int, Collection[str]], texts: Texts, on: dt.date
) -> tuple[ConditionCard, ...]:
    """With the names of the children whom each names, as far as the viewer may read them."""
    workers = worker_cards({row.recorded_by_id for row in rows})
    return tuple(
        ConditionCard(
            ref=row.ref,
            version=row.version,
            kind=row.kind,
            says=condition_kinds()[row.kind].says,
            means=condition_kinds()[row.kind].means,
            covers=covers_words(row.under, sorted(children.get(row.pk, ()))),
            when=when_words(row),
            **texts.shown(row, CONDITION_TEXTS),
            basis=bases().get(row.basis, ""),
            is_over=row.until_on is not None and row.until_on <= on,
            is_taken_out=row.withdrawn_at is not None,
            recorded_by=workers[row.recorded_by_id].at_agency,
            recorded_at=row.recorded_at,
        )
        for row in rows
    )


def named_children(named: Mapping[int, Collection[str]], children: Mapping[str, Living]) -> dict[int, Collection[str]]:
    """Names of the children whom each condition names by their refs, of those the viewer may read."""
    return {key: {shown_name(children[ref].person) for ref in refs if ref in children} for key, refs in named.items()}


def covers_words(under: int, named: Sequence[str]) -> str:
    parts = [", ".join(named)] if named else []
    if under:
        parts.append(f"any child under {under}")
    said = " and ".join(parts)
    return said[:1].upper() + said[1:] if said else "The children it names"


def when_words(row: Condition) -> str:
    since = f"From {day_words(row.since_on)}"
    return f"{since} to {day_words(row.until_on)}" if row.until_on else f"{since}, with no end named"


def tell_cards(rows: Sequence[ToTell], names: Mapping[int, str]) -> tuple[TellCard, ...]:
    """One for each person, with what they have to hear or heard: of each condition, the children it is about.

    What is about a child who may not be named is not among it.
    """
    by_person: dict[tuple[str, str], list[ToTell]] = defaultdict(list)
    for row in rows:
        if row.subject_id is None or row.subject_id in names:
            by_person[row.name, row.reach].append(row)
    workers = worker_cards({row.told_by_id for row in rows if row.told_by_id})
    return tuple(
        TellCard(
            name=name,
            reach=reach,
            conditions=tuple(
                ToldOf(
                    ref=about[0].ref,
                    children=tuple(sorted(names[row.subject_id] for row in about if row.subject_id)),
                    condition=condition_kinds()[about[0].condition.kind].says,
                    what=WHAT[about[0].what],
                    changed_at=about[0].changed_at,
                    told_at=about[0].told_at,
                    told_by=workers[about[0].told_by_id].at_agency if about[0].told_by_id else "",
                )
                for about in _by_condition(some)
            ),
        )
        for (name, reach), some in by_person.items()
    )


def _by_condition(rows: Sequence[ToTell]) -> list[list[ToTell]]:
    """What somebody hears in one breath: the same change of a condition, of each child it touches."""
    grouped: dict[tuple[object, ...], list[ToTell]] = defaultdict(list)
    for row in rows:
        grouped[row.condition_id, row.what, row.changed_at, row.told_at].append(row)
    return list(grouped.values())


def last_summary(subject_id: int) -> Summary | None:
    return Summary.objects.filter(subject_id=subject_id).order_by("-number").first()


def summary_card(row: Summary | None, texts: Texts) -> SummaryCard | None:
    if row is None:
        return None
    parts = ((heading, texts(row, name)) for name, heading in SUMMARY_PARTS.items())
    by = worker_cards([row.written_by_id])[row.written_by_id].at_agency
    return SummaryCard(parts=tuple((heading, words) for heading, words in parts if words), by=by, at=row.written_at)
