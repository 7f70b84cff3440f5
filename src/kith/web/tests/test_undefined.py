"""Misspelt names are loud in our templates and silent where GOV.UK's macros rely on it."""

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment
from jinja2.exceptions import UndefinedError

from kith.web.jinja import environment

MACROS = "{% macro show(params) %}[{{ params.label.html }}|{{ params.text }}]{% endmacro %}"
IMPORT = '{% from "govuk_frontend_jinja/made_up.html" import show %}'


def rendered(source: str, **context: object) -> str:
    pages: Environment = environment()
    given = DictLoader({"ours.html": source, "govuk_frontend_jinja/made_up.html": MACROS})
    pages.loader = ChoiceLoader([given])
    return pages.get_template("ours.html").render(context)


def test_macros_print_what_they_were_not_given_as_nothing() -> None:
    assert rendered(IMPORT + "{{ show({'text': 'Save'}) }}") == "[|Save]"


@pytest.mark.parametrize(
    "source",
    [
        "{{ chidl }}",
        "{{ child.nmae }}",
        "{{ child.nmae.first }}",
        "{% for each in chidlren %}{% endfor %}",
        "{{ chidlren | length }}",
        "{{ 'Hello ' ~ nmae }}",
        "{{ nmae | upper }}",
    ],
)
def test_our_templates_may_not_use_a_missing_name(source: str) -> None:
    with pytest.raises(UndefinedError):
        rendered(source, child={})


def test_a_missing_name_handed_to_a_macro_is_loud_too() -> None:
    with pytest.raises(UndefinedError):
        rendered(IMPORT + "{{ show({'text': child.nmae}) }}", child={})


def test_asking_whether_something_is_there_is_allowed() -> None:
    assert rendered("{% if notice %}yes{% else %}no{% endif %}") == "no"
