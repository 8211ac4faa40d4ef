"""How words stand: raised, strong, leading to a page, in lines of their paragraph."""

from generator.formats.docx.reading.body import read_body
from generator.formats.docx.reading.shown.written import written
from generator.manuscript.manuscript import Line
from generator.manuscript.publishing.written import Written
from generator.model.publication import Level, Piece
from tests.formats.docx.publishing.in_document import document
from tests.reviewing.ooxml import Package


def of(put: str) -> Written:
    parts = document(put)
    return written(read_body(parts, ""), parts, "")


def run(text: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_what_is_raised_lowered_or_strong_is_a_piece_of_its_own() -> None:
    lowered = RAISED.replace("superscript", "subscript")
    area, gas = f"{run('12m')}{run('2', RAISED)}", f"{run('，CO')}{run('2', lowered)}"
    put = f"<w:p>{area}{gas}{run('粗', '<w:b/>')}</w:p>"
    assert of(put).lines[0] == (
        Piece("12m"),
        Piece("2", level=Level.RAISED),
        Piece("，CO"),
        Piece("2", level=Level.LOWERED),
        Piece("粗", strong=True),
    )


def test_pieces_are_all_of_the_line() -> None:
    parts = document(
        f"<w:p>{run('甲')}{run('乙', RAISED)}<w:r><w:br/></w:r>{run('丙', RAISED)}</w:p>"
    )
    body = read_body(parts, "")
    found = written(body, parts, "")
    lines = [one.text for one in body.manuscript.blocks if isinstance(one, Line)]
    assert ["".join(piece.text for piece in found.lines[at]) for at in (0, 1)] == lines[:2]
    assert found.going_on == frozenset({1})


def test_a_line_in_which_nothing_stands_out_is_not_told() -> None:
    assert 0 not in of(f"<w:p>{run('一段话')}</w:p>").lines


def test_words_lead_where_a_field_says() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "{}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("指南")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    put = f"<w:p>{run('见')}{field.format('https://a.gov.cn/x')}{run('。')}</w:p>"
    assert of(put).lines[0] == (Piece("见"), Piece("指南", link="https://a.gov.cn/x"), Piece("。"))
    for nowhere in ("file:///a.docx", "http://10.0.0.1/a", ""):
        assert 0 not in of(f"<w:p>{field.format(nowhere)}</w:p>").lines


def test_words_lead_where_a_link_says() -> None:
    package = Package(document())
    key = package.relate("hyperlink", "mailto:a@b.cn", external=True)
    relations = package.parts["word/_rels/document.xml.rels"]
    put = f'<w:p><w:hyperlink r:id="{key}">{run("来信")}</w:hyperlink></w:p>'
    parts = {**document(put), "word/_rels/document.xml.rels": relations}
    assert written(read_body(parts, ""), parts, "").lines[0] == (
        Piece("来信", link="mailto:a@b.cn"),
    )


def test_cells_have_their_looks_too() -> None:
    cell = f"<w:tc><w:p>{run(' 3 m')}{run('2', RAISED)}</w:p><w:p>{run('下一行')}</w:p></w:tc>"
    found = of(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p/>")
    assert found.cells[0, (0, 0)] == (
        Piece("3 m"),
        Piece("2", level=Level.RAISED),
        Piece("\n下一行"),
    )
