"""A reviewer's edits of captions, further tables and charts; on purpose without the program."""

import re
from random import Random

from lxml.etree import _Element as Element

from tests.reviewing.ooxml import Package, w
from tests.reviewing.runs import text_of

_CAPTION = re.compile(r"[图表]\d+　")
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WORDS = ("详细", "最新", "主要", "本年")


class ShownDesk:
    """A document on the reviewer's desk, with the captions and tables that it shows."""

    def __init__(self, data: bytes) -> None:
        self.package = Package.open(data)
        self.said: list[str] = []
        """What a review is to call each edit."""
        self.captions = {
            text.partition("　")[2]: line
            for line in self.package.body.iterchildren(w("p"))
            if _CAPTION.match(text := text_of(line))
        }
        """The lines of captions by their words as they were."""

    def shown(self, caption: str) -> Element:
        """Return what a caption belongs to: the paragraph or table beside it."""
        line = self.captions[caption]
        table = text_of(line).startswith("表")
        found = line.getnext() if table else line.getprevious()
        assert found is not None
        return found

    def reword(self, caption: str, rng: Random) -> None:
        """Put a word into a caption."""
        words = list(self.captions[caption].iter(w("t")))[-1]
        words.text = f"{words.text}（{rng.choice(_WORDS)}）"
        self.said.append("标题")

    def clear_caption(self, caption: str) -> None:
        """Delete the line of a caption, and leave what it belongs to."""
        self.package.body.remove(self.captions[caption])
        self.said.append("标题")

    def delete(self, caption: str) -> None:
        """Delete what is shown, and its caption."""
        self.package.body.remove(self.shown(caption))
        self.package.body.remove(self.captions[caption])
        self.said.append("删除")

    def delete_shown(self, caption: str) -> None:
        """Delete what is shown, and leave its caption."""
        self.package.body.remove(self.shown(caption))
        self.said.append("图表")

    def move(self, caption: str, behind: Element) -> None:
        """Move what is shown with its caption."""
        line, shown = self.captions[caption], self.shown(caption)
        pair = [line, shown] if text_of(line).startswith("表") else [shown, line]
        for one in reversed(pair):
            behind.addnext(one)
        self.said.append("移动")

    def cells(self, caption: str) -> list[Element]:
        """Return the pieces of text in the cells of a further table."""
        return [one for one in self.shown(caption).iter(w("t")) if (one.text or "").strip()]

    def change_number(self, caption: str, rng: Random) -> None:
        """Put another number into a cell of a further table."""
        numbers = [one for one in self.cells(caption) if (one.text or "").isdigit()]
        cell = rng.choice(numbers)
        cell.text = str(int(cell.text or "") + 100)
        self.said.append("表格数字")

    def change_label(self, caption: str, rng: Random) -> None:
        """Put another word into a cell of a further table."""
        cell = rng.choice([one for one in self.cells(caption) if not (one.text or "").isdigit()])
        cell.text = f"{cell.text}{rng.choice(_WORDS)}"
        self.said.append("表格文字")

    def change_point(self, number: int, at: int, value: str) -> None:
        """Let a chart show another number."""
        self._change_chart(number, "numCache", at, value)

    def rename_point(self, number: int, at: int, name: str) -> None:
        """Let a chart call a point otherwise."""
        self._change_chart(number, "cat", at, name)

    def _change_chart(self, number: int, holder: str, at: int, text: str) -> None:
        part = f"word/charts/chart{number}.xml"
        tree = self.package.tree(part)
        values = next(tree.iter(f"{_CHART}{holder}")).iter(f"{_CHART}v")
        list(values)[at].text = text
        self.package.put(part, tree)
        self.said.append("图表")

    def retype(self, words: str, now: str) -> None:
        """Put other words in the place of some of the text."""
        found = [one for one in self.package.body.iter(w("t")) if words in (one.text or "")]
        found[0].text = (found[0].text or "").replace(words, now, 1)
        self.said.append("改写")

    def line_with(self, words: str) -> Element:
        """Return a line of the text."""
        lines = self.package.body.iterchildren(w("p"))
        return next(line for line in lines if words in text_of(line))

    def data(self) -> bytes:
        """Return the document as it is now."""
        return self.package.save()
