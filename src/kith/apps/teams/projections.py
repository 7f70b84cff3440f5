"""What leaves teams: who is on one, whom to go to, what is missing, and what forms offer. All of it for one viewer."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Who stands in: a worker by their key, or somebody known by name alone."""

    name: str
    worker: str = ""
    reach: str = ""

    @property
    def says(self) -> str:
        """ "Sam Whitlock-Rai, 01632 960 118"."""
        return ", ".join(part for part in (self.name, self.reach) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody's place on a child's team; `worker` is one key for everything that one person does."""

    ref: str
    worker: str
    name: str
    since: dt.date
    until: dt.date | None = None
    role: str = ""
    agency: str = ""
    team: str = ""
    reach: str = ""
    works_with: str = ""  # the adult's name; empty where it is the child
    adult_ref: str = ""
    basis: str = ""
    asked_by: str = ""
    is_trusted: bool | None = None
    trust_said_by: str = ""
    is_lead: bool = False
    is_you: bool = False
    is_group: bool = False  # a whole team or agency, which is never away
    work_ref: str = ""  # of their involvement, where they have one
    is_told: bool = False  # there is a place on record, and not the involvement alone
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """One absence of one worker, with who covers it for the child asked about; the latest entered has the last word."""

    worker: str
    since: dt.date
    until: dt.date | None
    entered: int
    cover: Cover | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToGoTo:
    """Whom to go to for one place on one day: them, or who stands in, or nobody; and who was to cover and is away."""

    is_away: bool = False
    back_on: dt.date | None = None
    who: Cover | None = None
    passed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something of a team that somebody has to look at, in a sentence, with what it rests on."""

    kind: str  # all_away, many_workers
    says: str
    rests_on: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCard:
    """A place as it is shown: whom to go to today, in words."""

    seat: Seat
    initials: str
    when: str
    to_go_to: ToGoTo = field(default_factory=ToGoTo)
    away_says: str = ""
    go_to: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightLine:
    """Whom to ring while offices are shut, and when they open."""

    team: str
    shown: str
    dial: str
    hours: str
    opens: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCard:
    """The team on the child's own page."""

    seats: tuple[SeatCard, ...]
    alerts: tuple[Alert, ...]
    night: NightLine | None
    asks: bool
    may_keep: bool
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCard:
    """A worker who asks to be let in, for the child's team."""

    ref: str
    who: str
    worker_ref: str
    adult: str
    adult_ref: str
    words: str
    asked_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """Everybody now, to come and gone; whom to go to today, for professionals and for the family."""

    ref: str
    on: dt.date
    now: tuple[SeatCard, ...]
    to_come: tuple[SeatCard, ...]
    gone: tuple[SeatCard, ...]
    alerts: tuple[Alert, ...]
    night: NightLine | None
    for_family: tuple[str, ...]
    asks: tuple[AskCard, ...]
    may_keep: bool
    may_ask_adviser: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTold:
    """A place as somebody tells of it: a worker by ref, or a professional without an account by name."""

    worker_ref: str = ""
    name: str = ""
    role: str = ""
    agency: str = ""
    reach: str = ""
    adult_ref: str = ""
    basis: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    is_trusted: bool | None = None
    trust_said_by: str = ""
    asked_by: str = ""
    seal: str = ""  # a kind of seal, where not everybody on the team may know


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceForm:
    """What a form about a place offers, and what stands in it."""

    adults: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]
    seals: tuple[tuple[str, str], ...] = ()
    workers: tuple[tuple[str, str], ...] = ()
    name: str = ""
    told: PlaceTold | None = None
    version: int = 0
    is_you: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceTold:
    """When somebody is away and who covers, as they tell it; `until` is the first day back."""

    since: dt.date
    until: dt.date | None = None
    cover_ref: str = ""
    cover_name: str = ""
    cover_reach: str = ""
    worker_ref: str = ""  # a colleague, where it is entered for one


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCard:
    """One absence as it is shown to whoever keeps it."""

    ref: str
    version: int
    worker: str
    is_own: bool
    when: str
    cover: str
    warnings: tuple[str, ...]
    for_one: tuple[tuple[str, str], ...]  # child, who covers
    told: AbsenceTold
    is_over: bool
    is_taken_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsencesPage:
    """One's own absences, and those of colleagues that one may enter."""

    absences: tuple[AbsenceCard, ...]
    past: tuple[AbsenceCard, ...]
    covers: tuple[tuple[str, str], ...]
    colleagues: tuple[tuple[str, str], ...]
    children: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLine:
    """Somebody who is away today, for the viewer's children, on Today."""

    name: str
    initials: str
    role: str
    says: str
    go_to: str
    gap: str
    children: tuple[tuple[str, str], ...]  # ref, name


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverNote:
    """Cover and gaps, for the first page."""

    away: tuple[CoverLine, ...] = ()
    more: int = 0
    alerts: tuple[tuple[str, str, Alert], ...] = ()  # child's ref and name
    asks: tuple[tuple[str, str, str], ...] = ()  # child's ref and name, who asks
    invited: tuple[tuple[str, str, str], ...] = ()  # child's ref and name, in words
    adviser_asks: tuple[tuple[str, str, str], ...] = ()  # ref, who asks, their words
    own: str = ""
    covering: tuple[str, ...] = ()
    may_keep_own: bool = False
    may_ask: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviserPage:
    """Who advises on the years from 16 to 25, and what was asked of them for one young person."""

    advisers: tuple[tuple[str, str], ...]
    ages: str
    fits: str  # why they cannot be asked about this child, or empty
    asked: tuple[tuple[str, dt.datetime, str, bool], ...]  # who was asked, when, the words, whether answered


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRoundPage:
    """Adults with whom the viewer works themselves."""

    adults: tuple[tuple[str, str], ...]
