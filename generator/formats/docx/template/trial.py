"""Fills a template with marked values and looks whether all of them can be read in the result.

A template may be made of allowed tags and still lose text: a branch without 段.正文, a table
inside an `if` that is seldom true. What people wrote must not depend on that being noticed.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from lxml import etree

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.form.organ_and_year import printed_headings
from generator.form.reserved_names import DRAFT_STAMP
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.docx.package.ooxml import paragraph_text, paragraphs, parse
from generator.formats.docx.package.part_names import DOCUMENT
from generator.formats.docx.reading.tables import read_figures
from generator.formats.docx.template.tags import KINDS, NOTE, WITH_ADDRESS
from generator.formats.docx.template.values import Value, context_of
from generator.model.narrative import printed
from generator.model.report import (
    FOURTH_LEVEL,
    SECOND_LEVEL,
    THIRD_LEVEL,
    Entry,
    Figure,
    Paragraph,
    Report,
)

Render = Callable[[Mapping[str, Value]], dict[str, bytes]]
"""Values → the parts of the document that depend on them."""

_FIRST_NUMBER = 100_001  # so that every figure has a number of its own, as long as any other
_SAMPLES: dict[str, str | int | date] = {"date": date(2000, 1, 1), "year": 2000}
_UNNUMBERED = ((NOTE, "注："), (WITH_ADDRESS, "https://www.example.gov.cn/"))
_MARK = "草稿标记在此"
_MOST_NAMED = 3


def lost_text(render: Render, form: Form, name: str) -> list[str]:
    """Return what a template would leave out, with everything filled in and with the least."""
    problems: list[str] = []
    for complete in (True, False):
        report = _report(form, complete=complete)
        lines, _ = printed(report, form)
        values = context_of(report, lines, form, draft_stamp=_MARK if complete else "").values
        parts = {part: parse(xml, part, name) for part, xml in render(values).items()}
        problems += _missing(parts, values, form)
        if complete and not any(_MARK in line for root in parts.values() for line in _lines(root)):
            problems.append(f"“{DRAFT_STAMP}”印不出来")
    return list(dict.fromkeys(problems))


def _report(form: Form, *, complete: bool) -> Report:
    samples: dict[str, Entry] = {}
    for entry in form.entries:
        if complete or entry.required:
            samples[entry.name] = Entry(_SAMPLES.get(entry.kind, f"〈{entry.name}〉"))
    paragraphs = [
        Paragraph(part.name, level, f"〈{part.name}{shape}〉{end}", f"〈{part.name}{shape}文〉")
        for part in form.parts
        for shape, level, end in (
            ("标题", SECOND_LEVEL, ""),
            ("二级", SECOND_LEVEL, "。"),
            ("三级", THIRD_LEVEL, "。"),
            ("四级", FOURTH_LEVEL, "。"),
        )
    ]
    paragraphs += [
        Paragraph(part.name, 0, "", f"{beginning}〈{part.name}{kind}〉")
        for part in form.parts
        for kind, beginning in _UNNUMBERED
    ]
    figures = {
        figure: Figure(Decimal(number)) for number, figure in enumerate(form.figures, _FIRST_NUMBER)
    }
    return Report(samples, figures, {}, tuple(paragraphs))


def _missing(
    parts: Mapping[str, etree._Element], values: Mapping[str, Value], form: Form
) -> Iterator[str]:
    shown = set(_lines(parts[DOCUMENT]))
    for part in form.parts:
        written = values[part.name]
        for fields in written if isinstance(written, list) else ():
            whole = "".join(str(fields[field]) for field in ("编号", "标题", "正文"))
            if whole not in shown:
                kind = next((kind for kind in KINDS if fields[kind]), "其他段落")
                yield f"“{part.label}”的{kind}印不全（编号、标题、正文应在同一段里依次印出）"
    keys = set(map(label_key, shown))
    organ, year = str(values[ORGAN]), str(values[YEAR])
    title = form.title.format(year=year)
    for line in (f"{organ}{title}", *printed_headings(form, organ, year)):
        if label_key(line) not in keys:
            yield f"标题“{line}”有时印不出来"
    figures, _ = read_figures(parts[DOCUMENT], form)
    lost = [figure for figure in form.figures if figures.get(figure) != values[figure]]
    if lost:
        more = f"等 {len(lost)} 个数字" if len(lost) > _MOST_NAMED else ""
        yield f"表格里的{listed(f'“{figure}”' for figure in lost[:_MOST_NAMED])}{more}有时印不出来"


def _lines(root: etree._Element) -> Iterator[str]:
    return map(paragraph_text, paragraphs(root))
