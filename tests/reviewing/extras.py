"""What else happens to a document at an office; the text of the report stays what it is.

Each takes a reviewed document and returns another. Raises ValueError where there is no room.
"""

import re
import struct
import zlib
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace as changed
from itertools import count
from random import Random

from lxml import etree
from lxml.etree import _Element as Element

from tests.reviewing.body import REVISIONS, continues, span, tables_of
from tests.reviewing.ooxml import WORD_TYPE, Package, R, new, run, w
from tests.reviewing.record import Comment, Reviewed
from tests.reviewing.runs import Pen, between, runs_of, text_of

_COMMENTS = "word/comments.xml"
_COMMENTERS = ("王处长", "法规科", "张敏", "Administrator")
_REMARKS = (
    "此处数据请与业务科室核对。",
    "建议补充培训情况。",
    "与上年表述不一致，请核实。\n另请统一格式。",
    "删去？",
    "已改，请主任阅。",
)
_APPENDED = (
    ("政策解读材料清单", "2023年共制作政策解读材料12篇。", "以上材料均已在门户网站公布。"),
    ("有关名词解释", "“一网通办”是指政务服务总门户。", "“三审三校”是指信息发布审核制度。"),
    ("工作机构通讯录", "联系地址：长宁路100号。", "受理时间：工作日上午9时至11时30分。"),
)
_CELLS = ("序号", "名称", "数量", "1", "政策问答", "15")
_ADDRESS = re.compile(r"(?:www\.[\w.]+\w|[\w.]+@[\w.]+\w)", re.ASCII)
_LOOKS = (("b", None), ("highlight", "yellow"), ("color", "FF0000"), ("u", "single"), ("i", None))


def add_comment(reviewed: Reviewed, rng: Random) -> Reviewed:
    """Put a comment (批注) on some words of a paragraph or, now and then, of a cell."""
    package = Package.open(reviewed.data)
    in_table = rng.random() < 0.15
    paragraphs = list(package.body.iter(w("p"))) if in_table else _paragraphs(package)
    for paragraph in rng.sample(paragraphs, len(paragraphs)):
        if (paragraph.getparent() is package.body) == in_table:
            continue
        text = text_of(paragraph)
        direct = [one for one in paragraph.iterchildren(w("r")) if text_of(one)]
        if not direct or (not in_table and reviewed.lines.count(text) != 1):
            continue
        line = None if in_table else reviewed.lines.index(text)
        remark, author = rng.choice(_REMARKS), rng.choice(_COMMENTERS)
        first, last = _some(paragraph, direct, rng)
        key = package.next_id()
        words = _between(paragraph, first, last)
        first.addprevious(new("commentRangeStart", id=key))
        last.addnext(new("r", new("commentReference", id=key)))
        last.addnext(new("commentRangeEnd", id=key))
        _write_comment(package, key, author, remark)
        comment = Comment(author, words, remark, line)
        return changed(reviewed, data=package.save(), comments=(*reviewed.comments, comment))
    raise ValueError("no paragraph to comment on")


def add_picture(reviewed: Reviewed, rng: Random) -> Reviewed:
    """Put a small picture at the end of a paragraph, or in a paragraph of its own."""
    package = Package.open(reviewed.data)
    name = _free(package, "word/media/image{}.png")
    package.parts[name] = png()
    package.declare("png", "image/png")
    key = package.relate("image", name.removeprefix("word/"))
    picture = new("r", drawing(key, package.next_id()))
    target = rng.choice(quiet(reviewed, package))
    if rng.random() < 0.5:
        target.append(picture)
    else:
        target.addnext(new("p", picture))
    return changed(reviewed, data=package.save())


def add_appendix(reviewed: Reviewed, rng: Random) -> Reviewed:
    """Add an appendix after the end: 附件1 and two paragraphs."""
    package = Package.open(reviewed.data)
    title, *texts = rng.choice(_APPENDED)
    heading = f"附件{1 + sum(line.startswith('附件') for line in reviewed.appendix)}"
    if rng.random() < 0.5:
        heading = f"{heading}：{title}"
    paragraphs = [new("p", run(text)) for text in (heading, *texts)]
    if rng.random() < 0.5:
        paragraphs[0].insert(0, new("r", new("br", type="page")))
    _append(package, paragraphs)
    return _appended(reviewed, package, [heading, *texts])


def add_table(reviewed: Reviewed, rng: Random) -> Reviewed:
    """Add an appendix after the end that holds a table of two rows and three columns."""
    package = Package.open(reviewed.data)
    heading = f"附件{1 + sum(line.startswith('附件') for line in reviewed.appendix)}"
    texts = [*_CELLS[:5], str(rng.randint(1, 99))]
    table = new("tbl", new("tblPr", new("tblW", w="0", type="auto")), new("tblGrid"))
    table[1].extend(new("gridCol", w="2900") for _ in range(3))
    for start in (0, 3):
        cells = [
            new("tc", new("tcPr", new("tcW", w="2900", type="dxa")), new("p", run(text)))
            for text in texts[start : start + 3]
        ]
        table.append(new("tr", *cells))
    _append(package, [new("p", run(heading)), table, new("p")])
    grid = [texts[:3], texts[3:]]
    return changed(
        _appended(reviewed, package, [heading]),
        tables=[*reviewed.tables, grid],
        rejected_tables=[*reviewed.rejected_tables, grid],
    )


def add_link(reviewed: Reviewed, rng: Random) -> Reviewed:
    """Make an address in the text a link, as Word does on its own: an element or a field."""
    package = Package.open(reviewed.data)
    for paragraph in quiet(reviewed, package):
        places = list(_ADDRESS.finditer(text_of(paragraph)))
        if not places:
            continue
        place = rng.choice(places)
        runs = between(paragraph, place.start(), place.end())
        address = f"{'mailto:' if '@' in place.group() else 'http://'}{place.group()}"
        if rng.random() < 0.5:
            link = new("hyperlink", history="1")
            link.set(f"{{{R}}}id", package.relate("hyperlink", address, external=True))
            runs[0].addprevious(link)
            link.extend(runs)
        else:
            code = new("instrText")
            code.text = f' HYPERLINK "{address}" '
            for part in (
                new("fldChar", fldCharType="begin"),
                code,
                new("fldChar", fldCharType="separate"),
            ):
                runs[0].addprevious(new("r", part))
            runs[-1].addnext(new("r", new("fldChar", fldCharType="end")))
        return changed(reviewed, data=package.save())
    raise ValueError("no address in the text")


def strip_provenance(reviewed: Reviewed, _rng: Random) -> Reviewed:
    """Remove the custom properties and all customXml parts, as some programs do on saving."""
    package = Package.open(reviewed.data)
    package.drop("docProps/custom.xml", "customXml/")
    return changed(reviewed, data=package.save())


def late_row(reviewed: Reviewed, rng: Random) -> Reviewed:
    """Let rows begin late: gridBefore in place of a first cell that belongs to the one above.

    Nothing that is seen is lost, since such a cell is empty. The rows are the last ones of a
    vertical merge, from a random one on: else the rest of it would belong to no cell.
    """
    package = Package.open(reviewed.data)
    stretches = [stretch for table in tables_of(package) for stretch in _continued(table)]
    if not stretches:
        raise ValueError("no row begins with a cell that belongs to the one above")
    stretch = rng.choice(stretches)
    for row in stretch[rng.randrange(len(stretch)) :]:
        cell = row.find(w("tc"))
        assert cell is not None
        properties = row.find(w("trPr"))
        if properties is None:
            properties = new("trPr")
            cell.addprevious(properties)
        width = cell.find(f"{w('tcPr')}/{w('tcW')}")
        before = [new("gridBefore", val=str(span(cell)))]
        if width is not None:
            before.append(new("wBefore", w=width.get(w("w")), type="dxa"))
        properties[:0] = before
        row.remove(cell)
    return changed(reviewed, data=package.save())


def format_only(reviewed: Reviewed, rng: Random, *, tracked: bool = False) -> Reviewed:
    """Make some words bold, coloured or the like, as a tracked change of format if asked."""
    package = Package.open(reviewed.data)
    paragraph = rng.choice(quiet(reviewed, package))
    begin, end = sorted(rng.sample(range(len(text_of(paragraph)) + 1), 2))
    name, value = rng.choice(_LOOKS)
    for one in between(paragraph, begin, end):
        properties = one.find(w("rPr"))
        if properties is None:
            properties = new("rPr")
            one.insert(0, properties)
        old = deepcopy(properties)
        for found in properties.findall(w(name)):
            properties.remove(found)
        _in_order(properties, new(name, val=value))
        if tracked and properties.find(w("rPrChange")) is None:
            pen = Pen(package, rng, True, rng.choice(_COMMENTERS), "2024-01-20T09:00:00Z")  # noqa: FBT003
            properties.append(pen.mark("rPrChange", old))
    return changed(reviewed, data=package.save())


def quiet(reviewed: Reviewed, package: Package) -> list[Element]:
    """Return those paragraphs of the report in which nothing is tracked; never none."""
    report = reviewed.lines[: len(reviewed.lines) - len(reviewed.appendix)]
    found = [
        paragraph
        for paragraph in _paragraphs(package)
        if next(paragraph.iter(*REVISIONS), None) is None
        and report.count(text_of(paragraph)) == 1
        and reviewed.rejected_lines.count(text_of(paragraph)) == 1
        and paragraph.find(f"{w('pPr')}/{w('numPr')}") is None
    ]
    if not found:
        raise ValueError("something is tracked in every paragraph")
    return found


def _paragraphs(package: Package) -> list[Element]:
    return [paragraph for paragraph in package.body.iterchildren(w("p")) if text_of(paragraph)]


def _some(paragraph: Element, direct: list[Element], rng: Random) -> tuple[Element, Element]:
    """Return the first and the last run of some words, after cutting there."""
    first = rng.choice(direct)
    begin = 0
    for one in runs_of(paragraph):
        if one is first:
            break
        begin += len(text_of(one))
    start, stop = sorted(rng.sample(range(len(text_of(first)) + 1), 2))
    runs = between(paragraph, begin + start, begin + stop)
    later = [one for one in direct[direct.index(first) + 1 :] if one.getparent() is paragraph]
    last = rng.choice(later) if later and rng.random() < 0.3 else runs[-1]
    return runs[0], last


def _between(paragraph: Element, first: Element, last: Element) -> str:
    runs = runs_of(paragraph)
    return "".join(text_of(one) for one in runs[runs.index(first) : runs.index(last) + 1])


def _write_comment(package: Package, key: str, author: str, remark: str) -> None:
    if _COMMENTS not in package.parts:
        package.put(_COMMENTS, new("comments"))
        package.declare(_COMMENTS, f"{WORD_TYPE}.comments+xml")
        package.relate("comments", "comments.xml")
    comments = package.tree(_COMMENTS)
    paragraphs = [new("p", run(line)) for line in remark.split("\n")]
    paragraphs[0].insert(0, new("r", new("annotationRef")))
    marks = {"id": key, "author": author, "date": "2024-01-19T10:30:00Z", "initials": author[:1]}
    comments.append(new("comment", *paragraphs, **marks))
    package.put(_COMMENTS, comments)


def _append(package: Package, elements: Iterable[Element]) -> None:
    section = package.body.find(w("sectPr"))
    for element in elements:
        if section is None:
            package.body.append(element)
        else:
            section.addprevious(element)


def _appended(reviewed: Reviewed, package: Package, lines: list[str]) -> Reviewed:
    return changed(
        reviewed,
        data=package.save(),
        lines=[*reviewed.lines, *lines],
        rejected_lines=[*reviewed.rejected_lines, *lines],
        appendix=(*reviewed.appendix, *lines),
    )


def _continued(table: Element) -> list[list[Element]]:
    """Return the stretches of rows that begin with a cell that belongs to the one above."""
    stretches: list[list[Element]] = [[]]
    for row in table.iterchildren(w("tr")):
        first = row.find(w("tc"))
        late = row.find(f"{w('trPr')}/{w('gridBefore')}") is not None
        if first is not None and continues(first) and not late:
            stretches[-1].append(row)
        else:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def _in_order(properties: Element, put: Element) -> None:
    """Put a property of a run at its place in the schema."""
    order = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "sz", "szCs"]
    order += ["highlight", "u", "lang", "rPrChange"]
    rank = {w(name): index for index, name in enumerate(order)}
    at = sum(rank.get(found.tag, 0) < rank[put.tag] for found in properties)
    properties.insert(at, put)


def _free(package: Package, pattern: str) -> str:
    return next(name for name in map(pattern.format, count(1)) if name not in package.parts)


def png(*, blue: bool = False) -> bytes:
    """Return a picture of 2 by 2 red dots, or blue ones."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    dot = b"\0\0\xff" if blue else b"\xff\0\0"
    rows = zlib.compress((b"\0" + dot * 2) * 2)
    header = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def drawing(key: str, number: str) -> Element:
    """Return what shows a picture of 1 cm."""
    drawn = "http://schemas.openxmlformats.org/drawingml/2006"
    size = 'cx="360000" cy="360000"'
    return etree.fromstring(
        f'<w:drawing xmlns:w="{w("x")[1:-2]}" xmlns:r="{R}" xmlns:a="{drawn}/main"'
        f' xmlns:wp="{drawn}/wordprocessingDrawing" xmlns:pic="{drawn}/picture">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="图片 {number}"/><a:graphic><a:graphicData'
        f' uri="{drawn}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="图片"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
