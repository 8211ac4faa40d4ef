"""A Word template for a form: its title, headings, tables, captions, notes, loops and signature.

It is drawn in the pages and styles of another template, which follow GB/T 9704. Loops over text are
taken over from that one as they stand there, under other names: what they do is tried and known.
"""

from collections.abc import Iterator

from lxml import etree

from generator.files.zip_archive import DOCUMENT as A_DOCUMENT
from generator.files.zip_archive import open_archive, package
from generator.form.organ_and_year import printed_headings, with_organ_and_year
from generator.form.reserved_names import LONG_SIGNATURE, TITLE_ORGAN
from generator.form.vocabulary import ORGAN, YEAR, Form, Table
from generator.formats.docx.drawing.elements import line_break, paragraph, text_run
from generator.formats.docx.drawing.grid import drawn_table
from generator.formats.docx.package.ooxml import paragraph_text, parse, serialize
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.template.tags import loop_over

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TAGS = (f"{{{{ {ORGAN} }}}}", f"{{{{ {YEAR} }}}}")
_TEXT, _CAPTION, _NOTE = "公文正文", "表格表头", "表格说明"
_SIGNATURE, _WIDE_SIGNATURE = "公文落款", "公文长落款"


def template_of(form: Form, base: bytes, name: str) -> bytes:
    """Return a template for a form, in the pages and styles of the template `base`.

    Raise Refusal where that is none.
    """
    parts = dict(open_archive(base, name, A_DOCUMENT))
    root = parse(parts[DOCUMENT], DOCUMENT, name)
    body = root.find(W + "body")
    assert body is not None, "open_archive took it for a document"  # noqa: S101
    loops = _Loops(body)
    section = body.find(W + "sectPr")
    drawn = [*_drawn(form, loops), *([] if section is None else [section])]
    for element in list(body):
        body.remove(element)
    body.extend(drawn)
    parts[DOCUMENT] = serialize(root)
    if _CORE in parts:
        parts[_CORE] = _titled(parts[_CORE], form, name)
    return package(parts)


def _drawn(form: Form, loops: "_Loops") -> Iterator[etree._Element]:
    """Yield what stands in the body, from above to below."""
    organ = text_run(f"{{{{ {TITLE_ORGAN} }}}}")
    yield paragraph("Title", organ, line_break(), text_run(_ending(form)))
    yield from loops.over(form.parts[0].name)
    last = form.parts[-1].name
    headings = printed_headings(form, *_TAGS)
    for number, (heading, section) in enumerate(zip(headings, form.sections, strict=True), 1):
        yield paragraph("Heading1", text_run(heading))
        before, *after = (part.name for part in form.parts if part.section == number)
        yield from loops.over(before, last=before == last)
        for table, part in zip(section.tables, after, strict=True):
            yield from _table(table)
            yield from loops.over(part, after_table=True, last=part == last)
    yield from _closing(form)


def _table(table: Table) -> Iterator[etree._Element]:
    """Yield a table with what the form prints above it and below."""
    if table.caption:
        caption = with_organ_and_year(table.caption, *_TAGS)
        yield paragraph(_CAPTION, text_run(caption, size=28), line=400, above=240, with_next=True)
    yield drawn_table(table)
    for at, note in enumerate(table.notes, 1):
        with_next = at < len(table.notes)
        yield paragraph(_NOTE, text_run(note, size=21), line=320, with_next=with_next)


def _closing(form: Form) -> Iterator[etree._Element]:
    """Yield who signs, and when, where a report says so."""
    named = {entry.role: entry.name for entry in form.entries if entry.role}
    for role in ("signature", "issued"):
        if role not in named:
            continue
        entry, with_next = named[role], role == "signature"
        for tag, style in (
            (f"{{%p if {entry} %}}", ""),
            (f"{{%p if {LONG_SIGNATURE} %}}", _WIDE_SIGNATURE),
            ("{%p else %}", _SIGNATURE),
            ("{%p endif %}", ""),
            ("{%p endif %}", ""),
        ):
            yield paragraph(_TEXT, text_run(tag))
            if style:
                yield paragraph(style, text_run(f"{{{{ {entry} }}}}"), with_next=with_next)


def _ending(form: Form) -> str:
    return with_organ_and_year(form.title, *_TAGS)


def _titled(core: bytes, form: Form, name: str) -> bytes:
    """Return the properties with the title of the form in place of the one that was there."""
    root = parse(core, _CORE, name)
    for title in root.iter(_TITLE):
        title.text = f"{{{{ {ORGAN} }}}}{_ending(form)}"
    return serialize(root)


class _Loops:
    """The loops of a template: those behind a table, which may be of remarks on it, and others."""

    def __init__(self, body: etree._Element) -> None:
        self._usual: list[list[etree._Element]] = []
        self._after_tables: list[list[etree._Element]] = []
        into: list[list[etree._Element]] | None = None
        after_table = False
        for element in body:
            text = paragraph_text(element).strip() if element.tag == W + "p" else ""
            if loop_over(text):
                into = self._after_tables if after_table else self._usual
                into.append([])
            if into is not None:
                into[-1].append(element)
                if text.startswith("{%p endfor"):
                    into = None
            after_table = element.tag == W + "tbl"

    def over(
        self, part: str, *, after_table: bool = False, last: bool = False
    ) -> Iterator[etree._Element]:
        """Yield the paragraphs of a loop over a part."""
        loops = self._after_tables if after_table and self._after_tables else self._usual
        for element in loops[-1 if last else 0]:
            copy = parse(etree.tostring(element), DOCUMENT, part)
            for text in copy.iter(W + "t"):
                looped = loop_over(text.text or "")
                if looped:
                    text.text = (text.text or "").replace(f" in {looped} ", f" in {part} ")
            yield copy
