"""The rules of access once more, in plain Python without a query: what the product's answers are compared with."""

from tests.trust.access import worlds as given
from tests.trust.access.worlds import Question, World

SEEING = {"people.know": 1, "people.find": 2, "people.read": 3}
NEEDS = SEEING | {"people.change": 4, "people.load": 4, "networks.export": 5}
CASES = set(NEEDS)
# On the team, in an involved agency, for the whole partnership; for which purposes; with a task only; what they may do.
ROLES = {
    **dict.fromkeys(("practitioner", "probation", "probation_manager"), (5, 2, 0, set(), False, CASES)),
    "manager": (5, 3, 0, set(), False, CASES),
    "front_door": (5, 3, 3, {"front_door", "s17", "s47", "marac"}, False, CASES),
    "network_adviser": (5, 2, 0, set(), False, CASES),
    "reviewing_officer": (5, 3, 3, {"lac", "adoption"}, False, SEEING.keys() | {"networks.export"}),
    "quality_assurer": (3, 0, 3, {"qa"}, True, set(SEEING)),
    "record_officer": (3, 0, 3, {"sar"}, True, set(SEEING)),
}
NO_CASES = (0, 0, 0, set(), False, set())
OPENED_IN_EMERGENCY = {"safe_address", "court_order", "medical", "therapy"}


def live(fact, at, now=None):
    is_ended = now is not None and fact.ended is not None and fact.ended <= now
    return fact.since <= at and (fact.until is None or at < fact.until) and not is_ended


def decision(world: World, w: int, s: int, action: str, asked: Question) -> tuple[bool, int, str]:
    """Whether worker `w` may, how far they may at all, and by which rule."""
    level, rule = reach(world, w, s, asked)
    if level and action not in ROLES.get(world.workers[w].role, NO_CASES)[-1]:
        return False, level, "R9"
    return level >= NEEDS[action], level, rule


def reach(world: World, w: int, s: int, asked: Question) -> tuple[int, str]:
    who, about = world.workers[w], world.subjects[s]
    sensitivity, is_gone = max(about.sensitivity, asked.sensitivity), about.merged_into is not None
    if not who.is_active or not about.is_published or is_gone or sensitivity > who.clearance:
        return 0, "R0"
    near = {s} | about.centres | {n for n, other in enumerate(world.subjects) if s in other.centres}
    if any(c.worker == w and c.subject in near and live(c, asked.now) for c in world.of(given.Conflict)):
        return 0, "R5"
    level, rule = by_relation(world, w, s, asked, sensitivity)
    closed = [seal for seal in world.of(given.Seal) if is_closed(world, seal, w, s, asked)]
    if closed:
        level, rule = (min(level, 1) if all(seal.outsiders == "pointer" for seal in closed) else 0), "R4"
    is_looking = any(x.worker == w and x.subject == s and live(x, asked.now) for x in world.of(given.Look))
    opens = all(seal.is_confirmed and seal.kind in OPENED_IN_EMERGENCY for seal in closed)
    return (3, "R6") if is_looking and opens and 1 <= level < 3 else (level, rule)


def by_relation(world, w, s, asked, sensitivity):
    who, reached = world.workers[w], {s} | world.subjects[s].centres
    team, agency, partnership, purposes, needs_task, _ = ROLES.get(who.role, NO_CASES)
    mine = {("worker", w)} | {("team", m.team) for m in world.of(given.Member) if m.worker == w and live(m, asked.day)}
    involved = [i for i in world.of(given.Involvement) if i.subject in reached and live(i, asked.day)]
    found = [(0, "R0")] + [(team, "R1") for i in involved if i.holder in mine]
    ours = [x for x in world.of(given.Share) if x.receiver == who.agency and live(x, asked.day, asked.now)]
    fit = [x for x in ours if who.role in x.roles and asked.kind in x.kinds and sensitivity <= x.ceiling]
    found += [(x.level, "R2") for x in fit if x.subject in reached]
    found += [(agency, "R3") for i in involved if i.agency == who.agency]
    wanted = purposes & {asked.purpose or p for p in purposes}
    covered = {t.purpose for t in world.of(given.Task) if t.worker == w and live(t, asked.day, asked.now)
               and t.about in {None} | reached and t.of_agency in {None} | {i.agency for i in involved}}  # fmt: skip
    if wanted & covered or (wanted and not needs_task):
        found.append((partnership, "R3"))
    return max(found, key=lambda one: one[0])  # of equals the first


def is_closed(world, seal, w, s, asked):
    mine = [x for x in world.of(given.Scope) if x.seal == seal.number and (x.until is None or asked.now < x.until)]
    covers = any(x.record == asked.record if x.record else x.subject == s for x in mine)
    readers = (r.worker for r in world.of(given.Reader) if r.seal == seal.number and live(r, asked.now))
    return covers and live(seal, asked.now) and w not in readers
