"""What has been told in the county of the route census: pru waits to hear of Ivy, and Lia has word of a coach."""

from kith.apps.cases.projections import Told
from kith.apps.cases.services import tell_as_worker
from kith.testing.factories import NOW, Partnership


def what_was_told(county: Partnership) -> dict[str, str]:
    """Of an adult and of a child; each stands where its own page is asked for."""
    of_child = Told(words="She came without a coat.", child_name="Ivy Brook", family_knows="yes")
    of_adult = Told(words="He shouts at them.", adult_name="Otto Lamprey", adult_work="Heron Swimming")
    pru = county.actor("pru")
    child = tell_as_worker(by=pru, told=of_child, now=NOW)
    adult = tell_as_worker(by=pru, told=of_adult, is_about_adult=True, now=NOW)
    return {"contact_ref": child.ref, "contact_ref of contacts:allegation": adult.ref}
