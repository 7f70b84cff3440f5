"""Writing a table as a file to take away."""

from kith.apps.exports import csv_form, xlsx_form
from kith.apps.exports.csv_form import read_csv
from kith.apps.exports.formulas import original
from kith.apps.exports.projections import CannotExport, ExportedFile, Mark, Table

__all__ = ["FORMS", "CannotExport", "original", "read_csv", "write_table"]

FORMS = {
    "csv": (csv_form.to_csv, csv_form.CONTENT_TYPE),
    "xlsx": (xlsx_form.to_xlsx, xlsx_form.CONTENT_TYPE),
}


def write_table(table: Table, form: str, *, stamp: Mark) -> ExportedFile:
    """`form` is csv or xlsx. Whoever calls has decided that this viewer may take a copy, and put it on record."""
    if type(table) is not Table:
        raise CannotExport(f"A {type(table).__name__} cannot be exported; only a table of plain values can.")
    write, content_type = FORMS[form]
    return ExportedFile(name=f"table-{stamp.on}.{form}", content_type=content_type, data=write(table, stamp))
