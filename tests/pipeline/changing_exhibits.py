"""An office whose report shows pictures, charts and further tables, and what its staff change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.exhibits import ChartRow, FurtherTable, TableCell
from generator.model.report import Paragraph, Report
from generator.pipeline.make import make
from tests.exhibits import chart_row, png
from tests.form.small import SMALL
from tests.pipeline.small_office import FIGURE, REPORT
from tests.pipeline.small_template import small_template

PART = "第二部分"
TOWNS = (("镇", "收到", "办结"), ("甲镇", "12", "9"), ("乙镇", "7", "7"), ("合计", "19", "16"))
SHOWN = (
    Paragraph(PART, 0, "政务公开培训的现场", "培训.png", kind="图"),
    Paragraph(PART, 0, "申请人的构成情况", "【图表：申请人】", kind="图"),
    Paragraph(PART, 0, "", "申请人见【图：申请人的构成情况】，各镇见【表：各镇申请的情况】。"),
    Paragraph(PART, 0, "各镇申请的情况", "【表格：各镇】", kind="表"),
)
CHART = (
    chart_row(chart="申请人", kind="柱形图", unit="件", label="个人", data=f"【{FIGURE}】"),
    chart_row(label="单位", data="4"),
)


def further(name: str, *rows: tuple[str, ...]) -> FurtherTable:
    """Return a further table, its numbers as numbers."""
    cells = tuple(
        TableCell(row, column, text, value=Decimal(text) if text.isdecimal() else None)
        for row, line in enumerate(rows)
        for column, text in enumerate(line)
    )
    return FurtherTable(name, cells, len(rows), len(rows[0]))


def rows_of(table: FurtherTable) -> list[list[str]]:
    """Return the texts of a table without merged cells."""
    texts = [[""] * table.width for _ in range(table.height)]
    for cell in table.cells:
        texts[cell.row][cell.column] = cell.text
    return texts


@dataclass
class ShownOffice:
    """A folder with a workbook, the pictures beside it, and the document made of them."""

    folder: Path
    report: Report = field(
        default_factory=lambda: replace(
            REPORT,
            paragraphs=(*REPORT.paragraphs[:3], *SHOWN, *REPORT.paragraphs[3:]),
            chart_rows=CHART,
            further_tables={"各镇": further("各镇", *TOWNS)},
        )
    )
    pictures: dict[str, bytes] = field(default_factory=lambda: {"培训.png": png()})

    def __post_init__(self) -> None:
        (self.folder / "templates").mkdir()
        (self.folder / "templates" / SMALL.template).write_bytes(small_template())
        self.save()
        make(self.workbook, output=self.document, draft=True)

    @property
    def workbook(self) -> Path:
        """Where the workbook lies."""
        return self.folder / "inputs" / "2023.xlsx"

    @property
    def document(self) -> Path:
        """Where the document lies."""
        return self.folder / "outputs" / "2023.docx"

    def save(self) -> None:
        """Write the workbook and the pictures as they are now."""
        self.workbook.parent.mkdir(exist_ok=True)
        self.document.parent.mkdir(exist_ok=True)
        for old in self.workbook.parent.iterdir():
            old.unlink()
        self.workbook.write_bytes(workbook_of(self.report, SMALL))
        for name, content in self.pictures.items():
            (self.workbook.parent / name).write_bytes(content)

    def made_anew(self) -> bytes:
        """Return the document that would be made now."""
        target = self.folder / "new.docx"
        target.unlink(missing_ok=True)
        make(self.workbook, output=target, draft=True, force=True)
        return target.read_bytes()

    def change(self, **changed: object) -> None:
        """Change the report, and save it."""
        self.report = replace(self.report, **changed)  # type: ignore[arg-type]
        self.save()

    def rows(self, change: Callable[[list[Paragraph]], None]) -> None:
        """Change the rows of the narrative, and save them."""
        rows = list(self.report.paragraphs)
        change(rows)
        self.change(paragraphs=tuple(rows))

    def at(self, words: str) -> int:
        """Return which row of the narrative has some words as its heading or text."""
        return next(
            at
            for at, row in enumerate(self.report.paragraphs)
            if words in (row.heading, row.text.split("\n")[0])
        )

    def table(self, *rows: tuple[str, ...], name: str = "各镇") -> None:
        """Give a further table other rows, and save it."""
        self.change(further_tables={**self.report.further_tables, name: further(name, *rows)})


Change = Callable[[ShownOffice, Random], None]


def _shown_rows(office: ShownOffice) -> list[int]:
    return [at for at, row in enumerate(office.report.paragraphs) if row.kind]


def _reword(office: ShownOffice, rng: Random) -> None:
    if at := _shown_rows(office):
        row = rng.choice(at)
        words = f"{office.report.paragraphs[row].heading}（{rng.randint(1, 99)}）"
        office.rows(lambda rows: rows.__setitem__(row, replace(rows[row], heading=words)))


def _new(office: ShownOffice, rng: Random) -> None:
    number, kind = rng.randint(100, 999), rng.choice(("picture", "chart", "table"))
    name = f"新{number}"
    if kind == "picture":
        office.pictures[f"{name}.png"] = png(rng.randint(20, 60), rng.randint(20, 60))
        row = Paragraph(PART, 0, f"新的图片{number}号", f"{name}.png", kind="图")
    elif kind == "chart":
        rows = chart_row(chart=name, kind="折线图", unit="件", label="甲", data=str(number))
        last = chart_row(label="乙", data=str(rng.randint(1, 99)))
        office.report = replace(office.report, chart_rows=(*office.report.chart_rows, rows, last))
        row = Paragraph(PART, 0, f"新的图表{number}号", f"【图表：{name}】", kind="图")
    else:
        made = further(name, ("项目", "数量"), ("甲", str(number)), ("乙", "2"))
        office.report = replace(
            office.report, further_tables={**office.report.further_tables, name: made}
        )
        shown = rng.choice(("图", "表", "表"))
        row = Paragraph(PART, 0, f"新的表格{number}号", f"【表格：{name}】", kind=shown)
    among = [at for at, one in enumerate(office.report.paragraphs) if one.part == PART]
    place = rng.choice([*among, among[-1] + 1][1:])
    office.rows(lambda rows: rows.insert(place, row))


def _delete(office: ShownOffice, rng: Random) -> None:
    if at := _shown_rows(office):
        office.rows(lambda rows: rows.__delitem__(rng.choice(at)))


def _move(office: ShownOffice, rng: Random) -> None:
    if at := _shown_rows(office):
        among = [at for at, one in enumerate(office.report.paragraphs) if one.part == PART]
        office.rows(lambda rows: rows.insert(rng.choice(among[1:-1]), rows.pop(rng.choice(at))))


def _exchange(office: ShownOffice, rng: Random) -> None:
    name = rng.choice(sorted(office.pictures))
    office.pictures[name] = png(rng.randint(20, 60), rng.randint(20, 60))
    office.save()


def _chart(office: ShownOffice, rng: Random) -> None:
    at = rng.randrange(len(office.report.chart_rows))
    rows: list[ChartRow] = list(office.report.chart_rows)
    rows[at] = replace(rows[at], data=str(rng.randint(1, 500)))
    if rows[at].chart:
        rows[at] = replace(rows[at], kind=rng.choice(("柱形图", "条形图", "折线图", "饼图")))
    office.change(chart_rows=tuple(rows))


def _text(office: ShownOffice, rng: Random) -> None:
    among = [
        at
        for at, one in enumerate(office.report.paragraphs)
        if one.part == PART and not one.kind and one.text and "【" not in one.text
    ]
    at, number = rng.choice(among), rng.randint(1, 99)

    def change(rows: list[Paragraph]) -> None:
        if rng.random() < 0.5:
            text = f"{rows[at].text}全年组织培训{number}次。"
            rows[at] = replace(rows[at], text=text)
        else:
            rows.insert(at + 1, Paragraph(PART, 0, "", f"另外新写的一段第{number}号。"))

    office.rows(change)


def _table(office: ShownOffice, rng: Random) -> None:
    name = rng.choice(sorted(office.report.further_tables))
    rows = rows_of(office.report.further_tables[name])
    what, at = rng.randrange(5), rng.randrange(len(rows))
    if what <= 1:
        rows[at][rng.randrange(len(rows[at]))] = f"改{rng.randint(1, 99)}"
    elif what == 2:
        rows.insert(at + 1, [f"增{rng.randint(1, 99)}", *(["5"] * (len(rows[0]) - 1))])
    elif what == 3 and len(rows) > 2:
        del rows[max(at, 1)]
    else:
        rows = [[*row, "列"] for row in rows]
    office.table(*(tuple(row) for row in rows), name=name)


CHANGES: tuple[Change, ...] = (
    *(_reword, _new, _new, _delete, _move, _exchange, _chart, _text, _text, _table, _table),
)


def changed_at_random(office: ShownOffice, rng: Random, count: int) -> None:
    """Let staff change a number of things."""
    for _ in range(count):
        rng.choice(CHANGES)(office, rng)


def contents_of(parts: Mapping[str, bytes]) -> list[object]:
    """Return what a document says and shows, in its order, as the readers of documents see it."""
    from generator.formats.docx.reading.body import read_body
    from generator.formats.docx.reading.laid_out import laid_out
    from generator.manuscript.manuscript import Line

    laid = laid_out(read_body(parts, ""), parts)
    found: list[object] = []
    for at in laid.order:
        block = laid.manuscript.blocks[at.block] if at.block >= 0 else None
        if at.drawing:
            found.append(laid.drawings[at])
        elif isinstance(block, Line):
            found.append(block.text.strip())
        else:
            found.append([(row.shape, row.texts, row.heads) for row in laid.tables[at.block].rows])
    return found
