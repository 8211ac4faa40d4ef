"""Whatever hangs in a document is named before it goes out, all at once, and nothing is written."""

from pathlib import Path

import pytest

from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import Ended, Published, publish
from tests.form.small import SMALL
from tests.pipeline.publishing.conftest import Edited
from tests.pipeline.small_office import CELL
from tests.typed_cells import typed

WORDS = "政府信息共413条"
RUN = f'<w:r><w:rPr>{{}}</w:rPr><w:t>{WORDS}</w:t></w:r><w:r><w:t xml:space="preserve">'
BY = 'w:id="7" w:author="张三丰" w:date="2024-01-02T00:00:00Z"'
OPENED = f'</w:t></w:r>{{}}<w:r><w:t xml:space="preserve">{WORDS}'


def published(document: Path) -> Published:
    return publish(document, form=SMALL, only=[Kind.DOCX, Kind.JSON])


def told(document: Path) -> str:
    found = published(document)
    assert found.ended is Ended.HELD
    assert not found.files
    assert sorted(path.name for path in document.parent.iterdir()) == ["2023.docx"]
    return "\n".join(map(str, found.obstacles))


def test_a_document_as_it_was_made_goes_out(office: Path) -> None:
    found = published(office / "outputs" / "2023.docx")
    assert found.ended is Ended.PUBLISHED
    assert not found.obstacles
    assert [path.name for path in found.files] == ["2023.发布.docx", "2023.发布.json"]
    assert all(path.is_file() for path in found.files)


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (f"<w:ins {BY}><w:r><w:t>又</w:t></w:r></w:ins>", "没接受或拒绝的修订"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的话</w:t></w:r>", "有隐藏文字：“藏着的话”"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>划去的话</w:t></w:r>", "有删除线：“划去的话”"),
        (
            '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>再核</w:t></w:r>',
            "有突出显示或加底纹的文字：“再核”",
        ),
        ("<w:r><w:t>错误！未找到引用源。</w:t></w:r>", "有出错的域"),
        (
            '<w:fldSimple w:instr=" DATE "><w:r><w:t>2024年</w:t></w:r></w:fldSimple>',
            "会自己变的域（DATE）",
        ),
        ("<w:r><w:t>又改了</w:t></w:r>", "有修改工作簿里还没有"),
    ],
)
def test_what_hangs_in_it_is_named(edited: Edited, xml: str, said: str) -> None:
    assert said in told(edited(WORDS, OPENED.format(xml)))


def test_all_of_it_is_named_at_once(edited: Edited) -> None:
    edited(WORDS, OPENED.format("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的话</w:t></w:r>"))
    said = told(edited(WORDS, OPENED.format(f"<w:ins {BY}><w:r><w:t>又</w:t></w:r></w:ins>")))
    assert "修订" in said
    assert "隐藏文字" in said


def test_a_draft_does_not_go_out(office: Path) -> None:
    from generator.pipeline.make import make

    workbook = office / "inputs" / "2023.xlsx"
    workbook.write_bytes(typed(workbook.read_bytes(), {(CELL[0], "E5"): 7}))
    drafted = make(workbook, form=SMALL, draft=True).output
    assert drafted is not None
    found = publish(drafted, form=SMALL, only=[Kind.DOCX])
    assert any("草稿" in one.what for one in found.obstacles)


def test_without_a_workbook_nothing_was_compared(office: Path) -> None:
    (office / "inputs" / "2023.xlsx").unlink()
    assert "没有找到它的工作簿" in told(office / "outputs" / "2023.docx")


def test_with_force_it_goes_out_and_says_what_was_passed_over(edited: Edited) -> None:
    document = edited(WORDS, OPENED.format("<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"))
    found = publish(document, form=SMALL, only=[Kind.DOCX], force=True)
    assert found.ended is Ended.PUBLISHED
    assert found.obstacles
    assert "藏".encode() not in found.files[0].read_bytes()
