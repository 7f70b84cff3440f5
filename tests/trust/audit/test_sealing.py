"""What deeds changed is sealed for each subject, read back with their key, and gone with it; the chain still holds."""

import json

import pytest
from django.conf import settings
from django.db import connection

from kith.apps.audit.keys import AUDIT_KEY, NoAuditKey
from kith.apps.audit.models import AuditRow, AuditSubject, SubjectKey
from kith.apps.audit.queries import changes_of, check_record, missing_keys
from kith.apps.audit.services import deed, forget_subject, load, rewrap_keys
from kith.apps.records.base import CannotOpen, ChangedOutsideDeed
from kith.apps.records.keys import Key, new_key, read_keys
from kith.engines.drawing import network as net
from kith.kernel.decisions import Level, granted
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, OPERATOR

pytestmark = pytest.mark.django_db
MAY = granted(Level.WRITE, "R1", "You work with this child.")


def change(ref: str = "mina", *, before: object = "quay row", after: object = "mill lane") -> None:
    with deed("test.moved", by=OPERATOR, now=NOW, decision=MAY) as act:
        act.changed(ref, before={"address": before}, after={"address": after})
        act.notes(fact="0" * 26)


def stored() -> str:
    """Everything the record holds, as the owner of the database would read it."""
    rows = list(AuditRow.objects.values()) + list(AuditSubject.objects.values()) + list(SubjectKey.objects.values())
    return repr([{name: bytes(v) if isinstance(v, memoryview) else v for name, v in row.items()} for row in rows])


def test_before_and_after_are_read_back_with_the_subjects_key():
    change()
    change(before="mill lane", after="wharf")
    kept = changes_of("mina")
    assert [(c.before["address"], c.after["address"]) for c in kept] == [
        ("mill lane", "wharf"),
        ("quay row", "mill lane"),
    ]
    assert (kept[0].event, kept[0].actor, kept[0].at) == ("test.moved", OPERATOR.ref, NOW)
    assert changes_of("mina", ["another.event"]) == ()
    assert changes_of("lou") == ()


def test_nothing_that_was_said_stands_in_the_clear():
    change()
    assert "quay" not in stored() and "lane" not in stored()
    assert json.loads(AuditRow.objects.get().payload) == {"fact": "0" * 26}


def test_saying_it_again_adds_to_what_was_said():
    with deed("test.moved", by=OPERATOR, now=NOW, decision=MAY) as act:
        act.changed("mina", before={"home": "one"})
        act.changed("mina", after={"home": "two"})
    (kept,) = changes_of("mina")
    assert (kept.before, kept.after) == ({"home": "one"}, {"home": "two"})


def test_dates_and_records_can_be_read_back():
    home = net.Address(lines="14 Quay Row", since=PartialDate("2019-21"))
    change(before=PartialDate("2014~"), after=home)
    (kept,) = changes_of("mina")
    assert kept.before["address"] == "2014~"
    assert (kept.after["address"]["lines"], kept.after["address"]["since"]) == ("14 Quay Row", "2019-21")


def test_whoever_is_forgotten_is_unreadable_for_ever_and_the_chain_holds():
    change("mina")
    change("lou")
    forget_subject(subject_ref="mina", by=OPERATOR, now=NOW, decision=MAY)
    assert changes_of("mina") == ()
    assert len(changes_of("lou")) == 1
    assert bytes(SubjectKey.objects.get(subject="mina").wrapped) == b""
    assert check_record().faults == ()
    last = AuditRow.objects.latest("pk")
    assert last.event == "audit.subject.forgotten"
    assert list(AuditSubject.objects.filter(row=last).values_list("subject", "how")) == [("mina", "erased")]


def test_nobody_who_was_forgotten_gets_a_new_key():
    change()
    forget_subject(subject_ref="mina", by=OPERATOR, now=NOW, decision=MAY)
    change(after="somewhere new")
    assert changes_of("mina") == ()
    assert AuditSubject.objects.filter(subject="mina", sealed__isnull=False).count() == 1
    forget_subject(subject_ref="mina", by=OPERATOR, now=NOW, decision=MAY)
    assert check_record().faults == ()


def test_somebody_of_whom_nothing_was_sealed_can_be_forgotten():
    forget_subject(subject_ref="rae", by=OPERATOR, now=NOW, decision=MAY)
    change("rae")
    assert changes_of("rae") == ()


def test_a_load_says_how_many_and_makes_no_key():
    with load("test.load", by=OPERATOR, now=NOW, payload={"people": 150}):
        pass
    assert AuditRow.objects.get().payload == '{"people":150}'
    assert not SubjectKey.objects.exists()


def test_keys_change_only_inside_a_deed():
    change()
    with pytest.raises(ChangedOutsideDeed):
        SubjectKey.objects.update(wrapped=b"")
    with pytest.raises(ChangedOutsideDeed):
        SubjectKey.objects.get().delete()


def use_keys(monkeypatch: pytest.MonkeyPatch, *keys: Key) -> None:
    monkeypatch.setattr(settings, "AUDIT_KEYS", keys)


def test_keys_rotate(monkeypatch):
    """A new key in front reads and writes at once; the old one may go when every key was wrapped anew."""
    old, new = (read_keys(AUDIT_KEY, new_key())[0] for _ in range(2))
    use_keys(monkeypatch, old)
    change("mina")
    change("lou")
    use_keys(monkeypatch, new, old)
    change("rae")
    assert len(changes_of("mina")) == 1
    assert rewrap_keys(by=OPERATOR, now=NOW) == 2
    assert rewrap_keys(by=OPERATOR, now=NOW) == 0
    use_keys(monkeypatch, new)
    assert [len(changes_of(ref)) for ref in ("mina", "lou", "rae")] == [1, 1, 1]
    assert missing_keys() == ()
    assert check_record().faults == ()


def test_a_key_that_is_gone_too_early_is_named(monkeypatch):
    old, new = (read_keys(AUDIT_KEY, new_key())[0] for _ in range(2))
    use_keys(monkeypatch, old)
    change()
    use_keys(monkeypatch, new)
    (missing,) = missing_keys()
    with pytest.raises(NoAuditKey, match=missing):
        changes_of("mina")


def test_a_stolen_key_row_opens_nothing_for_another_subject():
    change("mina")
    change("lou")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE audit_subjectkey SET wrapped = (SELECT wrapped FROM audit_subjectkey WHERE subject = 'mina') "
            "WHERE subject = 'lou'"
        )
    with pytest.raises(CannotOpen):
        changes_of("lou")
