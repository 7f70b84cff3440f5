"""Random edits, deletions, reorderings and truncations of the stored record: every one is found."""

import random
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from kith.apps.agencies.projections import Operator
from kith.apps.audit.chain import START, link_hash, side_of
from kith.apps.audit.models import AuditRow, AuditSubject, Chain, SubjectKey
from kith.apps.audit.queries import check_record, signed_heads
from kith.apps.audit.services import deed, forget_subject, load, reading
from kith.apps.records.base import open_gate
from kith.kernel.decisions import Level, granted
from kith.testing.factories import NOW
from tests.trust.audit.unlocked import take_triggers_away

pytestmark = pytest.mark.django_db
MAY = granted(Level.WRITE, "R1", "You work with this child.")
ANA, BEN = Operator("ana", "council"), Operator("ben", "school")
ROWS, SUBJECTS = 30, ["mina", "lou", "rae", "jun"]


@pytest.fixture
def record() -> None:
    """Two chains of deeds, reads and loads, and somebody forgotten; no triggers."""
    draw = random.Random(1)
    for number in range(ROWS):
        by, one = draw.choice([ANA, BEN]), draw.choice(SUBJECTS)
        if number % 3 == 0:
            with deed("test.deed", by=by, now=NOW, decision=MAY) as act:
                act.changed(one, before={"said": number}, after={"said": number + 1})
        elif number % 3 == 1:
            with reading("test.read", by=by, now=NOW) as scope:
                scope.subjects.update({name: draw.choice(["opened", "listed"]) for name in draw.sample(SUBJECTS, 2)})
        else:
            with load("test.load", by=by, now=NOW, payload={"rows": number}):
                pass
    forget_subject(subject_ref="jun", by=ANA, now=NOW, decision=MAY)
    take_triggers_away()


def any_row(draw: random.Random) -> AuditRow:
    return draw.choice(list(AuditRow.objects.order_by("pk")))


def any_side(draw: random.Random) -> AuditSubject:
    return draw.choice(list(AuditSubject.objects.order_by("pk")))


def sides_of(row: AuditRow) -> list[tuple[str, ...]]:
    return [side_of(s.subject, s.how, s.sealed) for s in AuditSubject.objects.filter(row=row)]


def edit_row(draw: random.Random) -> None:
    row = any_row(draw)
    changes = {
        "at": NOW.replace(microsecond=draw.randrange(1, 10**6)),
        "actor": row.actor + "x",
        "agency": draw.choice(["", "police"]),
        "event": row.event.swapcase(),
        "level": row.level + 1,
        "rule": row.rule + "1",
        "payload": row.payload + " ",
        "previous_hash": START[1:] + "2",
        "hash": draw.choice(["", START[1:] + "1"]),
        "sequence": row.sequence + draw.choice([-1000, 1000]) + 2000,
        "chain": draw.choice([row.chain + "x", "elsewhere"]),
    }
    name = draw.choice(sorted(changes))
    AuditRow.objects.filter(pk=row.pk).update(**{name: changes[name]})


def edit_and_hash_anew(draw: random.Random) -> None:
    row = any_row(draw)
    row.actor = "somebody else"
    AuditRow.objects.filter(pk=row.pk).update(actor=row.actor, hash=link_hash(row, sides_of(row)))


def edit_side(draw: random.Random) -> None:
    side = any_side(draw)
    sealed = bytes(side.sealed)[:-1] + b"\0\0" if side.sealed else b"\1"
    other = any_row(draw)
    changes = {"subject": side.subject + "x", "how": side.how[::-1] + "x", "sealed": sealed}
    if other.pk != side.row_id:
        changes["row_id"] = other.pk
    name = draw.choice(sorted(changes))
    AuditSubject.objects.filter(pk=side.pk).update(**{name: changes[name]})


def unseal_side(draw: random.Random) -> None:
    side = draw.choice(list(AuditSubject.objects.filter(sealed__isnull=False).order_by("pk")))
    AuditSubject.objects.filter(pk=side.pk).update(sealed=None)


def add_side(draw: random.Random) -> None:
    AuditSubject.objects.create(row=any_row(draw), subject="eve", how="opened")


def repeat_side(draw: random.Random) -> None:
    side = any_side(draw)
    AuditSubject.objects.create(row=side.row, subject=side.subject, how=side.how, sealed=side.sealed)


def remove_side(draw: random.Random) -> None:
    any_side(draw).delete()


def remove_rows(draw: random.Random) -> None:
    gone = {any_row(draw).pk for _ in range(draw.randrange(1, 4))}
    AuditSubject.objects.filter(row__in=gone).delete()
    AuditRow.objects.filter(pk__in=gone).delete()


def add_row(draw: random.Random) -> None:
    """A row at the end of a chain that fits it, without the head knowing."""
    last = AuditRow.objects.filter(chain=any_row(draw).chain).order_by("sequence").last()
    AuditRow.objects.create(
        chain=last.chain, sequence=last.sequence + 1, at=NOW, level=0, previous_hash=last.hash, hash=START
    )


def swap_rows(draw: random.Random) -> None:
    chain = draw.choice(["council", "school"])
    one, two = draw.sample(list(AuditRow.objects.filter(chain=chain).order_by("pk")), 2)
    AuditRow.objects.filter(pk=one.pk).update(sequence=10_000)
    AuditRow.objects.filter(pk=two.pk).update(sequence=one.sequence)
    AuditRow.objects.filter(pk=one.pk).update(sequence=two.sequence)


def swap_keys_of_rows(draw: random.Random) -> None:
    """Everything as it was, but the keys by which others put rows in order."""
    chain = draw.choice(["council", "school"])
    one, two = draw.sample(list(AuditRow.objects.filter(chain=chain).order_by("pk")), 2)
    sides = {row.pk: list(AuditSubject.objects.filter(row=row).values_list("pk", flat=True)) for row in (one, two)}
    free = 1_000_000
    spare = AuditRow.objects.create(chain="spare", sequence=1, at=NOW, level=0, previous_hash=START, hash=START)
    AuditSubject.objects.filter(row__in=[one, two]).update(row=spare)
    AuditRow.objects.filter(pk=one.pk).update(id=free)
    AuditRow.objects.filter(pk=two.pk).update(id=one.pk)
    AuditRow.objects.filter(pk=free).update(id=two.pk)
    AuditSubject.objects.filter(pk__in=sides[one.pk]).update(row_id=two.pk)
    AuditSubject.objects.filter(pk__in=sides[two.pk]).update(row_id=one.pk)
    spare.delete()


def cut_off(draw: random.Random) -> None:
    chain = draw.choice(["council", "school"])
    gone = list(AuditRow.objects.filter(chain=chain).order_by("-sequence")[: draw.randrange(1, 5)])
    AuditSubject.objects.filter(row__in=gone).delete()
    AuditRow.objects.filter(pk__in=[row.pk for row in gone]).delete()


def move_head(draw: random.Random) -> None:
    head = draw.choice(list(Chain.objects.order_by("name")))
    sequence = draw.choice([n for n in range(head.sequence + 3) if n != head.sequence])
    row = AuditRow.objects.filter(chain=head.name, sequence=sequence).first()
    Chain.objects.filter(pk=head.pk).update(sequence=sequence, head=row.hash if row else head.head)


def remove_head(draw: random.Random) -> None:
    draw.choice(list(Chain.objects.order_by("name"))).delete()


def lose_a_key(draw: random.Random) -> None:
    sealed = AuditSubject.objects.filter(sealed__isnull=False).values("subject")
    with open_gate():
        draw.choice(list(SubjectKey.objects.filter(subject__in=sealed).order_by("pk"))).delete()


def destroy_a_key(draw: random.Random) -> None:
    with open_gate():
        SubjectKey.objects.filter(subject="mina").update(wrapped=b"", forgotten_at=NOW)


TAMPERING: tuple[Callable[[random.Random], None], ...] = (
    edit_row,
    edit_and_hash_anew,
    edit_side,
    unseal_side,
    add_side,
    repeat_side,
    remove_side,
    remove_rows,
    add_row,
    swap_rows,
    swap_keys_of_rows,
    cut_off,
    move_head,
    remove_head,
    lose_a_key,
    destroy_a_key,
)


def tamper_once(seed: int) -> str:
    """One random act in a transaction that is taken back; its name where it was not found."""
    draw = random.Random(seed)
    act = draw.choice(TAMPERING)
    with transaction.atomic():
        try:
            with transaction.atomic():
                act(draw)
        except IntegrityError:
            found = True  # the database itself would not have it
        else:
            found = bool(check_record().faults)
        transaction.set_rollback(True)
    return "" if found else f"{act.__name__} with seed {seed}"


def unfound(seeds: range) -> list[str]:
    return [missed for missed in map(tamper_once, seeds) if missed]


def test_an_untouched_record_holds(record):
    assert check_record().faults == ()


@pytest.mark.parametrize("act", TAMPERING, ids=lambda act: act.__name__)
def test_each_kind_of_tampering_is_found(record, act):
    act(random.Random(7))
    assert check_record().faults


def test_random_tampering_is_found(record):
    assert unfound(range(60)) == []


@pytest.mark.long
def test_a_thousand_random_acts_of_tampering_are_found(record):
    assert unfound(range(1_000)) == []


def hash_anew_from(row: AuditRow) -> None:
    """What the owner of database and program could do: every later row fits, and so does the head."""
    previous = row.previous_hash
    for later in AuditRow.objects.filter(chain=row.chain, sequence__gte=row.sequence).order_by("sequence"):
        later.previous_hash = previous
        later.hash = previous = link_hash(later, sides_of(later))
        AuditRow.objects.filter(pk=later.pk).update(previous_hash=later.previous_hash, hash=later.hash)
    Chain.objects.filter(name=row.chain).update(head=previous)


def rewrite(row: AuditRow) -> None:
    AuditRow.objects.filter(pk=row.pk).update(actor="somebody else")
    hash_anew_from(AuditRow.objects.get(pk=row.pk))


def cut_off_with_head(row: AuditRow) -> None:
    AuditSubject.objects.filter(row__chain=row.chain, row__sequence__gte=row.sequence).delete()
    AuditRow.objects.filter(chain=row.chain, sequence__gte=row.sequence).delete()
    Chain.objects.filter(name=row.chain).update(sequence=row.sequence - 1, head=row.previous_hash)


def wipe_chain(row: AuditRow) -> None:
    AuditSubject.objects.filter(row__chain=row.chain).delete()
    AuditRow.objects.filter(chain=row.chain).delete()
    Chain.objects.filter(name=row.chain).delete()


@pytest.mark.parametrize("act", [rewrite, cut_off_with_head, wipe_chain], ids=lambda act: act.__name__)
def test_what_a_bare_chain_cannot_know_a_signed_head_finds(record, act):
    heads = signed_heads(now=NOW)
    row = AuditRow.objects.filter(chain="school").order_by("sequence")[2]
    act(row)
    assert check_record().faults == ()
    (found,) = check_record(heads).faults
    assert found.chain == "school"


def test_heads_agree_with_a_record_that_went_on(record):
    heads = signed_heads(now=NOW)
    with reading("test.read", by=ANA, now=NOW) as scope:
        scope.subjects["mina"] = "opened"
    check = check_record(heads)
    assert (check.faults, check.heads, check.rows) == ((), 2, ROWS + 2)


def test_what_is_checked_keeps_its_memory(record, monkeypatch):
    """A page of rows at a time: the number of rows asked for at once never grows with the record."""
    monkeypatch.setattr("kith.apps.audit.queries.verifying.ROWS_AT_ONCE", 4)
    told: list[int] = []
    assert check_record(progress=told.append).faults == ()
    assert told[-1] == ROWS + 1
    assert max(b - a for a, b in zip([0, *told], told, strict=False)) <= 4
