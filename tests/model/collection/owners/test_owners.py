import pytest

from generator.model.collection.owners.names import Names
from generator.model.collection.owners.owners import Owner, owner_of, shared_folders
from tests.few import each
from tests.model.collection.units import unit_list

NAMES = Names(
    unit_list(
        "上海市长宁区人民政府",
        *("民政局（区老龄办）", "人力资源和社会保障局", "教育局", "财政局"),
        *("新泾镇", "新泾镇中心学校", "第一小学", "区委机构编制委员会办公室"),
    )
)
CIVIL = "民政局（区老龄办）"

CALLED = (
    "区民政局2024年政府信息公开工作年度报告（最终版）.docx",
    "03-上海市长宁区民政局.xlsx",
    "民政局（区老龄办）2024年度报告(1).html",
    "民政局_定稿_v2.pdf",
    "关于报送民政局年报的材料.doc",
    "民政局.zip›2024.docx",
    "民政局/2024年报 修改稿.xlsx",
)


def owner(organ: str, file: str = "", *texts: str) -> Owner:
    return owner_of(organ, NAMES, file=file, texts=texts)


def likely(found: Owner) -> list[str]:
    return [one.unit for one in found.candidates]


@each("file", CALLED)
def test_a_file_that_says_no_organ_is_of_the_unit_that_it_is_called_by(file: str) -> None:
    found = owner("", file)
    assert found.unit == CIVIL
    assert "里面没有写是哪个单位的" in found.said


def test_words_that_names_of_files_have_may_be_part_of_a_unit_s_name() -> None:
    assert owner("", "区委机构编制委员会办公室2024.xlsx").unit == "区委机构编制委员会办公室"


def test_what_a_file_says_itself_needs_no_further_evidence() -> None:
    assert owner("区民政局", "1.xlsx") == Owner(CIVIL)
    assert owner("区民政局", "民政局2024.xlsx") == Owner(CIVIL)


@pytest.mark.parametrize("file", ["财政局.xlsx", "财政局/2024.xlsx", "财政局.zip›2024.xlsx"])
def test_a_file_that_says_one_unit_and_is_called_by_another_is_nobody_s(file: str) -> None:
    found = owner("区民政局", file)
    assert found.unit == ""
    assert likely(found) == [CIVIL, "财政局"]
    assert "“区民政局”" in found.said
    assert "“财政局”" in found.said


def test_a_short_name_contradicts_what_a_file_says_too() -> None:
    found = owner("区民政局", "人社局2024.xlsx")
    assert found.unit == ""
    assert likely(found) == [CIVIL, "人力资源和社会保障局"]
    assert owner("人力资源和社会保障局", "人社局2024.xlsx").unit == "人力资源和社会保障局"
    assert owner("区民政局", "王教育2024.xlsx").unit == CIVIL


def test_a_unit_may_lie_in_the_folder_of_the_one_above_it_and_of_the_collector() -> None:
    assert owner("新泾镇中心学校", "新泾镇/2024.xlsx").unit == "新泾镇中心学校"
    assert owner("区民政局", "长宁区人民政府/2024.xlsx").unit == CIVIL
    assert owner("新泾镇中心学校", "新泾镇.xlsx").unit == ""


def test_a_folder_in_which_files_of_several_units_lie_tells_nothing() -> None:
    organs = ("第一小学", "新泾镇中心学校", "教育局")
    files = [(f"教育局/{at}.xlsx", organ) for at, organ in enumerate(organs)]
    shared = shared_folders(files, NAMES)
    assert shared == {"教育局"}
    assert owner_of("第一小学", NAMES, file="教育局/0.xlsx", shared=shared).unit == "第一小学"
    assert owner("第一小学", "教育局/0.xlsx").unit == ""
    assert shared_folders(files[:2], NAMES) == frozenset()


def test_the_name_of_a_file_settles_which_of_several_is_meant() -> None:
    found = owner("人社局", "人力资源和社会保障局/2024.xlsx")
    assert found.unit == "人力资源和社会保障局"
    assert "“人社局”" in found.said
    assert likely(owner("人社局", "人社局.xlsx")) == ["人力资源和社会保障局"]
    assert owner("人社局", "人社局.xlsx").unit == ""


def test_the_place_in_which_a_file_lies_settles_whose_office_it_is() -> None:
    names = Names(unit_list("某某市人民政府", "市财政局", "甲区财政局", "乙区财政局"))
    assert owner_of("财政局", names, file="乙区/2024.xlsx").unit == "乙区财政局"
    assert owner_of("区财政局", names, file="甲区/财政局2024.xlsx").unit == "甲区财政局"
    assert owner_of("财政局", names, file="2024.xlsx").unit == ""
    assert owner_of("财政局", names, file="丙区/2024.xlsx").unit == ""


def test_an_organ_that_is_no_unit_is_never_more_than_likely() -> None:
    found = owner("民政局福利院", "民政局.xlsx")
    assert (found.unit, likely(found)) == ("", [CIVIL])
    assert likely(owner("民政局福利院", "民政局/福利院.xlsx")) == []
    assert likely(owner("某某有限公司", "联系人.xlsx")) == []


def test_other_texts_tell_where_nothing_else_does_and_two_that_differ_do_not() -> None:
    assert owner("", "1.pdf", "本报告由上海市长宁区财政局编制。").unit == "财政局"
    assert owner("人社局", "1.pdf", "长宁区人力资源和社会保障局").unit != ""
    divided = owner("", "民政局.pdf", "长宁区财政局")
    assert divided.unit == ""
    assert set(likely(divided)) == {CIVIL, "财政局"}


def test_a_name_with_two_units_is_of_neither() -> None:
    found = owner("", "民政局、财政局2024.xlsx")
    assert found.unit == ""
    assert set(likely(found)) == {CIVIL, "财政局"}
