"""Grows the agencies, teams and workers of the partnership for a number of children."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from random import Random
from typing import Any

from kith.testing.town.cultures import cultures
from kith.testing.town.naming import Spoken, name_founder
from kith.testing.town.numbers import desk_phone
from kith.testing.town.plans import AgencyPlan, TeamPlan, TownPlan, WorkerPlan
from kith.testing.town.shelf import CannotReadTownData, data_file, proportion

MAIL_DOMAIN = "eastmarch.example"
_LARGEST_TEAM = 8
_FIRST_PHONE = 200  # below stand the numbers that the demonstration names
_LETTERS_WITHOUT_MARKS = str.maketrans("łŁđĐıøæð", "lLdDioad")


@dataclass(frozen=True, slots=True)
class Post:
    """One post to be filled, in the team with this key."""

    team_key: str
    agency_key: str
    title: str
    role: str
    clearance: int


def plan_town(seed: int, *, today: date, children: int) -> TownPlan:
    """The partnership for so many children with a case; the same arguments always give the same plan."""
    phones = (desk_phone(number) for number in range(_FIRST_PHONE, 10**9))
    agencies, posts = [], []
    for facts in (*data_file("agencies.toml")["agencies"], *_schools(children)):
        teams = []
        for team in facts["teams"]:
            numbered = list(_numbered(team, facts["key"], children))
            posts += [post for group in numbered for post in group]
            teams += [_team(team, nth, next(phones)) for nth in range(1, len(numbered) + 1)]
        agencies.append(AgencyPlan(facts["key"], facts["name"], facts["kind"], tuple(teams)))
    return TownPlan(seed, today, tuple(agencies), tuple(_workers(Random(f"{seed}:workers"), posts)))


def _schools(children: int) -> Iterator[dict[str, Any]]:
    """Each school as an agency with one team; a large county needs more people in each."""
    schools = data_file("agencies.toml")["schools"]
    for school in schools["list"]:
        post = {**schools["post"], "at_least": 1, "children_per_post": 60 * len(schools["list"])}
        team = {"key": f"{school['key']}-safeguarding", "name": "Safeguarding", "posts": [post]}
        if "phone" in school:
            team["phone"] = school["phone"]
        yield {"key": school["key"], "name": school["name"], "kind": "school", "teams": [team]}


def _numbered(team: dict[str, Any], agency_key: str, children: int) -> Iterator[list[Post]]:
    """The posts of a team, dealt out to as many numbered teams as their number needs."""
    wanted = [(post, max(post["at_least"], ceil(children / post["children_per_post"]))) for post in team["posts"]]
    teams = ceil(sum(count for _, count in wanted) / _LARGEST_TEAM)
    for nth in range(teams):
        key = _team_key(team["key"], nth + 1)
        yield [
            Post(key, agency_key, post["title"], post["role"], post["clearance"])
            for post, count in wanted
            for _ in range(nth, count, teams)
        ]


def _team_key(key: str, nth: int) -> str:
    return key if nth == 1 else f"{key}-{nth}"


def _team(team: dict[str, Any], nth: int, phone: str) -> TeamPlan:
    name = team["name"] if nth == 1 else f"{team['name']} {nth}"
    return TeamPlan(_team_key(team["key"], nth), name, team.get("phone", phone) if nth == 1 else phone)


def _workers(rng: Random, posts: list[Post]) -> Iterator[WorkerPlan]:
    named = {(one["team"], one["title"], one["key"]): one for one in data_file("agencies.toml")["named"]}
    used = {key for _, _, key in named}
    for post in posts:
        known = next((key for key in named if key[:2] == (post.team_key, post.title)), None)
        if known:
            person = named.pop(known)
            yield _worker(post, known[2], person["given"], person["family"])
        else:
            key, spoken = _invented(rng, used)
            used.add(key)
            yield _worker(post, key, spoken.given, spoken.family)
    if named:
        raise CannotReadTownData(f"There is no post for {', '.join(key for _, _, key in named)} in agencies.toml.")


def _invented(rng: Random, used: set[str]) -> tuple[str, Spoken]:
    """A new colleague; a second bearer of a name gets a number in the key and so in the address."""
    culture = cultures()[proportion("cultures").pick(rng)]
    spoken = name_founder(rng, culture, sex="F" if rng.random() < 0.75 else "M", generation=1)
    key = plain(f"{spoken.given}-{spoken.family}")
    number = next(number for number in range(1, 10**6) if _with_number(key, number) not in used)
    return _with_number(key, number), spoken


def _with_number(key: str, number: int) -> str:
    return key if number == 1 else f"{key}{number}"


def _worker(post: Post, key: str, given: str, family: str) -> WorkerPlan:
    number = re.search(r"\d*$", key)
    return WorkerPlan(
        key=key,
        given=given,
        family=family,
        email=f"{plain(given)}.{plain(family)}{number[0] if number else ''}@{MAIL_DOMAIN}",
        agency_key=post.agency_key,
        team_keys=(post.team_key,),
        role=post.role,
        clearance=post.clearance,
        job_title=post.title,
    )


def plain(name: str) -> str:
    """A name in small Latin letters and hyphens, for keys and addresses.

    >>> plain("Łukasz Kępa"), plain("O'Halloran")
    ('lukasz-kepa', 'ohalloran')
    """
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS_WITHOUT_MARKS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "").lower()).strip("-")
