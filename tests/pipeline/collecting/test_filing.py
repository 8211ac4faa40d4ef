"""Whatever was handed in becomes a filing, or says why it is none."""

import json
import zipfile
from pathlib import Path

import pytest

import generator
from generator.files import private_cache
from generator.model.collection.filing import Filing
from generator.pipeline.collecting import filing as module
from generator.pipeline.collecting.filing import read_filing
from generator.pipeline.collecting.handed_in import handed_in
from generator.pipeline.new import build_blank
from tests.few import each
from tests.form.reading.office_form import CASES, form_of
from tests.samples import numbers, typed_totals, workbook


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "缓存"
    monkeypatch.setattr(private_cache, "user_cache_path", lambda *_, **__: cache)


def read(tmp_path: Path, name: str, content: bytes) -> Filing:
    folder = tmp_path / "各单位"
    folder.mkdir(exist_ok=True)
    if not (folder / name).exists():
        (folder / name).write_bytes(content)
    (found,) = (one for one in handed_in(folder, []) if one.name.startswith(name))
    return read_filing(found)


def figures(filing: Filing) -> dict[str, int | None]:
    values = {name: one.value for name, one in filing.figures.items()}
    return {name: None if value is None else int(value) for name, value in values.items()}


def test_a_workbook_its_document_and_its_data_say_the_same(tmp_path: Path) -> None:
    made = generator.make(workbook()).content
    assert made is not None
    data = json.dumps(generator.export(workbook()), ensure_ascii=False).encode()
    filings = [
        read(tmp_path, "甲.xlsx", workbook()),
        read(tmp_path, "甲.docx", made),
        read(tmp_path, "甲.json", data),
    ]
    assert [one.kind for one in filings] == ["工作簿", "Word 文档", "数据"]
    assert {one.organ for one in filings} == {filings[0].organ}
    assert {one.year for one in filings} == {2024}
    expected = numbers()
    for one in filings:
        found = figures(one)
        assert {name: found[name] for name in expected} == expected
        assert not one.held_back
        assert one.texts


def test_every_figure_has_a_place_that_people_can_look_up(tmp_path: Path) -> None:
    made = generator.make(workbook()).content
    assert made is not None
    found = read(tmp_path, "甲.docx", made)
    assert all(one.place.file == "甲.docx" and one.place.spot for one in found.figures.values())


def test_what_is_read_once_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(tmp_path, "甲.xlsx", workbook())
    monkeypatch.setattr(module, "_read", lambda *_: pytest.fail("it was read before"))
    assert read(tmp_path, "甲.xlsx", workbook()) == first


def test_a_file_in_an_archive_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "各单位"
    folder.mkdir()
    with zipfile.ZipFile(folder / "甲.zip", "w") as archive:
        archive.writestr("2024.xlsx", workbook())
    (given,) = handed_in(folder, [])
    assert read_filing(given).file == "甲.zip›2024.xlsx"
    assert read_filing(given).figures


@each(
    "name, content, said",
    [
        ("空.xlsx", b"", "是空文件"),
        ("表.xls", b"\xd0\xcf\x11\xe0", "另存为 .xlsx"),
        ("年报.rar", b"Rar!", "压缩成 .zip"),
        ("扫描.jpg", b"\xff\xd8\xff", "认不出上面的字"),
        ("说明.txt", "通知".encode(), "不是年度报告"),
        ("年报.pdf", b"%PDF-1.4 broken", ""),
        ("年报.docx", b"PK broken", ""),
        ("数据.json", b"{}", ""),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    found = read(tmp_path, name, content)
    assert found.problem
    assert said in found.problem
    assert not found.figures


def test_a_workbook_of_something_else_is_said_to_be_none(tmp_path: Path) -> None:
    from io import BytesIO

    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    book.worksheets[0].append(["姓名", "电话"])
    book.save(out)
    found = read(tmp_path, "通讯录.xlsx", out.getvalue())
    assert "不是政府信息公开" in found.problem
    assert not found.findings


def test_one_with_a_broken_tie_is_held_back(tmp_path: Path) -> None:
    figures = {**typed_totals(), "复议总计": numbers()["复议总计"] - 1}
    found = read(tmp_path, "甲.xlsx", workbook(figures=figures))
    assert found.held_back
    assert found.wrong == 1


def test_an_offices_own_form_is_known_in_an_archive_too(tmp_path: Path) -> None:
    (tmp_path / "templates" / "案件").mkdir(parents=True)
    (tmp_path / "templates" / "案件" / "表.toml").write_text(CASES, "utf-8")
    blank = build_blank("甲局", 2024, form=form_of(CASES))
    (tmp_path / "各单位").mkdir()
    with zipfile.ZipFile(tmp_path / "各单位" / "甲局.zip", "w") as archive:
        archive.writestr("甲局2024.xlsx", blank)
    within, alone = read(tmp_path, "甲局.zip", b""), read(tmp_path, "乙局.xlsx", blank)
    for one in (within, alone):
        assert (one.problem, one.form, one.form_name) == ("", "cases", "案件统计年报")
