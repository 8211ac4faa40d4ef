"""The parts of a page that holds a report, as dialects put them together."""

from collections.abc import Callable, Sequence
from html import escape

from generator.form.grid import grid, height
from generator.form.vocabulary import Table
from tests.formats.html.reading.said import Said

Text = Callable[[str], str]


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{escape(text)}</p>"


def plain(text: str) -> str:
    """Return a text as it stands in a cell."""
    return escape(text)


def table(
    report: Said,
    one: Table,
    *,
    label: Text = plain,
    value: Text = plain,
    spans: str = "spans",
    tag: str = "td",
    rows: Sequence[int] | None = None,
    attributes: str = "",
) -> str:
    """Return a table of the form.

    `spans` says what becomes of merged cells: spans; those that reach to the last row as 0; their
    text in every cell that they cover; or nothing in these.
    """
    wanted = range(height(one)) if rows is None else rows
    lines = (
        _row(report, one, row, wanted=wanted, label=label, value=value, spans=spans, tag=tag)
        for row in wanted
    )
    return f"<table{attributes}>\n" + "\n".join(f"<tr>{line}</tr>" for line in lines) + "\n</table>"


def _row(
    report: Said,
    one: Table,
    row: int,
    *,
    wanted: Sequence[int],
    label: Text,
    value: Text,
    spans: str,
    tag: str,
) -> str:
    cells = sorted(grid(one), key=lambda cell: cell.column)
    made = []
    for cell in cells:
        if not cell.row <= row < cell.row + cell.rows:
            continue
        text = (value if cell.figure else label)(report.text(cell))
        name = "td" if cell.figure else tag
        first = row in (cell.row, wanted[0])
        if spans in ("spans", "zero"):
            high = sum(other in wanted for other in range(cell.row, cell.row + cell.rows))
            to_end = cell.row + cell.rows == height(one) and cell.rows > 1
            down = f' rowspan="{0 if spans == "zero" and to_end else high}"' if high > 1 else ""
            across = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            made += [f"<{name}{down}{across}>{text}</{name}>"] if first else []
        else:
            shown = text if spans == "repeated" else ""
            made.append(f"<{name}>{text if first else shown}</{name}>")
            made += [f"<{name}>{shown}</{name}>"] * (cell.columns - 1)
    return "".join(made)


def article(
    report: Said,
    *,
    line: Text = paragraph,
    heading: Text | None = None,
    title: Text | None = None,
    official: Callable[[Said, Table], str] = table,
) -> str:
    """Return the report as HTML, without a page around it."""
    parts = [(title or line)(one) for one in report.title]
    for one in report.lines:
        if isinstance(one, Table):
            parts.append(official(report, one))
        else:
            parts.append((heading or line if one in report.form.headings else line)(one))
    return "\n".join(parts)


def page(body: str, *, charset: str = "utf-8", head: str = "") -> bytes:
    """Return a whole page."""
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>网站</title>{head}</head>\n'
        f"<body>\n{body}\n</body></html>"
    ).encode("gb18030" if charset.startswith("gb") else charset)
