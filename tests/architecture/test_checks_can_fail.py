"""Every check finds the sample that breaks its promise, and leaves the good sample alone."""

import hashlib

import grimp
import pytest

from tests.architecture.checks import budgets
from tests.architecture.checks.apostrophes import straight_apostrophes
from tests.architecture.checks.docstrings import missing_examples, missing_inits, missing_words
from tests.architecture.checks.documents import (
    altered_vendor_files,
    apps_in_order,
    disagreeing_locks,
    misplaced_rows,
    undocumented_settings,
    unknown_commands,
)
from tests.architecture.checks.front_doors import through_the_wall
from tests.architecture.checks.migrations import not_linear
from tests.architecture.checks.one_home import written_again
from tests.architecture.checks.traces import colour_literals, machine_traces

SIXTY_LINES = "".join(f"    a{number} = {number}\n" for number in range(60))
GOOD = '''"""A module."""

import math


def area(radius, *, scale=1):
    """Area of a circle, in squares of the unit of its radius."""
    return scale * math.pi * radius**2
'''


@pytest.fixture
def written(tmp_path):
    """Write a sample file and return its path."""

    def write(text, name="sample.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return write


@pytest.mark.parametrize(
    ("check", "name", "text"),
    [
        ("file_length", "sample.py", "a = 1\n" * 501),
        ("function_length", "sample.py", f"def long():\n{SIXTY_LINES}"),
        ("class_size", "sample.py", "class Long:\n" + "    a = 1\n" * 301),
        ("class_size", "sample.py", "class Many:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(21))),
        ("parameters", "sample.py", "def many(a, b, c, *, d, e, f, g, h): ...\n"),
        ("late_imports", "sample.py", "def late():\n    import json\n    return json\n"),
        ("banned_name", "date_utils.py", GOOD),
        ("banned_name", "helpers.py", GOOD),
        ("banned_name", "common.py", GOOD),
    ],
)
def test_overrun_budgets_are_found(written, check, name, text):
    assert {breach.check for breach in budgets.over_budget(written(text, name))} == {check}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sample.py", GOOD),
        ("sample.py", f'def documented():\n    """Long words.\n\n{SIXTY_LINES}    """\n    return 1\n'),
        ("sample.py", "class One:\n    def seven(self, a, b, c, *, d, e, f, g): ...\n"),
        ("sample.py", "@app.command()\ndef serve(a, b, c, d, e, f, g, h): ...\n"),
        ("apps.py", "def ready():\n    import json\n    return json\n"),
        ("community.py", GOOD),
        ("migrations/0001_initial.py", "a = 1\n" * 600),
    ],
)
def test_what_fits_its_budget_is_left_alone(written, name, text):
    assert budgets.over_budget(written(text, name)) == []


def test_modules_and_packages_without_words_are_found(written):
    assert missing_words(written("a = 1\n"))
    assert missing_words(written('"""no sentence"""\n'))
    assert missing_words(written('"""One sentence only."""\n', "pack/__init__.py"))
    assert not missing_words(written(GOOD))
    assert not missing_words(written('"""It owns this.\n\nThat does not belong."""\n', "pack/__init__.py"))
    assert not missing_words(written("", "pack/tests/__init__.py"))


def test_folders_that_are_no_packages_are_found(written, tmp_path):
    written(GOOD, "pack/sample.py")
    written("", "__init__.py")
    assert [breach.where for breach in missing_inits(tmp_path)] == [str(tmp_path / "pack")]
    written("", "pack/__init__.py")
    assert missing_inits(tmp_path) == []


def test_offered_functions_without_an_example_are_found(written):
    written("def bare():\n    return 1\n\n\ndef shown():\n    '''>>> shown()'''\n", "src/engine/parts.py")
    init = written("from engine.parts import bare, shown\n", "src/engine/__init__.py")
    assert [breach.where.rpartition("::")[2] for breach in missing_examples(init.parent)] == ["bare"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", "a { color: #ff8800; }"),
        ("a.css", "a { color: #fff }"),
        ("a.js", "const ink = 'rgba(0, 0, 0, 0.5)'"),
        ("a.svg", '<path fill="#12474A"/>'),
        ("a.py", 'INK = "#17262A"'),
    ],
)
def test_colours_outside_the_palette_are_found(written, name, text):
    assert colour_literals(written(text, name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", "a { color: var(--ink); }\n#network-editor { }"),
        ("a.html", '<a href="#add">&#39;</a>'),
        ("a.py", '"""The colour of that name.\n\n>>> colour("foam")\n\'#FFFFFF\'\n"""\n'),
        ("a.md", "#fff"),
    ],
)
def test_what_only_looks_like_a_colour_is_left_alone(written, name, text):
    assert colour_literals(written(text, name)) == []


def test_traces_of_one_machine_are_found(written):
    folder, registry = "/".join(["", "home", "somebody", "kith"]), ".".join(["pypi", "org"])
    assert machine_traces(written(f"cd {folder}\n", "a.md"))
    assert machine_traces(written(f"https://{registry}/simple\n", "a.lock"))
    assert not machine_traces(written("see https://www.legislation.gov.uk/work/1 and /usr/bin/chromium\n", "a.md"))
    assert not machine_traces(written("", "a.png").with_name("a.png"))


def test_forked_migrations_are_found(written, tmp_path):
    def migration(name, *parents):
        pairs = ", ".join(f"('people', '{parent}')" for parent in parents)
        text = f"class Migration:\n    dependencies = [('audit', '0001_initial'), {pairs}]\n"
        written(text, f"people/migrations/{name}.py")

    folder = tmp_path / "people" / "migrations"
    migration("0001_initial")
    migration("0002_names", "0001_initial")
    assert not_linear(folder) == []
    migration("0003_ties", "0001_initial")
    assert not_linear(folder)
    migration("0003_ties")
    assert not_linear(folder)


def test_settings_without_words_are_found(written):
    page = written("`KITH_HOSTS` says ...\n", "settings.md")
    assert undocumented_settings(page, ["KITH_HOSTS"]) == []
    assert undocumented_settings(page, ["KITH_HOSTS", "KITH_HOST"])


def test_commands_that_do_not_exist_are_found(written):
    makefile = written("demo:  ## Show it\n\t@kith demo\n", "Makefile")
    assert (
        unknown_commands(written("Type `make demo`, and make sure it runs.\n\n    make demo\n", "a.md"), makefile) == []
    )
    assert unknown_commands(written("Type `make magic`.\n", "a.md"), makefile)
    assert unknown_commands(written("Type\n\n    make magic   # and wait\n", "a.md"), makefile)


def test_locks_that_disagree_are_found(written):
    smaller = written("django==5.2.1 \\\n    --hash=sha256:00\n", "a.lock")
    assert disagreeing_locks(smaller, written("django==5.2.1 \\\npytest==9.2\n", "b.lock")) == []
    assert disagreeing_locks(smaller, written("django==5.2.2 \\\npytest==9.2\n", "b.lock"))


def test_altered_vendor_files_are_found(written, tmp_path):
    digest = hashlib.sha256(b"one").hexdigest()
    written(f'[[file]]\nname = "a.js"\nsha256 = "{digest}"\n', "VENDOR.toml")
    assert altered_vendor_files(tmp_path)
    written("one", "a.js")
    assert altered_vendor_files(tmp_path) == []
    written("two", "b.css")
    assert altered_vendor_files(tmp_path)
    (tmp_path / "b.css").unlink()
    written("two", "a.js")
    assert altered_vendor_files(tmp_path)


@pytest.mark.parametrize(
    ("imported", "is_allowed"),
    [
        ("kith.apps.audit.services", True),
        ("kith.apps.audit.services.chains", True),
        ("kith.apps.records.base", True),
        ("kith.apps.audit.base", False),
        ("kith.apps.audit.models", False),
        ("kith.apps.audit", False),
        ("kith.kernel.refs", True),
    ],
)
def test_imports_through_the_wall_are_found(imported, is_allowed):
    graph = grimp.ImportGraph()
    for importer in ("kith.apps.people.queries", "kith.apps.people.tests.test_queries"):
        graph.add_import(importer=importer, imported=imported)
    assert (through_the_wall(graph) == []) is is_allowed


def test_rows_of_a_table_that_are_doubled_lacking_or_out_of_order_are_found(written):
    contracts = written("[importlinter:contract:apps]\nlayers =\n    (cases)\n    (people)\n", ".importlinter")
    order = apps_in_order(contracts)
    assert order == ["cases", "people"]

    def page(*names):
        rows = "".join(f"| `{name}` | owns it |\n" for name in names)
        return written(
            f"# Apps\n\n| app | owns |\n|---|---|\n{rows}\n| what | where |\n|---|---|\n| `a` | b |\n", "a.md"
        )

    assert misplaced_rows(page("cases", "people"), "app", order) == []
    for names in ((), ("cases",), ("people", "cases"), ("cases", "people", "cases"), ("cases", "cases", "people")):
        assert misplaced_rows(page(*names), "app", order)
    assert misplaced_rows(page("cases", "people"), "engine", order)


@pytest.mark.parametrize(
    "text",
    [
        'words = tomllib.loads((files("kith.apps.cases") / "data" / "outcomes.toml").read_text(encoding="utf-8"))',
        'words = tomllib.loads(PATH.read_text(encoding="utf-8"))',
        'f"{row.on.day} {row.on:%B %Y}"',
        'f"{on:%A} {on.day} {on:%B}"',
    ],
)
def test_what_the_kernel_does_and_somebody_writes_again_is_found(written, text):
    assert written_again(written(f"{text}\n"))
    assert not written_again(written(f"{text}\n", "kernel/days.py"))


@pytest.mark.parametrize(
    "text", ["data = tomllib.loads(sent.decode())", 'f"{since:%b %Y}"', 'f"{moment:%H:%M} on {said}"']
)
def test_what_only_looks_like_it_is_left_alone(written, text):
    assert not written_again(written(f"{text}\n"))


@pytest.mark.parametrize("text", ['says = "the child\'s page"', 'says = f"{who} is a parents\' friend"'])
def test_straight_apostrophes_are_found(written, text):
    assert straight_apostrophes(written(f"{text}\n"))


@pytest.mark.parametrize(
    "text", ['"""A child\'s page."""', 'says = "the child’s page"', "says = f\"{'1' if one else 'many'}\""]
)
def test_what_nobody_reads_on_screen_may_be_straight(written, text):
    assert not straight_apostrophes(written(f"{text}\n"))
