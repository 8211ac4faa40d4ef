"""The example that comes with the program is known by its mark, and is no year of another organ."""

from pathlib import Path

import pytest

from generator.console.commands.named_workbooks import expanded, only_workbook
from generator.files.zip_archive import WORKBOOK as MAIN_PART
from generator.files.zip_archive import open_archive, package
from generator.formats.docx.package.part_names import CUSTOM_PROPERTIES, PROPERTY_VALUES
from generator.formats.xlsx import own_properties
from generator.pipeline.example import is_example
from generator.pipeline.last_year import LastYear, last_year_of
from generator.pipeline.new import write_next_year
from tests.form.small import SMALL
from tests.forms import FORM
from tests.paths import WORKBOOK
from tests.pipeline.folder import put
from tests.pipeline.office import workbook_of
from tests.samples import report


def marked(content: bytes, organ: str) -> bytes:
    parts = open_archive(content, "", MAIN_PART)
    mark = (
        f'<property xmlns="{CUSTOM_PROPERTIES}" fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" '
        f'pid="9" name="{own_properties.EXAMPLE}"><vt:lpwstr xmlns:vt="{PROPERTY_VALUES}">{organ}'
        "</vt:lpwstr></property></Properties>"
    )
    custom = parts[own_properties.PART].replace(b"</Properties>", mark.encode())
    return package({**parts, own_properties.PART: custom})


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "inputs/2024.xlsx")
    example = marked(WORKBOOK.read_bytes(), "上海市长宁区人力资源和社会保障局")
    (tmp_path / "inputs" / "2023.xlsx").write_bytes(example)
    return tmp_path / "inputs"


def test_the_one_that_comes_with_the_program_is_one() -> None:
    assert is_example(WORKBOOK)
    assert own_properties.read_from(WORKBOOK, own_properties.FORM) == FORM.id


def test_it_is_not_last_year_s_of_another_organ(inputs: Path) -> None:
    assert is_example(inputs / "2023.xlsx")
    assert last_year_of(inputs / "2024.xlsx", report(), FORM) == LastYear()


def test_it_is_none_of_the_units_unless_it_is_named(
    inputs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [path.name for path in expanded([Path("inputs")])] == ["2024.xlsx"]
    said = capsys.readouterr().err
    assert said.endswith("2023.xlsx 是程序自带的示例，没有算在内；要用它，请写明文件名。\n")
    assert only_workbook().name == "2024.xlsx"
    assert len(expanded([inputs / "2023.xlsx", inputs / "2024.xlsx"])) == 2
    assert capsys.readouterr().err == ""
    (inputs / "2024.xlsx").unlink()
    assert [path.name for path in expanded([Path("inputs")])] == ["2023.xlsx"]
    assert only_workbook().name == "2023.xlsx"


def test_next_year_s_workbook_is_no_example(office: Path) -> None:
    path = workbook_of(office)
    path.write_bytes(marked(path.read_bytes(), "某某市某某局"))
    assert is_example(path)
    built = write_next_year(path)
    assert not is_example(built.workbook)
    assert last_year_of(built.workbook, built.report, SMALL).report is not None


def test_who_writes_an_own_report_into_it_has_no_example(office: Path) -> None:
    own = workbook_of(office)
    other = own.with_name("b.xlsx")
    content = own.read_bytes()
    own.write_bytes(marked(content, "某某市某某局"))
    other.write_bytes(marked(content, "上海市长宁区人力资源和社会保障局"))
    assert (is_example(own), is_example(other)) == (True, False)
