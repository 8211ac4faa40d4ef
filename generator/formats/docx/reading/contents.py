"""The table of contents, made by Word or WPS or typed: it repeats the text, and is none itself."""

import re
from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from generator.form.labels import label_key
from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import visible_text

_BLOCKS = (W + "p", W + "tbl")
_HOLDERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "smartTag"})
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
_STYLE = re.compile(r"(?:toc|contents|wpsoffice手动目录) ?(?:\d|heading)", re.IGNORECASE)
_TITLES = ("目录", "目次")
_BEGINNINGS = frozenset(title[0] for title in _TITLES)
_WITH_PAGE = re.compile(r"[\t.…·\s—–-]\s*(?:\d{1,3}|[ivx]{1,5})\s*[—–-]?\s*$", re.IGNORECASE)
_TYPED = re.compile(r"(?:\t|[.…·．]{2,}) *\d{1,3}\s*$")
_FEWEST_ENTRIES = 2
_LONGEST_ENTRY = 300  # characters, with its dots


def without_contents(
    root: etree._Element, styles: etree._Element | None, listed: Collection[etree._Element]
) -> tuple[list[etree._Element], bool]:
    """Return the paragraphs and tables of a body, and whether a table of contents was left out.

    `listed` are the paragraphs of one by its field, whose entries are taken out already.
    """
    names = dict(_names(styles))
    body = root.find(W + "body")
    found = list(_blocks(body, of_contents=False)) if body is not None else []
    marked = [
        (block, inside or (block in listed and _is_blank(block)) or _is_entry(block, names))
        for block, inside in found
    ]
    typed = frozenset(_typed([block for block, _ in marked]))
    marked = [(block, inside or at in typed) for at, (block, inside) in enumerate(marked)]
    if not any(inside for _, inside in marked):
        return [block for block, _ in marked], bool(listed)
    kept = [
        block
        for at, (block, inside) in enumerate(marked)
        if not inside and not (_is_title(block) and _goes_on(marked[at + 1 :]))
    ]
    return kept, True


def _blocks(holder: etree._Element, *, of_contents: bool) -> Iterator[tuple[etree._Element, bool]]:
    """Yield paragraphs and tables in order, and whether they are in a table of contents."""
    for element in holder:
        if element.tag in _BLOCKS:
            yield element, of_contents
        elif element.tag in _HOLDERS:
            gallery = element.find(_GALLERY)
            own = gallery is not None and gallery.get(W + "val", "") == "Table of Contents"
            yield from _blocks(element, of_contents=of_contents or own)


def _names(styles: etree._Element | None) -> Iterator[tuple[str, str]]:
    for style in () if styles is None else styles.iterchildren(W + "style"):
        name = style.find(W + "name")
        yield style.get(W + "styleId", ""), "" if name is None else name.get(W + "val", "")


def _is_entry(block: etree._Element, names: dict[str, str]) -> bool:
    """Tell whether a paragraph is of the style of an entry and ends in a page, or is a title."""
    style = block.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else names.get(style.get(W + "val", ""), style.get(W + "val", ""))
    if not _STYLE.fullmatch(name):
        return False
    text = visible_text(block)
    return label_key(text) in _TITLES or bool(_WITH_PAGE.search(text[-_LONGEST_ENTRY:]))


def _typed(blocks: Sequence[etree._Element]) -> Iterator[int]:
    """Yield which blocks are entries of a table of contents that somebody typed.

    Behind its title each has a leader and a page: no sentence ends so.
    """
    for at, block in enumerate(blocks):
        if not _is_title(block):
            continue
        entries = []
        for later in range(at + 1, len(blocks)):
            if blocks[later].tag == W + "p" and _TYPED.search(visible_text(blocks[later])):
                entries.append(later)
            elif not _is_blank(blocks[later]):
                break
        if len(entries) >= _FEWEST_ENTRIES:
            yield from entries


def _is_title(block: etree._Element) -> bool:
    words = ((text.text or "").lstrip() for text in block.iter(W + "t"))
    begins = (word[0] for word in words if word)
    if block.tag != W + "p" or next(begins, "") not in _BEGINNINGS:  # of thousands few go on
        return False
    return label_key(visible_text(block)) in _TITLES


def _goes_on(following: list[tuple[etree._Element, bool]]) -> bool:
    """Tell whether the next block with anything in it is of a table of contents."""
    for block, inside in following:
        if inside:
            return True
        if not _is_blank(block):
            return False
    return False


def _is_blank(block: etree._Element) -> bool:
    return block.tag == W + "p" and not visible_text(block).strip()
