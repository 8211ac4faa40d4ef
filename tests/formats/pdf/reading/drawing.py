"""PDFs drawn by hand, as programs that cannot run here draw them; a page takes no millisecond.

Coordinates are points from the upper left corner, as in what is read. The font is no font: it names
the character of each code, and how wide each is, which is all that a reader needs.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

A4 = 595.0, 842.0
Point = tuple[float, float]


class Page:
    """What is drawn on a page."""

    def __init__(self, size: Point = A4) -> None:
        self.size = size
        self.drawn: list[str] = []
        self.used: set[str] = set()

    def text(
        self,
        x: float,
        base: float,
        text: str,
        size: float = 10.0,
        *,
        turn: tuple[float, float, float, float] = (1, 0, 0, 1),
        mode: int = 0,
        stretch: float = 1,
    ) -> "Page":
        """Write a text from left to right, whose letters stand on `base`."""
        self.used |= set(text)
        codes = "".join(f"{ord(sign):04X}" for sign in text)
        matrix = " ".join(f"{number:.3f}" for number in turn)
        place = f"{x:.3f} {self.size[1] - base:.3f}"
        looks = f"/F {size} Tf {mode} Tr {100 * stretch:.1f} Tz"
        self.drawn.append(f"BT {looks} {matrix} {place} Tm <{codes}> Tj ET")
        return self

    def glyphs(self, x: float, base: float, text: str, size: float = 10.0) -> "Page":
        """Write each letter on its own, as Word does."""
        for sign in text:
            self.text(x, base, sign, size)
            x += width_of(sign) * size
        return self

    def line(self, start: Point, end: Point, thick: float = 0.5, dash: str = "") -> "Page":
        """Draw a line."""
        points = f"{self._at(start)} m {self._at(end)} l"
        self.drawn.append(f"{dash or '[] 0'} d {thick} w {points} S")
        return self

    def area(self, x: float, top: float, wide: float, high: float, colour: str = "0 g") -> "Page":
        """Fill a rectangle."""
        self.drawn.append(
            f"{colour} {x:.3f} {self.size[1] - top - high:.3f} {wide} {high} re f 0 g"
        )
        return self

    def raw(self, instructions: str) -> "Page":
        """Draw as a program would say it, with the origin below."""
        self.drawn.append(instructions)
        return self

    def _at(self, point: Point) -> str:
        return f"{point[0]:.3f} {self.size[1] - point[1]:.3f}"


def width_of(sign: str) -> float:
    """Return how wide a letter is, in its size."""
    return 0.5 if sign.isascii() else 1.0


class Look(NamedTuple):
    """What is said of a file beside its pages."""

    unnamed: str = ""
    """Characters of which it does not say which they are."""
    named: Mapping[str, str] = {}
    """Characters of which it says that they are others."""
    catalog: str = ""
    of_pages: str = ""
    resources: str = ""
    objects: Sequence[str] = ()
    """Further objects; the first has the number 6."""


def pdf(pages: Iterable[Page], look: Look = Look()) -> bytes:  # noqa: B008 - has no state
    """Return the file."""
    every = list(pages)
    known = sorted(set[str]().union(*(page.used for page in every)) - set(look.unnamed))
    names = "\n".join(
        f"<{ord(sign):04X}> <{look.named.get(sign, sign).encode('utf-16-be').hex()}>"
        for sign in known
    )
    table = (
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(known)} beginbfchar\n{names}\nendbfchar"
    )
    first = 6 + len(look.objects)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(every)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {look.catalog} >>",
        f"<< /Type /Pages /Count {len(every)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Font /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Font /DW 1000 /W [32 126 500]"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(table),
        *look.objects,
    ]
    for at, page in enumerate(every):
        wide, high = page.size
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] {look.of_pages}"
            f" /Resources << /Font << /F 3 0 R >> {look.resources} >>"
            f" /Contents {first + 2 * at + 1} 0 R >>"
        )
        objects.append(_stream("\n".join(page.drawn)))
    return _file(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    content, places = b"%PDF-1.7\n", list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF"
    )
    return content + end.encode()
