"""Apps reach each other only through a front door; import-linter looks after the order they stand in."""

import re

import grimp

from tests.architecture.checks.breach import Breach

FRONT_DOORS = {"queries", "services", "events", "projections", "actions"}
DOORS_OF_ONE_APP = {("records", "base"), ("records", "keys"), ("files", "reading")}
INSIDE_AN_APP = re.compile(r"^\w+\.apps\.(?P<app>\w+)(?:\.(?P<part>\w+))?")


def through_the_wall(graph: grimp.ImportGraph) -> list[Breach]:
    """Imports from one app into the inside of another; tests may look where they like."""
    breaches = []
    for importer in sorted(graph.modules):
        if ".tests" in importer or not INSIDE_AN_APP.match(importer):
            continue
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            if not _is_allowed(importer, imported):
                says = f"imports {imported}; another app is reached by {', '.join(sorted(FRONT_DOORS))}."
                breaches.append(Breach("through_the_wall", importer, says))
    return breaches


def _is_allowed(importer: str, imported: str) -> bool:
    here, there = INSIDE_AN_APP.match(importer), INSIDE_AN_APP.match(imported)
    if here is None or there is None or here["app"] == there["app"]:
        return True
    return there["part"] in FRONT_DOORS or (there["app"], there["part"]) in DOORS_OF_ONE_APP
