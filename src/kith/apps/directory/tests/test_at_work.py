"""People at work who fit a question."""

from kith.apps.agencies.projections import WorkerAtWork
from kith.apps.directory.at_work import MOST_WORKERS, who_fits


def at_work(key: int, name: str, title: str, kind: str = "council") -> WorkerAtWork:
    return WorkerAtWork(id=key, name=name, job_title=title, agency="Somewhere", agency_kind=kind)


NURSES = [at_work(100 + n, f"Somebody Else{n}", "School nurse") for n in range(MOST_WORKERS + 1)]
ADVISER = at_work(1, "Ines Rudd", "Adviser for 16 to 25")
GWEN = at_work(2, "Gwen Farrow", "School nurse")


def test_a_name_finds_whoever_has_it_before_whoever_has_the_post():
    assert who_fits({"gwen", "adviser"}, [*NURSES, ADVISER, GWEN], ()) == [GWEN, ADVISER]


def test_a_post_that_few_have_finds_them_and_one_that_many_have_does_not():
    assert who_fits({"adviser"}, [*NURSES, ADVISER], ()) == [ADVISER]
    assert who_fits({"school", "nurse"}, [*NURSES, ADVISER], ()) == []
    assert len(who_fits({"school", "nurse"}, NURSES[1:], ())) == MOST_WORKERS


def test_the_better_name_comes_first_and_no_list_is_long():
    same = [at_work(200 + n, f"Gwen Other{n}", "") for n in range(20)]
    found = who_fits({"gwen", "farrow"}, [*same, GWEN], ())
    assert (found[0], len(found)) == (GWEN, MOST_WORKERS)


def test_nobody_of_a_kind_of_agency_that_is_kept_back_is_found():
    hidden = at_work(3, "Gwen Hollis", "Refuge worker", "refuge")
    assert who_fits({"gwen", "refuge"}, [hidden, GWEN], {"refuge"}) == [GWEN]
