from generator.model.collection.list_problems import list_problems
from generator.model.collection.unit import Unit, UnitList
from tests.model.collection.units import unit_list


def problems(listed: UnitList) -> tuple[str, ...]:
    return list_problems(listed, "『单位名单』")


def test_a_list_whose_names_can_be_told_apart_has_no_problems() -> None:
    listed = unit_list(
        "某某市人民政府",
        *("市财政局", "甲区财政局", "民政局（老龄办）|原老龄委", "第一小学", "第二小学"),
        *("甲镇", "甲镇中心学校", "实验中学（东校区）", "实验中学（西校区）"),
    )
    assert problems(listed) == ()


def test_two_units_of_one_name_are_told_with_their_rows() -> None:
    (said,) = problems(unit_list("甲区人民政府", "民政局", "教育局", "区民政局"))
    assert said.startswith("『单位名单』第 6 行“民政局”和第 8 行“区民政局”是一个意思")
    (said,) = problems(unit_list("甲区人民政府", "民政局", "民政局"))
    assert said == (
        "『单位名单』第 6 行和第 7 行写的都是“民政局”，只算一次，用的是第 6 行。请删去一行。"
    )
    (said,) = problems(unit_list("甲区人民政府", "民政局|老龄办", "区民政局|区老龄办"))
    assert "“民政局”" in said


def test_a_name_that_is_another_unit_s_further_name_is_told_with_what_to_change() -> None:
    (said,) = problems(unit_list("甲区人民政府", "教育局|体育局", "民政局", "体育局"))
    assert said == (
        "『单位名单』第 6 行“教育局”的“别的名称”里有“体育局”，也是第 8 行的单位名称“体育局”，"
        "写“体育局”的文件会分不清是哪一行的。是合并、改名的，请删去第 8 行；不是的，"
        "请从第 6 行的“别的名称”里删去“体育局”。"
    )
    (said,) = problems(unit_list("甲区人民政府", "体育局", "教育局|原区体育局"))
    assert said.startswith(
        "『单位名单』第 7 行“教育局”的“别的名称”里有“原区体育局”，"
        "和第 6 行的单位名称“体育局”是一个意思，写“体育局”“原区体育局”的文件"
    )
    assert said.endswith("请从第 7 行的“别的名称”里删去“原区体育局”。")


def test_a_further_name_that_two_units_share_is_told() -> None:
    (said,) = problems(unit_list("甲区人民政府", "教育局|教体局", "体育局|教体局"))
    assert said == (
        "『单位名单』第 6 行“教育局”和第 7 行“体育局”的“别的名称”里都有“教体局”，"
        "写“教体局”的文件会分不清是哪一行的。请只在一行里留下。"
    )
    (said,) = problems(unit_list("甲区人民政府", "民政局（区老龄办）", "老龄办"))
    assert "“老龄办”" in said


def test_a_unit_without_a_name_is_told() -> None:
    units = (Unit("民政局", row=6), Unit(" ", ("老名称",), row=7), Unit("（）", row=9))
    first, second = problems(UnitList("甲区人民政府", 2024, units))
    assert first.startswith("『单位名单』第 7 行（老名称）没有名称")
    assert second.startswith("『单位名单』第 9 行没有名称")


def test_a_list_of_which_nobody_can_tell_the_place_says_so() -> None:
    (said,) = problems(unit_list("", "民政局", "教育局"))
    assert "汇总单位" in said
    (said,) = problems(unit_list("政务公开办公室", "民政局", "教育局"))
    assert "“政务公开办公室”" in said
