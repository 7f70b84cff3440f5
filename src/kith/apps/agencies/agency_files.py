"""A file of agencies, their teams and who is in which: read from TOML, with every fault named by its place."""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned, sort_key

FRONT_DOOR = "front-door"
TOP, AGENCY = {"version", "source", "agency"}, {"name", "kind", "team"}
TEAM, MEMBER = {"key", "name", "phone", "member"}, {"email", "since", "until"}
LONGEST_VERSION = 60
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Table = Mapping[str, Any]
Line = TypeVar("Line")


class CannotUseAgencyFile(KithError):
    """The file is refused whole; the message names all that is wrong, a line each."""

    def __init__(self, name: str, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join((f"{name} cannot be loaded, and nothing was stored.", *self.faults)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From a day on, and up to another, half-open."""

    since: dt.date
    until: dt.date | None

    def overlaps(self, other: "Span") -> bool:
        return (other.until is None or self.since < other.until) and (self.until is None or other.since < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """Somebody's time in a team, as the file says it."""

    where: str
    email: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """A team, as the file says it."""

    where: str
    key: str
    name: str
    phone: str
    members: tuple[MemberLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """An agency, as the file says it."""

    where: str
    name: str
    kind: str
    teams: tuple[TeamLine, ...]


@dataclass(slots=True)
class AgencyFile:
    """What could be read, and what is wrong with the rest."""

    version: str = ""
    agencies: tuple[AgencyLine, ...] = ()
    faults: list[str] = field(default_factory=list)


def read_agency_file(data: bytes, *, kinds: Collection[str]) -> AgencyFile:
    """Never half understood: whoever loads it refuses it as soon as there is one fault."""
    file = AgencyFile()
    try:
        body = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        file.faults.append("It is not written in UTF-8. Save it once more as UTF-8 text.")
    except (ValueError, RecursionError) as problem:
        file.faults.append(f"It is no TOML file: {str(problem)[:200].rstrip('.')}.")
    else:
        reader = _Reader(file.faults, kinds)
        file.version = reader.text(body, "version", "Top", limit=LONGEST_VERSION)
        reader.text(body, "source", "Top", limit=LIMITS["line"])
        reader.only(body, TOP, "Top")
        file.agencies = reader.tables(body, "agency", "", reader.agency)
        if not file.agencies and not file.faults:
            file.faults.append("It names no agency. Each begins with a line [[agency]].")
        _refuse_twice(file)
    return file


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads table by table. What is wrong is added to the faults; such a line is left out."""

    faults: list[str]
    kinds: Collection[str]

    def agency(self, table: Table, where: str) -> AgencyLine:
        self.only(table, AGENCY, where)
        name = self.text(table, "name", where, limit=LIMITS["name"])
        where = f"{where} ({name})" if name else where
        kind = self.text(table, "kind", where, limit=LIMITS["identifier"])
        if kind and kind not in self.kinds:
            self.faults.append(f"{where}: “{kind}” is no kind of agency. The kinds are {', '.join(self.kinds)}.")
        return AgencyLine(where=where, name=name, kind=kind, teams=self.tables(table, "team", where, self.team))

    def team(self, table: Table, where: str) -> TeamLine:
        self.only(table, TEAM, where)
        key = self.text(table, "key", where, limit=LIMITS["identifier"])
        if key and not _KEY.fullmatch(key):
            self.faults.append(f"{where}: a key has small letters, digits and single dashes, such as {FRONT_DOOR}.")
        where = f"{where} ({key})" if key else where
        name = self.text(table, "name", where, limit=LIMITS["name"])
        phone = self.text(table, "phone", where, limit=LIMITS["phone"], may_lack=key != FRONT_DOOR)
        members = self.tables(table, "member", where, self.member)
        return TeamLine(where=where, key=key, name=name, phone=phone, members=tuple(filter(None, members)))

    def member(self, table: Table, where: str) -> MemberLine | None:
        self.only(table, MEMBER, where)
        email = self.text(table, "email", where, limit=LIMITS["email"])
        where = f"{where} ({email})" if email else where
        since, until = self.day(table, "since", where), self.day(table, "until", where, may_lack=True)
        if since is None or not email:
            return None
        if until is not None and until <= since:
            self.faults.append(f"{where}: it would end on {day_words(until)}, before a day of it has passed.")
            return None
        return MemberLine(where=where, email=email.casefold(), span=Span(since=since, until=until))

    def text(self, table: Table, name: str, where: str, *, limit: int, may_lack: bool = False) -> str:
        value = table.get(name, "")
        if not isinstance(value, str):
            self.faults.append(f"{where}: {name} has to be a text in quotes.")
            return ""
        try:
            kept = cleaned(value, limit=limit)
        except KithError as problem:
            self.faults.append(f"{where}: {name} cannot be kept so. {problem.message}")
            return ""
        if not kept and not may_lack:
            self.faults.append(f"{where}: {name} is missing.")
        return kept

    def day(self, table: Table, name: str, where: str, *, may_lack: bool = False) -> dt.date | None:
        value = table.get(name)
        if value is None and may_lack:
            return None
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            self.faults.append(f"{where}: {name} has to be a day such as 2026-11-24, without quotes.")
            return None
        return value

    def only(self, table: Table, known: Collection[str], where: str) -> None:
        """A slip of the pen in a field that may be left out would otherwise go unseen."""
        for name in sorted(set(table) - set(known)):
            self.faults.append(f"{where}: there is no field {name[:LONGEST_VERSION]!r} here.")

    def tables(self, table: Table, name: str, where: str, read: Callable[[Table, str], Line]) -> tuple[Line, ...]:
        found = table.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
            self.faults.append(f"{where or 'Top'}: {name} has to be a list of tables.")
            return ()
        before = f"{where}, {name}" if where else name.capitalize()
        return tuple(read(one, f"{before} {place}") for place, one in enumerate(found, 1))


def _refuse_twice(file: AgencyFile) -> None:
    agencies, teams = set[str](), set[str]()
    for agency in file.agencies:
        if agency.name and sort_key(agency.name) in agencies:
            file.faults.append(f"{agency.where}: this agency stands in the file twice. Put it together.")
        agencies.add(sort_key(agency.name))
        for team in agency.teams:
            if team.key and team.key in teams:
                file.faults.append(f"{team.where}: {twice(team.key)}")
            teams.add(team.key)
            _refuse_overlaps(team, file.faults)


def twice(key: str) -> str:
    if key == FRONT_DOOR:
        return "there is one front door, and another team has its key. Give this team another key."
    return "another team has this key. Give this team another."


def _refuse_overlaps(team: TeamLine, faults: list[str]) -> None:
    for place, line in enumerate(team.members):
        if any(line.email == one.email and line.span.overlaps(one.span) for one in team.members[:place]):
            faults.append(f"{line.where}: they are in this team twice at one time.")
