"""What of an edited collection is only in its dated copy, once the new one is there."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.formats.xlsx.collection.attached import attached_only
from generator.formats.xlsx.collection.left_behind import left_behind
from generator.formats.xlsx.collection.rows_left import rows_left
from generator.formats.xlsx.collection.typed_over import typed_over
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.model.collection.unit import UnitList
from generator.model.finding import Finding


def only_in_copy(
    copy: Path,
    content: bytes,
    listed: UnitList,
    sums: Mapping[str, Decimal | None],
    form: Form,
) -> tuple[Finding, ...]:
    """Return it cell by cell; `content` is the new collection, of these units and sums."""
    before, now = workbook_parts(read_file(copy), copy.name), workbook_parts(content, copy.name)
    sheets, new = read_sheets(before, copy.name), read_sheets(now, copy.name)
    return (
        *typed_over(sheets, sums, form, copy.name),
        *left_behind(sheets, new, form, copy.name),
        *rows_left(sheets, new, listed, copy.name),
        *attached_only(before, now, copy.name),
    )
