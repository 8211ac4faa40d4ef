"""Small fonts for tests, as somebody has them installed."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def install(folder: Path, name: str, characters: str, fs_type: int = 0) -> Path:
    """Write a font of this name that has these characters, each a square."""
    pen = TTGlyphPen(None)
    for step, point in enumerate(((0, 0), (0, 800), (800, 800), (800, 0))):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    glyphs = [".notdef", *(f"uni{ord(one):04X}" for one in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({ord(one): f"uni{ord(one):04X}" for one in characters})
    builder.setupGlyf(dict.fromkeys(glyphs, square))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {
            "familyName": {"en": f"Font{len(name)}", "zh": name},
            "styleName": "Regular",
            "psName": f"Font{len(name)}-Regular",
        }
    )
    builder.setupOS2(fsType=fs_type, sTypoAscender=880, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{len(list(folder.iterdir()))}.ttf"
    builder.save(file)
    return file
