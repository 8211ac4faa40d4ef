"""A saved page becomes a workbook, with the pictures that were saved beside it."""

from pathlib import Path

import pytest

from generator.model.finding import Refusal
from generator.pipeline.import_document import bring_in, build_imported
from tests.exhibits import picture
from tests.form.small import SMALL
from tests.formats.html.reading.as_html import article, page
from tests.formats.html.reading.said import said, small

pytestmark = pytest.mark.usefixtures("small_form")
TEXT = "<p>另有一段。</p>"


def saved(folder: Path, name: str, *pictures: str) -> Path:
    """Save a page as a browser does, with addresses of pictures in it."""
    images = "".join(f'<p><img src="{address}"></p>' for address in pictures)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page(article(small()).replace(TEXT, TEXT + images)))
    return path


@pytest.mark.parametrize("name", ["年报.html", "年报.htm", "年报.doc", "年报.xls"])
def test_a_page_becomes_a_workbook_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    found = bring_in(saved(tmp_path, name))
    assert found.workbook == tmp_path / "2023.xlsx"
    assert found.workbook.exists()
    assert found.form is SMALL
    assert found.report.filled == 4
    assert found.findings == []


def test_pictures_come_from_the_folder_that_was_saved_with_the_page(tmp_path: Path) -> None:
    beside = tmp_path / "年报_files"
    beside.mkdir()
    (beside / "图 1.png").write_bytes(picture(40, 30).content)
    found = bring_in(saved(tmp_path, "年报.html", "./年报_files/%E5%9B%BE%201.png"))
    assert [*found.pictures] == ["图 1.png"]
    assert (tmp_path / "2023" / "图 1.png").exists()


def test_nothing_is_read_but_what_lies_below_the_folder_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "other.png").write_bytes(picture(40, 30).content)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.png").symlink_to(tmp_path / "other.png")
    addresses = ("../other.png", str(tmp_path / "other.png"), "link.png", "C:\\\\other.png")
    found = build_imported(saved(tmp_path / "in", "年报.html", *addresses))
    assert not found.pictures
    assert sum("没有和网页放在一起" in one.message for one in found.findings) == len(addresses)


def test_a_page_given_as_bytes_has_nothing_beside_it(tmp_path: Path) -> None:
    content = saved(tmp_path, "年报.html", "other.png").read_bytes()
    found = build_imported(content)
    assert found.report.filled == 4
    assert "没有和网页放在一起" in str(found.findings[0])


def test_an_archive_of_a_page_is_read(tmp_path: Path) -> None:
    content = saved(tmp_path, "年报.html").read_bytes()
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    (tmp_path / "年报.mht").write_bytes(head.encode() + content)
    found = build_imported(tmp_path / "年报.mht")
    assert found.report.filled == 4


def test_a_page_without_a_report_is_refused_with_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "404.html"
    path.write_bytes(page("<h1>404 Not Found</h1>"))
    with pytest.raises(Refusal, match=r"404\.html 像是出错页"):
        bring_in(path)
    assert not list(tmp_path.glob("*.xlsx"))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    path.write_bytes(b"<p>" + bytes(range(128, 256)) * 20)
    with pytest.raises(Refusal, match="认不出是什么编码"):
        bring_in(path)


@pytest.mark.long  # the same of a smaller report
def test_one_of_the_form_in_force_becomes_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    path.write_bytes(page(article(said()), charset="gbk"))
    found = bring_in(path)
    assert (found.report.filled, found.findings) == (200, [])
