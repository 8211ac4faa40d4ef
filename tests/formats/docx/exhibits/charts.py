"""Charts, and small documents that show them."""

from collections.abc import Iterable
from decimal import Decimal

from lxml import etree

from generator.files.zip_archive import package
from generator.formats.docx.exhibits.chart_part import chart_parts
from generator.formats.docx.exhibits.drawing_ml import C
from generator.formats.docx.package.part_names import OFFICE, TYPES
from generator.model.chart_look.space import WIDTH, millimetres_high
from generator.model.exhibits import MOST_POINTS, Chart, ChartKind, Series
from tests.formats.docx import tiny

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
STREETS = tuple(f"第{number}街道办事处" for number in range(1, MOST_POINTS + 1))
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 36_000  # in a millimetre


def series(name: str, *values: str | int | None) -> Series:
    """Return numbers of a chart."""
    return Series(name, tuple(None if each is None else Decimal(each) for each in values))


THIS = series("2024年", 72, 15, 3, 0, 24, 8)
LAST = series("2023年", 51, 22, 0, 2, 19, None)


def chart(
    kind: ChartKind = ChartKind.COLUMN,
    *shown: Series,
    title: str = "新收申请",
    unit: str = "件",
    categories: tuple[str, ...] = APPLICANTS,
) -> Chart:
    """Return a chart; its name is not told by what is drawn."""
    return Chart("", kind, title, unit, categories, shown or (THIS,))


def said(root: etree._Element, path: str) -> list[str]:
    """Return the values of elements of a chart, such as barChart/barDir."""
    steps = path.replace("/", f"/{C}")
    return [element.get("val", "") for element in root.iterfind(f".//{C}{steps}")]


def every_kind() -> list[Chart]:
    """Return charts of each kind, usual and awkward ones."""
    one_kind_after_another = [chart(kind) for kind in ChartKind]
    of_two_years = [chart(kind, LAST, THIS) for kind in ChartKind if kind != ChartKind.PIE]
    many = series("件", *(number * 37 % 120 for number in range(MOST_POINTS)))
    return [
        *one_kind_after_another,
        *of_two_years,
        *(chart(kind, many, categories=STREETS) for kind in ChartKind),
        chart(ChartKind.BAR, many, many, categories=STREETS),
        chart(title="", unit=""),
        chart(ChartKind.BAR, series("", 1, 2, 3), categories=("", "甲", "")),
        chart(title="", unit="%"),
        chart(ChartKind.PIE, series("", 5), categories=("2024年",)),
        chart(ChartKind.LINE, series("件", "98.50", "-3.25", None), categories=("甲", "乙", "丙")),
        chart(ChartKind.BAR, series("万元", -1, -20), categories=("=1+1", "第二十个字的名称" * 3)),
        chart(title='"收到" & <办结>', categories=('"甲"', "a&b", "<c>", "'='", "#N/A", "+1")),
    ]


def document_with(charts: Iterable[Chart]) -> bytes:
    """Return a .docx that shows charts one below another."""
    drawn, relations = "", ""
    others: dict[str, bytes] = {}
    for number, each in enumerate(charts, 1):
        drawn += _paragraph(each, number)
        relations += (
            f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/chart" '
            f'Target="charts/chart{number}.xml"/>'
        )
        others |= chart_parts(each, number).parts
    parts = tiny.parts(tiny.document(drawn)) | others
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'{"spreadsheetml.sheet" if name.endswith("xlsx") else "drawingml.chart+xml"}"/>'
        for name in others
        if not name.endswith(".rels")
    )
    document = "word/_rels/document.xml.rels"
    parts[TYPES] = parts[TYPES].replace(b"</Types>", f"{kinds}</Types>".encode())
    parts[document] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relations}</Relationships>"
    ).encode()
    return package(parts)


def _paragraph(shown: Chart, number: int) -> str:
    high = millimetres_high(shown) * _EMU
    return tiny.paragraph(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing">'
        f'<wp:extent cx="{WIDTH * _EMU}" cy="{high}"/><wp:docPr id="{number}" name="图{number}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" r:id="rId{number}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
