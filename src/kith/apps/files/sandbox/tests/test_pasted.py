"""Tables that were pasted: as a browser holds them, whatever stands in them."""

import pytest

from kith.apps.files.projections import ReadTable
from kith.apps.files.reading import CannotReadFile, read_pasted

FROM_WORD = """<html xmlns:o="urn:schemas"><head><style>td { color: red }</style>
<!--[if gte mso 9]><xml>x</xml><![endif]--></head><body><table border=1><tr><td colspan=2><p class=MsoNormal><b>When and
 what</b></p></td><td>RAG</td></tr>
<tr><td rowspan=2>3/3/26</td><td><p>Officers attended.</p><p>Kit&nbsp;was asleep.<script>alert(1)</script></p></td>
<td><span style="display: none">x</span>Red</td></tr>
<tr><td>Seen &lt;b&gt; in town<del>gone</del></td><td>G</td></tr>
<tr><td><s>4/3/26</s></td><td><span style='text-decoration:line-through'>Struck.</span></td><td></td></tr></table>"""


def pasted(text: str) -> ReadTable:
    (table,) = read_pasted(text.encode()).tables
    return table


def test_a_table_from_word_is_read_as_it_looks() -> None:
    table = pasted(FROM_WORD)
    assert table.rows == (
        ("When and what", "When and what", "RAG"),
        ("3/3/26", "Officers attended.\nKit was asleep.", "Red"),
        ("3/3/26", "Seen <b> in town", "G"),
        ("4/3/26", "Struck.", ""),
    )
    assert table.struck == {4} and table.merged == ((1, 1, 1, 2), (2, 1, 3, 1))


def test_cells_that_are_not_closed_end_with_the_next() -> None:
    assert pasted("<table><tr><td>a<td>b<tr><td><p>c<p>d<td>e</table>").rows == (("a", "b"), ("c\nd", "e"))


def test_a_table_within_a_cell_is_its_text() -> None:
    inner = "<table><tr><td>b</td><td>c</td></tr></table>"
    ((cell,),) = pasted(f"<table><tr><td>a{inner}</td></tr></table>").rows
    assert cell.split() == ["a", "b", "c"]


def test_text_in_columns_is_read_as_such() -> None:
    assert pasted("Date\tWhat\n3/3/26\tSeen.").rows == (("Date", "What"), ("3/3/26", "Seen."))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<p>no table</p>", "No table was found in what was pasted."),
        (b"<svg onload=alert(1)></svg>", "No table was found"),
        (b"<table>" * 5_000, "nested too deep"),
        (b"<table><tr><td>" + b"<div>" * 5_000, "nested too deep"),
        (b"<table><tr>" + b"<td rowspan=99999 colspan=99999>x" * 5_000, "larger than"),
        (b"<table>" + b"<!" * 100_000, "No table was found"),
        (b"\xff\xfe<", "no text that can be read"),
        (b"one word", "no columns"),
        (b"", "empty"),
        (b"<table><tr><td>" + b"x" * 9_000_000, "larger than 8 MB"),
    ],
    ids=range(10),
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(CannotReadFile) as refused:
        read_pasted(data)
    assert says in refused.value.message
