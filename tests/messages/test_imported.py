"""What people read after an import: how much came over, and what is left for them to do."""

from pathlib import Path

from generator.messages.imported import spoken_import
from generator.pipeline.import_document import bring_in
from tests.manuscript.importing.documents import Published, report
from tests.samples import numbers


def spoken(folder: Path, made: Published) -> str:
    document = folder / "公布.docx"
    document.write_bytes(made.content())
    found = bring_in(document)
    return spoken_import(found).replace(str(folder), "")


def test_a_clean_import_is_short(tmp_path: Path) -> None:
    assert spoken(tmp_path, report()).splitlines() == [
        "已新建：/2023.xlsx",
        "  从 公布.docx 导入（某某市某某局，2023）：数字 200/200 格，正文 11 段，基本信息 9 项",
        "  正文里的数字照原文，没有改成【】引用；要引用的，请自己改",
        "  用 Excel 或 WPS 打开，补好保存，再运行：make-report check /2023.xlsx",
    ]


def test_what_is_missing_comes_before_what_is_only_to_be_looked_at(tmp_path: Path) -> None:
    made = report(values={**numbers(), "行政强制": "五件"}, after=("附件：说明",))
    lines = spoken(tmp_path, made).splitlines()
    assert lines[3] == "  没有读到、要补填的（1 处）："
    assert lines[4].startswith("    1. 『表二』（第1个表格）：行政强制／本年处理决定数量")
    assert lines[6] == "  请核对的（1 处）："
    assert "附件没有带过来" in lines[7]
