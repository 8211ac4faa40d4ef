from generator.model.collection.list_problems import list_problems
from generator.model.collection.unit import Unit, UnitList
from tests.model.collection.units import unit_list


def test_a_list_whose_names_can_be_told_apart_has_no_problems() -> None:
    listed = unit_list(
        "某某市人民政府",
        *("市财政局", "甲区财政局", "民政局（老龄办）|原老龄委", "第一小学", "第二小学"),
        *("甲镇", "甲镇中心学校", "实验中学（东校区）", "实验中学（西校区）"),
    )
    assert list_problems(listed) == ()


def test_two_units_of_one_name_are_told_with_their_places_in_the_list() -> None:
    (problem,) = list_problems(unit_list("甲区人民政府", "民政局", "教育局", "区民政局"))
    assert "第 1 个单位“民政局”和第 3 个单位“区民政局”" in problem
    (problem,) = list_problems(unit_list("甲区人民政府", "民政局", "民政局"))
    assert "都叫“民政局”" in problem
    (problem,) = list_problems(unit_list("甲区人民政府", "民政局|老龄办", "区民政局|区老龄办"))
    assert "“民政局”" in problem


def test_a_further_name_that_two_units_share_is_told() -> None:
    (problem,) = list_problems(unit_list("甲区人民政府", "教育局|教体局", "体育局|教体局"))
    assert "第 1 个单位“教育局”和第 2 个单位“体育局”都叫“教体局”" in problem
    (problem,) = list_problems(unit_list("甲区人民政府", "民政局（区老龄办）", "老龄办"))
    assert "“老龄办”" in problem


def test_a_unit_without_a_name_is_told() -> None:
    listed = UnitList("甲区人民政府", 2024, (Unit("民政局"), Unit(" ", ("老名称",)), Unit("（）")))
    first, second = list_problems(listed)
    assert first.startswith("名单里第 2 个单位（老名称）没有名称")
    assert second.startswith("名单里第 3 个单位没有名称")


def test_a_list_of_which_nobody_can_tell_the_place_says_so() -> None:
    (problem,) = list_problems(unit_list("", "民政局", "教育局"))
    assert "汇总单位" in problem
    (problem,) = list_problems(unit_list("政务公开办公室", "民政局", "教育局"))
    assert "“政务公开办公室”" in problem
