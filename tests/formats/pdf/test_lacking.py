"""What a PDF lacks for all to read it is found in the file itself."""

from generator.formats.pdf.lacking import lacking
from tests.few import each
from tests.formats.pdf.made import made


def test_one_that_has_all_lacks_nothing() -> None:
    assert lacking(made()) == []


@each(
    "without, said",
    [("tags", "标签"), ("title", "题名"), ("outline", "书签"), ("mark", "PDF/A 标识")],
)
def test_what_is_not_there_is_named(without: str, said: str) -> None:
    assert lacking(made(without=[without])) == [said]


def test_what_is_no_pdf_has_nothing_to_read() -> None:
    assert lacking(b"%PDF-1.7\ncut off") == ["能读出来的内容"]
