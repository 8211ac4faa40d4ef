"""make-report publish, as people and programs run it."""

import json
from pathlib import Path

import pytest

from generator.console import cli
from tests.console.many.offices import put_offices


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    put_offices(tmp_path, 2)
    cli.main(["inputs"])
    return ["outputs/第001局.docx", "outputs/第002局.docx"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = cli.main(("publish", *arguments))
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.long
def test_many_are_published_with_a_line_each_and_a_summary(
    documents: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "--only", "json，html", "outputs")
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == [
        *(f"[{number}/2] 已发布：{one}" for number, one in enumerate(documents, 1)),
        "共 2 份文档：已发布 2。",
    ]
    assert sorted(path.name for path in Path("outputs").glob("第001局.*")) == [
        *("第001局.docx", "第001局.发布.html", "第001局.发布.json", "第001局.网页片段.html")
    ]
    assert "已是最新 2" in run(capsys, "--only", "json,html", "outputs")[1]


@pytest.mark.long
def test_one_that_cannot_be_used_does_not_stop_the_others(
    documents: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("outputs/坏.docx").write_text("不是文档")
    code, out, _ = run(capsys, "--only", "json", "--jobs", "2", "outputs/坏.docx", *documents)
    assert code == 2
    assert "共 3 份文档：已发布 2，不能用 1。" in out
    code, out, _ = run(capsys, "--only", "json", "--json", "outputs/坏.docx", documents[0])
    assert code == 2
    assert [one["status"] for one in json.loads(out)["results"]] == ["unusable", "current"]


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "没有指明文档"),
        (("--only", "doc", "outputs"), "--only 后面写docx、pdf、html、json"),
        (("--workbook", "inputs/第001局.xlsx", "outputs"), "有好几份文档时不能用 --workbook"),
        (("--jobs", "0", "outputs"), "--jobs 后面请写"),
    ],
)
def test_what_makes_no_sense_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert said in err


def test_a_pdf_like_the_document_is_wanted_only_where_a_pdf_is(
    documents: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "--like-word", "--only", "docx", documents[0])
    assert (code, out) == (2, "")
    assert "--only 后面没有写 pdf" in err
