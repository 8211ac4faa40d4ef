"""Things of a template that reviewers take away or put another one in the place of.

Each kind stands in a paragraph of its own, and is found again by its element.
"""

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element as Element

from tests.reviewing.extras import drawing, png
from tests.reviewing.ooxml import WORD_TYPE, Package, R, W, new, run, w
from tests.reviewing.runs import text_of

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_MAIN = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{_DRAWN}/main"'
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
MEDIA = "word/media/emblem.png"
_FRAME = (
    f'<w:r {_MAIN} xmlns:wp="{_DRAWN}/wordprocessingDrawing"><w:drawing><wp:inline distT="0"'
    ' distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="900000"/>'
    '<wp:docPr id="{key}" name="图 {key}"/><a:graphic><a:graphicData uri="{uri}">{inner}'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_BOX = (
    f'<wps:wsp xmlns:wps="{_SHAPES}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>监督电话12345</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
)
_CHART = (
    f'<c:chartSpace xmlns:c="{_DRAWN}/chart" xmlns:a="{_DRAWN}/main"><c:chart><c:plotArea>'
    '<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser>'
    '<c:idx val="0"/><c:order val="0"/><c:val><c:numLit><c:ptCount val="2"/>'
    '<c:pt idx="0"><c:v>38</c:v></c:pt><c:pt idx="1"><c:v>41</c:v></c:pt></c:numLit></c:val>'
    '</c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/>'
    '<c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/>'
    '<c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart>'
    "</c:chartSpace>"
)


def _picture(package: Package) -> Element:
    package.parts[MEDIA] = png()
    package.declare("png", "image/png")
    return new("r", drawing(package.relate("image", "media/emblem.png"), package.next_id()))


def _box(package: Package) -> Element:
    return _framed(package, _SHAPES, _BOX)


def _chart(package: Package) -> Element:
    part = "word/charts/chart1.xml"
    package.parts[part] = _CHART.encode()
    package.declare(part, f"{_OFFICE_TYPE}.drawingml.chart+xml")
    key = package.relate("chart", "charts/chart1.xml")
    inner = f'<c:chart xmlns:c="{_DRAWN}/chart" r:id="{key}"/>'
    return _framed(package, f"{_DRAWN}/chart", inner)


def _note(package: Package) -> Element:
    part = "word/footnotes.xml"
    notes = [new("footnote", new("p", run("")), id=str(at), type=kind) for at, kind in _SEPARATORS]
    words = new("p", new("r", new("footnoteRef")), run("含电子邮件申请"))
    package.put(part, new("footnotes", *notes, new("footnote", words, id="2")))
    package.declare(part, f"{WORD_TYPE}.footnotes+xml")
    package.relate("footnotes", "footnotes.xml")
    return new("r", new("footnoteReference", id="2"))


def _link(package: Package) -> Element:
    link = new("hyperlink", run("办事指南"))
    address = "https://www.example.gov.cn/guide"
    link.set(f"{{{R}}}id", package.relate("hyperlink", address, external=True))
    return link


_SEPARATORS = ((0, "separator"), (1, "continuationSeparator"))

THINGS: Mapping[str, tuple[Callable[[Package], Element], str]] = MappingProxyType(
    {
        "图片": (_picture, "drawing"),
        "文本框": (_box, "drawing"),
        "图表": (_chart, "drawing"),
        "脚注": (_note, "footnoteReference"),
        "链接": (_link, "hyperlink"),
    }
)
"""By what they are called: how they are put in, and the element that shows them."""


def with_things(data: bytes, *kinds: str) -> bytes:
    """Return a template, or a document, with things before its second heading."""
    package = Package.open(data)
    paragraphs = package.body.iterchildren(w("p"))
    heading = next(one for one in paragraphs if text_of(one).startswith("二、"))
    for kind in kinds:
        put, _ = THINGS[kind]
        heading.addprevious(new("p", put(package)))
    return package.save()


def without(data: bytes, kind: str, rng: Random) -> bytes:
    """Return a document from which one thing that can be seen was taken away."""
    package = Package.open(data)
    _, tag = THINGS[kind]
    found = [one for one in package.body.iter(w(tag)) if _is(one, kind)]
    thing = rng.choice(found)
    holder = thing.getparent()
    assert holder is not None
    holder.remove(thing)
    return package.save()


def with_other_picture(data: bytes) -> bytes:
    """Return a document in which the picture is another one."""
    package = Package.open(data)
    package.parts[MEDIA] = png(blue=True)
    return package.save()


def _is(element: Element, kind: str) -> bool:
    inner = {"图片": "blip", "文本框": "txbxContent", "图表": "chart"}.get(kind)
    names = [etree.QName(one).localname for one in element.iter() if isinstance(one.tag, str)]
    return inner is None or inner in names


def _framed(package: Package, uri: str, inner: str) -> Element:
    return etree.fromstring(_FRAME.format(key=package.next_id(), uri=uri, inner=inner))
