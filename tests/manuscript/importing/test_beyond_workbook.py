"""Numbers of a document that nobody can read for certain."""

from generator.manuscript.importing.beyond_workbook import doubtful_lines, without_doubts
from generator.manuscript.manuscript import Doubt, Grid, Line
from generator.model.report import Place

STRUCK, RAISED = Doubt("13", "123"), Doubt("228", "2281", raised=True)


def test_a_line_says_what_was_written_and_what_else_it_may_be() -> None:
    lines = [Line("", Place(""), doubt=one) for one in (None, STRUCK, RAISED)]
    assert [finding.message for finding in doubtful_lines(lines)] == [
        "有一个数划去了中间一部分，照剩下的写成了 13，连划去的是 123",
        "有一个数紧挨着上标或下标，连起来写成了 2281，不算它是 228",
    ]


def test_a_cell_stays_empty_and_says_why() -> None:
    grid = Grid({(0, 0): "2281", (0, 1): "5"}, Place(""), {}, {(0, 0): RAISED})
    (clear,), (finding,) = without_doubts([grid], "")
    assert clear.cells == {(0, 0): "", (0, 1): "5"}
    assert finding.message == "有一个数紧挨着上标或下标，分不清是 228 还是 2281，留了空白"
