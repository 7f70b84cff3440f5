"""What a file of agencies would add to what stands, compared before anything is written, and then written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kith.apps.agencies.agency_files import AgencyFile, AgencyLine, MemberLine, Span, TeamLine, twice
from kith.apps.agencies.models import Organisation, Team, TeamMembership, User
from kith.apps.agencies.queries import agency_kinds
from kith.kernel.days import day_words
from kith.kernel.text import sort_key


@dataclass(slots=True)
class Additions:
    """What is not there yet, in the order of the file; faults are what cannot be."""

    agencies: list[AgencyLine] = field(default_factory=list)
    teams: list[tuple[AgencyLine, TeamLine]] = field(default_factory=list)
    changed_teams: list[tuple[Team, TeamLine]] = field(default_factory=list)
    joins: list[tuple[User, TeamLine, Span]] = field(default_factory=list)
    ends: list[tuple[TeamMembership, Span]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """What would change, in words."""
        yield from (f"New agency: {one.name} ({agency_kinds()[one.kind]})." for one in self.agencies)
        yield from (f"New team: {team.name}, {agency.name}{_number(team)}." for agency, team in self.teams)
        yield from (f"Changed team: {row.name} is now {line.name}{_number(line)}." for row, line in self.changed_teams)
        yield from (f"{_worker(user)} joins {team.name}{_from_to(span)}." for user, team, span in self.joins)
        yield from (f"{_worker(row.user)} is in {row.team.name}{_from_to(span)}." for row, span in self.ends)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is there already, as far as the file speaks of it."""

    agencies: Mapping[str, Organisation]
    teams: Mapping[str, Team]
    users: Mapping[str, User]
    times: Mapping[tuple[int, int], list[TeamMembership]]


def additions_of(file: AgencyFile, *, loader: int) -> Additions:
    """Compare; `loader` gives themself no team."""
    found, standing = Additions(faults=list(file.faults)), _standing(file)
    for agency in file.agencies:
        there = standing.agencies.get(sort_key(agency.name))
        if there is None:
            found.agencies.append(agency)
        elif agency.kind in agency_kinds() and there.kind != agency.kind:
            stands = agency_kinds().get(there.kind, there.kind)
            found.faults.append(f"{agency.where}: it stands here as “{stands}”, and its kind stays.")
        for team in agency.teams:
            _compare_team(team, agency, standing, found)
            for line in team.members:
                _compare_member(line, team, standing, found, loader)
    return found


def write_additions(found: Additions) -> dict[str, list[object]]:
    """Inside the caller's deed; refs and days for its record."""
    agencies = [Organisation(name=a.name, sort_key=sort_key(a.name), kind=a.kind) for a in found.agencies]
    Organisation.objects.bulk_create(agencies)
    homes = {row.sort_key: row for row in Organisation.objects.order_by("-pk")}
    teams = [
        Team(organisation_id=homes[sort_key(agency.name)].pk, key=team.key, name=team.name, phone=team.phone)
        for agency, team in found.teams
    ]
    Team.objects.bulk_create(teams)
    for row, line in found.changed_teams:
        row.name, row.phone = line.name, line.phone
        row.save(update_fields=["name", "phone"])
    return {
        "agencies": [row.ref for row in agencies],
        "teams": [row.ref for row in teams],
        "changed_teams": [row.ref for row, _ in found.changed_teams],
        "joined": _join(found.joins),
        "ended": [_end(row, span) for row, span in found.ends],
    }


def lock_agencies() -> None:
    """Inside the caller's deed: of two files that are loaded at once, one goes first."""
    list(Organisation.objects.select_for_update().order_by("pk").values_list("pk"))


def _standing(file: AgencyFile) -> _Standing:
    teams = [team for agency in file.agencies for team in agency.teams]
    emails = {line.email for team in teams for line in team.members}
    users = {u.email.casefold(): u for u in User.objects.select_related("organisation").order_by("pk")}
    rows = Team.objects.filter(key__in=[team.key for team in teams]).select_related("organisation")
    return _Standing(
        agencies={row.sort_key: row for row in Organisation.objects.order_by("-pk")},
        teams={row.key: row for row in rows.order_by("-pk")},
        users={email: users[email] for email in emails & users.keys()},
        times=_times(rows),
    )


def _times(teams: Iterable[Team]) -> dict[tuple[int, int], list[TeamMembership]]:
    times: dict[tuple[int, int], list[TeamMembership]] = defaultdict(list)
    rows = TeamMembership.objects.filter(team__in=[team.pk for team in teams])
    for row in rows.select_related("user__organisation", "team").order_by("since_on", "pk"):
        times[row.user_id, row.team_id].append(row)
    return dict(times)


def _compare_team(team: TeamLine, agency: AgencyLine, standing: _Standing, found: Additions) -> None:
    there = standing.teams.get(team.key)
    if there is None:
        found.teams.append((agency, team))
    elif there.organisation.sort_key != sort_key(agency.name):
        found.faults.append(f"{team.where}: {twice(team.key)} It belongs to {there.organisation.name}.")
    elif (there.name, there.phone) != (team.name, team.phone):
        found.changed_teams.append((there, team))


def _compare_member(line: MemberLine, team: TeamLine, standing: _Standing, found: Additions, loader: int) -> None:
    user, there = standing.users.get(line.email), standing.teams.get(team.key)
    if user is None:
        found.faults.append(f"{line.where}: nobody works here under that email address.")
        return
    times = standing.times.get((user.pk, there.pk), []) if there else []
    same = next((row for row in times if row.since_on == line.span.since), None)
    if same and line.span.until in (None, same.until_on):
        return
    told = {one.span.since: one.span for one in team.members if one.email == line.email and one.span.until}
    others = [told.get(row.since_on, _span(row)) for row in times if row is not same]
    if fault := _fault(line, user, others, same, loader):
        found.faults.append(f"{line.where}: {fault}")
    elif same:
        found.ends.append((same, line.span))
    else:
        found.joins.append((user, team, line.span))


def _fault(line: MemberLine, user: User, others: list[Span], same: TeamMembership | None, loader: int) -> str:
    """Why somebody's time in a team cannot be so. To end it earlier only takes away, and needs nothing else."""
    clash = next((span for span in others if line.span.overlaps(span)), None)
    if clash:
        return f"they are in this team already{_from_to(clash)}."
    if same and _is_shorter(line.span, same):
        return ""
    if not user.is_active:
        return "they do not work here any more."
    return "nobody puts themself into a team. Another administrator loads this line." if user.pk == loader else ""


def _is_shorter(span: Span, row: TeamMembership) -> bool:
    return span.until is not None and (row.until_on is None or span.until < row.until_on)


def _span(row: TeamMembership) -> Span:
    return Span(since=row.since_on, until=row.until_on)


def _join(joins: list[tuple[User, TeamLine, Span]]) -> list[object]:
    teams = {row.key: row for row in Team.objects.filter(key__in=[team.key for _, team, _ in joins])}
    TeamMembership.objects.bulk_create(
        TeamMembership(user=user, team=teams[team.key], since_on=span.since, until_on=span.until)
        for user, team, span in joins
    )
    return [_noted(user.ref, teams[team.key].ref, span) for user, team, span in joins]


def _end(row: TeamMembership, span: Span) -> object:
    row.until_on = span.until
    row.save(update_fields=["until_on"])
    return _noted(row.user.ref, row.team.ref, span)


def _noted(user: str, team: str, span: Span) -> dict[str, str]:
    return {
        "user": user,
        "team": team,
        "since": span.since.isoformat(),
        "until": span.until.isoformat() if span.until else "",
    }


def _worker(user: User) -> str:
    return f"{user.given} {user.family}, {user.organisation.name},"


def _number(team: TeamLine) -> str:
    return f", {team.phone}" if team.phone else ", without a telephone number"


def _from_to(span: Span) -> str:
    """ " from 24 November 2026, until 1 January 2027"."""
    return f" from {day_words(span.since)}" + (f", until {day_words(span.until)}" if span.until else "")
