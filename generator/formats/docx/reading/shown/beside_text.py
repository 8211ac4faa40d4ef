"""What a document shows beside text: where each thing stands among its lines and tables."""

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse, related
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.body import Body, LineSource
from generator.formats.docx.reading.looks.styles import Styles
from generator.formats.docx.reading.shown.drawn import drawn_in
from generator.formats.docx.reading.shown.further_tables import table_there
from generator.formats.docx.reading.shown.numbers_in_tables import numbers_in_tables
from generator.manuscript.importing.exhibits.beside_text import BesideText
from generator.manuscript.manuscript import Grid, Line
from generator.model.exhibits import EXHIBIT_KINDS

_FOR_CAPTIONS = ("caption", "题注", "图题", "表题")


def beside_text(body: Body, parts: Mapping[str, bytes], name: str) -> BesideText:
    """Return what a document shows beside text, its pictures as the files that it holds."""
    root = body.root
    if root is None:
        return BesideText()
    blocks = body.manuscript.blocks
    tables = [
        source
        for source, block in zip(body.sources, blocks, strict=True)
        if isinstance(block, Grid) and not isinstance(source, LineSource)
    ]
    numbers = numbers_in_tables(root, parts, name)
    there = {number: table_there(table, numbers) for number, table in enumerate(tables)}
    drawn = tuple(drawn_in(root, body, parts))
    tables_there = {number: one for number, one in there.items() if one is not None}
    if not drawn and not tables_there:
        return BesideText()
    part = related(parts, "styles")
    styles = parse(parts[part], part, name) if part in parts else None
    return BesideText(
        drawn,
        tables_there,
        frozenset(_in_styles_for_captions(body, styles)),
        frozenset(_centred(body, Styles(styles))),
    )


def _lines(body: Body) -> Iterator[tuple[int, etree._Element]]:
    for at, source in enumerate(body.sources):
        if isinstance(source, LineSource):
            yield at, source.paragraph


def _in_styles_for_captions(body: Body, styles: etree._Element | None) -> Iterator[int]:
    found = () if styles is None else styles.iterchildren(W + "style")
    names = {style.get(W + "styleId", ""): _called(style) for style in found}
    for at, paragraph in _lines(body):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        own = "" if style is None else style.get(W + "val", "")
        if names.get(own, own).strip().casefold().startswith(_FOR_CAPTIONS):
            yield at


def _called(style: etree._Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else name.get(W + "val", "")


def _centred(body: Body, styles: Styles) -> Iterator[int]:
    """Yield the lines in the middle that may be captions: to look up all would take long."""
    for at, paragraph in _lines(body):
        block = body.manuscript.blocks[at]
        if isinstance(block, Line) and block.text.lstrip().startswith(EXHIBIT_KINDS):
            aligned = styles.paragraph(paragraph).get(W + "jc")
            if aligned is not None and aligned.get(W + "val") == "center":
                yield at
