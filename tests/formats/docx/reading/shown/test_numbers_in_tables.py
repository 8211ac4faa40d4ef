"""序号 that nobody typed are read with the cells that show them."""

from generator.formats.docx.reading.body import read_body
from generator.formats.docx.reading.shown.beside_text import beside_text
from tests.formats.docx.publishing.in_document import document
from tests.reviewing.ooxml import WORD_TYPE, Package

NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
)
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'


def test_each_stands_before_the_words_of_its_cell() -> None:
    def row(text: str) -> str:
        words = f"<w:r><w:t>{text}</w:t></w:r>"
        return (
            f"<w:tr><w:tc><w:p>{NUMBERED}</w:p></w:tc><w:tc><w:p>{words}</w:p></w:tc>"
            f"<w:tc><w:p>{NUMBERED}{words}</w:p></w:tc></w:tr>"
        )

    package = Package(document(f"<w:tbl>{row('甲镇')}{row('12件')}</w:tbl><w:p/>"))
    package.parts["word/numbering.xml"] = NUMBERING.encode()
    package.declare("word/numbering.xml", f"{WORD_TYPE}.numbering+xml")
    package.relate("numbering", "numbering.xml")
    parts = Package.open(package.save()).parts
    found = beside_text(read_body(parts, ""), parts, "")
    assert [cell.text for cell in found.tables[0].table.cells] == [
        *("1", "甲镇", "2 甲镇"),
        *("3", "12件", "4 12件"),
    ]
