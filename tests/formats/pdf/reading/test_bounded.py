import zlib

import pytest

from generator.formats.pdf.reading import bounded
from generator.formats.pdf.reading.body import read_pdf
from generator.formats.pdf.reading.opening import opened_pdf
from generator.model.finding import Refusal
from tests.few import each
from tests.formats.pdf.reading.as_read import NAME
from tests.formats.pdf.reading.drawing import Look, Page, pdf

TEXT = "政府信息公开工作年度报告。" * 10


def stream(content: bytes, entries: str) -> str:
    said = f"<< /Length {len(content)} {entries} >>\nstream\n"
    return said + content.decode("latin-1") + "\nendstream"


def drawing(content: bytes, entries: str = "") -> bytes:
    """Return a file whose page draws a form that holds this."""
    form = stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] {entries}")
    look = Look(resources="/XObject << /X 6 0 R >>", objects=[form])
    return pdf([Page().text(80, 100, TEXT, 4).raw("/X Do")], look)


def too_much(content: bytes) -> bool:
    with pytest.raises(Refusal, match="解开后过于庞大，不像一份年度报告"):
        read_pdf(content, NAME)
    return True


def test_what_unpacks_to_more_than_any_report_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounded, "_MOST_UNPACKED", 100_000)
    bomb = zlib.compress(b" " * 10_000_000, 1)
    assert too_much(drawing(bomb, "/Filter /FlateDecode"))


def test_bombs_in_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MOST_UNPACKED", 100_000)
    bomb = zlib.compress(zlib.compress(b" " * 200_000))
    assert too_much(drawing(bomb, "/Filter [/FlateDecode /FlateDecode]"))


def test_old_ways_of_packing_that_take_long_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MOST_SLOWLY", 1_000)
    assert too_much(drawing(b"\x80" * 2_000, "/Filter /LZWDecode"))


def test_drawings_of_drawings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_MOST_DRAWN", 50_000)
    count = 12
    forms = [
        stream(
            b"/X Do " * 10 if at < count - 1 else b"q Q " * 100,
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            f" /Resources << /XObject << /X {7 + at} 0 R >> >>",
        )
        for at in range(count)
    ]
    look = Look(resources="/XObject << /X 6 0 R >>", objects=forms)
    assert too_much(pdf([Page().text(80, 100, TEXT, 4).raw("/X Do")], look))


@each(
    "old, new",
    [
        (b"1 begincodespacerange", b"1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange"),
        (b"1 begincodespacerange", b"9 beginbfrange" + b"<0000> <FFFF> <0000>" * 9 + b"endbfrange"),
        (b"1 begincodespacerange", b"1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"),
        (b"/W [32 126 500]", b"/W [0 4000000000 500]"),
        (b"/W [32 126 500]", b"/W [" + b"0 65535 500 " * 9 + b"]"),
    ],
)
def test_a_font_of_more_characters_than_there_are_is_refused(old: bytes, new: bytes) -> None:
    content = pdf([Page().text(80, 100, TEXT, 4)])
    longer = new + old if old.startswith(b"1 ") else new
    shift = len(longer) - len(old)
    table = content.index(b"/Length", content.index(b"5 0 obj"))
    if old.startswith(b"1 "):
        length = int(content[table + 8 :].split()[0])
        content = content[:table] + content[table:].replace(
            f"/Length {length}".encode(), f"/Length {length + shift}".encode(), 1
        )
    assert too_much(content.replace(old, longer, 1))


def test_a_page_of_more_signs_than_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.formats.pdf.reading.drawn_page._MOST_SIGNS", 100)
    assert too_much(pdf([Page().text(80, 100, TEXT, 4)]))


def test_what_reports_need_is_far_below() -> None:
    assert len(opened_pdf(drawing(b"q Q " * 1000), NAME).pages) == 1
