"""What a Python caller asks for: data comes back, files are written only where one is named."""

import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.formats.report_json.writer import json_of
from generator.pipeline.outcome import Status
from generator.pipeline.template_choice import packaged_template
from tests.form.small import SMALL
from tests.form.small_office import put_office, template
from tests.forms import FORM, let_know
from tests.paths import ROOT, WORKBOOK
from tests.pipeline.folder import edit
from tests.samples import last_year, workbook

README = (ROOT / "README.md").read_text(encoding="utf-8")


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Stand where the example of the README finds what it needs, and return it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs" / "2023.xlsx").write_bytes(WORKBOOK.read_bytes())
    (found,) = re.findall(r"## From Python\n.*?```python\n(.*?)```", README, flags=re.DOTALL)
    return str(found)


def test_the_example_of_the_readme_runs(
    tmp_path: Path, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "example.py").write_text(example, encoding="utf-8")
    runpy.run_path("example.py")
    assert capsys.readouterr().err == ""
    assert (tmp_path / "outputs" / "2023.docx").exists()


@pytest.mark.long
def test_the_example_of_the_readme_runs_on_its_own(tmp_path: Path, example: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", example],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert (tmp_path / "outputs" / "2023.docx").exists()


def test_what_is_exported_is_there_and_nothing_else_is() -> None:
    for name in generator.__all__:
        assert getattr(generator, name).__doc__
    with pytest.raises(AttributeError, match="nonsense"):
        generator.nonsense  # noqa: B018 - to ask is the point


def test_nothing_is_written_unless_a_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_know(monkeypatch, SMALL)
    monkeypatch.chdir(tmp_path)
    put_office(tmp_path)
    inputs = tmp_path / "inputs"
    before = files_below(tmp_path)
    made = generator.make(inputs / "2024.xlsx")
    assert made.status == Status.MADE
    assert made.content is not None
    assert generator.check("inputs/2024.xlsx").findings == made.findings
    assert generator.review(made.content, workbook=inputs / "2024.xlsx").untouched
    generator.new("某某市某某局", 2025, form=SMALL)
    generator.new(last_year=inputs / "2024.xlsx")
    generator.bring_in(made.content)
    generator.export(inputs / "2024.xlsx")
    assert files_below(tmp_path) == before


def test_a_path_the_bytes_and_a_dict_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "2024.xlsx").write_bytes(workbook())
    by_path = generator.make(tmp_path / "2024.xlsx")
    by_bytes = generator.make(workbook())
    by_dict = generator.make(generator.export(workbook()))
    assert by_path.content == by_bytes.content
    assert by_path.report == by_dict.report
    assert by_dict.content is not None


def test_what_is_written_is_told_and_a_person_s_edits_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "年报.docx"
    assert generator.make(workbook(), output=target).status == Status.WRITTEN
    assert generator.make(workbook(), output=target).status == Status.CURRENT
    edit(target)
    assert generator.make(workbook(), output=target).status == Status.EDITED
    forced = generator.make(workbook(), output=target, force=True)
    assert forced.status == Status.WRITTEN
    assert forced.kept


def test_json_is_written_once_and_never_over_another_file(tmp_path: Path) -> None:
    target = tmp_path / "2024.json"
    exported = generator.export(workbook(), output=target)
    written = target.read_bytes()
    assert generator.export(workbook(), output=target) == exported
    assert target.read_bytes() == written
    target.write_bytes(b"{}")
    with pytest.raises(generator.Refusal, match="没有覆盖"):
        generator.export(workbook(), output=target)
    with pytest.raises(generator.Refusal, match=r"以 \.json 结尾"):
        generator.export(workbook(), output=tmp_path / "2024.txt")


def test_a_copy_with_findings_marked_is_not_taken_for_the_workbook(tmp_path: Path) -> None:
    copy = tmp_path / "2024.核对.xlsx"
    copy.write_bytes(workbook())
    with pytest.raises(generator.Refusal, match="请用原来的工作簿"):
        generator.make(copy)
    with pytest.raises(generator.Refusal, match="请用原来的工作簿"):
        generator.new(last_year=str(copy))


def test_changes_of_a_document_come_back_as_a_workbook() -> None:
    made = generator.make(workbook()).content
    assert made is not None
    found = generator.review(made, workbook=workbook())
    assert found.merge is not None
    assert found.merge.content == workbook()
    with pytest.raises(generator.Refusal, match="找不到 文档"):
        generator.review(made, apply=True)


def test_what_goes_out_is_handed_back_and_written_where_a_folder_is_named(tmp_path: Path) -> None:
    made = generator.make(workbook()).content
    assert made is not None
    ready = generator.publish(made, workbook=workbook(), only=["html", "json"])
    assert [path.name for path in ready.files] == [
        *("文档.发布.html", "文档.网页片段.html", "文档.发布.json")
    ]
    assert (ready.obstacles, files_below(tmp_path)) == ([], {})
    generator.publish(made, workbook=workbook(), only=["json"], output=tmp_path)
    assert list(files_below(tmp_path)) == ["文档.发布.json"]
    alone = generator.publish(made, only=["json"], output=tmp_path / "no")
    assert (len(alone.obstacles), alone.files) == (1, {})
    with pytest.raises(generator.Refusal, match="only 只能写 docx、pdf、html、json"):
        generator.publish(made, only=["doc"])


def test_what_cannot_be_used_is_refused_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(generator.Refusal, match="不是 Excel 工作簿"):
        generator.check(b"nothing of the kind")
    with pytest.raises(generator.Refusal, match="没有写“schema”"):
        generator.check({})
    with pytest.raises(generator.Refusal, match="报告的文件名"):
        generator.make(workbook(), output=tmp_path / "年报.pdf")
    with pytest.raises(generator.Refusal, match="机关和年度"):
        generator.new()


@pytest.mark.parametrize("given", [None, 1, True, 2.5, ["2024.xlsx"], bytearray(b"PK"), object()])
def test_what_is_no_file_and_no_report_is_refused(given: Any) -> None:
    for call in (generator.make, generator.check, generator.review, generator.bring_in):
        with pytest.raises(generator.Refusal, match="要给文件的路径"):
            call(given)
    something: Any = 1 if given is None else given
    for ask in (
        lambda: generator.new(last_year=something),
        lambda: generator.check(workbook(), previous=something),
        lambda: generator.make(workbook(), template=something),
        lambda: generator.export(given),
        lambda: generator.review(workbook(), workbook=something),
    ):
        with pytest.raises(generator.Refusal):
            ask()


def test_a_dict_that_json_cannot_hold_is_refused() -> None:
    circle: dict[str, Any] = {}
    circle["self"] = circle
    deep: Any = 1
    for _ in range(100_000):
        deep = {"a": deep}
    cannot_be: tuple[Any, ...] = (
        circle,
        deep,
        {("a", 1): 1},
        {"a": object()},
        {"a": b"abc"},
        {"a": 10**5000},
    )
    for given in cannot_be:
        with pytest.raises(generator.Refusal, match="JSON 写不了的内容"):
            generator.check(given)


@pytest.mark.parametrize(
    ("organ", "year"),
    [
        *(("某局", year) for year in (-5, 99999, "2024", 2024.5, True, None)),
        *((organ, 2024) for organ in (3, "  ", "某\n局", "")),
    ],
)
def test_an_organ_or_a_year_that_cannot_be_is_refused(organ: Any, year: Any) -> None:
    with pytest.raises(generator.Refusal):
        generator.new(organ, year)


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    for name in ("a\0.docx", "a\ud800.docx"):
        with pytest.raises(generator.Refusal, match="不能用的字符"):
            generator.make(workbook(), output=tmp_path / name)
        with pytest.raises(generator.Refusal, match="不能用的字符"):
            generator.check(tmp_path / name)
    for output in (3, b"a.xlsx"):
        with pytest.raises(generator.Refusal, match="output 要写文件的路径"):
            generator.new("某局", 2024, output=output)  # type: ignore[arg-type]
    with pytest.raises(generator.Refusal, match=r"以 \.xlsx 结尾"):
        generator.new("某局", 2024, output=tmp_path / "2024.pdf")
    with pytest.raises(generator.Refusal, match=r"以 \.xlsx 结尾"):
        generator.bring_in(workbook(), output=tmp_path / "2024.pdf")
    assert not list(tmp_path.iterdir())


def test_a_form_may_be_named_and_a_side_must_be_one() -> None:
    assert generator.check(workbook(), form="政府信息公开年度报告").form is FORM
    with pytest.raises(generator.Refusal, match="没有叫“别的”的表式"):
        generator.check(workbook(), form="别的")
    with pytest.raises(generator.Refusal, match="form 要写表式"):
        generator.check(workbook(), form=2021)  # type: ignore[arg-type]
    with pytest.raises(generator.Refusal, match="take 只能写 document、workbook"):
        generator.review(b"", take="both")  # type: ignore[arg-type]


def test_last_year_and_the_template_may_be_handed_over_too() -> None:
    as_bytes = json_of(last_year(), FORM)
    earlier = json.loads(as_bytes)
    named = [generator.check(workbook(), previous=given) for given in (earlier, as_bytes)]
    assert [one.previous is not None for one in named] == [True, True]
    assert [found.rule for found in named[0].findings] == [
        found.rule for found in named[1].findings
    ]
    made = generator.make(workbook(), template=packaged_template(FORM).read_bytes())
    assert made.content == generator.make(workbook()).content


def test_a_workbook_of_another_form_is_said_to_be_one() -> None:
    for ask in (
        lambda: generator.check(workbook(), form=SMALL),
        lambda: generator.new(last_year=workbook(), form=SMALL),
    ):
        with pytest.raises(generator.Refusal, match="是“政府信息公开年度报告”的工作簿"):
            ask()


def test_another_form_is_taken_by_every_call(tmp_path: Path) -> None:
    drawn = tmp_path / SMALL.template
    drawn.write_bytes(template())
    blank = generator.new("某某市某某局", 2024, form=SMALL)
    assert generator.check(blank, form=SMALL).form is SMALL
    assert generator.export(blank, form=SMALL)["edition"] == SMALL.edition
    draft = generator.make(blank, form=SMALL, template=drawn, draft=True)
    assert draft.content is not None
    assert generator.bring_in(draft.content, form=SMALL).form is SMALL
