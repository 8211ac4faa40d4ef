"""What a reader of a template does not see: hidden words, revisions, tags where none are expected.

All of it would be in every report, and a revision under the name of somebody else.
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import W

_STYLES = "word/styles.xml"
_REVISIONS = " or ".join(f"self::w:{kind}" for kind in ("del", "ins", "moveFrom", "moveTo"))
_REVISED = etree.XPath(f"//*[@w:author or {_REVISIONS}]", namespaces={"w": W[1:-1]})
"""Whatever somebody is named as the author of; the comments among it are told elsewhere."""
_OF_COMMENTS = "word/comments"
_VANISHING = (W + "vanish", W + "specVanish")
_HIDDEN = (*_VANISHING, W + "hidden")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VML = "{urn:schemas-microsoft-com:vml}*"
_INVISIBLE = re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_STYLED = tuple(W + kind for kind in ("pStyle", "rStyle", "tblStyle"))
_OFF = ("0", "false", "off")


def hidden(parts: Mapping[str, bytes], roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """Find what is not seen in the parts of a template; `roots` are those that may hold tags."""
    others = {
        part: parse(content, part, "")
        for part, content in parts.items()
        if part.startswith("word/") and part.endswith(".xml") and part not in roots
    }
    for part, root in {**roots, **others}.items():
        yield from _revised(part, root)
        if part not in (_STYLES, "word/numbering.xml"):
            yield from _hidden_directly(part, root)
    for part, root in roots.items():
        yield from _tags_out_of_place(part, root)
    yield from _notes_without_marks({**roots, **others})
    used = [root for part, root in {**roots, **others}.items() if part != _STYLES]
    yield from _hidden_by_style(others[_STYLES], used)


def _revised(part: str, root: etree._Element) -> Iterator[str]:
    if part.startswith(_OF_COMMENTS):
        return
    for element in cast("list[etree._Element]", _REVISED(root)):
        inside = "".join(text.text or "" for text in element.iter(W + "t", W + "delText"))
        shown = f"“{inside[:30]}”" if inside else ""
        yield f"{part}：还有没接受的修订{shown}，请先接受或拒绝所有修订"
        return


def _hidden_directly(part: str, root: etree._Element) -> Iterator[str]:
    if any(map(_is_on, root.iter(*_HIDDEN))):
        yield f"{part}：有隐藏的文字或表格行，请取消隐藏"
    if any(map(_is_hidden_shape, root.iter(_DRAWING, _VML))):
        yield f"{part}：有隐藏的图片或图形，请在“选择窗格”里显示出来，或者删去"


def _hidden_by_style(styles: etree._Element, roots: list[etree._Element]) -> Iterator[str]:
    """Find styles that hide and are used: by name, as what all is by default, or as a base.

    Word itself defines some that hide (z-窗体顶端) and uses them nowhere.
    """
    if any(
        map(
            _is_on,
            (one for held in styles.iter(W + "docDefaults") for one in held.iter(*_VANISHING)),
        )
    ):
        yield "默认的字体设成了隐藏，请取消隐藏"
    defined = {style.get(W + "styleId", ""): style for style in styles.iter(W + "style")}
    left = [name for name, one in defined.items() if one.get(W + "default", "0") not in _OFF]
    left += [one.get(W + "val", "") for root in roots for one in root.iter(*_STYLED)]
    used: set[str] = set()
    while left:
        name = left.pop()
        if name in defined and name not in used:
            used.add(name)
            left += [based.get(W + "val", "") for based in defined[name].iter(W + "basedOn")]
    for key, style in defined.items():
        hiding = [*style.iter(*_VANISHING), *style.iterfind(f".//{W}trPr/{W}hidden")]
        if key in used and any(map(_is_on, hiding)):
            called = next((one.get(W + "val", "") for one in style.iter(W + "name")), key)
            yield f"用到的样式“{called}”把文字隐藏了，请在“修改样式”里取消隐藏"


def _notes_without_marks(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    """Find notes whose mark was deleted: no page shows them."""
    for kind, called in (("footnote", "脚注"), ("endnote", "尾注")):
        marks = {
            mark.get(W + "id")
            for root in roots.values()
            for mark in root.iter(f"{W}{kind}Reference")
        }
        for part, root in roots.items():
            for note in root.iter(W + kind):
                words = "".join(text.text or "" for text in note.iter(W + "t")).strip()
                if words and note.get(W + "id") not in marks:
                    yield f"{part}：{called}“{words[:30]}”在正文里没有标记，印不出来，请删去"


def _tags_out_of_place(part: str, root: etree._Element) -> Iterator[str]:
    """Find tags where a reader does not see them but docxtpl would still fill them in."""
    for element in root.iter(W + "delText", W + "instrText"):
        if "{{" in (element.text or "") or "{%" in (element.text or ""):
            yield f"{part}：修订删除的文字或域代码里还有标签“{element.text}”，请接受修订或删去"
    for element in root.iter(W + "sdtContent", W + "txbxContent"):
        looped = "".join(text.text or "" for text in element.iter(W + "t"))
        if "{%" in looped:
            yield f"{part}：内容控件或文本框里有循环标签“{looped[:30]}”，请移到普通段落里"


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element is a row of a table, a picture or a shape that is not shown."""
    if element.tag == W + "hidden":
        return _is_on(element)
    shape = element.tag == _DRAWING or str(element.tag).startswith(_VML[:-1])
    return shape and _is_hidden_shape(element)


def _is_on(switch: etree._Element) -> bool:
    return switch.get(W + "val", "true") not in _OFF


def _is_hidden_shape(shape: etree._Element) -> bool:
    """Tell whether a drawing, or a shape of older Words, is not shown."""
    return shape.get("hidden", "0") not in _OFF or bool(_INVISIBLE.search(shape.get("style", "")))
