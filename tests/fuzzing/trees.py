"""Changes of the XML of a part that leave it well-formed: of its elements and attributes."""

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from random import Random

from lxml import etree

from tests.fuzzing.texts import area, fit_for_xml, number, planted, text_in_xml
from tests.fuzzing.zip_bytes import Change

_Root = etree._Element
_DEEP = (5, 50, 150, 400, 3_000)
_OFTEN = (2, 20, 500, 12_000)
_LARGEST = 3_000_000  # bytes of an element that is repeated
_TARGETS = (
    *("http://PLANTED.example/a", "file:///etc/hostname", "../../../../a.xml", "/", "", "a.xml"),
    *("document.xml", "/word/document.xml", "/xl/workbook.xml", "styles.xml", "\\\\host\\a", "#a"),
    *("worksheets/sheet1.xml", "/xl/worksheets/sheet9.xml", "../customXml/item1.xml", "%2e%2e/a"),
)


def in_tree(way: Callable[[_Root, Random], None]) -> Change:
    """Return the change of bytes that is a change of the tree; broken XML stays as it is."""

    @wraps(way)
    def changed(content: bytes, rng: Random) -> bytes:
        try:
            root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            return content
        way(root, rng)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return changed


def _some(root: _Root, rng: Random) -> _Root:
    """Return an element below the root, rare kinds as likely as common ones."""
    found = list(root.iter("*"))[1:] or [root]
    if rng.random() < 0.5:
        kind = rng.choice(list(dict.fromkeys(element.tag for element in found)))
        found = [element for element in found if element.tag == kind]
    return rng.choice(found)


def _above(element: _Root) -> _Root:
    above = element.getparent()
    return element if above is None else above


@in_tree
def element_gone(root: _Root, rng: Random) -> None:
    """Take an element out, with or without all its like."""
    chosen = _some(root, rng)
    alike = list(root.iter(chosen.tag)) if rng.random() < 0.2 else [chosen]
    for element in alike:
        if (above := element.getparent()) is not None:
            above.remove(element)


@in_tree
def element_repeated(root: _Root, rng: Random) -> None:
    """Have an element several times, or thousands of times."""
    element, often = _some(root, rng), rng.choice(_OFTEN)
    room = _LARGEST // len(etree.tostring(element))
    if element is not root:
        for _ in range(min(often, max(2, room))):
            element.addnext(deepcopy(element))


@in_tree
def element_moved(root: _Root, rng: Random) -> None:
    """Put an element, or a copy, somewhere else."""
    element, place = _some(root, rng), _some(root, rng)
    if rng.random() < 0.5:
        element = deepcopy(element)
    if element not in (place, *place.iterancestors()):
        place.insert(rng.randrange(len(place) + 1), element)


@in_tree
def element_nested(root: _Root, rng: Random) -> None:
    """Put an element into itself, many times."""
    innermost = _some(root, rng)
    tag = innermost.tag if rng.random() < 0.5 else _some(root, rng).tag
    for _ in range(rng.choice(_DEEP)):
        innermost = etree.SubElement(innermost, tag)


@in_tree
def elements_reversed(root: _Root, rng: Random) -> None:
    """Put the children of an element in another order."""
    element = _above(_some(root, rng))
    children = list(element)
    rng.shuffle(children)
    element[:] = children


@in_tree
def element_renamed(root: _Root, rng: Random) -> None:
    """Call an element by another name, or put it in another namespace."""
    element, other = _some(root, rng), _some(root, rng)
    name = etree.QName(element.tag)
    element.tag = rng.choice((other.tag, name.localname, f"{{urn:other}}{name.localname}"))


@in_tree
def attribute_changed(root: _Root, rng: Random) -> None:
    """Give attributes values that are empty, huge, negative, or another's."""
    holders = [element for element in root.iter("*") if element.attrib] or [root]
    for _ in range(rng.choice((1, 1, 2, 10))):
        element = rng.choice(holders) if rng.random() < 0.5 else _some(root, rng)
        names = list(element.attrib) or ["r"]
        other = rng.choice([*rng.choice(holders).attrib.values(), "x"])
        value = rng.choice((number(rng), area(rng), text_in_xml(rng), other, other, ""))
        element.set(rng.choice(names), value)


@in_tree
def attribute_gone(root: _Root, rng: Random) -> None:
    """Take away what is said of an element, or of all its like."""
    chosen = _some(root, rng)
    for element in list(root.iter(chosen.tag)) if rng.random() < 0.2 else [chosen]:
        for name in list(element.attrib):
            if rng.random() < 0.5:
                del element.attrib[name]


@in_tree
def words_changed(root: _Root, rng: Random) -> None:
    """Have an element say something else; or text stand between elements."""
    said = [element for element in root.iter("*") if (element.text or "").strip()] or [root]
    for _ in range(rng.choice((1, 1, 2, 10))):
        if rng.random() < 0.9:
            rng.choice(said).text = text_in_xml(rng)
        else:
            _some(root, rng).tail = text_in_xml(rng)


@in_tree
def words_planted(root: _Root, rng: Random) -> None:
    """Have many elements say what could be taken for a formula or a link."""
    for element in root.iter("*"):
        if len((element.text or "").strip()) > 1 and rng.random() < 0.1:
            element.text = fit_for_xml(planted(rng))


@in_tree
def relation_changed(root: _Root, rng: Random) -> None:
    """Point elsewhere, as a relation, a content type or a link does."""
    pointing = [
        (element, name)
        for element in root.iter("*")
        for name in element.attrib
        if etree.QName(name).localname in ("Target", "Type", "Id", "id", "PartName", "ContentType")
    ]
    if pointing:
        element, name = rng.choice(pointing)
        other, others = rng.choice(pointing)
        element.set(name, rng.choice((*_TARGETS, other.get(others, ""), other.get(others, ""))))
        if rng.random() < 0.2:
            element.set("TargetMode", rng.choice(("External", "Internal", "")))


CHANGES: tuple[Change, ...] = (
    *(element_gone, element_repeated, element_moved, element_nested, elements_reversed),
    *(element_renamed, attribute_changed, attribute_changed, attribute_changed, attribute_gone),
    *(words_changed, words_changed, relation_changed),
)
