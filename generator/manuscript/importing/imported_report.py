"""A report from the lines and tables of any document, and what people must look at in it."""

from collections.abc import Iterator, Sequence

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.form.organ_and_year import heading_key
from generator.form.vocabulary import Form
from generator.manuscript.importing.beyond_workbook import (
    doubtful_lines,
    left_grids,
    left_lines,
    left_things,
    sections_without_table,
    tables_not_found,
    without_doubts,
)
from generator.manuscript.importing.closing import closing_of
from generator.manuscript.importing.exhibits.beside_text import NOTHING, BesideText
from generator.manuscript.importing.exhibits.charts import Known
from generator.manuscript.importing.exhibits.kept import Around
from generator.manuscript.importing.exhibits.references import citing
from generator.manuscript.importing.exhibits.rows import exhibits_of
from generator.manuscript.importing.organ_and_year import WHO_AND_WHEN, entries_and_findings
from generator.manuscript.importing.outline import (
    LONGEST_HEADING,
    Outline,
    heading_number_of,
    outline_of,
)
from generator.manuscript.importing.paragraphs import paragraphs_of
from generator.manuscript.importing.sorting import section_of_grids, sorted_lines
from generator.manuscript.importing.table_figures import imported_table
from generator.manuscript.importing.table_remarks import remarks_on
from generator.manuscript.importing.tables import tables_of
from generator.manuscript.importing.title import Title, titles_in
from generator.manuscript.manuscript import Line, Manuscript
from generator.model.charts import known_numbers
from generator.model.finding import Finding, notice, wrong
from generator.model.report import Heading, Place, Report

HEADINGS, NUMBERS = "I02", "I04"
_ENDS = "。.:;"
_SHOWN = 3
_ABOVE_THE_TEXT = 30
"""Lines in which a title is looked for where there are no headings."""


def imported_report(
    manuscript: Manuscript,
    editions: Sequence[Form],
    beside: BesideText = NOTHING,
    taken: Sequence[str] = (),
) -> tuple[Report, list[Finding]]:
    """Return the report that a document holds, as the first of the editions has it.

    The others are older ones, whose tables and headings are known too. Every line and every cell
    of the document is in the report or is named by a finding, and so is what it shows `beside`
    text. `taken` are names of files that its pictures cannot have.
    """
    form, lines = editions[0], manuscript.lines
    texts = [line.text for line in lines]
    file = manuscript.file
    outline = outline_of(texts, editions)
    title = _title(texts, outline, form)
    in_sections = section_of_grids(manuscript, outline)
    grids, doubtful = without_doubts(manuscript.grids, file)
    tables = tables_of([grid.cells for grid in grids], in_sections, editions)
    of_section = {at: (found.section, found.nth) for found in tables for at, _ in found.pieces}
    last = max((found.line for found in outline.headings.values()), default=0)
    closing = closing_of(texts, last + 1, title.organ if title else "")
    placed = sorted_lines(manuscript, outline, of_section, title=title, closing=closing, form=form)
    rests = {found.line: found.rest for found in outline.headings.values() if found.rest}
    of_form = [imported_table(found, grids, form, file) for found in tables]
    figures = {name: figure for one in of_form for name, figure in one.figures.items()}
    missing = dict(tables_not_found(tables, form, file))
    numbers = Report({}, figures, {}, ())
    around = Around(
        editions=editions,
        manuscript=manuscript,
        placed=placed,
        tables=tables,
        in_sections=in_sections,
        title=title,
        closing=closing,
        first_heading=outline.first or 0,
        without_table=set(sections_without_table(tables, form)),
        known=Known(form, title.year if title else None, known_numbers(numbers, form)),
    )
    shown = exhibits_of(beside, around, taken)
    parts = ["" if at in shown.caption_lines else part for at, part in enumerate(placed.parts)]
    paragraphs, odd = paragraphs_of(lines, parts, rests, form, shown.rows)
    cited = shown.citations
    opening = [line for line, part in zip(lines, parts, strict=True) if part == form.parts[0].name]
    place = lines[title.first].place if title else Place(file)
    entries, about_entries = entries_and_findings(title, opening, closing, form, place)
    report = Report(
        entries,
        figures,
        {},
        tuple(citing(row, cited) for row in paragraphs),
        file,
        title=Heading(title.text, place) if title else None,
        headings=tuple(_headings(outline, lines)),
        deviations=tuple(deviation for one in of_form for deviation in one.deviations),
        chart_rows=tuple(shown.chart_rows),
        further_tables=shown.tables,
        exhibits=shown.pictures,
    )
    return report, [
        *_about_title(title, file),
        *about_entries,
        *_about_headings(outline, lines, parts, form, file),
        *missing.values(),
        *doubtful,
        *doubtful_lines(lines),
        *(found for one in of_form for found in remarks_on(one, grids, form)),
        *_about_numbers(odd),
        *left_lines(lines, placed.left),
        *left_grids(grids, tables, shown.grids, form),
        *shown.findings,
        *left_things(manuscript, file, list(missing), beside),
    ]


def _title(texts: Sequence[str], outline: Outline, form: Form) -> Title | None:
    """Return the title: the last above the text, since a cover may have one, too."""
    end = outline.first if outline.first is not None else _ABOVE_THE_TEXT
    above = ["" if at in outline.contents else text for at, text in enumerate(texts[:end])]
    found = titles_in(above, form)
    return found[-1] if found else None


def _headings(outline: Outline, lines: Sequence[Line]) -> Iterator[Heading]:
    for found in sorted(outline.headings.values(), key=lambda one: one.line):
        yield Heading(found.text, lines[found.line].place)


def _about_title(title: Title | None, file: str) -> Iterator[Finding]:
    if title is None:
        message = "没有认出标题，第一个部分之前的文字都放进了开头"
        advice = "请在『正文』表里删去不是开头的行；标题由程序按机关名称和年度印出"
        yield wrong(WHO_AND_WHEN, Place(file), message, advice)


def _about_headings(
    outline: Outline, lines: Sequence[Line], parts: Sequence[str], form: Form, file: str
) -> Iterator[Finding]:
    """Tell of headings that are missing, worded otherwise, or not the form's."""
    absent = [
        heading for number, heading in enumerate(form.headings, 1) if number not in outline.headings
    ]
    if absent:
        message = f"没有找到标题{listed(f'“{heading}”' for heading in absent)}"
        advice = "如果原文有这一部分，它的文字接在了前一部分后面，请在『正文』表里改“部分”一栏"
        yield wrong(HEADINGS, Place(file), message, advice)
    guessed, reworded = [], []
    for section, found in sorted(outline.headings.items()):
        due = form.headings[section - 1]
        if found.guessed:
            guessed.append((lines[found.line], f"“{found.text}”按序号当作“{due}”"))
        elif heading_key(found.text.rstrip(_ENDS), form) != label_key(due):
            reworded.append((lines[found.line], f"“{found.text}”当作“{due}”"))
    foreign = [
        (line, f"“{line.text.strip()}”")
        for line, part in zip(lines, parts, strict=True)
        if part not in ("", form.parts[0].name) and _looks_like_a_heading(line.text)
    ]
    for told, before, after, advice in (
        (guessed, "标题", "", "请核对；不是的，请在『正文』表里改“部分”一栏"),
        (reworded, "标题", "", "请核对；标题由程序照格式印出"),
        (foreign, "", "不是规定的一级标题，留在了正文里", "请改成下一级标题，或者并入别的部分"),
    ):
        if told:
            message = f"{before}{'；'.join(said for _, said in told)}{after}"
            quote = "\n".join(line.text.strip() for line, _ in told)
            yield notice(HEADINGS, told[0][0].place, message, advice, quote=quote)


def _looks_like_a_heading(text: str) -> bool:
    text = text.strip()
    numbered = heading_number_of(text) is not None and not text[0].isdigit()
    return numbered and len(text) <= LONGEST_HEADING and text[-1] not in "。；;"


def _about_numbers(odd: Sequence[Line]) -> Iterator[Finding]:
    if odd:
        starts = listed(f"“{line.text.strip()[:12]}”" for line in odd[:_SHOWN])
        many = "等" if len(odd) > _SHOWN else ""
        message = f"{starts}{many} {len(odd)} 段的序号与格式的写法或次序不同，照原样留在了正文里"
        advice = "要由程序编号的，请在『正文』表里删去序号、把文字移到“标题”、选“层级”"
        quote = "\n".join(line.text.strip() for line in odd)
        yield notice(NUMBERS, odd[0].place, message, advice, quote=quote)
