import errno
import os
import sys
from pathlib import Path

import pytest

from generator.formats.picture.limits import LARGEST
from generator.formats.picture.problem import PictureProblem
from generator.model.exhibits import Picture
from generator.model.finding import Finding
from generator.model.report import Paragraph, Place
from generator.pipeline.pictures import find_picture, picture_shown
from tests.few import each
from tests.formats.picture.drawn import HIGH, WIDE, drawn, saved


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return a workbook in a folder of which only it and what is in it may be read."""
    folder = tmp_path / "年报"
    for inside in ("2023", "照片", "空"):
        (folder / inside).mkdir(parents=True)
    (tmp_path / "别处.png").write_bytes(b"elsewhere")
    return folder / "2023.xlsx"


def put(workbook: Path, *names: str) -> None:
    """Put files beside a workbook that hold their own names."""
    for name in names:
        (workbook.parent / name).write_text(name, encoding="utf-8")


def found(name: str, workbook: Path) -> str:
    return find_picture(name, workbook).decode()


def problem(name: str, workbook: Path | None) -> str:
    with pytest.raises(PictureProblem) as caught:
        find_picture(name, workbook)
    assert not caught.value.advice.endswith("。")
    return f"{caught.value.what}；{caught.value.advice}"


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("培训.png", "培训.png"),
        (" ./培训.png ", "培训.png"),
        ("“培训.png”", "培训.png"),
        ("培训.png", "2023/培训.png"),
        ("2023/培训.png", "2023/培训.png"),
        ("照片/培训.png", "照片/培训.png"),
        (r"照片\培训.png", "照片/培训.png"),
        ("照片/培训", "照片/培训.png"),
        ("培训", "培训.JPG"),
        ("Photo.JPG", "photo.jpg"),
        ("照片/A.png", "照片/a.PNG"),
        ("培训（1）.png", "培训(1).png"),
        ("Café.png", "Cafe\u0301.png"),
        ("培训.第2次", "培训.第2次.gif"),
    ],
)
def test_a_picture_is_found_as_people_write_its_name(
    workbook: Path, typed: str, there: str
) -> None:
    put(workbook, there)
    assert found(typed, workbook) == there


def test_the_very_name_goes_before_one_that_is_only_alike(workbook: Path) -> None:
    put(workbook, "培训", "培训.png", "2023/培训(1).png", "培训（1）.png")
    assert found("培训", workbook) == "培训"
    assert found("培训（1）.png", workbook) == "培训（1）.png"


def test_one_that_word_shows_goes_before_what_it_was_made_from(workbook: Path) -> None:
    put(workbook, "培训.heic", "培训.jpg", "会议.heic", "培训.txt")
    assert found("培训", workbook) == "培训.jpg"
    assert found("会议", workbook) == "会议.heic"


@each(
    "name",
    [
        *("../别处.png", r"..\别处.png", "照片/../../别处.png", "/etc/hosts", "//server/a.png"),
        *(r"\\server\photos\a.png", r"C:\photos\a.png", "d:a.png", "C:/a.png"),
        *("file:///etc/hosts", "https://x.cn/a.png"),
    ],
)
def test_a_name_that_leads_elsewhere_is_not_followed(name: str) -> None:
    said = problem(name, Path("年报/2023.xlsx"))
    assert "没有去读" in said
    assert "放在工作簿旁边" in said


def test_a_link_that_leads_elsewhere_is_not_followed(workbook: Path, tmp_path: Path) -> None:
    try:
        (workbook.parent / "培训.png").symlink_to(tmp_path / "别处.png")
        (workbook.parent / "外面").symlink_to(tmp_path)
        (workbook.parent / "里面.png").symlink_to(workbook.parent / "照片" / "a.png")
    except OSError:
        pytest.skip("this system lets nobody make links")
    put(workbook, "照片/a.png")
    assert "指向别处的链接" in problem("培训.png", workbook)
    assert "指向别处的链接" in problem("外面/别处.png", workbook)
    assert found("里面.png", workbook) == "照片/a.png"


def test_a_folder_of_the_workbooks_name_that_is_a_link_elsewhere_is_no_place(
    workbook: Path, tmp_path: Path
) -> None:
    (workbook.parent / "2023").rmdir()
    try:
        (workbook.parent / "2023").symlink_to(tmp_path)
    except OSError:
        pytest.skip("this system lets nobody make links")
    put(workbook, "培训.png")
    assert found("培训.png", workbook) == "培训.png"
    assert "找不到" in problem("别处.png", workbook)


def test_what_is_no_file_is_not_opened(workbook: Path) -> None:
    (workbook.parent / "文件夹.png").mkdir()
    assert "是文件夹，不是图片" in problem("文件夹.png", workbook)
    assert "是文件夹，不是图片" in problem("照片", workbook)
    if sys.platform != "win32":
        os.mkfifo(workbook.parent / "管道.png")
        assert "不是普通文件，没有打开" in problem("管道.png", workbook)
        (workbook.parent / "断.png").symlink_to(workbook.parent / "没有.png")
        assert "读不了：路径不存在" in problem("断.png", workbook)


def test_a_file_that_is_too_large_is_not_read(workbook: Path) -> None:
    with (workbook.parent / "大.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "超过 20 MB，没有打开" in problem("大.png", workbook)


def test_a_folder_that_is_closed_is_told(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "closed", str(folder))

    monkeypatch.setattr(os, "scandir", closed)
    assert "所在的文件夹打不开：没有权限" in problem("照片/a.png", workbook)


def test_the_nearest_pictures_are_named_where_there_is_none_of_a_name(workbook: Path) -> None:
    put(
        workbook,
        "培训照片1.png",
        "2023/培训照片2.jpg",
        "培训照片3.jpg",
        "培训照片4.jpg",
        "会议.jpg",
    )
    put(workbook, "培训照片.txt")
    said = problem("培训照.png", workbook)
    assert said.startswith("找不到；是不是 ")
    assert said.count("培训照片") == 3
    assert ".txt" not in said
    assert "是不是 2023/培训照片2.jpg" in problem("照片/培训照片2.png", workbook)


def test_where_nothing_is_alike_it_is_told_where_pictures_belong(workbook: Path) -> None:
    said = problem("培训.png", workbook)
    assert said == "找不到；请把它放在工作簿旁边，或者旁边名为“2023”的文件夹里，并照文件名写"


def test_two_that_fit_are_both_named(workbook: Path) -> None:
    put(workbook, "培训.png", "培训.jpg", "会议.png", "2023/会议.png")
    assert "不知道是哪一个：有 培训.jpg、培训.png；" in problem("培训", workbook)
    assert "不知道是哪一个：有 2023/会议.png、会议.png；" in problem("会议.png", workbook)
    assert found("2023/会议.png", workbook) == "2023/会议.png"


def test_a_report_that_lies_nowhere_has_no_pictures() -> None:
    assert "这份报告不是文件" in problem("培训.png", None)


@each("name", ["", "  ", "/", ".", "./", "“”"])
def test_a_row_that_names_nothing_is_told(name: str) -> None:
    said = problem(name, Path("2023.xlsx"))
    assert "没有写文件名" in said or "没有去读" in said


@each("name", ["a\0.png", "\ud800.png", "图" * 5000, "CON", "nul.png", "a.png:stream", "*.png"])
def test_a_name_that_no_file_can_have_is_not_found(name: str) -> None:
    assert "找不到" in problem(name, Path("2023.xlsx"))


TEXT = Place("2023.xlsx", "正文", "D8")


def row(text: str) -> Paragraph:
    return Paragraph("第一部分", 0, "培训", text, TEXT, kind="图")


def test_a_row_shows_the_picture_that_it_names(workbook: Path) -> None:
    content = saved(drawn(), "PNG")
    (workbook.parent / "培训.jpg").write_bytes(content)
    picture = picture_shown(row("培训.jpg\n培训会现场"), workbook)
    assert picture == Picture("培训.jpg", content, "png", WIDE, HIGH)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("没有.png", "图片“没有.png”找不到。是不是 有.png？请照图片的文件名写。"),
        ("", "图片没有写文件名。请在正文一栏写图片的文件名，图片放在工作簿旁边。"),
        (
            "照.heic",
            "图片“照.heic”是 HEIC 格式，Word 里显示不了或显示得不一样。"
            "请用看图软件打开，另存为 PNG 或 JPEG。",
        ),
    ],
)
def test_a_picture_that_cannot_be_printed_holds_the_report_back(
    workbook: Path, text: str, said: str
) -> None:
    (workbook.parent / "有.png").write_bytes(b"")
    (workbook.parent / "照.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0")
    finding = picture_shown(row(text), workbook)
    assert isinstance(finding, Finding)
    assert (finding.rule, finding.place, finding.holds_back) == ("E01", TEXT, True)
    assert str(finding) == f"2023.xlsx『正文』D8：{said}"


def test_a_text_pasted_for_a_name_is_told_in_short(workbook: Path) -> None:
    finding = picture_shown(row("本年度开展培训" * 500), workbook)
    assert len(str(finding)) < 250
