"""Every page there is, for one worker: all routes with all the refs that stand in a county."""

from collections.abc import Iterator, Mapping
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.trust.access.profiles import is_whole

NOBODY = "0" * 26
ABOUT_A_CHILD = ("mina", "lou", "hidden")
TWO_PEOPLE = ("seal_ref", "proposal_ref", "conflict_ref", "link_ref")
EMERGENCIES = ("look_ref", "suspension_ref", "worker_ref")
CONTACTS = ("contact_ref", "step_ref", "notice_ref", "meeting_ref", "reason_ref", "confirmed_ref", "officer_ref")
SENTENCES = ("condition_ref", "found_ref")
ROWS = ("entry_ref", "edition_ref", "attachment_ref", "taken_ref", "bringing_ref")
VOICES = ("voice_ref", "answer_ref", "drawing_ref", "label_ref", "rating_ref", "waiting_ref", "row_ref")
TEAMS = ("seat_ref", "absence_ref", "ask_ref")
LOOP = ("occasion_ref", "away_ref", "representation_ref", "invitation_ref")
STANDINGS = ("standing_ref", "disagreement_ref", "check_answer_ref")
PICTURES = ("picture_ref", "placed_ref", "line_ref", "check_out_ref", "made_ref")
SUPERVISION = ("request_ref", "facilitator_ref", "lead_ref", "feedback_ref", "support_ref", "to_come_ref", "talk_ref")
SHARING = ("share_ref", "decision_ref", "consent_ref", "task_ref")
STANDING_REFS = (
    *(*TWO_PEOPLE, *EMERGENCIES, *SHARING, *CONTACTS, *SENTENCES),
    *(*VOICES, *ROWS, *TEAMS, *LOOP, *STANDINGS, *PICTURES, *SUPERVISION),
)
ENDS_THE_SESSION = {"help:leave"}  # nobody would see the pages that come after it
PRINTED = {
    "children:picture_pdf",
    "pictures:picture_pdf",
    "chronologies:story_pdf",
    "chronologies:edition_pdf",
}  # tests of their own unpack these; the long run crawls all


@cache
def routes() -> dict[str, URLPattern]:
    """Every route by its full name."""
    return dict(_routes(get_resolver(), ()))


def _routes(resolver: URLResolver, spaces: tuple[str, ...]) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, (*spaces, one.namespace) if one.namespace else spaces)
        else:
            yield ":".join((*spaces, str(one.name))), one


def path_of(name: str, refs: Mapping[str, str], *, about: str = "mina", who: str = "mum") -> str:
    """A route's path: about a child, a person of their family, a tie between two of them, a fact and a home of theirs.

    Facts and homes stand for themselves where the county names them, and are nobody's otherwise.
    """
    given: dict[str, object] = {"child_ref": refs[about], "person_ref": refs[who], "tie_ref": refs["visible tie"]}
    given |= {"other_ref": refs[about], "merge_ref": refs.get("merge_ref", NOBODY)}
    given |= {"fact_ref": refs.get(f"fact of {name}", refs.get("fact", NOBODY)), "home_ref": refs.get("home", NOBODY)}
    given |= {
        "place": "crisis",
        "earlier": 0,
        "token": NOBODY,
        "need": "fathers",
        "part": "safety",
        "rule": "EHA_COMPLETE",
        "answer": "used",
        "kind": "ecomap",
        "check": "no_health",
        "about": "child",
        "source": "voice",
        "source_ref": refs.get("voice_ref", NOBODY),
        "short_form": "at_once",
    }
    given |= {"service_ref": refs.get("service_ref", NOBODY)}
    given |= {key: refs.get(f"{key} of {name}", refs.get(key, NOBODY)) for key in STANDING_REFS}
    wanted = routes()[name].pattern.converters
    return reverse(name, kwargs={key: given[key] for key in wanted})


def every_path(
    refs: Mapping[str, str], relatives: tuple[str, ...], children: tuple[str, ...] = ABOUT_A_CHILD
) -> list[str]:
    """Every route with every child; where it takes a relative with all of Mina's, and with the last for the others."""
    found = []
    for name, route in routes().items():
        if name in ENDS_THE_SESSION or (name in PRINTED and not is_whole()):
            continue
        wanted = route.pattern.converters
        for about in children if "child_ref" in wanted else ("mina",):
            whom = relatives if about == "mina" else relatives[-1:]
            for who in whom if "person_ref" in wanted else ("mum",):
                found.append(path_of(name, refs, about=about, who=who))
    return found
