"""Looking for help: one box, read as needs, an age and a place; every entry that fits says why."""

import datetime as dt
from collections.abc import Collection, Iterable

from kith.apps.access.queries import day_of, require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import teams_known, teams_of_workers, workers_known
from kith.apps.directory import models
from kith.apps.directory.actions import KEEP, LOAD, READ
from kith.apps.directory.asking import Asked, understood
from kith.apps.directory.at_work import who_fits
from kith.apps.directory.entries import entry_of
from kith.apps.directory.projections import Finding, SearchPage, TeamFinding, WorkerFinding
from kith.apps.directory.queries.county import words_in_force
from kith.apps.directory.queries.standing import (
    how_many_stand,
    keys_that_stand,
    services_by_key,
    words_that_stand,
)
from kith.apps.directory.ranking import ELSEWHERE, HERE, NEAR, Fit, fits, tokens_of
from kith.apps.directory.rules import ages_in_words, first_sentence, is_stale, suits_age, where_in_words
from kith.apps.directory.words_of_county import CountyWords, stems
from kith.engines.referral_feeds import CLOSED_FOR_NOW, ServiceEntry

MOST_SHOWN = 20
MOST_TEAMS = 6


def search_page(actor: Actor, text: str, *, need: str = "", now: dt.datetime) -> SearchPage:
    """What fits a question, or one need that was chosen; without either, what can be chosen."""
    require_by_role(actor, READ, now=now)
    today = day_of(now)
    county = words_in_force(today)
    asked = understood(text, county)
    chosen = county.need(need)
    if chosen:
        asked = Asked(needs=(chosen,))
    found = [] if asked.is_empty else _found(asked, county, today)
    return SearchPage(
        asked=text,
        understood=asked.in_words(),
        found=tuple(found[:MOST_SHOWN]),
        is_capped=len(found) > MOST_SHOWN,
        teams=() if chosen or not text.strip() else _teams(asked),
        workers=() if chosen or not text.strip() else _workers(asked, county.keeping.not_by_name, today),
        browse=tuple((one.key, one.browse) for one in county.needs if one.browse),
        how_many=0 if text.strip() or chosen else how_many_stand(),
        may_keep=role_may(actor, KEEP),
        may_load=role_may(actor, LOAD),
    )


def _found(asked: Asked, county: CountyWords, today: dt.date) -> list[Finding]:
    ranked = fits(asked, _rows(asked))
    entries = services_by_key(fit.service_id for fit in ranked)
    shown = [(fit, row, entry_of(row.facts)) for fit in ranked if (row := entries.get(fit.service_id))]
    if asked.age is not None:
        age = asked.age
        shown.sort(key=lambda one: not suits_age(one[2], age))
    return [_finding(asked, fit, row, entry, county, today) for fit, row, entry in shown]


def _rows(asked: Asked) -> Iterable[tuple[int, str, str]]:
    tokens = tokens_of(asked)
    if not tokens:  # an age alone: everything is looked at
        return ((key, "", models.TEXT) for key in keys_that_stand())
    return words_that_stand(tokens)


def _finding(
    asked: Asked, fit: Fit, row: models.Service, entry: ServiceEntry, county: CountyWords, today: dt.date
) -> Finding:
    return Finding(
        ref=row.ref,
        name=row.name,
        provider=row.provider.name,
        says=first_sentence(entry.description),
        ages=ages_in_words(entry),
        where=where_in_words(entry),
        waiting=entry.waiting,
        phone=entry.phone,
        is_stale=is_stale(entry, today, county.keeping.stale_after_days),
        is_closed_for_now=entry.status == CLOSED_FOR_NOW,
        fits=tuple(_fits(asked, fit)),
        misses=tuple(_misses(asked, fit, entry)),
    )


def _fits(asked: Asked, fit: Fit) -> Iterable[str]:
    yield from (need.title for need in asked.needs if f"={need.key}" in fit.has)
    yield from (f"“{word}”" for word in asked.words if word in fit.has)
    if asked.areas and fit.distance == HERE:
        yield f"in {asked.areas[0].name}"
    elif asked.areas and fit.distance == NEAR:
        yield f"next to {asked.areas[0].name}"


def _misses(asked: Asked, fit: Fit, entry: ServiceEntry) -> Iterable[str]:
    yield from (f"says nothing of {need.title}" for need in asked.needs if f"={need.key}" not in fit.has)
    if asked.areas and fit.distance == ELSEWHERE:
        yield "further away"
    if asked.age is not None and not suits_age(entry, asked.age):
        yield "for another age"


def _teams(asked: Asked) -> tuple[TeamFinding, ...]:
    """Teams of the partnership whose name, agency or posts hold a word that was asked: never who is in them."""
    wanted = asked.hints | set(asked.words)
    ranked = []
    for team in teams_known():
        named, agency, roles = (set(stems(said)) for said in (team.name, team.agency, " ".join(team.roles)))
        worth = 2 * len(wanted & (named | roles)) + len(wanted & agency)
        if worth:
            ranked.append((-worth, team.agency, team.name, team))
    ranked.sort(key=lambda one: one[:3])
    return tuple(
        TeamFinding(name=team.name, agency=team.agency, roles=team.roles, phone=team.phone)
        for *_, team in ranked[:MOST_TEAMS]
    )


def _workers(asked: Asked, not_by_name: Collection[str], today: dt.date) -> tuple[WorkerFinding, ...]:
    found = who_fits(asked.hints | set(asked.words), workers_known(), not_by_name)
    teams = teams_of_workers((one.id for one in found), on=today)
    return tuple(
        WorkerFinding(
            name=one.name,
            job_title=one.job_title,
            agency=one.agency,
            team=teams[one.id].name if one.id in teams else "",
            phone=teams[one.id].phone if one.id in teams else "",
        )
        for one in found
    )
