"""A chain tells when somebody with the server's keys edited, removed, reordered or cut off its rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.access.models import Batch
from kith.apps.audit.chain import START, columns_of, fault_of, link_hash, side_of
from kith.apps.audit.models import AuditRow, AuditSubject, Chain
from kith.apps.audit.queries import broken_links
from kith.apps.audit.services import COMMON_CHAIN, deed
from kith.kernel.decisions import Level, granted
from kith.testing.factories import NOW, OPERATOR
from tests.trust.audit.unlocked import take_triggers_away

MAY = granted(Level.WRITE, "R1", "You work with this child.")


def write_rows(count: int) -> None:
    for number in range(count):
        with deed("test.deed", by=OPERATOR, now=NOW, decision=MAY, subjects=[f"s{number}", "everybody"]) as act:
            Batch().save()
            act.notes(number=number)


@pytest.fixture
def unguarded(db) -> None:
    """Six rows, and no triggers: what somebody could do who owns the database."""
    write_rows(6)
    take_triggers_away()


def row(sequence: int) -> AuditRow:
    return AuditRow.objects.get(chain=COMMON_CHAIN, sequence=sequence)


def remove(*sequences: int) -> None:
    AuditSubject.objects.filter(row__sequence__in=sequences).delete()
    AuditRow.objects.filter(sequence__in=sequences).delete()


def swap(a: int, b: int) -> None:
    one, two = row(a), row(b)
    AuditRow.objects.filter(pk=one.pk).update(sequence=1000)
    AuditRow.objects.filter(pk=two.pk).update(sequence=a)
    AuditRow.objects.filter(pk=one.pk).update(sequence=b)


def forge(sequence: int) -> None:
    """Edit a row and give it a hash that fits: the row after it no longer does."""
    forged = row(sequence)
    forged.actor = "somebody else"
    subjects = list(AuditSubject.objects.filter(row=forged).values_list("subject", "how"))
    AuditRow.objects.filter(pk=forged.pk).update(actor=forged.actor, hash=link_hash(forged, subjects))


def set_column(name: str, value: object):
    return lambda: AuditRow.objects.filter(sequence=3).update(**{name: value})


TAMPERING = {
    "edit who": (set_column("actor", "x"), 3),
    "edit whose": (set_column("agency", "x"), 3),
    "edit what": (set_column("event", "x"), 3),
    "edit when": (set_column("at", NOW.replace(year=2020)), 3),
    "edit level": (set_column("level", 0), 3),
    "edit rule": (set_column("rule", "R9"), 3),
    "edit payload": (set_column("payload", "{}"), 3),
    "edit a subject": (lambda: AuditSubject.objects.filter(subject="s2").update(subject="s9"), 3),
    "edit how": (lambda: AuditSubject.objects.filter(subject="s2").update(how="listed"), 3),
    "add a subject": (lambda: AuditSubject.objects.create(row=row(3), subject="s9", how="opened"), 3),
    "remove a subject": (lambda: AuditSubject.objects.filter(subject="s2").delete(), 3),
    "forge a hash": (lambda: forge(3), 4),
    "forge the last": (lambda: forge(6), 6),
    "remove the first": (lambda: remove(1), 1),
    "remove one": (lambda: remove(3), 3),
    "swap": (lambda: swap(2, 4), 2),
    "cut off the end": (lambda: remove(5, 6), 5),
    "remove all": (lambda: remove(1, 2, 3, 4, 5, 6), 1),
    "set the head back": (lambda: Chain.objects.update(sequence=5, head=row(5).hash), 6),
    "remove the head": (lambda: Chain.objects.all().delete(), 1),
}


def test_an_honest_chain_holds(unguarded):
    assert list(broken_links()) == []


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_found_where_it_happened(unguarded, what):
    tamper, place = TAMPERING[what]
    tamper()
    (found,) = broken_links()
    assert (found.chain, found.sequence) == (COMMON_CHAIN, place)


def test_agencies_have_chains_of_their_own(unguarded):
    remove(2)
    Chain.objects.create(name="another")
    assert [fault.chain for fault in broken_links()] == [COMMON_CHAIN]


texts = st.text(max_size=12)


@given(subjects=st.lists(st.tuples(texts, texts), min_size=2, max_size=5, unique=True), data=st.data())
def test_the_order_in_which_subjects_are_read_does_not_matter(subjects, data):
    shuffled = data.draw(st.permutations(subjects))
    one = AuditRow(chain="c", sequence=1, at=NOW, level=0, previous_hash="")
    assert link_hash(one, subjects) == link_hash(one, shuffled)


@given(first=st.tuples(texts, texts), second=st.tuples(texts, texts))
def test_words_cannot_wander_from_one_column_to_the_next(first, second):
    one = AuditRow(chain="c", sequence=1, at=NOW, level=0, previous_hash="", actor=first[0], agency=first[1])
    two = AuditRow(chain="c", sequence=1, at=NOW, level=0, previous_hash="", actor=second[0], agency=second[1])
    assert (link_hash(one, []) == link_hash(two, [])) == (first == second)


LATER = NOW.replace(microsecond=1)
columns = st.fixed_dictionaries(
    {
        "chain": texts,
        "sequence": st.integers(1, 9),
        "at": st.sampled_from([NOW, LATER]),
        "actor": texts,
        "agency": texts,
        "event": texts,
        "level": st.integers(0, 5),
        "rule": texts,
        "payload": texts,
        "previous_hash": texts,
    }
)
sides = st.lists(st.builds(side_of, texts, texts, st.none() | st.binary(max_size=4)), max_size=4)


@given(one=columns, other=columns, some=sides, others=sides)
def test_two_rows_that_differ_anywhere_have_two_hashes(one, other, some, others):
    is_same = one == other and sorted(some) == sorted(others)
    assert (link_hash(AuditRow(**one), some) == link_hash(AuditRow(**other), others)) == is_same


@given(one=columns, name=st.sampled_from(["chain", "actor", "agency", "event", "rule", "payload"]), some=sides)
def test_no_change_of_one_column_keeps_the_hash(one, name, some):
    changed = one | {name: one[name] + "x"}
    assert link_hash(AuditRow(**one), some) != link_hash(AuditRow(**changed), some)


@given(one=columns, some=sides, place=st.integers(0, 9), before=texts)
def test_a_row_stands_only_after_the_row_it_follows(one, some, place, before):
    row = AuditRow(**one)
    row.hash = link_hash(row, some)
    follows = (place, before) == (row.sequence - 1, row.previous_hash)
    assert (fault_of(columns_of(row), some, (place, before)) == "") == follows


@given(one=columns, some=sides)
def test_a_row_without_its_own_hash_is_at_fault(one, some):
    row = AuditRow(**one, hash=START)
    assert fault_of(columns_of(row), some, (row.sequence - 1, row.previous_hash)) == "the row was changed"
