"""What a cell of a table shows and what it holds: the same, or told."""

from collections.abc import Mapping
from dataclasses import replace

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.cell_names import address, spot_of
from tests.formats.xlsx.reading.one_sheet import sheet_with
from tests.formats.xlsx.reading.table_sheets import LAYOUTS, read, usual

CELLS = {
    name: (layout.name, address(spot))
    for layout in LAYOUTS.values()
    for name, spot in layout.figures.items()
}
SPECS = {spec.name: spec for table in FORM.tables for spec in table.figures}
COUNTS = [name for name, spec in SPECS.items() if spec.whole and name not in FORM.totals]
MONEY = next(name for name, spec in SPECS.items() if not spec.whole)
TOTAL = next(iter(FORM.totals))

SHOWN_AS_HELD = [
    *("0", "0.00", "#,##0", "0.##", '0"件"', '0" 项"', "[Red]0_ ", "000", "+0", 'General"条"'),
    r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
]
SHOWN_OTHERWISE = [
    *(('0!.0,"万"', "“0.0万”"), ("0%", "“1200%”"), ('0"%"', "“12%”"), ('0,"千元"', "“0千元”")),
    *((r"0\万", "“12万”"), ("-0", "“-12”"), ('0"0"', "“120”"), ('"7"', "“7”")),
    *((";;;", "隐藏"), ('[>10]"多";0', "“多”"), ("0.00E+00", "别的样子"), ("# ?/?", "别的样子")),
    *(
        ("[DBNum1]General", "别的样子"),
        ('0"（其中修订1件）"', "“12（其中修订1件）”"),
        ("[$¥-804]0", "“¥12”"),
    ),
]


def told(cells: Mapping[str, tuple[object, str]]) -> tuple[dict[str, str], list[str]]:
    """Return what is read of figures in cells with a number format, and what is told."""
    sheets = []
    for sheet in dict.fromkeys(CELLS[name][0] for name in cells):
        here = {CELLS[name][1]: said for name, said in cells.items() if CELLS[name][0] == sheet}
        typed = {cell: value for cell, (value, _) in here.items()}
        formats = {cell: number_format for cell, (_, number_format) in here.items()}
        sheets.append(sheet_with(sheet, typed, formats))
    found, findings = read(*sheets)
    return {name: found[name].printed for name in cells}, findings


def test_a_count_that_is_shown_as_itself_is_taken_in_silence() -> None:
    cells = dict(zip(COUNTS, ((12, one) for one in SHOWN_AS_HELD), strict=False))
    printed, findings = told({**cells, MONEY: (157.3, '0.00"万元"')})
    assert findings == []
    assert printed == {**dict.fromkeys(cells, "12"), MONEY: "157.3"}


def test_a_count_that_is_shown_otherwise_is_told_with_what_people_see() -> None:
    cells = dict(zip(COUNTS, ((12, one) for one, _ in SHOWN_OTHERWISE), strict=False))
    _, findings = told(cells)
    assert len(cells) == len(findings) == len(SHOWN_OTHERWISE)
    for name, (_, seen) in zip(cells, SHOWN_OTHERWISE, strict=True):
        place = "』".join(CELLS[name])
        (finding,) = [line for line in findings if f"『{place}：" in line]
        assert "填的是“12”，但单元格格式" in finding
        assert seen in finding
        assert "请把单元格格式改成“常规”，再填应填的数" in finding


def test_a_format_that_was_set_for_money_in_ten_thousands_is_told() -> None:
    _, findings = told({MONEY: (1234567, '0!.0,"万"')})
    assert len(findings) == 1
    assert "填的是“1234567”，但单元格格式让它显示成“123.5万”" in findings[0]
    _, findings = told({MONEY: (1573000, '0.00"元"')})
    assert "让它显示成“1573000.00元”" in findings[0]


def test_money_is_printed_as_its_cell_rounds_it_which_is_told() -> None:
    printed, findings = told({MONEY: (2345.678, "#,##0.00")})
    assert printed[MONEY] == "2345.68"
    assert len(findings) == 1
    assert "“2345.678”显示成“2,345.68”，按显示的印出" in findings[0]


def test_a_count_that_only_looks_whole_is_refused_with_what_is_seen() -> None:
    printed, findings = told({COUNTS[0]: (12.6, "0")})
    assert printed[COUNTS[0]] == "12.6"
    assert "应为不小于 0 的整数，填的是 12.6（显示成“13”）" in findings[0]


def test_a_zero_that_is_hidden_is_told_and_a_dash_for_it_is_not() -> None:
    printed, findings = told({COUNTS[0]: (0, "0;-0;;@"), COUNTS[1]: (0, '0;-0;"-"')})
    assert set(printed.values()) == {"0"}
    assert len(findings) == 1
    assert "“0”不显示" in findings[0]


def test_a_text_is_looked_at_as_well() -> None:
    _, findings = told({COUNTS[0]: ("12（其中修订3件）", ";;;"), COUNTS[1]: ("7", '@"0"')})
    assert sum("但单元格格式" in line for line in findings) == 2


def test_a_total_that_the_form_adds_up_is_looked_at_as_well() -> None:
    name, cell = CELLS[TOTAL]
    sheet = usual(name)
    found, findings = read(replace(sheet, formats={**sheet.formats, spot_of(cell): '0"0"'}))
    total = found[TOTAL].printed
    assert len(findings) == 1
    assert f"『{name}』{cell}：" in findings[0]
    assert f"合计是 {total}，但单元格格式让它显示成“{total}0”" in findings[0]
