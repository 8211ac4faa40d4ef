"""What Word and WPS write on saving a document in which nobody changed anything.

From documents that they saved: new names of styles, sessions, languages, hints, what styles say
written once more beside the words, caches, indents of so many characters as lengths of their own.
"""

from copy import deepcopy
from random import Random

from lxml.etree import _Element as Element

from tests.reviewing.body import tables_of
from tests.reviewing.ooxml import Package, new, w
from tests.reviewing.runs import cut, runs_of, text_of

_STYLES = "word/styles.xml"
_REFERS = ("pStyle", "rStyle", "basedOn", "next", "link", "tblStyle")


def saved_by_word(package: Package, rng: Random) -> None:
    """Save as Word does: styles by short ids, sessions, marks of its own."""
    _rename_styles(package)
    for paragraph in package.body.iter(w("p")):
        paragraph.set(w("rsidR"), f"00{rng.randrange(16**6):06X}")
        _own(paragraph, "pPr").append(new("rPr", new("rFonts", hint="eastAsia")))
        for one in runs_of(paragraph):
            letters = _own(one, "rPr")
            fonts = letters.find(w("rFonts"))
            if fonts is None:
                letters.append(new("rFonts", hint="eastAsia"))
            letters.append(new("noProof"))
            letters.append(new("lang", val="en-US", eastAsia="zh-CN"))
            one.insert(1, new("lastRenderedPageBreak"))
        paragraph.append(new("proofErr", type="spellStart"))
        paragraph.append(new("proofErr", type="spellEnd"))
    section = package.body.find(w("sectPr"))
    assert section is not None
    section.append(new("docGrid", linePitch="312"))


def saved_by_wps(package: Package, _rng: Random) -> None:
    """Save as WPS does: what the styles say stands in every paragraph and run as well."""
    styles = {one.get(w("styleId")): one for one in package.tree(_STYLES)}
    for paragraph in package.body.iter(w("p")):
        if len(text_of(paragraph)) > 1:
            cut(paragraph, 1)
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        style = None if named is None else styles.get(named.get(w("val")))
        if style is None:
            continue
        own = _own(paragraph, "pPr")
        own.append(new("snapToGrid"))
        indent = style.find(f"{w('pPr')}/{w('ind')}")
        if indent is not None and indent.get(w("firstLineChars")) == "200":
            own.append(new("ind", firstLineChars="200", firstLine="643"))
        for one in runs_of(paragraph):
            _copied(one, style)
    for table in tables_of(package):
        for cell in table.iter(w("tcPr")):
            cell.append(new("noWrap", val="0"))


def _copied(one: Element, style: Element) -> None:
    letters = _own(one, "rPr")
    for tag in ("rFonts", "sz", "szCs"):
        said = style.find(f"{w('rPr')}/{w(tag)}")
        own = letters.find(w(tag)) is not None or letters.find(w("rStyle")) is not None
        if said is not None and not own:
            copy = deepcopy(said)
            letters.append(copy)
    letters.append(new("kern", val="2"))
    letters.append(new("lang", val="en-US", eastAsia="zh-CN", bidi="ar"))


def _rename_styles(package: Package) -> None:
    styles = package.tree(_STYLES)
    ids = [one.get(w("styleId")) or "" for one in styles.iterchildren(w("style"))]
    short = {old: f"a{at}" for at, old in enumerate(ids)}
    for one in styles.iterchildren(w("style")):
        one.set(w("styleId"), short[one.get(w("styleId")) or ""])
    margins = [part for part in package.parts if part.startswith(("word/header", "word/footer"))]
    trees = {part: package.tree(part) for part in margins}
    for tree in (styles, package.root, *trees.values()):
        for reference in tree.iter(*map(w, _REFERS)):
            name = reference.get(w("val")) or ""
            reference.set(w("val"), short.get(name, name))
    for part, tree in {_STYLES: styles, **trees}.items():
        package.put(part, tree)


def _own(element: Element, name: str) -> Element:
    found = element.find(w(name))
    if found is None:
        found = new(name)
        element.insert(0, found)
    return found
