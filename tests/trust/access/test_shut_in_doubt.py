"""Where in doubt, shut: unknown kinds, rows that say more than a rule allows, and looks at what nobody may know of."""

import pytest

from kith.apps.access.queries import Cut, decide, visible, who_can
from kith.apps.people.models import Person
from kith.kernel.decisions import Level
from tests.trust.access.test_cut_and_rules import CHANGE, READ, RECORD, record_sealed, stand
from tests.trust.access.test_rules_by_example import DAY, EARLIER, LOOK, NOW, ON_TEAM
from tests.trust.access.worlds import Scope, Seal, Share

__all__ = ["stand"]  # a fixture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("action", [READ, CHANGE], ids=["read", "change"])
def test_p9_a_look_opens_no_record_of_which_nobody_may_know(stand, action):
    """As with a whole person: the rules open in an emergency only what could be found anyway."""
    standing = stand(ON_TEAM, LOOK, *record_sealed(outsiders="nothing"))
    cut = Cut(standing.actors(DAY)[0], action, now=NOW)
    assert cut.closed_records([RECORD]) == {RECORD}


def test_p9_a_look_opens_no_sealed_record_to_be_changed(stand):
    standing = stand(ON_TEAM, LOOK, *record_sealed())
    assert Cut(standing.actors(DAY)[0], READ, now=NOW).closed_records([RECORD]) == set()
    assert Cut(standing.actors(DAY)[0], CHANGE, now=NOW).closed_records([RECORD]) == {RECORD}


def test_r0_a_kind_of_record_that_nobody_knows_opens_to_nobody(stand):
    standing = stand(ON_TEAM)
    actor = standing.actors(DAY)[0]
    assert decide(actor, READ, standing.ref(0), now=NOW, kind="gossip").level == Level.NOTHING
    assert not visible(actor, READ, Person.objects.all(), now=NOW, kind="gossip").exists()
    assert who_can(READ, standing.ref(0), now=NOW, kind="gossip") == []


def test_r0_a_seal_of_a_kind_that_nobody_knows_is_shut_and_no_fault(stand):
    """A kind may leave the list while its seals still stand."""
    standing = stand(ON_TEAM, LOOK, Seal(0, "old_kind", "pointer", True, EARLIER), Scope(0, 0))
    answer = decide(standing.actors(DAY)[0], READ, standing.ref(0), now=NOW)
    assert (answer.allowed, answer.rule) == (False, "R4")


@pytest.mark.parametrize("level", [Level.WRITE, Level.EXPORT])
def test_r2_no_share_opens_more_than_reading_whatever_its_row_says(stand, level):
    standing = stand(Share(0, 1, 0, DAY, level=level))
    actor = standing.actors(DAY)[0]
    assert decide(actor, READ, standing.ref(0), now=NOW).level == Level.READ
    assert not visible(actor, CHANGE, Person.objects.all(), now=NOW).exists()
