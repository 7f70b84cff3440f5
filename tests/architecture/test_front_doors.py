"""Apps reach each other only through their front doors."""

import grimp

from tests.architecture.checks.front_doors import through_the_wall
from tests.architecture.house import expect_none


def test_apps_use_front_doors():
    expect_none(through_the_wall(grimp.build_graph("kith", cache_dir=None)))
