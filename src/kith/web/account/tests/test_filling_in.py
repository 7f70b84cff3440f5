"""A form of a finished page is filled in again; everything else stays byte for byte."""

import pytest
from django.http import QueryDict

from kith.web.account.filling_in import filled_in

PAGE = """<!doctype html>
<form method="post" action="/elsewhere"><input name="called" value="theirs"></form>
<form method="post" novalidate>
<input type="hidden" name="csrfmiddlewaretoken" value="fresh">
<input type="hidden" name="version" value="8">
<input class="govuk-input" id="called" name="called" type="text" value="old &amp; new">
<input name="also" type="checkbox" value="mum" checked><input name="also" type="checkbox" value="dad">
<input name="sure" type="radio" value="yes"><input name="sure" type="radio" value="no" checked>
<details class="more"><summary>More</summary>
<select name="kind"><option value="">Choose</option><optgroup label="x"><option value="close" selected>Close</option>
<option value="distant">Distant</option></optgroup></select>
<textarea name="words" rows="4">before &lt;b&gt;</textarea></details>
<input type="password" name="secret"><button name="act" value="save">Save</button>
</form>
<p>called</p>
"""


def fill(words: str, *, to: str = "/here", page: str = PAGE) -> str:
    return filled_in(page, path="/here", to=to, said=QueryDict(words))


def test_what_was_typed_is_back_in_its_boxes():
    page = fill(
        "called=Comfort+%22Baz%22&words=one%0D%0Atwo+%3C3&kind=distant&also=dad&sure=yes&version=7&secret=x&act=y"
    )
    assert 'name="called" type="text" value="Comfort &quot;Baz&quot;"' in page
    assert '<textarea name="words" rows="4">one\r\ntwo &lt;3</textarea>' in page
    assert '<option value="distant" selected>' in page and '<option value="close">' in page
    assert 'value="dad" checked' in page and 'value="mum">' in page
    assert 'value="yes" checked' in page and 'value="no">' in page
    assert '<details class="more" open>' in page
    assert 'name="version" value="7"' in page, "an older version stays older, so that two changes are noticed"


def test_tokens_passwords_buttons_and_other_forms_are_left_alone():
    page = fill("called=x&csrfmiddlewaretoken=stale&secret=x&act=other")
    assert 'value="fresh"' in page and "stale" not in page
    assert '<input type="password" name="secret"><button name="act" value="save">' in page
    assert 'action="/elsewhere"><input name="called" value="theirs">' in page


def test_a_form_elsewhere_on_the_page_is_found_by_where_it_goes():
    page = fill("called=mine", to="/elsewhere")
    assert 'action="/elsewhere"><input name="called" value="mine">' in page
    assert page.replace('value="mine"', 'value="theirs"') == PAGE


def test_a_page_without_that_form_stays_as_it_is():
    assert fill("called=x", to="/nowhere") == PAGE


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</textarea><b>", '"><img src=x>', "'&amp;"])
def test_nothing_that_was_typed_becomes_markup(text):
    query = QueryDict(mutable=True)
    query.update({"called": text, "words": text})
    page = filled_in(PAGE, path="/here", to="/here", said=query)
    assert page.count("<") == PAGE.count("<")


def test_what_is_folded_away_is_opened_only_where_words_went_in():
    assert '<details class="more">' in fill("called=x&kind=close&words=before+%3Cb%3E&also=mum&sure=no")
    assert '<details class="more" open>' in fill("called=x&kind=distant")


def test_what_was_emptied_stays_empty():
    assert '<textarea name="words" rows="4"></textarea>' in fill("words=&called=")
    assert 'type="text" value=""' in fill("words=&called=")


def test_several_boxes_of_one_name_get_their_own_words_back():
    page = fill(
        "line=a&line=b", page='<form method="post"><input name="line"><input name="line"><input name="line"></form>'
    )
    assert page == (
        '<form method="post"><input name="line" value="a"><input name="line" value="b"><input name="line"></form>'
    )
