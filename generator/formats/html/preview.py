"""A preview as HTML for a page of our own: classes instead of looks, and where things are from.

Classes: preview, part, title, heading, body, note, centred, signature, issued, cited, blank,
unrevised, found with holds_back, wrong, notice, verified or unchecked. Every line, cell and figure
has its id. What comes from the workbook has data-sheet and data-cell, and says so in its title;
what findings are about has data-findings with their ids, and the first place of each the id mark-….
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from generator.formats.html.elements import attribute, element, in_lines
from generator.model.exhibits import Picture
from generator.model.place import Place
from generator.model.preview import (
    Preview,
    PreviewBlock,
    PreviewCell,
    PreviewFigure,
    PreviewLine,
    PreviewPart,
    PreviewTable,
    Stretch,
    mark_of,
)
from generator.model.publication import LANGUAGE, Figure, Scope

Drawn = Callable[[Figure], str]
"""Draws the chart of a figure as SVG, with its alternative text."""
Address = Callable[[Picture], str]
"""Says where the page gets a picture from."""

_BLANK_CELL = "空白"
_DEEPEST = 6


def preview_html(
    preview: Preview, standings: Mapping[str, str], drawn: Drawn, address: Address
) -> str:
    """Return a preview as one element; `standings` are the classes of findings, by their ids."""
    return _Writer(standings, drawn, address).whole(preview)


class _Writer:
    """Writes a preview from beginning to end, and marks each finding once."""

    def __init__(self, standings: Mapping[str, str], drawn: Drawn, address: Address) -> None:
        self._standings, self._drawn, self._address = standings, drawn, address
        self._marked: set[str] = set()

    def whole(self, preview: Preview) -> str:
        """Return all of it."""
        title = "<br>".join(self._titled(line) for line in preview.title)
        parts = [self._part(part) for part in preview.parts]
        content = "\n".join([element("h1", title, attribute("class", "title")), *parts])
        return element(
            "article", f"\n{content}\n", ' class="preview"' + attribute("lang", LANGUAGE)
        )

    def _part(self, part: PreviewPart) -> str:
        blocks = "\n".join(map(self._block, part.blocks))
        said = attribute("id", part.id) + attribute("aria-label", part.label)
        return element("section", f"\n{blocks}\n", ' class="part"' + said)

    def _block(self, block: PreviewBlock) -> str:
        match block:
            case PreviewLine():
                return self._line(block)
            case PreviewTable():
                return self._table(block)
            case PreviewFigure():
                return self._figure(block)

    def _titled(self, line: PreviewLine) -> str:
        words = self._anchors(line.marks) + self._words(line.stretches)
        return element("span", words, self._about(line, line.manner.value))

    def _line(self, line: PreviewLine) -> str:
        name = f"h{min(line.level, _DEEPEST)}" if line.level else "p"
        look = "heading" if line.level else line.manner.value
        words = self._anchors(line.marks) + self._words(line.stretches)
        return element(name, words, self._about(line, look))

    def _about(self, line: PreviewLine, look: str) -> str:
        classes = [look, *(["blank"] if line.blank else []), *self._classes(line.marks)]
        classes += ["unrevised"] if line.unrevised else []
        said = attribute("title", line.unrevised) if line.unrevised else ""
        return (
            attribute("id", line.id)
            + attribute("class", " ".join(classes))
            + self._findings(line.marks)
            + _from(line.place, told=not said)
            + said
        )

    def _words(self, stretches: Iterable[Stretch]) -> str:
        said = []
        for marks, group in groupby(stretches, key=lambda one: one.marks):
            words = "".join(map(_stretch, group))
            for mark in reversed(marks):
                own = attribute("class", " ".join(self._classes((mark,))))
                words = element("mark", words, self._id(mark) + own + self._findings((mark,)))
            said.append(words)
        return "".join(said)

    def _table(self, table: PreviewTable) -> str:
        rows = [
            element("tr", "".join(map(self._cell, group)))
            for _, group in groupby(table.cells, key=lambda cell: cell.row)
        ]
        head, body = rows[: table.header_rows], rows[table.header_rows :]
        caption = self._line(table.caption) if table.caption else ""
        lines = [element("thead", "\n".join(head))] if head else []
        lines.append(element("tbody", "\n".join(body)))
        name = attribute("aria-label", table.name)
        own = element("table", "\n".join(lines), attribute("id", table.id) + name)
        box = ' class="table-box" role="group" tabindex="0"'
        return element("div", f"{caption}\n{own}", box + name)

    def _cell(self, cell: PreviewCell) -> str:
        spans = attribute("rowspan", str(cell.rows)) if cell.rows > 1 else ""
        spans += attribute("colspan", str(cell.columns)) if cell.columns > 1 else ""
        header = cell.scope is not Scope.NONE and cell.text.strip()
        classes = [*(["blank"] if cell.blank else []), *self._classes(cell.marks)]
        if cell.blank:
            text = element("span", _BLANK_CELL, ' class="unseen"')
        else:
            text = in_lines(cell.text)
        about = attribute("id", cell.id) + self._findings(cell.marks) + _from(cell.place)
        about += attribute("class", " ".join(classes)) if classes else ""
        about += spans + (attribute("scope", cell.scope) if header else "")
        return element("th" if header else "td", self._anchors(cell.marks) + text, about)

    def _figure(self, figure: PreviewFigure) -> str:
        shown = figure.exhibit
        if shown is None:
            content = element("p", in_lines(figure.alternative), ' class="blank"')
        elif isinstance(shown, Picture):
            source = attribute("src", self._address(shown))
            content = f"<img{source}{attribute('alt', figure.alternative)}>"
        else:
            content = self._drawn(Figure(shown, figure.caption.text, figure.alternative))
        classes = attribute("class", " ".join(["figure", *self._classes(figure.marks)]))
        about = attribute("id", figure.id) + classes + self._findings(figure.marks)
        caption = element("figcaption", self._line(figure.caption))
        inside = f"{self._anchors(figure.marks)}\n{content}\n{caption}\n"
        return element("figure", inside, about + _from(figure.place))

    def _classes(self, marks: Sequence[str]) -> list[str]:
        """Return that something was found, and how grave that is: of several findings each once."""
        return ["found", *dict.fromkeys(self._standings[mark] for mark in marks)] if marks else []

    def _anchors(self, marks: Iterable[str]) -> str:
        return "".join(element("span", "", own) for mark in marks if (own := self._id(mark)))

    def _id(self, mark: str) -> str:
        """Return the id of a finding's first place; nothing of its others."""
        if mark in self._marked:
            return ""
        self._marked.add(mark)
        return attribute("id", mark_of(mark))

    def _findings(self, marks: Sequence[str]) -> str:
        return attribute("data-findings", " ".join(marks)) if marks else ""


def _stretch(stretch: Stretch) -> str:
    text = in_lines(stretch.text)
    if stretch.origin is not None and stretch.origin.spot:
        text = element("span", text, ' class="cited"' + _from(stretch.origin))
    elif stretch.blank:
        text = element("span", text, ' class="blank"')
    return element("strong", text) if stretch.strong and text else text


def _from(place: Place | None, *, told: bool = True) -> str:
    """Say where something is written, for programs and for people."""
    if place is None or not place.spot:
        return ""
    said = attribute("data-sheet", place.within) + attribute("data-cell", place.spot)
    return said + (attribute("title", f"『{place.within}』{place.spot}") if told else "")
