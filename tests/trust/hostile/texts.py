"""The hostile texts, and the many more that are made of them for the long search."""

import itertools
from collections.abc import Iterator
from urllib.parse import quote

ACT = "kithxss()"
TEXTS = {
    "a script": f"<script>{ACT}</script>",
    "a script with a space": f"< script >{ACT}</ script >",
    "a picture that fails": f"<img src=x onerror={ACT}>",
    "a way out of an attribute": f'"><svg onload={ACT}>',
    "a way out of single quotes": f"' onmouseover='{ACT}",
    "an attribute": f'" autofocus onfocus="{ACT}',
    "a way out of a text box": f"</textarea><script>{ACT}</script>",
    "a way out of a title": f"</title><script>{ACT}</script>",
    "a way out of a drawing": f"</text></svg><script>{ACT}</script>",
    "a drawing's own link": f'<a xlink:href="javascript:{ACT}">x</a>',
    "a foreign part": f"<foreignObject><body onload={ACT}></foreignObject>",
    "a link": f"javascript:{ACT}",
    "an entity": f"&lt;script&gt;{ACT}&lt;/script&gt;&#60;b&#62;",
    "a comment": f"<!-- --><script>{ACT}</script><!--",
    "a section": f"]]><script>{ACT}</script><![CDATA[",
    "a declaration": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
    "full-width markup": f"＜script＞{ACT}＜/script＞",
    "a template": "{{ 7191 * 7 }}{% for x in y %}{{ x.__class__ }}",
    "a format": "%s%n%x{0}{self.__class__}",
    "a formula": "=cmd|' /C calc'!A0",
    "a formula behind a space": " @SUM(1+1)*cmd|' /C calc'!A0",
    "a formula in full width": '＝HYPERLINK("http://kith.example")',
    "a statement": "Robert'); DROP TABLE people_person;--",
    "a condition": "' OR '1'='1' UNION SELECT password FROM agencies_user --",
    "a path": "../../../../etc/passwd",
    "words turned round": "Ann \u202egnirts\u2066 Example",
    "a zero": "Ann\0Example",
    "a new line with a header": "Ann\r\nSet-Cookie: kith=1",
    "half a character": "Ann \ud800",
    "a flood of marks": "Z" + "\u0300\u0316\u0489" * 60,
    "nothing to be seen": "\u200b\u2060\ufeff\u00ad",
    "a family of signs": "👩🏽‍👩🏿‍👧🏻‍👦🏾" * 12,
    "signs beyond": "\U0010ffff\ufdd0\ue000 مرحبا 𝕬𝖓𝖓",
    "a very long word": "W" * 199,
    "1 MB": "<b>" + "x" * 1_000_000,
}
WRAPS = ("{}", "Ann {}", '"{}', "'{}", "\\{}", "\t{}", "{}\u200b", "A{}", "{}{}")


def many_texts(count: int) -> Iterator[str]:
    """The texts themselves, then each in other clothes: quoted, folded, coded twice, in capitals."""
    short = [text for text in TEXTS.values() if len(text) < 500]
    dressed = (wrap.replace("{}", text) for wrap, text in itertools.product(WRAPS[1:], short))
    coded = (change(text) for change in (str.upper, str.title, str.swapcase, _coded) for text in short)
    yield from itertools.islice(dict.fromkeys(itertools.chain(TEXTS.values(), dressed, coded)), count)


def _coded(text: str) -> str:
    return quote(text, errors="replace")
