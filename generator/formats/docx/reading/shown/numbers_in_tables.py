"""The automatic numbers in the cells of tables: 序号 that nobody typed."""

from collections.abc import Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse, related
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.list_numbers import list_numbers


def numbers_in_tables(
    root: etree._Element, parts: Mapping[str, bytes], name: str
) -> dict[etree._Element, str]:
    """Return the number of every paragraph in a table that has one; `root` is that of a body."""
    part, styles = related(parts, "numbering"), related(parts, "styles")
    if part not in parts or next(root.iter(W + "tbl"), None) is None:
        return {}
    found = list_numbers(
        root,
        parse(parts[part], part, name),
        parse(parts[styles], styles, name) if styles in parts else None,
    )
    return {
        paragraph: number
        for paragraph, number in found.items()
        if next(paragraph.iterancestors(W + "tbl"), None) is not None
    }
