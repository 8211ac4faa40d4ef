"""How a document shows a picture, and what it calls it."""

import re

from lxml import etree

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_SIDES = ("l", "t", "r", "b")
_VML_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")
_FILE = re.compile(r"(?:.*[\\/])?([^\\/]{1,120}\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf))", re.I)
_BY_A_PROGRAM = re.compile(
    r"(?:图片|图像|图形|图表|picture|(?:clip_)?image|img|graphic|chart)[\s_-]*\d*|.*已自动生成",
    re.I | re.S,
)
"""What programs write by themselves where people have written nothing."""
_LONGEST = 500  # characters of a name or a text that are looked at


def floats(element: etree._Element) -> bool:
    """Tell whether something drawn lies over or beside the text: also what is in such a box."""
    around = [element, *element.iterancestors()]
    if any(one.find(f"{_WP}anchor") is not None for one in around):
        return True
    styles = (one.get("style", "") for one in element.iterchildren(f"{_VML}*"))
    return any("position:absolute" in style.replace(" ", "") for style in styles)


def altered_in(element: etree._Element) -> str:
    """Say how a picture is shown otherwise than its file is; empty where it is not."""
    crops = [one.get(side, "0") for one in element.iter(f"{_A}srcRect") for side in _SIDES]
    crops += [one.get(side, "0") for one in element.iter(f"{_VML}imagedata") for side in _VML_SIDES]
    if any(crop.strip(" 0.f%") for crop in crops):
        return "裁剪过"
    turned = (one for one in element.iter(f"{_A}xfrm") if one.get("rot", "0").strip("-0"))
    return "转过方向" if next(turned, None) is not None else ""


def names_of(element: etree._Element) -> tuple[str, str]:
    """Return the name of the file that a picture was made from, and its alternative text.

    Each is empty where the document does not say, or a program has said it by itself.
    """
    said, names = list[str](), list[str]()
    for one in element.iter("{*}docPr", "{*}cNvPr"):
        said.append(one.get("descr", "")[:_LONGEST])
        names.append(one.get("name", "")[:_LONGEST])
    for shape in element.iter(f"{_VML}shape"):
        said.append(shape.get("alt", "")[:_LONGEST])
    for one in element.iter(f"{_VML}imagedata"):
        names.append(one.get(f"{_OFFICE}title", "")[:_LONGEST])
    files = [
        found[1]
        for text in (*names, *said)
        if (found := _FILE.fullmatch(text.strip()))
        and not _BY_A_PROGRAM.fullmatch(found[1].rpartition(".")[0])
    ]
    texts = [
        " ".join(text.split())
        for text in said
        if not _FILE.fullmatch(text.strip()) and not _BY_A_PROGRAM.fullmatch(text.strip())
    ]
    return next(iter(files), ""), next(filter(None, texts), "")
