"""`kith chronology merge`: the chronologies of several agencies become one file, without any database."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kith.apps.chronologies.joining import Joined, joined, listed
from kith.apps.chronologies.projections import Column, Contribution
from kith.apps.chronologies.reading import HeadingMap, Wanted, contribution_of, read_map, write_map
from kith.apps.chronologies.reading.knowledge import titles
from kith.apps.chronologies.reading.notebook import quoted
from kith.apps.chronologies.writing import FORMS
from kith.apps.files.reading import AT_A_TERMINAL, CannotReadFile, read_tables
from kith.cli.files import bytes_of, write
from kith.kernel.errors import KithError

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Merge chronologies of several agencies into one. Nothing is stored, and no database is needed.",
)

MEGABYTES, OVER = 20, ", the most that is read of a chronology. Bring a smaller part of it."
MAP_MEGABYTES, MAP_OVER = 1, ", and no map of headings is."
MAP_FORMS = ("toml", "json")
SUFFIXES = (".xlsx", ".xlsm", ".csv", ".docx", ".json")
NAMES: list[str] = []


class CannotMergeFiles(KithError):
    """The command was asked for something it cannot do."""


@app.callback()
def chronology() -> None:
    """Merge chronologies of several agencies into one."""


@app.command()
def merge(
    files: Annotated[list[Path], typer.Argument(help="Chronologies: .xlsx, .xlsm, .csv, .docx, or .json of Kith.")],
    out: Annotated[Path | None, typer.Option(help="Where to write: X.xlsx, X.docx, X.html or X.json.")] = None,
    agency: Annotated[list[str], typer.Option(help="Whose rows: NAME, or FILE=NAME; again for each file.")] = NAMES,
    child: Annotated[list[str], typer.Option(help="The child’s name; again for each brother and sister.")] = NAMES,
    map_: Annotated[Path | None, typer.Option("--map", help="What headings mean: read, or written if missing.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Say what would be merged, and write nothing.")] = False,
) -> None:
    """Merge FILES into one chronology. What cannot be read is said by row; the rest is merged."""
    _refuse_twice(files)
    form = "" if check and out is None else _form_of(out, files)
    headings = _map(map_)
    agencies = _agencies(agency, files)
    contributions = [
        _contribution(file, Wanted(agency=agencies.get(file.name, ""), children=tuple(child), headings=headings))
        for file in files
    ]
    for contribution in contributions:
        _tell(contribution)
    story = joined(contributions)
    print(_counted(story, sum(contribution.lost for contribution in contributions)))
    if check:
        print("Nothing was written: this was a check.")
        return
    if map_ and not map_.exists():
        write(map_, write_map(_all_columns(contributions), form=map_.suffix[1:]))
        print(f"What headings were taken for was written to {map_.name}, and is read the next time.")
    assert out is not None
    write(out, FORMS[form].write(story))
    print(f"Written: {out.name}, {FORMS[form].called}.")


def _refuse_twice(files: Sequence[Path]) -> None:
    """Files are spoken of by their names: whose rows they hold, and what was left out of which."""
    known: dict[str, Path] = {}
    for file in files:
        other = known.setdefault(file.name, file)
        if other is not file and other.resolve() == file.resolve():
            raise CannotMergeFiles(f"{file.name} is given twice. Give it once.")
        if other is not file:
            raise CannotMergeFiles(f"Two of the files are called {file.name}. Give one of them another name.")


def _form_of(out: Path | None, files: Sequence[Path]) -> str:
    if out is None:
        raise CannotMergeFiles("Say where to write: --out merged.xlsx. With --check nothing is written.")
    form = out.suffix[1:].lower()
    if form not in FORMS:
        raise CannotMergeFiles(f"Kith writes {', '.join(FORMS)}. Let the name after --out end with one of them.")
    if any(out.resolve() == file.resolve() for file in files):
        raise CannotMergeFiles(f"{out.name} is one of the files to be merged, and would be lost. Give another name.")
    return form


def _map(file: Path | None) -> HeadingMap:
    if file is None:
        return HeadingMap()
    if file.suffix[1:] not in MAP_FORMS:
        raise CannotMergeFiles("A map of headings is a file X.toml or X.json.")
    if not file.exists():
        return HeadingMap()
    return read_map(bytes_of(file, megabytes=MAP_MEGABYTES, over=MAP_OVER), name=file.name)


def _agencies(told: Iterable[str], files: Sequence[Path]) -> dict[str, str]:
    """Whose rows a file holds, by its name; a name without a file is that of all others."""
    names = {file.name for file in files}
    found: dict[str, str] = {}
    others = [word for word in told if word.partition("=")[0] not in names]
    wrong = [word for word in others if Path(word.partition("=")[0]).suffix in SUFFIXES] or others[1:]
    if wrong:
        raise CannotMergeFiles(f"--agency {wrong[0]}: write FILE=NAME, with the name of one of the files.")
    for word in told:
        file, _, name = word.partition("=")
        if file in names:
            found[file] = name.strip()
    return {name: found.get(name, others[0].strip() if others else "") for name in names}


def _contribution(file: Path, wanted: Wanted) -> Contribution:
    data = bytes_of(file, megabytes=MEGABYTES, over=OVER)
    try:
        read = read_tables(data, limits=AT_A_TERMINAL)
    except CannotReadFile as problem:
        raise CannotMergeFiles(f"{file.name}: {problem.message}") from None
    return contribution_of(file.name, read, wanted)


def _tell(contribution: Contribution) -> None:
    """What was read and what headings were taken for; what somebody has to look at goes to the error stream."""
    rows = len(contribution.told)
    print(f"{contribution.file}: {rows:,} {'row' if rows == 1 else 'rows'} read, {contribution.lost:,} left out.")
    print(f"  Headings: {'; '.join(_taken(column) for column in contribution.columns if column.field)}.")
    if alone := [_alone(column) for column in contribution.columns if not column.field]:
        print(f"  Left alone: {'; '.join(alone)}.")
    sys.stdout.flush()
    for remark in contribution.remarks:
        print(remark.sentence, file=sys.stderr)


def _taken(column: Column) -> str:
    title = titles()[column.field]
    return quoted(column.heading) + ("" if column.heading == title else f" is {title.lower()}")


def _alone(column: Column) -> str:
    return quoted(column.heading) + (f" ({column.because})" if column.because else "")


def _counted(story: Joined, lost: int) -> str:
    rows = len(story.accounts)
    shared = f"{story.shared:,} {'event is' if story.shared == 1 else 'events are'} likely told by more than one agency"
    left = f" {lost:,} {'row was' if lost == 1 else 'rows were'} left out, as said." if lost else ""
    return f"{rows:,} {'row' if rows == 1 else 'rows'} of {listed(story.agencies)}; {shared}.{left}"


def _all_columns(contributions: Iterable[Contribution]) -> list[Column]:
    return list(dict.fromkeys(column for contribution in contributions for column in contribution.columns))
