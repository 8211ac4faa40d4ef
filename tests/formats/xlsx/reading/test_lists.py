"""Lists: what a cell shows and what it holds."""

from tests.samples import read, workbook

_CELLS: dict[tuple[str, str], object] = {
    ("正文", "D5"): "看不见的一段。",
    ("正文", "B6"): 3,
    ("指标", "A5"): "甲",
    ("指标", "B5"): "4（两场）",
    ("指标", "C5"): "场",
    ("用词", "A4"): "互联网",
    ("用词", "B4"): "因特网",
    ("核对记录", "B4"): "某人",
}


def test_cells_of_lists_that_show_something_else_are_told() -> None:
    formats = {
        ("正文", "D5"): ";;;",
        ("正文", "B6"): '0".1"',
        ("指标", "B5"): '@"0"',
        ("指标", "C5"): '"件";;;"件"',
        ("用词", "B4"): '@"线"',
        ("核对记录", "B4"): ";;;",
    }
    _, findings = read(workbook(_CELLS, formats=formats))
    told = {line.split("：")[0]: line for line in findings if "但单元格格式" in line}
    assert set(told) == {
        *("R04 2024.xlsx『正文』D5", "R04 2024.xlsx『正文』B6", "R06 2024.xlsx『指标』B5"),
        *("R06 2024.xlsx『指标』C5", "R12 2024.xlsx『用词』B4", "R10 2024.xlsx『核对记录』B4"),
    }
    assert all("请把单元格格式改成“文本”" in line for line in told.values())
