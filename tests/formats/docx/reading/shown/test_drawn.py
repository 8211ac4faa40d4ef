"""Pictures and charts of a document, each where it stands."""

from io import BytesIO

import pytest
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.reading.body import LineSource, read_body
from generator.formats.docx.reading.shown.drawn import drawn_in
from generator.manuscript.importing.exhibits.beside_text import Drawn
from tests.exhibits import png
from tests.manuscript.importing.documents import Published


def drawn(made: Published) -> list[Drawn]:
    parts = open_archive(made.content(), "", DOCUMENT)
    body = read_body(parts, "公布.docx")
    first = body.sources[0]
    assert isinstance(first, LineSource)
    return list(drawn_in(first.paragraph.getroottree().getroot(), body, parts))


def test_one_in_a_text_stands_behind_it_and_one_of_its_own_behind_the_block_above() -> None:
    made = Published().lines("甲")
    made.picture(png(), text="乙")
    made.picture(png())
    made.rows(["丙"])
    made.picture(png())
    found = drawn(made)
    assert [one.at for one in found] == [2, 2, 3]
    assert [one.place.spot for one in found] == ["第2段“乙”里", "第2段“乙”之后", "第1个表格之后"]


def test_one_in_a_table_knows_its_cell() -> None:
    made = Published().lines("甲").rows(["乙", ""], ["", "丙"])
    cell = made.document.tables[0].cell(1, 1)
    cell.paragraphs[0].add_run().add_picture(BytesIO(png()))
    (found,) = drawn(made)
    assert (found.grid, found.cell, found.at) == (0, (1, 1), 2)


def in_a_box(line: Paragraph) -> None:
    """Put what a paragraph holds into a text box that lies over the text."""
    run = line.runs[0]._r
    box = parse_xml(
        f"<w:r {nsdecls('w', 'wp', 'a')}><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        '<wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        "<w:txbxContent><w:p/></w:txbxContent></wps:txbx></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></w:r>"
    )
    run.addprevious(box)
    holder = box.find(f".//{qn('w:p')}")
    assert holder is not None
    holder.append(run)


def test_one_in_a_text_box_is_one_and_lies_over_the_text() -> None:
    made = Published().lines("甲")
    in_a_box(made.picture(png()))
    (found,) = drawn(made)
    assert found.floating
    assert found.content == png()


@pytest.mark.parametrize(
    ("name", "said", "file", "alternative"),
    [
        ("培训.JPG", "", "培训.JPG", ""),
        ("图片 1", "C:\\照片\\培训.png", "培训.png", ""),
        ("Picture 1", "三十余人参加\n培训", "", "三十余人参加 培训"),
        ("image1.png", "图片包含 人\n\n描述已自动生成", "", ""),
    ],
)
def test_names_that_programs_give_are_none(
    name: str, said: str, file: str, alternative: str
) -> None:
    made = Published().lines("甲")
    line = made.picture(png())._p
    for about in line.iter(qn("wp:docPr"), qn("pic:cNvPr")):
        about.set("name", name)
        about.set("descr", said)
    (found,) = drawn(made)
    assert (found.file_name, found.alternative) == (file, alternative)
