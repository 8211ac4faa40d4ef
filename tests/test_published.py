"""The report that 上海市长宁区人力资源和社会保障局 published for 2023 comes out of its workbook."""

import difflib
import shutil
import unicodedata
from pathlib import Path

import pytest

from generator.checks.rules import check
from generator.files.zip_archive import DOCUMENT, WORKBOOK, open_archive
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.reading.tables import read_figures
from generator.model.finding import Severity
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.sources import read_report
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.paths import ROOT
from tests.samples import case

PUBLISHED = Path(__file__).parent / "published" / "changning_hrss_2023.txt"
KEPT = ROOT / "outputs" / "2023.docx"

FIGURES = {
    "行政规范性文件制发": "1",
    "行政规范性文件现行有效": "1",
    "行政许可": "1238",
    "行政处罚": "3",
    **dict.fromkeys(("本年新收自然人", "本年新收"), "5"),
    **dict.fromkeys(("予以公开自然人", "予以公开"), "2"),
    **dict.fromkeys(("不掌握自然人", "不掌握", "需另行制作自然人", "需另行制作"), "1"),
    **dict.fromkeys(("其他情形自然人", "其他情形"), "1"),
    **dict.fromkeys(("办理结果总计自然人", "办理结果总计"), "5"),
}
"""What was published; every other figure is 0 or blank."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an office's folder with its inputs and templates, in which a report was made."""
    folder = tmp_path_factory.mktemp("某局 的文件夹")
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    outcome = make(folder / "inputs" / "2023.xlsx")
    assert outcome.status == Status.WRITTEN
    assert outcome.output == folder / "outputs" / "2023.docx"
    return folder


def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_document_kept_in_the_repository_is_the_one_that_is_made(office: Path) -> None:
    made = open_archive((office / "outputs" / "2023.docx").read_bytes(), "made", DOCUMENT)
    kept = open_archive(KEPT.read_bytes(), "kept", DOCUMENT)
    assert list(made) == list(kept)
    for part, content in made.items():
        assert content == kept[part], f"{part} differs: run make-report inputs/2023.xlsx"


def test_every_figure_is_as_published(office: Path) -> None:
    parts = open_archive((office / "outputs" / "2023.docx").read_bytes(), "made", DOCUMENT)
    figures, misses = read_figures(parse(parts[DOCUMENT], DOCUMENT, "made"), FORM)
    assert misses == []
    assert figures == {name: FIGURES.get(name, "0") for name in FORM.figures}


@needs_libreoffice
def test_its_text_taken_out_by_libreoffice_is_the_published_text(
    office: Path, tmp_path: Path
) -> None:
    text = convert(office / "outputs" / "2023.docx", "txt:Text", tmp_path)
    made = plain(text.read_text(encoding="utf-8-sig"))
    published = plain(PUBLISHED.read_text(encoding="utf-8"))
    compared = difflib.SequenceMatcher(None, published, made, autojunk=False)
    assert compared.ratio() >= 0.998
    lost = [
        published[start:end]
        for kind, start, end, _, _ in compared.get_opcodes()
        if kind in ("delete", "replace")
    ]
    assert lost == ["总计"]  # the header cell 总计, which LibreOffice takes out in another order


def test_every_paragraph_of_the_workbook_was_published() -> None:
    report, findings, *_ = read_report(ROOT / "inputs" / "2023.xlsx", FORM)
    published = plain(PUBLISHED.read_text(encoding="utf-8"))
    for line in report.paragraphs:
        for piece in plain(line.heading + line.text).replace("【", "】").split("】")[::2]:
            assert piece in published
    assert [finding.rule for finding in findings] == ["T4-04"]


CONTRADICTIONS = {
    ("X03", "错误", "共答复4件"),
    ("X15", "错误", "共答复4件。其中"),
    ("X05", "提示", "咨询件1件"),
}
BLEMISHES = {
    ("S08", "政府信息公开行政复议及行政诉讼情况"),
    ("S08", "存在的主要问题和改进措施"),
    ("S12", "提高依法办理政府信息依申请公开工作水平"),
    ("D05", "开播至今"),
    ("W01", "全面落实"),
    ("W01", "的情况的产生"),
    ("W03", "2023 年"),
    ("W04", "未收取信息处理费"),
    ("W10", "公告公示"),
    ("W10", "政务公开专栏"),
    ("W10", "法制建设"),
    ("W10", "结转下一年"),
    ("W10", "上海市长宁区人力资源和社会保障局"),
    ("W10", "以下简称《条例》"),
}


def test_the_published_report_is_found_to_contradict_itself_and_nothing_else() -> None:
    report, *_ = read_report(ROOT / "inputs" / "2023.xlsx", FORM)
    found = [item for item in check(case(report)) if item.severity != Severity.UNCHECKED]
    told = [f"{item.quote} {item.message}" for item in found]
    for rule, severity, words in CONTRADICTIONS:
        assert any(
            item.rule == rule and item.severity == severity and words in text
            for item, text in zip(found, told, strict=True)
        ), words
    for rule, words in BLEMISHES:
        assert any(
            item.rule == rule and words in text for item, text in zip(found, told, strict=True)
        ), words
    assert len(found) == len(CONTRADICTIONS) + len(BLEMISHES)
    assert not any(item.holds_back for item in found)


def test_the_workbook_cites_figures_where_the_published_text_agrees_with_them() -> None:
    report, *_ = read_report(ROOT / "inputs" / "2023.xlsx", FORM)
    text = "".join(line.heading + line.text for line in report.paragraphs)
    assert {name for name in FORM.figures if f"【{name}】" in text} == {
        "本年新收",
        "上年结转",
        "结转下年",
        "予以公开",
        "不掌握",
        "其他情形",
    }
    assert all(f"【{name}】" in text for name in report.indicators)
    assert "共答复4件" in text  # contradicts the table, as published
    assert "咨询件1件" in text  # a kind of result that the table does not have


def test_the_workbook_holds_nothing_that_can_run() -> None:
    parts = open_archive((ROOT / "inputs" / "2023.xlsx").read_bytes(), "2023.xlsx", WORKBOOK)
    assert not [part for part in parts if "vba" in part or "external" in part.lower()]
