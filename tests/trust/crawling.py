"""Every page there is, for one worker: all routes with all the refs that stand in a county."""

from collections.abc import Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver, reverse

ABOUT_A_CHILD = ("mina", "lou", "hidden")


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
    """A route's path: about a child, for a person of their family and a tie between two of them."""
    given = {"child_ref": refs[about], "person_ref": refs[who], "tie_ref": refs["visible tie"]}
    wanted = routes()[name].pattern.converters
    return reverse(name, kwargs={key: given[key] for key in wanted})


def every_path(refs: Mapping[str, str], relatives: tuple[str, ...]) -> list[str]:
    """Every route with every child, and with every relative where it takes one."""
    found = []
    for name, route in routes().items():
        wanted = route.pattern.converters
        for about in ABOUT_A_CHILD if "child_ref" in wanted else ("mina",):
            for who in relatives if "person_ref" in wanted else ("mum",):
                found.append(path_of(name, refs, about=about, who=who))
    return found
