"""Pictures of a page, and why one cannot be kept."""

from base64 import b64encode

from lxml import etree

from generator.formats.html.reading.drawn import drawn_at, is_spacer
from generator.formats.html.reading.markup import tree_of
from generator.manuscript.importing.exhibits.beside_text import Drawn
from generator.model.place import Place
from tests.few import each

BESIDE = {"a_files/1.png": b"one", "2.png": b"two"}


def element(markup: str) -> etree._Element:
    found: etree._Element = next(tree_of(markup, "").iter("img", "svg", "canvas"))
    return found


def drawn(markup: str) -> Drawn:
    return drawn_at(element(markup), BESIDE.get, at=3, place=Place("a"), grid=-1, cell=(0, 0))


@each(
    "markup, content, name",
    [
        ('<img src="a_files/1.png" alt=" 会 场 ">', b"one", "1.png"),
        ('<img src="x.png" data-src="2.png">', b"two", "2.png"),
        ('<img src="data:image/gif;base64,R0lGODdh" data-original="2.png">', b"two", "2.png"),
        (f'<img src="data:image/png;base64,{b64encode(b"three").decode()}">', b"three", ""),
        ('<img src="data:image/svg+xml,%3Csvg/%3E">', b"<svg/>", ""),
    ],
)
def test_a_picture_is_found(markup: str, content: bytes, name: str) -> None:
    found = drawn(markup)
    assert (found.content, found.problem, found.file_name) == (content, "", name)
    assert found.at == 3
    assert found.alternative == ("会 场" if "alt" in markup else "")


@each(
    "markup, problem",
    [
        ('<img src="https://www.example.gov.cn/1.png">', "是链接到别处的"),
        ('<img src="//www.example.gov.cn/1.png">', "是链接到别处的"),
        ('<img src="b_files/1.png">', "的文件“b_files/1.png”没有和网页放在一起"),
        ('<img src="//[x/1.png">', "是链接到别处的"),
        ("<img>", "的文件没有和网页放在一起"),
        ('<img src="data:image/png;base64,a">', "已经损坏"),
        ("<canvas></canvas>", "由脚本画的"),
    ],
)
def test_a_picture_that_is_not_there_is_told(markup: str, problem: str) -> None:
    assert problem in drawn(markup).problem
    assert not drawn(markup).content


def test_a_drawing_in_the_page_is_its_own_file() -> None:
    assert drawn("<p><svg><path d='M0 0'/></svg>text").content == b'<svg><path d="M0 0"/></svg>'


@each(
    "markup, unseen",
    [
        ("<img width=1 height=1>", True),
        ("<img style='width: 0px'>", True),
        ("<img width=10>", False),
        ("<img>", False),
    ],
)
def test_what_only_keeps_room_is_no_picture(markup: str, unseen: bool) -> None:  # noqa: FBT001
    assert is_spacer(element(markup)) is unseen
