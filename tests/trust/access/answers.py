"""What the product answers about a standing world, in the numbers of the plain data; and what the model expects."""

from kith.apps.access.actions import Action
from kith.apps.access.decisions import decide_record
from kith.apps.access.gathering import Asked, Gathered, subject_for
from kith.apps.access.queries import opened_among, visible, who_can
from kith.apps.access.registered import installed
from kith.apps.access.rules import reach_of
from kith.apps.people.models import Person
from kith.kernel.decisions import Decision
from tests.trust.access.reference_model import NEEDS, decision, reach
from tests.trust.access.standing import Standing
from tests.trust.access.worlds import Question, World

Pair = tuple[int, int]  # worker, subject
Answer = tuple[bool, int, str]  # allowed, level, rule

ACTIONS: dict[str, Action] = {action.name: action for action in installed() if action.name in NEEDS}


def pairs_of(world: World) -> list[Pair]:
    return [(w, s) for w in range(len(world.workers)) for s in range(len(world.subjects))]


def expected(world: World, action: Action, asked: Question) -> dict[Pair, Answer]:
    return {(w, s): decision(world, w, s, action.name, asked) for w, s in pairs_of(world)}


def decided(standing: Standing, action: Action, asked: Question, pairs: list[Pair]) -> dict[Pair, Answer]:
    """By the point form, one question for each pair."""
    actors, about = standing.actors(asked.day), in_product(asked)
    return {(w, s): plain(decide_record(actors[w], action, standing.ref(s), about)) for w, s in pairs}


def in_product(asked: Question) -> Asked:
    return Asked(
        now=asked.now, purpose=asked.purpose, kind=asked.kind, record_ref=asked.record, sensitivity=asked.sensitivity
    )


def reached(standing: Standing, asked: Question) -> dict[Pair, tuple[int, str]]:
    """How far everybody reaches and by which rule, from facts gathered once for each subject."""
    actors, found = standing.actors(asked.day), {}
    for s in range(len(standing.subjects)):
        gathered = Gathered(subject_for(standing.ref(s)), asked.now, record_ref=asked.record)
        for w, actor in enumerate(actors):
            reach = reach_of(gathered.about(actor, in_product(asked)))
            found[w, s] = int(reach.level), reach.rule
    return found


def reach_expected(world: World, asked: Question) -> dict[Pair, tuple[int, str]]:
    return {(w, s): reach(world, w, s, asked) for w, s in pairs_of(world)}


def plain(answer: Decision) -> Answer:
    return answer.allowed, int(answer.level), answer.rule


def listed(standing: Standing, action: Action, asked: Question, worker: int | None = None) -> set[Pair]:
    """By the list form, one query for each worker, or for one of them alone."""
    numbers = {key: n for n, key in enumerate(standing.subjects)}
    people = Person.objects.filter(subject_id__in=standing.subjects)
    return {
        (w, numbers[key])
        for w, actor in enumerate(standing.actors(asked.day))
        if worker in (None, w)
        for key in visible(actor, action, people, now=asked.now, purpose=asked.purpose, kind=asked.kind).values_list(
            "subject_id", flat=True
        )
    }


def opened(standing: Standing, action: Action, asked: Question, worker: int | None = None) -> set[Pair]:
    """By the facts of all subjects read together."""
    numbers = {key: n for n, key in enumerate(standing.subjects)}
    return {
        (w, numbers[key])
        for w, actor in enumerate(standing.actors(asked.day))
        if worker in (None, w)
        for key in opened_among(actor, action, standing.subjects, in_product(asked))
    }


def named(standing: Standing, action: Action, asked: Question) -> set[Pair]:
    """By the question who can, one for each subject."""
    numbers = {key: n for n, key in enumerate(standing.workers)}
    return {
        (numbers[actor.id], s)
        for s in range(len(standing.subjects))
        for actor in who_can(action, standing.ref(s), now=asked.now, purpose=asked.purpose, kind=asked.kind)
    }


def allowed(answers: dict[Pair, Answer]) -> set[Pair]:
    return {pair for pair, (is_allowed, _, _) in answers.items() if is_allowed}


def assert_all_agree(standing: Standing, action: Action, asked: Question, worker: int | None = None) -> None:
    """Model, point form (one by one and together) and list form for one worker or everybody, and list of people."""
    everybody = expected(standing.world, action, asked)
    should = {pair: answer for pair, answer in everybody.items() if worker in (None, pair[0])}
    assert decided(standing, action, asked, list(should)) == should
    assert listed(standing, action, asked, worker) == allowed(should)
    assert opened(standing, action, asked, worker) == allowed(should)
    assert named(standing, action, asked) == allowed(everybody)
