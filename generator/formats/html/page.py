"""Writes a published report as a web page, or as a piece that survives in a site's own."""

from base64 import b64encode
from collections.abc import Callable
from html import escape

from generator.formats.html.looks import IN_LINE, style_sheet
from generator.model.exhibits import Chart, Picture
from generator.model.publication import (
    LANGUAGE,
    Block,
    Cell,
    Figure,
    Heading,
    Manner,
    Paragraph,
    Piece,
    Publication,
    PublishedTable,
    Scope,
)

Drawn = Callable[[Chart, str], str]
"""Returns a chart as SVG, with what it says to those who cannot see it."""


def page_of(publication: Publication, drawn: Drawn) -> str:
    """Return a whole page; the same publication gives the same text."""
    writer = _Writer(publication, drawn, in_line=False)
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(publication.name)}</title>\n<style>{style_sheet()}</style>\n</head>\n"
        f"<body>\n<main>\n{writer.article()}</main>\n</body>\n</html>\n"
    )


def fragment_of(publication: Publication, drawn: Drawn) -> str:
    """Return the report for a site that takes neither style sheets nor classes nor SVG."""
    return _Writer(publication, drawn, in_line=True).article()


class _Writer:
    """Writes the article of a report."""

    def __init__(self, publication: Publication, drawn: Drawn, *, in_line: bool) -> None:
        self._publication, self._drawn, self._in_line = publication, drawn, in_line

    def article(self) -> str:
        """Return everything within the page."""
        title = "<br>".join(map(escape, self._publication.title))
        language = f' lang="{LANGUAGE}"' if self._in_line else ""
        blocks = "".join(map(self._block, self._publication.blocks))
        return (
            f"<article{language}{self._look('article')}>\n"
            f"<h1{self._look('h1')}>{title}</h1>\n{blocks}</article>\n"
        )

    def _look(self, name: str, tag: str = "") -> str:
        """Return how a part is told to look: in line, or by a class where its tag says it not."""
        if self._in_line:
            return f' style="{escape(IN_LINE[name])}"'
        return f' class="{name}"' if tag else ""

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                tag = f"h{block.level}"
                return f"<{tag}{self._look(tag)}>{escape(block.text)}</{tag}>\n"
            case Paragraph():
                pieces = "".join(map(_piece, block.pieces))
                plain = block.manner is Manner.BODY and not self._in_line
                look = ' class="body"' if plain else self._look(block.manner.value, "p")
                return f"<p{look}>{pieces}</p>\n"
            case Figure():
                return self._figure(block)
            case PublishedTable():
                return self._table(block)

    def _figure(self, figure: Figure) -> str:
        exhibit, said = figure.exhibit, figure.alternative
        if isinstance(exhibit, Picture):
            data = b64encode(exhibit.content).decode()
            source = f"data:image/{exhibit.media_type};base64,{data}"
            shown = self._image(source, said, figure.width)
        elif self._in_line:
            drawing = b64encode(self._drawn(exhibit, said).encode()).decode()
            shown = self._image(f"data:image/svg+xml;base64,{drawing}", said, figure.width)
        else:
            shown = self._drawn(exhibit, said)
        caption = (
            f"<figcaption{self._look('figcaption')}>{escape(figure.caption)}</figcaption>"
            if figure.caption
            else ""
        )
        return f"<figure{self._look('figure')}>{shown}{caption}</figure>\n"

    def _image(self, source: str, said: str, width: float) -> str:
        look = f"{IN_LINE['picture']};width:{width:.0f}mm"
        return f'<img src="{source}" alt="{escape(said)}" style="{look}">'

    def _table(self, table: PublishedTable) -> str:
        rows: dict[int, list[Cell]] = {number: [] for number in range(table.height)}
        for cell in table.cells:
            rows[cell.row].append(cell)
        head = "".join(self._row(rows[number]) for number in range(table.header_rows))
        body = "".join(self._row(rows[number]) for number in range(table.header_rows, table.height))
        head = f"<thead>\n{head}</thead>\n" if head else ""
        label = escape(table.caption or table.name)
        return (
            f'<div{self._look("scroll", "div")} role="region" aria-label="{label}" tabindex="0">\n'
            f"<table{self._look('table')}>\n{self._table_caption(table)}{head}"
            f"<tbody>\n{body}</tbody>\n</table>\n</div>\n"
        )

    def _table_caption(self, table: PublishedTable) -> str:
        if table.caption:
            return f"<caption{self._look('caption')}>{escape(table.caption)}</caption>\n"
        if self._in_line:
            return ""
        return f'<caption><span class="apart">{escape(table.name)}</span></caption>\n'

    def _row(self, cells: list[Cell]) -> str:
        return f"<tr>{''.join(map(self._cell, cells))}</tr>\n"

    def _cell(self, cell: Cell) -> str:
        spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        text = "<br>".join(map(escape, cell.text.split("\n")))
        if cell.scope is Scope.NONE:
            return f"<td{spans}{self._look('td')}>{text}</td>"
        down = cell.scope in (Scope.ROW, Scope.ROWS)
        look = self._look("row", "th") if down else self._look("th")
        return f'<th scope="{cell.scope.value}"{spans}{look}>{text}</th>'


def _piece(piece: Piece) -> str:
    words = "<br>".join(map(escape, piece.text.split("\n")))
    if piece.strong:
        words = f"<strong>{words}</strong>"
    return f'<a href="{escape(piece.link)}">{words}</a>' if piece.link else words
