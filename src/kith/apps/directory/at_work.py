"""People at work who fit a question, by their name or their post. No queries here."""

from collections.abc import Collection, Iterable

from kith.apps.agencies.projections import WorkerAtWork
from kith.apps.directory.words_of_county import stems

MOST_WORKERS = 6


def who_fits(
    words: Collection[str], workers: Iterable[WorkerAtWork], not_by_name: Collection[str]
) -> list[WorkerAtWork]:
    """Whoever is named comes first. A post that many have leads to its team: those who only share it are left out."""
    named, posted = [], []
    for worker in workers:
        if worker.agency_kind in not_by_name:
            continue
        in_name, in_post = (len(set(words) & set(stems(said))) for said in (worker.name, worker.job_title))
        if in_name:
            named.append((-in_name, -in_post, worker))
        elif in_post:
            posted.append((-in_post, worker))
    named.sort(key=lambda one: one[:2])
    most = min((worth for worth, _ in posted), default=0)
    best = [worker for worth, worker in posted if worth == most]
    found = [worker for *_, worker in named] + (best if len(best) <= MOST_WORKERS else [])
    return found[:MOST_WORKERS]
