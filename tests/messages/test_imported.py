"""What people read after an import: how much came over, and what is left for them to do."""

from pathlib import Path

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.reading.body import read_body
from generator.manuscript.importing.imported_report import imported_report
from generator.messages.imported import spoken_import
from generator.pipeline.edition import editions_of
from generator.pipeline.import_document import Imported, bring_in
from tests.forms import FORM
from tests.manuscript.importing.documents import Published, report
from tests.samples import numbers


def read(made: Published) -> Imported:
    """Return a document as it is read; what is said of it does not hang on the workbook."""
    manuscript = read_body(open_archive(made.content(), "", DOCUMENT), "公布.docx").manuscript
    found, findings = imported_report(manuscript, editions_of(FORM))
    return Imported(Path("公布.docx"), Path("2023.xlsx"), found, FORM, findings, content=b"")


def test_a_clean_import_is_short(tmp_path: Path) -> None:
    document = tmp_path / "公布.docx"
    document.write_bytes(report().content())
    said = spoken_import(bring_in(document)).replace(str(tmp_path), "")
    assert said.splitlines() == [
        "已新建：/2023.xlsx",
        "  从 公布.docx 导入（某某市某某局，2023）：数字 200/200 格，正文 11 段，基本信息 9 项",
        "  正文里的数字照原文，没有改成【】引用；要引用的，请自己改",
        "  用 Excel 或 WPS 打开，补好保存，再运行：make-report check /2023.xlsx",
    ]


def test_what_is_missing_comes_before_what_is_only_to_be_looked_at() -> None:
    made = report(values={**numbers(), "行政强制": "五件"}, after=("附件：说明",))
    lines = spoken_import(read(made)).splitlines()
    assert lines[3] == "  没有读到、要补填的（1 处）："
    assert lines[4].startswith("    1. 『表二』第1个表格第11行第2列：行政强制／本年处理决定数量")
    assert lines[6] == "  请核对的（1 处）："
    assert "附件没有带过来" in lines[7]
