"""Writes a network as GEDCOM: the standard lines first, then whatever those would not bring back."""

from collections import Counter

from kith.engines.drawing.formats.checks import refuse_impossible_kin, refuse_wrong_ids
from kith.engines.drawing.formats.contradictions import contradictions
from kith.engines.drawing.formats.gedcom_out.copies import copies
from kith.engines.drawing.formats.gedcom_out.head import head
from kith.engines.drawing.formats.gedcom_out.ids import xrefs_of
from kith.engines.drawing.formats.gedcom_out.kept_lines import say_kept_lines
from kith.engines.drawing.formats.gedcom_out.losses import losses
from kith.engines.drawing.formats.gedcom_out.own_lines import own_lines
from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_out.standard import Lines, standard_lines
from kith.engines.drawing.formats.gedcom_own_fields import fingerprint
from kith.engines.drawing.formats.gedcom_own_tags import FINGERPRINT, FIRST_ID, NETWORK
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.renaming import renamed
from kith.engines.drawing.formats.writing import CannotWriteFamily, Written
from kith.engines.drawing.network import Network, Person

_OF_THE_WHOLE = ("about", "households", "relations", "kept")


def write_gedcom(network: Network, *, is_newest: bool) -> Written:
    """Write GEDCOM 7 (`is_newest`) or 5.5.1; raises CannotWriteFamily, and CannotReadFamily for wrong ids.

    >>> ann = Person(id="I1", sex="F", pronouns="they")
    >>> written = write_gedcom(Network(persons=(ann,)), is_newest=True)
    >>> print(written.data.decode().partition("0 @I1@ ")[2].partition("1 NOTE")[0].rstrip())
    INDI
    1 SEX F
    1 _PRONOUNS they
    1 _STANDARD 90bd3f69
    >>> written.losses
    ('Pronouns (1 person) have no place in GEDCOM 7; only Kith reads them from its own tags.',)
    """
    if not network.persons:
        raise CannotWriteFamily("There is nobody in this family, and a GEDCOM file needs people; add somebody first.")
    refuse_wrong_ids(network)
    refuse_impossible_kin(network, {})
    xrefs, pen = xrefs_of(network), Pen(is_newest=is_newest)
    coded = renamed(network, people=xrefs.people, unions=xrefs.unions)
    lines = standard_lines(coded, pen)
    told = _say_exactly(lines, pen)
    _say_again(coded, lines, pen)
    ids = (*xrefs.people, *xrefs.unions)
    for id, said in zip(ids, lines, strict=True):
        if id != said.record.xref:
            said.record.children.append(pen.line(FIRST_ID, id))
    roots = [*(said.record for said in lines), _whole(network, coded, xrefs.whole, pen)]
    data = pen.file([*head(roots, xrefs.submitter, pen), *roots, pen.line("TRLR")])
    return Written(data=data, losses=losses(network, told, pen))


def _say_exactly(lines: list[Lines], pen: Pen) -> Counter[tuple[str, str]]:
    """Add what the standard lines do not bring back, and count it by whom and what."""
    told: Counter[tuple[str, str]] = Counter()
    for said in lines:
        whom = "person" if isinstance(said.should_say, Person) else "couple"
        exact = list(said.differing())
        told.update((whom, name) for name, _ in exact)
        for name, value in exact:
            said.record.children.extend(own_lines(type(said.should_say), name, value, pen))
        if exact:
            said.record.children.append(pen.line(FINGERPRINT, fingerprint(said.says)))
    return told


def _say_again(network: Network, lines: list[Lines], pen: Pen) -> None:
    again = copies(network, pen)
    for said in lines:
        if isinstance(said.should_say, Person):
            said.record.children.extend(again[said.should_say.id])
    say_kept_lines(network.kept, {said.record.xref: said.record for said in lines}, pen)


def _whole(network: Network, coded: Network, xref: str, pen: Pen) -> Record:
    """The record of what belongs to nobody alone; contradictions are found again and told only where they differ."""
    fields: list[tuple[str, object]] = [("name", coded.name)]
    fields += [(name, getattr(coded, name)) for name in _OF_THE_WHOLE if getattr(coded, name)]
    notes = tuple(note for note in network.notes if note)
    fields += [("notes", notes)] if notes != contradictions(network) else []
    lines = (line for name, value in fields for line in own_lines(Network, name, value, pen))
    return pen.line(NETWORK, "", *lines, xref=xref)
