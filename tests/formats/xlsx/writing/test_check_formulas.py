"""Live checks of what is at most something else, is 0 with something else, or is divided."""

from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.form.rules import TIES_WITHIN, Rule, Severity
from generator.form.vocabulary import Form, Tie, terms
from generator.formats.xlsx.formulas.results import formula_results
from generator.formats.xlsx.layout import TableSheet
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.writing.check_formulas import live_checks
from tests.few import each
from tests.form.small import CASES, SMALL

LEFT, RIGHT = terms("收案个人"), terms("结案个人")
BY = terms("收案单位")
QUOTIENT = Tie("F1-01", "率", LEFT, RIGHT, "某办", divided_by=BY)


def form_of(tie: Tie, severity: Severity, unit: str = "件") -> Form:
    block = CASES.blocks[0]
    columns = tuple(one._replace(unit=unit, decimals=True) for one in block.columns)
    table = replace(CASES, blocks=(block._replace(columns=columns),))
    rule = Rule("F1-01", "甲", severity, "某办", "乙。", check=TIES_WITHIN)
    return replace(
        SMALL,
        sections=(SMALL.sections[0]._replace(tables=(table,)), *SMALL.sections[1:]),
        ties=(tie,),
        rules=(SMALL.rules[0], rule),
    )


def shown(tie: Tie, values: tuple[float, ...], severity: Severity, unit: str = "件") -> str:
    """Return what the check of a tie shows over the four figures: first row, second row."""
    form = form_of(tie, severity, unit)
    layout = TableSheet("表", form.tables[0])
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "表"
    for spot, value in zip(layout.figures.values(), values, strict=True):
        sheet.cell(*spot, value)
    [formula] = live_checks(form.ties, layout, form).values()
    sheet.cell(30, 1, formula)
    content = BytesIO()
    workbook.save(content)
    parts = open_archive(content.getvalue(), "表.xlsx", WORKBOOK)
    return str(formula_results(read_sheets(parts, "表.xlsx"))["表", (30, 1)])


AT_MOST = Tie("F1-01", "不多于", LEFT, RIGHT, "某办", relation="<=")
AT_LEAST = Tie("F1-01", "不少于", LEFT, RIGHT, "某办", relation=">=")
BOTH = Tie("F1-01", "同为零", LEFT, RIGHT, "某办", relation="both")


@each(
    "tie, values, said",
    [
        (AT_MOST, (3, 0, 3, 0), "✓"),
        (AT_MOST, (5, 0, 3, 0), "✗ 前者多 2"),
        (AT_LEAST, (5, 0, 3, 0), "✓"),
        (AT_LEAST, (1, 0, 3, 0), "✗ 前者少 2"),
        (BOTH, (0, 0, 0, 0), "✓"),
        (BOTH, (2, 0, 0.5, 0), "✓"),
        (BOTH, (2, 0, 0, 0), "✗ 一边是 0，另一边不是"),
    ],
)
def test_sides_are_compared(tie: Tie, values: tuple[float, ...], said: str) -> None:
    assert shown(tie, values, Severity.ERROR) == said


def test_what_may_be_right_is_asked_and_not_red() -> None:
    assert shown(AT_MOST, (5, 0, 3, 0), Severity.NOTICE) == "？ 前者多 2"


@each(
    "values, said",
    [
        ((56, 60, 93.33, 0), "✓"),
        ((56, 60, 93, 0), "✓"),
        ((56, 60, 93.4, 0), "✗ 应为 93.33"),
        ((0, 0, 0, 0), "✓"),
        ((0, 0, 100, 0), "✓"),
        ((3, 0, 100, 0), "✗ 除数是 0"),
        ((1, 8, 12, 0), "✓"),
        ((1, 8, 13, 0), "✓"),
    ],
)
def test_a_rate_is_right_to_half_of_its_last_digit(values: tuple[float, ...], said: str) -> None:
    assert shown(QUOTIENT, values, Severity.ERROR, "％") == said
