"""Writing the invented county into an empty database by the bulk loads that real data would use."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kith.apps.access.services import InvolvementRecord, load_involvements
from kith.apps.agencies.projections import Operator
from kith.apps.agencies.queries import actors_by_id
from kith.apps.agencies.services import AgencyRecord, Loaded, TeamRecord, WorkerRecord, load_agencies
from kith.apps.helplines.services import load_numbers
from kith.apps.installation.services import found
from kith.apps.people.services import FamilyRecord, LoadedFamily, Responsibility, load_families
from kith.kernel.partial_dates import PartialDate
from kith.testing.contacts_in_town import KnownChild, children_without_a_path, write_contacts
from kith.testing.directory_of_county import fill_directory
from kith.testing.drawn_in_town import draw_in_town
from kith.testing.heard_in_town import HEARD, hear_in_town
from kith.testing.help_numbers import invented_numbers
from kith.testing.loop_in_town import CHILD as TOLD_OF
from kith.testing.loop_in_town import STORY as IN_THE_LOOP
from kith.testing.loop_in_town import InTheLoop, keep_the_loop
from kith.testing.own_page_in_town import tell_own_page_in_town
from kith.testing.rows_in_town import POLICE, tell_rows_in_town
from kith.testing.sentenced_in_town import ADULT, OFFICER, Supervised, supervise_in_town
from kith.testing.sentenced_in_town import STORY as SENTENCED
from kith.testing.shared_in_stories import Story, share_in_stories
from kith.testing.standing_in_stories import SCHOOL_LEAD, stand_in_stories
from kith.testing.supervised_in_town import supervise_groups_in_town
from kith.testing.tasks_in_town import give_tasks_in_town
from kith.testing.teams_in_town import STORY as WITH_A_TEAM
from kith.testing.teams_in_town import TeamStory, keep_teams_in_town
from kith.testing.told_in_town import tell_in_town
from kith.testing.town import (
    FamilyPlan,
    InvolvementPlan,
    ResponsibilityPlan,
    TownPlan,
    families,
    plan_contacts,
    plan_town,
)

PARTNERSHIP = "Eastmarch partnership"
TEAMS_SINCE = dt.date(2015, 1, 1)
INVOLVEMENTS_IN_A_BATCH = 1000
MOST_SHARED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """What was grown, and who may sign in with which password."""

    children: int
    people: int
    sign_ins: tuple[tuple[str, str, str], ...]  # e-mail, password, who they are


def fill(
    *,
    children: int,
    seed: int,
    now: dt.datetime,
    passwords: Mapping[str, str],
    progress: Callable[[int], None] = lambda done: None,
) -> County:
    """Found a demonstration and grow the county; `passwords` by worker key, others cannot sign in."""
    operator, today = Operator(), now.date()
    found(by=operator, kind="demo", partnership=PARTNERSHIP, seed=str(seed), now=now)
    load_numbers(by=operator, numbers=invented_numbers(today), now=now)
    town = plan_town(seed, today=today, children=children)
    loaded = load_agencies(
        by=operator, agencies=agency_records(town), workers=worker_records(town, passwords), since=TEAMS_SINCE, now=now
    )
    fill_directory(by=operator, today=today, now=now)
    contacts = plan_contacts(seed, now=now, children=children)
    known: list[KnownChild] = []
    wanted = sum(1 for contact in contacts if contact.steps)
    people = _load_everybody(town, loaded, _Asked(children, wanted, now), known=known, progress=progress)
    write_contacts(contacts, known, town, loaded, now=now)
    _tell(town, loaded, now=now)
    return County(children=children, people=people, sign_ins=tuple(_sign_ins(town, passwords)))


def _tell(town: TownPlan, loaded: Loaded, *, now: dt.datetime) -> None:
    """A school and neighbours tell the front door."""
    posts = {worker.role: worker.key for worker in reversed(town.workers)}
    schools = {worker.job_title: worker.key for worker in reversed(town.workers)}
    ids = [loaded.workers[key] for key in (schools["school safeguarding lead"], posts["front_door"])]
    school_lead, front_door = (actors_by_id([key], on=now.date())[0] for key in ids)
    tell_in_town(school_lead=school_lead, front_door=front_door, now=now)
    supervise_groups_in_town(town, loaded, now=now)


def agency_records(town: TownPlan) -> list[AgencyRecord]:
    return [
        AgencyRecord(
            key=a.key,
            name=a.name,
            kind=a.kind,
            teams=tuple(TeamRecord(key=t.key, name=t.name, phone=t.phone) for t in a.teams),
        )
        for a in town.agencies
    ]


def worker_records(town: TownPlan, passwords: Mapping[str, str]) -> list[WorkerRecord]:
    return [
        WorkerRecord(
            key=w.key,
            given=w.given,
            family=w.family,
            email=w.email,
            job_title=w.job_title,
            agency_key=w.agency_key,
            team_keys=w.team_keys,
            role=w.role,
            clearance=w.clearance,
            password=passwords.get(w.key, ""),
        )
        for w in town.workers
    ]


def _sign_ins(town: TownPlan, passwords: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for worker in town.workers:
        if worker.key in passwords:
            yield worker.email, passwords[worker.key], f"{worker.given} {worker.family}, {worker.job_title}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """How many children there are to be, of how many a path is to begin, and when."""

    children: int
    paths: int
    now: dt.datetime


def _load_everybody(
    town: TownPlan, loaded: Loaded, asked: _Asked, *, known: list[KnownChild], progress: Callable[[int], None]
) -> int:
    """Families and the involvements with them; the number of people. The first children without a path are noted."""
    now = asked.now
    plans: list[FamilyPlan] = []

    def records() -> Iterator[FamilyRecord]:
        for plan in families(town, children=asked.children):
            plans.append(plan)
            yield family_record(plan, loaded)

    people = done = 0
    waiting: list[InvolvementRecord] = []
    told = _Told()
    where = _holders(town, loaded)
    for number, family in enumerate(load_families(records(), by=Operator(), now=now)):
        plan, plans[number] = plans[number], None  # type: ignore[call-overload]
        people += len(family.refs)
        done += len(plan.children)
        waiting.extend(involvement_record(i, family, where) for i in plan.involvements)
        told.note(plan, family, where)
        if len(known) < asked.paths:
            some = children_without_a_path(plan)
            known.extend(KnownChild(family.subject_ids[child], name) for child, name in some)
        if len(waiting) >= INVOLVEMENTS_IN_A_BATCH:
            load_involvements(by=Operator(), records=waiting, now=now)
            waiting.clear()
            progress(done)
    load_involvements(by=Operator(), records=waiting, now=now)
    charity = next(a.name for a in town.agencies if a.kind == "voluntary")
    police = next((worker.key for worker in town.workers if POLICE in worker.team_keys), "")
    told.police_id = loaded.workers.get(police)
    told.tell(loaded, where, charity=charity, now=now)
    posts = {worker.role: loaded.workers[worker.key] for worker in reversed(town.workers)}
    give_tasks_in_town([story.child_ref for story in told.stories], posts, now=now)
    progress(done)
    return people


@dataclass
class _Told:
    """Of which children more is told than their families and workers, once everybody is there."""

    stories: list[Story] = field(default_factory=list)
    supervised: list[Supervised] = field(default_factory=list)
    heard: dict[str, str] = field(default_factory=dict)
    teams: list[TeamStory] = field(default_factory=list)
    looped: list[InTheLoop] = field(default_factory=list)
    police_id: int | None = None

    def note(self, plan: FamilyPlan, family: LoadedFamily, where: Mapping[str, "Holder"]) -> None:
        self.stories.extend(_led(plan, family, where))
        self.supervised.extend(_supervised(plan, family))
        self.heard |= {key: family.refs[key] for key in HEARD if key in family.refs}
        self.teams.extend(_with_a_team(plan, family))
        self.looped.extend(_in_the_loop(plan, family, where))

    def tell(self, loaded: Loaded, where: Mapping[str, "Holder"], *, charity: str, now: dt.datetime) -> None:
        share_in_stories(self.stories[:MOST_SHARED], receiver=charity, now=now)
        school = where.get(SCHOOL_LEAD)
        stand_in_stories(self.stories, school_lead_id=school.user_id if school else None, now=now)
        officer = where[OFFICER]
        for adult in self.supervised:
            supervise_in_town(adult, officer_id=officer.user_id or 0, agency_id=officer.organisation_id, now=now)
        hear_in_town(self.heard, loaded.workers, now=now)
        for team in self.teams:
            keep_teams_in_town(team, loaded.workers, now=now)
        tell_own_page_in_town(self.heard, loaded.workers, now=now)
        tell_rows_in_town(self.heard, loaded.workers, police_id=self.police_id, now=now)
        for family in self.looped:
            keep_the_loop(family, now=now)
            draw_in_town(family.refs, loaded.workers, now=now)


def _with_a_team(plan: FamilyPlan, family: LoadedFamily) -> Iterator[TeamStory]:
    """The family of whose team more is told, where all of it is in the county."""
    if plan.key == WITH_A_TEAM and len(plan.children) > 1:
        yield TeamStory(family.refs)


def _supervised(plan: FamilyPlan, family: LoadedFamily) -> Iterator[Supervised]:
    """The adult under a sentence, where all their children are in the county."""
    if plan.key == SENTENCED and len(plan.children) > 1:
        yield Supervised(family.subject_ids[ADULT], family.refs)


def _in_the_loop(plan: FamilyPlan, family: LoadedFamily, where: Mapping[str, "Holder"]) -> Iterator[InTheLoop]:
    """The family whose ledger is filled, with whoever leads."""
    if plan.key != IN_THE_LOOP:
        return
    for led in _led(plan, family, where):
        if led.child_ref == family.refs[TOLD_OF]:
            yield InTheLoop(family.refs, led.lead_id)


def _led(plan: FamilyPlan, family: LoadedFamily, where: Mapping[str, "Holder"]) -> Iterator[Story]:
    """The first child of a story, where one worker leads."""
    leads = (i for i in plan.involvements if plan.story and i.part == "lead" and i.child_id == plan.children[0])
    for lead in leads:
        user_id = where[lead.holder].user_id
        if user_id and not lead.until:
            yield Story(family.refs[lead.child_id], user_id, plan.key)


def family_record(plan: FamilyPlan, loaded: Loaded) -> FamilyRecord:
    return FamilyRecord(
        network=plan.network,
        centres=plan.children,
        sensitivity=plan.sensitivity,
        responsibilities=tuple(responsibility(r, loaded) for r in plan.responsibilities),
    )


def responsibility(plan: ResponsibilityPlan, loaded: Loaded) -> Responsibility:
    agency = loaded.organisations.get(plan.holder)
    return Responsibility(
        holder="" if agency else plan.holder,
        organisation_id=agency,
        child=plan.child,
        how=plan.how,
        since=PartialDate.of(plan.since),
        until=PartialDate.of(plan.until) if plan.until else None,
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works with a child, by the keys of the database."""

    organisation_id: int
    user_id: int | None = None
    team_id: int | None = None


def _holders(town: TownPlan, loaded: Loaded) -> dict[str, Holder]:
    """Workers and teams by their keys in the plan."""
    workers = {w.key: Holder(loaded.organisations[w.agency_key], user_id=loaded.workers[w.key]) for w in town.workers}
    teams = {
        t.key: Holder(loaded.organisations[a.key], team_id=loaded.teams[t.key]) for a in town.agencies for t in a.teams
    }
    return teams | workers


def involvement_record(plan: InvolvementPlan, family: LoadedFamily, where: Mapping[str, Holder]) -> InvolvementRecord:
    holder = where[plan.holder]
    return InvolvementRecord(
        subject_id=family.subject_ids[plan.child_id],
        organisation_id=holder.organisation_id,
        user_id=holder.user_id,
        team_id=holder.team_id,
        part=plan.part,
        basis=plan.lawful_basis,
        since_on=plan.since,
        until_on=plan.until,
    )
