"""Which words of a document lead to a page, and to which: by an element, or by a field."""

from collections.abc import Mapping

from lxml import etree

from generator.formats.docx.package.fields import link_of, word_of
from generator.formats.docx.package.links import leads_inside, may_link
from generator.formats.docx.package.ooxml import related_parts
from generator.formats.docx.package.part_names import DOCUMENT, OFFICE, W
from generator.formats.docx.text import own_text

_ID = f"{{{OFFICE}/relationships}}id"
_LINK, _SIMPLE, _MARK, _CODE = (
    W + kind for kind in ("hyperlink", "fldSimple", "fldChar", "instrText")
)


def links_in(root: etree._Element, parts: Mapping[str, bytes]) -> dict[etree._Element, str]:
    """Return the address of every element with text that is in a link to the web or a mailbox."""
    targets = related_parts(parts, DOCUMENT)
    found: dict[etree._Element, str] = {}
    for link in root.iter(_LINK):
        _note(found, link, targets.get(link.get(_ID, ""), ""))
    for field in root.iter(_SIMPLE):
        _note(found, field, _address(field.get(W + "instr", "")))
    if next(root.iter(_CODE), None) is not None:
        _by_fields(root, found)
    return found


def _by_fields(root: etree._Element, found: dict[etree._Element, str]) -> None:
    """Note what stands between the mark after a HYPERLINK and its end."""
    opened: list[str | None] = []
    codes: list[str] = []
    for element in root.iter("*"):
        kind = element.get(W + "fldCharType", "") if element.tag == _MARK else ""
        if kind == "begin":
            opened.append(None)
            codes.append("")
        elif kind == "separate" and opened:
            opened[-1] = _address(codes[-1])
        elif kind == "end" and opened:
            opened.pop()
            codes.pop()
        elif element.tag == _CODE and codes:
            codes[-1] += element.text or ""
        elif any(opened) and own_text(element):
            found[element] = next(filter(None, reversed(opened)), "") or ""


def _note(found: dict[etree._Element, str], holder: etree._Element, address: str) -> None:
    if _may_be_followed(address):
        found |= dict.fromkeys((one for one in holder.iter("*") if own_text(one)), address)


def _address(code: str) -> str:
    """Return where a field leads; empty where it leads nowhere outside, or nowhere it may."""
    target = link_of(code) if word_of(code) == "HYPERLINK" else ""
    return target if _may_be_followed(target) else ""


def _may_be_followed(target: str) -> bool:
    """Tell whether a link leads outside, and to where everybody may go."""
    outside = bool(target) and not target.startswith("#")
    return outside and may_link(target) and not leads_inside(target)
