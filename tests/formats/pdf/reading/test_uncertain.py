from tests.formats.pdf.reading.as_read import cells, lines, read, said
from tests.formats.pdf.reading.drawing import Look, Page
from tests.formats.pdf.reading.tables import table


def test_a_character_that_the_file_does_not_name_is_told_with_its_page() -> None:
    body = read(Page().text(80, 100, "本年新收甲件。"), look=Look(unnamed="甲"))
    assert lines(body) == ["本年新收\ufffd件。"]
    (found,) = said(body)
    assert found.startswith("公布.pdf『第1页』：有 1 个字，文件里没有写明是什么字")


def test_a_digit_that_the_file_does_not_name_makes_no_number() -> None:
    page = table(Page(), {(0, 0): "收到", (0, 1): "12"}, (60, 60), (20,))
    body = read(page, look=Look(unnamed="2"))
    assert cells(body)[0, 1] == "1\ufffd"
    assert len(said(body)) == 1


def test_a_character_of_a_font_alone_is_not_known() -> None:
    assert lines(read(Page().text(80, 100, "共甲件"), look=Look(named={"甲": "\ue123"}))) == [
        "共\ufffd件"
    ]


def test_a_label_that_is_not_certain_is_kept_and_told() -> None:
    page = Page().text(85, 114, "公开").text(88, 114, "处理")
    body = read(table(page, {(0, 1): "5"}, (60, 60), (20,)))
    assert cells(body)[0, 0]
    assert "读作“" in said(body)[0]
