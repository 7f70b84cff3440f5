"""Every condition, order and stage that a page names stands in the words of the field, in words a child can read."""

import pytest

from kith.apps.directory.county_files import shipped
from kith.apps.directory.words_of_county import read_glossary
from kith.apps.sentences.kinds import condition_kinds
from kith.kernel.reading_age import complaints, read_text

WORDS = {word.word: word.means for word in read_glossary(shipped("glossary"))}
OURS = {kind.says for kind in condition_kinds().values()} | {
    *("Community order", "Condition", "Induction", "Intelligence", "Licence", "OASys", "Parole Board", "Probation"),
    *("Pre-sentence report", "Probation reset", "Public Protection Unit", "Recall", "Suspended sentence order"),
}


@pytest.mark.parametrize("word", sorted(OURS))
def test_a_word_of_sentences_is_explained_in_plain_words(word):
    assert list(complaints(read_text(WORDS[word], names={*word.split(), "probation"}))) == []
