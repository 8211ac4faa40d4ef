"""Lets pdfminer do no more work than a report is worth: a small file can ask for years of it.

All that pdfminer does is in proportion to the bytes that it unpacks and goes through, but for
ranges that a few bytes name. Both are counted; no clock is asked, so that a file is refused or read
on any machine alike.
"""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1

MEGABYTE = 1024 * 1024
_MOST_UNPACKED = 150 * MEGABYTE  # whole fonts have 20 MB each
_MOST_DRAWN = 4 * MEGABYTE  # bytes of drawing instructions; a report has 0.5 MB
_EACH_DRAWING = 500  # bytes that to begin one costs
_MOST_SLOWLY = 200_000  # bytes in old ways of packing, which grow a thousandfold
_MOST_CHARACTERS = 0x40000  # that a font names
_RANGES = re.compile(rb"begin(bf|cid)range(.*?)end", re.DOTALL)
_LIST = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<\s*([0-9A-Fa-f]{1,16})\s*>")


class TooMuch(Exception):  # noqa: N818 - a refusal, as the one that it becomes
    """What a file asks for is far more than any report does."""


class Budget:
    """What may still be unpacked and drawn."""

    def __init__(self) -> None:
        self._unpacked, self._drawn = _MOST_UNPACKED, _MOST_DRAWN

    @property
    def room(self) -> int:
        """Bytes that may still be unpacked."""
        return self._unpacked

    def unpack(self, count: int) -> None:
        """Count bytes that were unpacked."""
        self._unpacked -= count
        if self._unpacked < 0:
            raise TooMuch

    def draw(self, count: int) -> None:
        """Count bytes of instructions that are carried out, each time anew."""
        self._drawn -= count
        if self._drawn < 0:
            raise TooMuch


class BoundedStream(PDFStream):
    """A stream that is not unpacked beyond what is left."""

    def __init__(self, stream: PDFStream, budget: Budget) -> None:
        super().__init__(stream.attrs, stream.rawdata, stream.decipher)
        self._budget = budget

    def decode(self) -> None:
        """Unpack it, having looked how large it becomes."""
        data = self.rawdata
        if self.decipher:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, _ in self.get_filters():
            if name in LITERALS_FLATE_DECODE:
                data = self._inflated(data)
            elif len(data) > _MOST_SLOWLY:
                raise TooMuch
        super().decode()
        self._budget.unpack(len(self.data))

    def _inflated(self, data: bytes) -> bytes:
        try:
            return zlib.decompressobj().decompress(data, self._budget.room + 1)
        except zlib.error:  # pdfminer takes what comes before the damage, byte by byte
            if len(data) > _MOST_SLOWLY:
                raise TooMuch from None
            return data


class BoundedParser(PDFParser):
    """Reads the objects of a file, its streams as bounded ones."""

    def __init__(self, file: Any, budget: Budget) -> None:
        super().__init__(file)
        self._budget = budget

    def do_keyword(self, pos: int, token: Any) -> None:
        """Take a keyword, and bound the stream that one makes."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, stream = self.curstack[-1]
            if isinstance(stream, PDFStream):
                self.curstack[-1] = at, BoundedStream(stream, self._budget)


class BoundedInterpreter(PDFPageInterpreter):
    """Carries out the instructions of pages; what is drawn again counts again."""

    def __init__(self, resources: PDFResourceManager, device: Any, budget: Budget) -> None:
        super().__init__(resources, device)
        self._budget = budget

    def dup(self) -> "BoundedInterpreter":
        """Return one for a drawing within the drawing."""
        return BoundedInterpreter(self.rsrcmgr, self.device, self._budget)

    def execute(self, streams: Iterable[Any]) -> None:
        """Carry out what streams say."""
        every = list(streams)
        for stream in every:
            found = resolve1(stream)
            if isinstance(found, PDFStream):
                self._budget.draw(len(found.get_data()) + _EACH_DRAWING)
        super().execute(every)


class BoundedFonts(PDFResourceManager):
    """Makes fonts whose tables are no larger than a font.

    The outlines are left alone where the file says itself which character each glyph is.
    """

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> Any:
        """Return a font. Raise TooMuch where its tables name ranges that nobody needs."""
        _must_be_small(spec)
        if "ToUnicode" in spec and "FontDescriptor" in spec:
            outlines = ("FontFile", "FontFile2", "FontFile3")
            described = resolve1(spec["FontDescriptor"])
            kept = {key: value for key, value in described.items() if key not in outlines}
            spec = {**spec, "FontDescriptor": kept}
        return super().get_font(objid, spec)


def _must_be_small(spec: Mapping[str, Any]) -> None:
    """Raise TooMuch where what a font names is more than there are characters, twice over."""
    for key in ("ToUnicode", "Encoding"):
        table = resolve1(spec.get(key))
        if isinstance(table, PDFStream) and _named_in(table.get_data()) > _MOST_CHARACTERS:
            raise TooMuch
    for key, group in (("W", 3), ("W2", 5)):
        widths = resolve1(spec.get(key)) or []
        if isinstance(widths, list) and _widths_in(widths, group) > _MOST_CHARACTERS:
            raise TooMuch


def _named_in(table: bytes) -> int:
    """Return how many characters the ranges of a character map name."""
    count = 0
    for kind, section in _RANGES.findall(table):
        codes = _CODE.findall(_LIST.sub(b"<00>", section))
        step = 3 if kind == b"bf" else 2  # the third of the others is a plain number
        for first, last in zip(codes[::step], codes[1::step], strict=False):
            count += max(0, int(last, 16) - int(first, 16))
    return count


def _widths_in(widths: Sequence[Any], group: int) -> int:
    """Return how many characters the ranges of a list of widths name."""
    count, numbers = len(widths), list[float]()
    for width in map(resolve1, widths):
        if isinstance(width, list):
            count, numbers = count + len(width), []
        elif isinstance(width, int | float):
            numbers.append(width)
            if len(numbers) == group:
                count += max(0, int(numbers[1] - numbers[0]))
                numbers = []
    return count
