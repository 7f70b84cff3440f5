"""Why a decision came out as it did, in the order in which the rules applied, and who else it opens to."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kith.apps.access.actions import Action
from kith.apps.access.decisions import who_sees
from kith.apps.access.gathering import Asked, Gathered, purposes_for, subject_for
from kith.apps.access.models import EmergencyLook, Involvement, Share, Task
from kith.apps.access.moments import LONDON
from kith.apps.access.projections import Reason, Watcher
from kith.apps.access.questions import live_looks
from kith.apps.access.reach import terms_for
from kith.apps.access.roles import role_of
from kith.apps.access.rules import reach_of
from kith.apps.access.sealed_work import workers_sealed_to
from kith.apps.access.vocabulary import PERSON, seal_kind, sharing_words
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import organisation_names, team_cards
from kith.kernel.days import since_words
from kith.kernel.decisions import Level

REACHES = {
    Level.SUMMARY: "see the name, and whom to ask",
    Level.READ: "read",
    Level.WRITE: "read and write",
    Level.EXPORT: "read, write and take copies",
}


def reasons_of(actor: Actor, subject_ref: str, *, now: dt.datetime) -> tuple[Reason, ...]:
    """For a caller that has decided the subject may be read: what opened it, how far, and that nothing blocks it."""
    subject = subject_for(subject_ref)
    if subject is None:
        return ()
    story = _Story(actor, Gathered(subject, now, only_for=actor), now)
    return tuple(story.told())


@dataclass(frozen=True, slots=True)
class _Story:
    """One actor and one subject at one moment."""

    actor: Actor
    gathered: Gathered
    now: dt.datetime

    def told(self) -> Iterator[Reason]:
        yield from self._involvements()
        yield from self._shares()
        yield from self._by_role()
        yield from self._look()
        yield self._reach()
        yield from self._seals()
        yield Reason("R5", "Nothing blocks it:", "you have told us of no tie of your own to this family.")

    def _involvements(self) -> Iterator[Reason]:
        """Own ones first; colleagues' only where there is no own."""
        rows = self.gathered.involvements
        own = [i for i in rows if i.user_id == self.actor.id]
        team = [i for i in rows if i.team_id in self.actor.team_ids]
        agency = [i for i in rows if i.organisation_id == self.actor.agency_id]
        for row in own:
            yield Reason("R1", "You are on the team", f"{_time(row)}.{_basis(row)}")
        names = {key: card.name for key, card in team_cards({i.team_id for i in team if i.team_id}).items()}
        for row in team:
            yield Reason(
                "R1",
                f"Your team, {names.get(row.team_id or 0, '')}, is working with them",
                f"{_time(row)}.{_basis(row)}",
            )
        if agency and not own and not team:
            yield Reason("R3", "Your agency is working with them", f"{_time(agency[0])}.")

    def _shares(self) -> Iterator[Reason]:
        terms = {t.pk: t for t in terms_for(self.actor.role, PERSON)}
        shares = [s for s in self.gathered.shares if s.terms_id in terms]
        givers = organisation_names({s.giver_id for s in shares})
        for share in shares:
            kinds = sharing_words("kinds")
            what = ", ".join(kinds[k].lower() for k in terms[share.terms_id].kinds.split() if k in kinds)
            basis = sharing_words("bases").get(share.basis, share.basis)
            yield Reason("R2", f"{givers[share.giver_id]} shares with your agency", f"{_time(share)}: {what}. {basis}.")

    def _by_role(self) -> Iterator[Reason]:
        role = role_of(self.actor.role)
        if role.needs_task:
            yield from self._tasks()
        elif purposes_for(role, None):
            purposes = sharing_words("purposes")
            what = "; ".join(purposes[p].lower() for p in sorted(role.purposes) if p in purposes)
            yield Reason(
                "R3", f"You are a {role.title.lower()}", f"and may open the county’s records for this: {what}."
            )

    def _tasks(self) -> Iterator[Reason]:
        purposes = sharing_words("purposes")
        wanted = purposes_for(role_of(self.actor.role), None)
        for task in [task for task in self.gathered.tasks if task.purpose in wanted]:
            what = purposes.get(task.purpose, task.purpose).lower()
            yield Reason("R3", f"You have a task, {task.name}", f"{_time(task)}: {what}.")

    def _look(self) -> Iterator[Reason]:
        rows = live_looks(self.now).filter(subject_id=self.gathered.subject.pk, user_id=self.actor.id)
        for look in rows.order_by("-until_at")[:1]:
            yield Reason("R6", "You are taking an emergency look", f"until {_clock(look)}. Somebody reviews it.")

    def _reach(self) -> Reason:
        reach = reach_of(self.gathered.about(self.actor, Asked(now=self.now)))
        title = role_of(self.actor.role).title.lower()
        return Reason(reach.rule, f"As {title} you may", f"{REACHES.get(reach.level, 'know that somebody is known')}.")

    def _seals(self) -> Iterator[Reason]:
        """Only seals on whose list the actor is: of others there is nothing to say."""
        for scope in self.gathered.scopes:
            if (scope.seal_id, self.actor.id) in self.gathered.readers:
                kind = seal_kind(scope.seal.kind)
                yield Reason("R4", f"This is sealed ({kind.says.lower()})", "and you are on the list.")


def _time(row: Involvement | Share | Task) -> str:
    return since_words(row.since_on, row.until_on)


def _basis(row: Involvement) -> str:
    return f" Basis: {sharing_words('purposes').get(row.basis, row.basis).lower()}." if row.basis else ""


def _clock(look: EmergencyLook) -> str:
    return f"{look.until_at.astimezone(LONDON):%H:%M}"


def watchers_of(actor: Actor, action: Action, subject_ref: str, *, now: dt.datetime) -> tuple[Watcher, ...]:
    """Everybody who can do this with a subject, for a caller that has decided it may be read; nearest rule first.

    Whose work with them is sealed to the caller is not named.
    """
    subject = subject_for(subject_ref)
    work = Gathered(subject, now).involvements if subject else []
    unnamed = workers_sealed_to(actor.id, work, now=now)
    found = [
        Watcher(
            name=who.name,
            agency=who.agency_name,
            role=role_of(who.role).title,
            rule=why.rule,
            is_you=who.id == actor.id,
        )
        for who, why in who_sees(action, subject_ref, Asked(now=now))
        if who.id not in unnamed
    ]
    return tuple(sorted(found, key=lambda watcher: (watcher.rule, watcher.agency, watcher.name)))
