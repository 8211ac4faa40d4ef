import pytest

from tests.formats.pdf.reading.as_read import cells, read, said
from tests.formats.pdf.reading.drawing import Page
from tests.formats.pdf.reading.tables import table

Texts = dict[tuple[int, int], str]


def column(*texts: str, wide: float = 30) -> Texts:
    """Return what the first column says, of a table with numbers of three digits beside it."""
    given = {(at, 0): text for at, text in enumerate(texts)}
    return cells(read(table(Page(), given, (wide, 60), [40] * len(texts))))


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        (
            "（二）部分公开（区分\n处理的，只计这一情\n形，不计其他情形）",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        ),
        ("（二）部分公开（区分\n处理的）", "（二）部分公开（区分处理的）"),
        ("甲镇\n乙镇、丙镇、丁镇、戊", "甲镇\n乙镇、丙镇、丁镇、戊"),
        ("22（其中修订十六件以\n上）", "22（其中修订十六件以上）"),
    ],
)
def test_lines_go_on_where_they_are_full(typed: str, read_as: str) -> None:
    assert column(typed, wide=110)[0, 0] == read_as


def test_a_number_that_its_cell_is_too_narrow_for_is_one_and_is_told() -> None:
    given = {(0, 0): "123\n45", (1, 0): "678", (2, 0): "9"}
    body = read(table(Page(), given, (22, 60), (40, 20, 20)))
    assert cells(body)[0, 0] == "12345"
    (found,) = said(body)
    assert "格子窄，数字断成了几行，各按一个数读：第1行第1列“12345”" in found


def test_two_numbers_in_a_cell_stay_two() -> None:
    assert column("12\n34", "567")[0, 0] == "12\n34"
    assert column("12\n34", "5", wide=60)[0, 0] == "12\n34"
    assert column("12 34", "5", wide=60)[0, 0] == "12 34"


def test_numbers_of_two_rows_without_a_rule_between_are_two() -> None:
    given = {(0, 0): "123\n\n45", (1, 0): "678", (2, 0): "9"}
    assert cells(read(table(Page(), given, (22, 60), (40, 20, 20))))[0, 0] == "123\n45"


def test_numbers_beside_two_rows_are_two() -> None:
    given = {(0, 0): "123\n45", (2, 0): "678", (0, 1): "甲", (1, 1): "乙"}
    page = table(Page(), given, (22, 60), (16, 16, 20), merged={(0, 0): (2, 1)})
    assert cells(read(page))[0, 0] == "123\n45"
