"""Decides who works with each child of an invented family, since when and on what lawful basis."""

from datetime import date, timedelta
from random import Random

from kith.testing.town.dates import age_on, between
from kith.testing.town.draft import Circle, Sketch
from kith.testing.town.plans import InvolvementPlan
from kith.testing.town.roster import Roster
from kith.testing.town.shelf import chance, proportion

_KNOWN_BEFORE_BIRTH = 210  # days before the baby is due when somebody can first be involved

_LEAD_TEAMS = {
    "early_help": ("family-help", "consent"),
    "child_in_need": ("safeguarding", "s17"),
    "child_protection": ("safeguarding", "s47"),
    "closed": ("family-help", "consent"),
    "s20": ("looked-after", "s20"),
    "s31": ("looked-after", "s31"),
    "adoption": ("adoption", "adoption"),
}

_AROUND_THE_FAMILY = (
    # part, team, lawful basis, how often, youngest age
    ("youth_work", "tidewise-youth", "consent", 0.09, 8),
    ("health", "child-mental-health", "consent", 0.12, 9),
    ("adult_mental_health", "adult-recovery", "consent", 0.12, 0),
    ("substance_misuse", "clearwater-families", "consent", 0.1, 0),
    ("probation", "probation-community", "public_task", 0.07, 0),
    ("housing", "housing", "public_task", 0.1, 0),
    ("network_adviser", "family-networks", "consent", 0.06, 0),
    ("advocacy", "tidewise-advocacy", "consent", 0.05, 10),
)


def standing_of(rng: Random, circle: Circle) -> str:
    """Why services know the family: what its shape says, or one of the usual reasons."""
    if circle.basis:
        return circle.basis
    if any(kid.kind == "unborn" for kid in circle.kids):
        return "child_protection" if rng.random() < 0.4 else "child_in_need"
    return proportion("standing").pick(rng)


class Involving:
    """Makes the involvements of one family; workers who know the whole family are chosen once."""

    def __init__(self, rng: Random, roster: Roster, circle: Circle, standing: str) -> None:
        self.rng = rng
        self.roster = roster
        self.today = roster.today
        self.standing = standing
        team, self.basis = _LEAD_TEAMS[standing]
        self.lead = roster.worker(rng, team)
        self.since = circle.since or between(rng, self.today - timedelta(days=700), self.today - timedelta(days=12))
        self.until = between(rng, self.since, self.today - timedelta(days=5)) if standing == "closed" else None
        self.around = [row for row in _AROUND_THE_FAMILY if rng.random() < row[3]]

    def with_child(self, kid: Sketch) -> list[InvolvementPlan]:
        """Everybody who works or worked with one child, the lead first."""
        since = max(self.since, kid.born - timedelta(days=_KNOWN_BEFORE_BIRTH) if kid.kind == "unborn" else kid.born)
        found = [self._lead(kid, since), self._front_door(kid, since)]
        if self.rng.random() < chance("earlier_plan") and kid.kind == "child":
            found += self._earlier(kid, since)
        found += self._universal(kid, since)
        found += self._specialists(kid, since)
        return found

    def _lead(self, kid: Sketch, since: date) -> InvolvementPlan:
        if kid.kind == "adult":
            return self._plan(
                kid, self.roster.worker(self.rng, "leaving-care"), "lead", _adult_since(kid), "leaving_care"
            )
        until = max(self.until, min(since + timedelta(days=30), self.today)) if self.until else None
        return self._plan(kid, self.lead, "lead", since, self.basis, until)

    def _front_door(self, kid: Sketch, since: date) -> InvolvementPlan:
        """The team that took the first call, until the child had a worker."""
        first = since - timedelta(days=1 + int(self.rng.random() * 9))
        return self._plan(kid, "front-door", "team", first, "public_task", since)

    def _earlier(self, kid: Sketch, since: date) -> list[InvolvementPlan]:
        until = since - timedelta(days=30 + int(self.rng.random() * 500))
        first = until - timedelta(days=60 + int(self.rng.random() * 400))
        if first < kid.born:
            return []
        return [self._plan(kid, self.roster.worker(self.rng, "family-help"), "lead", first, "consent", until)]

    def _universal(self, kid: Sketch, since: date) -> list[InvolvementPlan]:
        """Midwife before birth, health visitor before school, then school and, for some, its nurse."""
        if kid.kind == "unborn":
            return [self._plan(kid, self.roster.worker(self.rng, "midwifery"), "health", since, "public_task")]
        age = age_on(kid.born, self.today)
        if age < 4:
            visitor = self.roster.worker(self.rng, "health-visiting")
            first_visit = min(kid.born + timedelta(days=10), self.today)
            return [self._plan(kid, visitor, "health", first_visit, "public_task")]
        found = []
        lead = self.roster.school_lead(self.rng, age)
        if lead:
            found.append(self._plan(kid, lead, "school", _school_since(kid, age, self.today), "public_task"))
        if age < 18 and self.rng.random() < 0.35:
            nurse = self.roster.worker(self.rng, "school-nursing")
            found.append(self._plan(kid, nurse, "health", since, "public_task"))
        return found

    def _specialists(self, kid: Sketch, since: date) -> list[InvolvementPlan]:
        age = age_on(kid.born, self.today) if kid.kind != "unborn" else 0
        found = [
            self._plan(kid, self.roster.worker(self.rng, team), part, between(self.rng, since, self.today), basis)
            for part, team, basis, _, youngest in self.around
            if age >= youngest
        ]
        if self.basis == "s47":
            officer = self.roster.worker(self.rng, "child-investigation")
            until = min(since + timedelta(days=40), self.today)
            found.append(self._plan(kid, officer, "police", since - timedelta(days=1), "s47", until))
        return found

    def _plan(
        self, kid: Sketch, holder: str, part: str, since: date, basis: str, until: date | None = None
    ) -> InvolvementPlan:
        return InvolvementPlan(child_id=kid.id, holder=holder, part=part, since=since, until=until, lawful_basis=basis)


def _adult_since(kid: Sketch) -> date:
    """Leaving care begins on the eighteenth birthday."""
    return date(kid.born.year + 18, kid.born.month, min(kid.born.day, 28))


def _school_since(kid: Sketch, age: int, today: date) -> date:
    """The first of September on which the school began, or last week for the newest."""
    started = (4 if age < 11 else 11 if age < 16 else 16) + (kid.born.month >= 9)
    return min(date(kid.born.year + started, 9, 1), today - timedelta(days=7))
