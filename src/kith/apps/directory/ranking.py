"""Under which words an entry is found, and how well it fits a question. Plain functions, no queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kith.apps.directory.asking import Asked, mentioned
from kith.apps.directory.models import NAME, NEED, PLACE, TEXT
from kith.apps.directory.words_of_county import CountyWords, stems
from kith.engines.referral_feeds import ServiceEntry

LONGEST_WORD = 40
WORTH = {NEED: 6.0, NAME: 4.0, TEXT: 1.5}
IN_TEXT = 2.5  # a need that only the description mentions
MOST_RANKED = 200
SOMEWHERE = "@*"  # the entry names places of the county, so it is not for everywhere


def words_under(entry: ServiceEntry, provider: str, county: CountyWords) -> set[tuple[str, str]]:
    """(word, where it stands): words of the name and the text, the needs it meets, and the areas it reaches."""
    said = " ; ".join((entry.name, *entry.needs, *entry.audiences))
    text = " ; ".join((entry.description, entry.eligibility, entry.alert, *entry.hours, *entry.languages, provider))
    where = " ; ".join((*entry.areas, *(f"{place.name} {place.address} {place.postcode}" for place in entry.places)))
    found = {(word, NAME) for word in stems(said)} | {(word, TEXT) for word in stems(f"{text} ; {where}")}
    needs = mentioned(county.needs, said)
    found |= {(f"={key}", NEED) for key in (*needs, *_by_key(county, entry.audiences), *_by_age(entry))}
    found |= {(f"={key}", TEXT) for key in mentioned(county.needs, text)}
    reached = mentioned(county.areas, where)
    found |= {(f"@{key}", PLACE) for key in reached} | ({(SOMEWHERE, PLACE)} if reached else set())
    return {(word[:LONGEST_WORD], place) for word, place in found if word not in county.ignored}


def _by_key(county: CountyWords, audiences: Iterable[str]) -> list[str]:
    return [need.key for need in county.needs if need.key in audiences or need.title in audiences]


def _by_age(entry: ServiceEntry) -> list[str]:
    """Somebody who helps from 16, 17 or 18 up to at most 25 helps 16 to 25 by that alone."""
    is_for_young_adults = entry.age_from in (16, 17, 18) and entry.age_to is not None and entry.age_to <= 25
    return ["16_to_25"] if is_for_young_adults else []


def tokens_of(asked: Asked) -> list[str]:
    """Everything under which an entry may be found that fits at least in part."""
    areas = {key for area in asked.areas for key in (area.key, *area.near)}
    places = [SOMEWHERE, *(f"@{key}" for key in sorted(areas))] if areas else []
    return [*(f"={need.key}" for need in asked.needs), *asked.words, *asked.hints, *places]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well one entry fits: how many of the things asked for it has, where it is, and how plainly it says so."""

    service_id: int
    has: frozenset[str]
    distance: int
    worth: float

    @property
    def order(self) -> tuple[float, ...]:
        return (-(len(self.has) - (self.distance == ELSEWHERE)), self.distance, -self.worth)


HERE, NEAR, EVERYWHERE, ELSEWHERE = range(4)


def fits(asked: Asked, rows: Iterable[tuple[int, str, str]]) -> list[Fit]:
    """The best entries, best first."""
    words: dict[int, dict[str, float]] = {}
    for service_id, word, place in rows:
        if place == PLACE:
            words.setdefault(service_id, {})[word] = 0.0
            continue
        worth = IN_TEXT if word.startswith("=") and place == TEXT else WORTH[place]
        had = words.setdefault(service_id, {})
        had[word] = max(had.get(word, 0.0), worth)
    ranked = [_fit(asked, service_id, had) for service_id, had in words.items()]
    if asked.needs or asked.words:
        ranked = [fit for fit in ranked if fit.has]
    else:
        ranked = [fit for fit in ranked if fit.distance in (HERE, NEAR)]
    return sorted(ranked, key=lambda fit: (*fit.order, fit.service_id))[:MOST_RANKED]


def _fit(asked: Asked, service_id: int, had: Mapping[str, float]) -> Fit:
    return Fit(
        service_id=service_id,
        has=frozenset(word for word in had if not word.startswith("@") and word not in asked.hints),
        distance=_distance(asked, had),
        worth=sum(had.values()),
    )


def _distance(asked: Asked, had: Mapping[str, float]) -> int:
    if not asked.areas or any(f"@{area.key}" in had for area in asked.areas):
        return HERE
    if any(f"@{key}" in had for area in asked.areas for key in area.near):
        return NEAR
    return ELSEWHERE if SOMEWHERE in had else EVERYWHERE
