"""workbook → JSON, and back."""

import re
from pathlib import Path

import docx
import pytest

from generator.model.finding import Refusal
from generator.pipeline.check import check_workbook
from generator.pipeline.export import export
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from tests.pipeline.folder import put
from tests.samples import numbers, typed_totals

BROKEN = {**typed_totals(), "予以公开": numbers()["予以公开"] + 1}


def test_a_report_goes_out_as_json_and_comes_back_as_the_same_document(tmp_path: Path) -> None:
    path = put(tmp_path, "inputs/2024.xlsx")
    outcome = export(path)
    assert outcome.status == Status.WRITTEN
    assert outcome.output == tmp_path / "outputs" / "2024.json"
    assert export(path).status == Status.CURRENT
    told = [
        [found.rule for found in check_workbook(one).findings] for one in (path, outcome.output)
    ]
    assert sorted(told[0]) == sorted(told[1])
    made, again = make(path), make(outcome.output, output=tmp_path / "again.docx")
    texts = [
        [line.text for line in docx.Document(str(one.output)).paragraphs] for one in (made, again)
    ]
    assert texts[0] == texts[1]


def test_another_file_of_that_name_is_not_overwritten_by_json(tmp_path: Path) -> None:
    target = tmp_path / "2024.json"
    for content in (b"mine", b"{}", b"[" * 100_000):
        target.write_bytes(content)
        with pytest.raises(Refusal, match="已经有了，内容不一样，没有覆盖"):
            export(put(tmp_path))
        assert target.read_bytes() == content
    with pytest.raises(Refusal, match=r"以 \.json 结尾"):
        export(put(tmp_path), output=tmp_path / "a.txt")
    target.unlink()
    export(put(tmp_path))
    with pytest.raises(Refusal, match="本身，不能覆盖"):
        export(target, output=target)
    target.write_bytes(target.read_bytes().replace(b"  ", b" "))
    assert export(put(tmp_path)).status == Status.CURRENT
    with pytest.raises(Refusal, match="内容不一样"):
        export(put(tmp_path, figures={"行政许可": 999_999}))


def test_wrong_figures_go_out_as_they_are_but_nothing_is_left_out(tmp_path: Path) -> None:
    assert export(put(tmp_path, figures=BROKEN)).status == Status.WRITTEN
    lost = export(put(tmp_path, "lost.xlsx", cells={("正文", "A4"): "别的部分"}))
    assert lost.status == Status.HELD
    assert [found.rule for found in lost.held_by] == ["R04"]
    assert not (tmp_path / "lost.json").exists()


def test_what_json_does_not_say_holds_the_document_back(tmp_path: Path) -> None:
    export(put(tmp_path))
    path = tmp_path / "2024.json"
    path.write_text(re.sub(r'\n *"本年新收": \d+,', "", path.read_text("utf-8")), "utf-8")
    outcome = make(path)
    assert outcome.status == Status.HELD
    assert [found.rule for found in outcome.held_by] == ["R13"]
    assert make(path, draft=True).status == Status.WRITTEN
    assert check_workbook(path).status == Status.CHECKED
