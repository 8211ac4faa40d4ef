"""What a document looks like as a whole: its pictures, its background, what may be typed in it."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import related_parts
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.looks.styles import is_on
from generator.formats.docx.reading.things import picture_of
from generator.manuscript.looks import Look, PictureLook, Stand, Value

_EMUS = 12_700.0  # a point
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_CROP = "{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect"
_NUMBER = re.compile(r"(-?\d{1,18}(?:\.\d{1,9})?)%?", re.ASCII)
_SIDES = ("l", "t", "r", "b")
_HUNDREDTHS = 1000.0  # of a per cent of a picture
_DRAWN = (W + "drawing", W + "pict")
_ENFORCED = ("1", "true", "on")
_LOCKS = ("sdtLocked", "contentLocked", "sdtContentLocked")


def whole_look(root: etree._Element, settings: etree._Element | None) -> Look:
    """Return what is true of a document as a whole, by its body and its settings."""
    sizes = [
        size / _EMUS
        for extent in root.iter(_EXTENT)
        for side in ("cx", "cy")
        if (size := _measured(extent, side)) is not None
    ]
    background = root.find(W + "background")
    colour = "" if background is None else background.get(W + "color", "").upper()
    found: dict[str, Value] = {
        "图片大小": tuple(sizes),
        "页面颜色": "" if colour in ("AUTO", "FFFFFF") else colour,
    }
    if any(cut := tuple(_cropped(root))):
        found["图片裁剪"] = cut
    if locks := sum(1 for lock in root.iter(W + "lock") if lock.get(W + "val") in _LOCKS):
        found["锁定的内容控件"] = (float(locks),)
    if settings is not None:
        if is_on(settings.find(W + "evenAndOddHeaders")):
            found["奇偶页不同"] = "evenAndOddHeaders"
        protection = settings.find(W + "documentProtection")
        if protection is not None and protection.get(W + "enforcement", "0") in _ENFORCED:
            found["限制编辑"] = protection.get(W + "edit", "none")
    return found


def _cropped(root: etree._Element) -> Iterator[float]:
    """Yield how much of every picture is cut off at its sides, in per cent."""
    for crop in root.iter(_CROP):
        for side in _SIDES:
            cut = crop.get(side, "")
            per = 1.0 if cut.endswith("%") else _HUNDREDTHS
            yield (_measured(crop, side) or 0.0) / per


def _measured(element: etree._Element, name: str) -> float | None:
    """Return the number that an attribute says, 12500 or 12.5%; None where it says none."""
    said = _NUMBER.fullmatch(element.get(name, ""))
    return float(said[1]) if said else None


def pictures_of(
    parts: Mapping[str, bytes], root: etree._Element, lines: Mapping[etree._Element, int]
) -> Iterator[PictureLook]:
    """Yield the pictures in the text, each between the lines that it stands between.

    `lines` says which line a paragraph begins. What a paragraph with text holds stands at that.
    """
    targets = related_parts(parts, DOCUMENT)
    before, waiting = -1, []
    for element in root.iter(W + "p", *_DRAWN):
        if element.tag != W + "p":
            if shown := picture_of(parts, targets, element):
                waiting.append((shown, before))
        elif element in lines:
            yield from (PictureLook(shown, Stand(at, lines[element])) for shown, at in waiting)
            before, waiting = lines[element], []
    yield from (PictureLook(shown, Stand(at, None)) for shown, at in waiting)
