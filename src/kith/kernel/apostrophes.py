"""The apostrophe in words that Kith itself says: ’, as it is printed, and never the straight sign of the keyboard.

What people type is theirs and stays as it is.
"""

import re
from typing import Any

_IN_WORDS = re.compile(r"(?<=[^\W\d_])'")


def curly(text: str) -> str:
    """A straight one after a letter becomes ’; one that opens a quotation stays.

    >>> curly("the child's page, parents' words, 'quoted")
    "the child’s page, parents’ words, 'quoted"
    """
    return _IN_WORDS.sub("’", text)


def curly_in(data: Any) -> Any:
    """The same in every text of nested lists and tables; their keys stay as they are.

    >>> curly_in({"it's": ["Mum's", 3]})
    {"it's": ['Mum’s', 3]}
    """
    if isinstance(data, str):
        return curly(data)
    if isinstance(data, dict):
        return {key: curly_in(value) for key, value in data.items()}
    return [curly_in(value) for value in data] if isinstance(data, list) else data
