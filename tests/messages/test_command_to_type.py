"""Sentences say what to do without the command that does it: a page says them, too."""

import ast
from collections.abc import Iterator

from generator.messages.command_to_type import names_a_command, without_commands
from tests.few import each
from tests.paths import ROOT

ELSEWHERE = ("console", "web", "messages")
"""Rooms whose own lines are of a terminal: a page leaves out those that are to be typed."""
IN_A_WORKBOOK = "guide.py"
"""What it says is read in Excel, where both ways are told."""
CHINESE = range(0x4E00, 0xA000)


@each(
    "said, on_a_page",
    [
        ("请先移走（或用 -o 换一个文件名）。", "请先移走。"),
        ("请先写回（make-report review --apply），再重新生成", "请先写回，再重新生成"),
        ("请先生成（make-report 2023（2）.xlsx）。", "请先生成。"),
        ("甲（乙）请看（make-report review 甲（乙）.docx）；丙（丁）", "甲（乙）请看；丙（丁）"),
        ("（一）主动公开（不含 A-b、−5 和 2-3）", "（一）主动公开（不含 A-b、−5 和 2-3）"),
    ],
)
def test_what_is_typed_stands_in_brackets_and_is_left_out(said: str, on_a_page: str) -> None:
    assert without_commands(said) == on_a_page
    assert not names_a_command(on_a_page)


def test_no_sentence_can_only_be_followed_where_commands_are_typed() -> None:
    sentences = list(_sentences())
    assert len(sentences) > 1_000
    assert sum(names_a_command(said) for _, said in sentences) > 20
    wrong = [(where, said) for where, said in sentences if names_a_command(without_commands(said))]
    assert wrong == []


def _sentences() -> Iterator[tuple[str, str]]:
    """Yield each Chinese text of the rooms below, with its file; what is filled in is an x."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        room = path.relative_to(ROOT / "generator").parts[0]
        if room in ELSEWHERE or path.name == IN_A_WORKBOOK:
            continue
        for said in _texts(ast.parse(path.read_text("utf-8"))):
            if any(ord(letter) in CHINESE for letter in said):
                yield path.name, said


def _texts(module: ast.Module) -> Iterator[str]:
    filled_in = [node for node in ast.walk(module) if isinstance(node, ast.JoinedStr)]
    pieces = {id(piece) for node in filled_in for piece in node.values}
    for node in filled_in:
        yield "".join(
            str(piece.value) if isinstance(piece, ast.Constant) else "x" for piece in node.values
        )
    texts = (one for one in ast.walk(module) if isinstance(one, ast.Constant))
    yield from (one.value for one in texts if isinstance(one.value, str) and id(one) not in pieces)
