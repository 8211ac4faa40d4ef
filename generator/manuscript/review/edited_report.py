"""The report that an edited document holds, word for word as it stands, for the checks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.form.chinese import listed, number
from generator.form.vocabulary import Form
from generator.manuscript.manuscript import Line
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.exhibits.exhibits_there import exhibits_there
from generator.manuscript.review.rows import EditedRow
from generator.model.finding import Finding, notice
from generator.model.narrative import as_typed
from generator.model.report import Deviation, Figure, Heading, Paragraph, Place, Report
from generator.model.typed_input.cells import filled, understand_printed
from generator.model.typed_input.figures import figures_of
from generator.model.typed_input.number import understand


def edited_report(compared: Comparison, form: Form) -> Report:
    """Return what the document says, with places in it; nothing in it cites anything."""
    lines = compared.edited.lines
    values = compared.values.report
    return replace(
        values,
        file=compared.edited.file,
        figures={name: _figure(compared, name, form) for name in compared.tables.spots},
        paragraphs=tuple(_paragraph(row, lines, compared) for row in compared.rows),
        exhibits=exhibits_there(compared.shown, compared.edited),
        title=_title(compared),
        headings=tuple(_headings(compared)),
        deviations=tuple(
            Deviation(was, now, compared.edited.grids[at].place)
            for at, _, was, now in compared.tables.labels
        ),
        awaited={},
    )


def place_of_figure(compared: Comparison, name: str, form: Form) -> Place:
    """Return where a figure stands in the document: the section of its table, and its name."""
    at, _ = compared.tables.spots[name]
    place = compared.edited.grids[at].place
    table = compared.tables.tables[at]
    heading = form.headings[form.section_of(table) - 1]
    return place._replace(within=heading, spot=f"“{name}”")


def _figure(compared: Comparison, name: str, form: Form) -> Figure:
    place = place_of_figure(compared, name, form)
    if name in compared.values.unreadable:
        text = compared.values.unreadable[name]
        words = not form.figures[name].is_number
        return Figure(None, typed=text, readable=not text, place=place, words=words)
    if name in compared.values.report.figures:
        return replace(compared.values.report.figures[name], place=place)
    text = compared.tables.figures[name].strip()  # of a draft: its workbook lacked the table
    column = form.figures[name].column
    return filled(understand_printed(text, column), column, text, place)


def _paragraph(row: EditedRow, lines: tuple[Line, ...], compared: Comparison) -> Paragraph:
    heading = as_typed(row.heading_there)
    if row.kind:
        pair = compared.shown.pair(row.row)
        alone = Place(compared.edited.file, spot=pair.name if pair else "")
        place = lines[row.lines[0]].place if row.lines else alone
        return Paragraph(row.part, row.level, heading, row.text, place, place, kind=row.kind)
    place = lines[row.lines[0]].place
    return Paragraph(row.part, row.level, heading, as_typed(row.text_there), place, place)


def _title(compared: Comparison) -> Heading | None:
    lines = compared.edited.lines
    found = [
        lines[at]
        for match in compared.matches
        for at in match.after
        if any(compared.generated[before].title for before in match.before)
    ]
    if not found:
        return None
    return Heading("".join(line.text.strip() for line in found), found[0].place)


def _headings(compared: Comparison) -> list[Heading]:
    """Return the headings of the first level in the order in which they stand."""
    lines = compared.edited.lines
    return [
        Heading(lines[match.after[0]].text.strip(), lines[match.after[0]].place)
        for match in compared.matches
        if match.after and any(compared.generated[at].section for at in match.before)
    ]


def misread(compared: Comparison, form: Form) -> Iterator[Finding]:
    """Yield what is to be said of the figures' cells: blank, no number, no count."""
    for table in form.tables:
        names = [spec.name for spec in table.figures if spec.name in compared.tables.figures]
        given = {name: _plain_or_typed(compared.tables.figures[name]) for name in names}

        def where(figures: Sequence[str]) -> Place:
            place = place_of_figure(compared, figures[0], form)
            return place._replace(spot=listed(f"“{name}”" for name in figures))

        yield from figures_of(table, given, where)[1]


def _plain_or_typed(text: str) -> Decimal | str:
    """Return a number that is written as this program writes it; any other text as it is."""
    value = understand(text).value
    return value if value is not None and number(value) == text else text


def misnumbered(compared: Comparison) -> Iterator[Finding]:
    """Yield the paragraphs whose number is not the one that is due."""
    for row in compared.rows:
        if row.number_there and row.number_there != row.number and row.lines:
            place = compared.edited.lines[row.lines[0]].place
            yield notice(
                "S06",
                place,
                f"序号写的是“{row.number_there}”，按次序应为“{row.number}”",
                "写回工作簿后由程序重新编号；不写回的，请在文档里改正",
                quote=row.number_there,
            )
