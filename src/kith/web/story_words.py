"""What happened, in the words of family pages: the same on the page, in easy read and on paper."""

from collections.abc import Iterator

from kith.apps.networks.projections import GivenRow, GivenStory
from kith.engines.drawing.output import Passage
from kith.web.family_words import say


def story_heading(given: GivenStory) -> str:
    return say("story.own_heading") if given.is_own else say("story.heading").format(name=given.child)


def story_lead(given: GivenStory) -> tuple[str, ...]:
    """Whose words they are, what the brackets mean, and what the child said of this page."""
    keys = ["story.own_lead"] if given.is_own else ["story.lead", f"copy.{given.child_says}"]
    return tuple(say(key).format(name=given.child) for key in (*keys, "story.words", "story.brackets"))


def story_texts(given: GivenStory, row: GivenRow) -> Iterator[tuple[str, str]]:
    """What each text of a row is, with the text; what happened needs no label."""
    own_words = "story.own_said" if given.is_own else "story.said"
    labelled = (("", row.fact), (own_words, row.childs_words), ("story.meant", row.meant), ("story.done", row.done))
    for key, words in labelled:
        if words:
            yield say(key).format(name=given.child) if key else "", words


def story_on_paper(given: GivenStory) -> tuple[str, tuple[Passage, ...]]:
    """The title and the passages of the print."""
    after = ("story.another", "copy.made", "copy.wrong", "copy.yours")
    rows = (Passage(f"{row.when}. {_from(row)}", tuple(_lines(given, row))) for row in given.rows)
    closed = [Passage(say("story.withheld"), (say("story.withheld_lead"), *given.withheld))] if given.withheld else []
    told = Passage("", tuple(say(key).format(name=given.child, day=given.made_on) for key in after))
    return story_heading(given), (Passage("", story_lead(given)), *rows, *closed, told)


def _from(row: GivenRow) -> str:
    return say("story.from").format(who=row.told_by)


def _lines(given: GivenStory, row: GivenRow) -> Iterator[str]:
    for label, words in story_texts(given, row):
        yield f"{label} “{words}”" if label else f"“{words}”"
