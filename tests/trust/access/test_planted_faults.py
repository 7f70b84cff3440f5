"""The faults that are planted in the policy still fit it: many, distinct, each in one place, each real code."""

import pytest

from tools.plant_faults import CannotPlant, Fault, planned_faults


def test_every_fault_can_still_be_planted():
    faults = planned_faults()
    assert len(faults) >= 60
    assert len({fault.name for fault in faults}) == len({(f.file, f.old, f.new) for f in faults}) == len(faults)
    assert all(fault.old != fault.new for fault in faults)


@pytest.mark.parametrize("text", ["nothing of it", "day < until, day < until"])
def test_a_fault_that_fits_nowhere_or_twice_is_not_planted(text):
    with pytest.raises(CannotPlant, match=r"stands \d times"):
        Fault("a day ends late", "moments.py", "day < until", "day <= until").planted_in(text)
