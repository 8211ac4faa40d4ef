"""A .docx as the simulated reviewer takes it apart; on purpose nothing of generator/ is used."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

DOCUMENT = "word/document.xml"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
RELATION_TYPE = R
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WHEN = (2024, 1, 1, 0, 0, 0)


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


def new(name: str, /, *children: Element, **attributes: str | None) -> Element:
    """Return a new element of WordprocessingML; attributes that are None are left out."""
    made = etree.Element(w(name), nsmap={"w": W})
    for key, value in attributes.items():
        if value is not None:
            made.set(w(key), value)
    made.extend(children)
    return made


def run(text: str, properties: Element | None = None) -> Element:
    """Return a run; a line break in its words is a w:br."""
    made = new("r")
    if properties is not None:
        made.append(properties)
    for index, line in enumerate(text.split("\n")):
        if index:
            made.append(new("br"))
        if line:
            words = new("t")
            words.text = line
            words.set(SPACE, "preserve")
            made.append(words)
    return made


@dataclass
class Package:
    """The parts of a .docx, by name, in the order of the file."""

    parts: dict[str, bytes]
    root: Element = field(init=False)
    _ids: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.tree(DOCUMENT)
        ids = [int(found.get(w("id")) or 0) for found in self.root.iterfind(f".//*[@{w('id')}]")]
        self._ids = count(max([100, *ids]) + 1)

    @classmethod
    def open(cls, data: bytes) -> "Package":
        """Take a file apart."""
        with ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    @property
    def body(self) -> Element:
        """The body of the document."""
        found = self.root.find(w("body"))
        assert found is not None
        return found

    def next_id(self) -> str:
        """Return an id that no change, bookmark or comment of the document has."""
        return str(next(self._ids))

    def tree(self, name: str) -> Element:
        """Return a part as a tree; a change counts only when it is put back."""
        return etree.fromstring(self.parts[name])

    def put(self, name: str, tree: Element) -> None:
        """Put a tree back as a part, or in as a new one."""
        self.parts[name] = etree.tostring(
            tree, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def declare(self, part: str, content_type: str) -> None:
        """Name the type of a part, or of all parts with an ending, such as png."""
        types = self.tree(CONTENT_TYPES)
        name, kind, value = ("Override", "PartName", f"/{part}")
        if "/" not in part:
            name, kind, value = ("Default", "Extension", part)
        if not any(found.get(kind) == value for found in types):
            known = {kind: value, "ContentType": content_type}
            etree.SubElement(types, f"{{{_TYPES}}}{name}", known)
        self.put(CONTENT_TYPES, types)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Relate the document to a part or an address; return the id."""
        relations = self.tree(DOCUMENT_RELATIONS)
        taken = {found.get("Id") for found in relations}
        key = next(name for name in (f"rId{number}" for number in count(1)) if name not in taken)
        made = etree.SubElement(
            relations,
            f"{{{_RELATIONS}}}Relationship",
            {"Id": key, "Type": f"{RELATION_TYPE}/{kind}", "Target": target},
        )
        if external:
            made.set("TargetMode", "External")
        self.put(DOCUMENT_RELATIONS, relations)
        return key

    def drop(self, *beginnings: str) -> None:
        """Remove the parts that begin so, with all that names them."""
        self.parts = {
            name: data for name, data in self.parts.items() if not name.startswith(beginnings)
        }
        for name in [CONTENT_TYPES, *(name for name in self.parts if name.endswith(".rels"))]:
            tree = self.tree(name)
            for found in list(tree):
                target = found.get("PartName") or found.get("Target") or ""
                if target.removeprefix("/").removeprefix("../").startswith(beginnings):
                    tree.remove(found)
            self.put(name, tree)

    def save(self) -> bytes:
        """Return the file; the same parts give the same bytes."""
        self.put(DOCUMENT, self.root)
        saved = BytesIO()
        with ZipFile(saved, "w", ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(ZipInfo(name, _WHEN), data, ZIP_DEFLATED)
        return saved.getvalue()
