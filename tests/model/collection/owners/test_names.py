import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.collection.owners.names import Names
from generator.model.collection.unit import UnitList
from tests.few import each
from tests.model.collection.units import unit_list

DISTRICT = unit_list(
    "上海市长宁区人民政府",
    "长宁区人民政府（本级）",
    "区政府办公室（区外事办、区大数据局）",
    "民政局（区老龄办）",
    "人力资源和社会保障局",
    "教育局",
    "体育局",
    "发展和改革委员会|发改委",
    "住房和城乡建设管理委员会",
    "文化和旅游局|原文化广播影视管理局|旅游局",
    "市场监督管理局",
    "长宁区财政局",
    "区委组织部",
    "上海市公安局长宁分局",
    "国家税务总局上海市长宁区税务局",
    "城市管理行政执法局",
    "虹桥街道",
    "华阳路街道办事处",
    "新泾镇",
    "新泾镇中心学校",
    "第一小学",
    "第二小学",
    "实验中学（东校区）",
    "实验中学（西校区）",
    "社会福利院",
    "区妇女联合会",
    "民族和宗教事务局",
)
CITY = unit_list(
    "某某市人民政府",
    "市财政局",
    "甲区财政局",
    "乙区财政局",
    "甲区人民政府",
    "乙区",
    "丙县",
    "市市场监督管理局",
    "甲镇人民政府",
    "甲镇中心学校",
    "乙镇中心学校",
    "甲镇财政所",
    "丙县人力资源和社会保障局",
)
OF_DISTRICT, OF_CITY = Names(DISTRICT), Names(CITY)
PLACELESS = unit_list("", "民政局", "教育局")

CERTAIN = {
    "民政局": "民政局（区老龄办）",
    "区民政局": "民政局（区老龄办）",
    "本区民政局": "民政局（区老龄办）",
    "长宁区民政局": "民政局（区老龄办）",
    "上海市长宁区民政局": "民政局（区老龄办）",
    "上海长宁区民政局": "民政局（区老龄办）",
    "长宁民政局": "民政局（区老龄办）",
    " 上海市 长宁区　民政局 ": "民政局（区老龄办）",
    "民政局(区老龄办)": "民政局（区老龄办）",
    "区民政局、区老龄办": "民政局（区老龄办）",
    "区民政局（加挂区老龄办牌子）": "民政局（区老龄办）",
    "区民政局加挂区慈善办牌子": "民政局（区老龄办）",
    "区民政局（区乡村振兴局）": "民政局（区老龄办）",
    "长宁区老龄办": "民政局（区老龄办）",
    "民政局（盖章）": "民政局（区老龄办）",
    "民政局本级": "民政局（区老龄办）",
    "上海市长宁区人力资源和社会保障局": "人力资源和社会保障局",
    "区人力资源社会保障局": "人力资源和社会保障局",
    "发改委": "发展和改革委员会",
    "区发改委": "发展和改革委员会",
    "长宁区文化广播影视管理局": "文化和旅游局",
    "区旅游局": "文化和旅游局",
    "市场监督管理局": "市场监督管理局",
    "长宁区市场监督管理局": "市场监督管理局",
    "财政局": "长宁区财政局",
    "区财政局": "长宁区财政局",
    "中共上海市长宁区委组织部": "区委组织部",
    "上海市公安局长宁分局": "上海市公安局长宁分局",
    "上海市长宁区税务局": "国家税务总局上海市长宁区税务局",
    "虹桥街道办事处": "虹桥街道",
    "虹桥街道办": "虹桥街道",
    "上海市长宁区人民政府虹桥街道办事处": "虹桥街道",
    "华阳路街道": "华阳路街道办事处",
    "长宁区华阳路街道": "华阳路街道办事处",
    "新泾镇人民政府": "新泾镇",
    "上海市长宁区新泾镇政府": "新泾镇",
    "新泾镇中心学校": "新泾镇中心学校",
    "长宁区第二小学": "第二小学",
    "教育局": "教育局",
    "区体育局": "体育局",
    "区大数据局": "区政府办公室（区外事办、区大数据局）",
    "长宁区人民政府办公室": "区政府办公室（区外事办、区大数据局）",
    "长宁区人民政府": "长宁区人民政府（本级）",
    "上海市长宁区": "长宁区人民政府（本级）",
    "区政府": "长宁区人民政府（本级）",
    "本级": "长宁区人民政府（本级）",
    "实验中学(西校区)": "实验中学（西校区）",
    "区民族宗教事务局": "民族和宗教事务局",
    "民族、宗教事务局": "民族和宗教事务局",
}
DOUBTFUL = {
    "人社局": "人力资源和社会保障局",
    "区人力社保局": "人力资源和社会保障局",
    "发展改革委": "发展和改革委员会",
    "区发改局": "发展和改革委员会",
    "建管委": "住房和城乡建设管理委员会",
    "教委": "教育局",
    "市监局": "市场监督管理局",
    "城管局": "城市管理行政执法局",
    "区政府办": "区政府办公室（区外事办、区大数据局）",
    "公安局": "上海市公安局长宁分局",
    "长宁公安分局": "上海市公安局长宁分局",
    "教育局、体育局": "教育局",
    "教育局（体育局）": "教育局",
    "教育局（东片）": "教育局",
    "民政局（福利院）": "民政局（区老龄办）",
    "教育局（第一小学）": "教育局",
    "实验中学": "实验中学（东校区）",
    "区教育体育局": "教育局",
    "一小": "第一小学",
    "民政": "民政局（区老龄办）",
    "虹桥": "虹桥街道",
    "上海市虹桥街道": "虹桥街道",
    "妇联": "区妇女联合会",
    "区人力资源和社会保证局": "人力资源和社会保障局",
}
NOBODY = (
    *("上海市民政局", "市民政局", "黄浦区民政局", "上海市黄浦区民政局", "北京市长宁区民政局"),
    *("黄浦区人社局", "县民政局", "民政局福利院", "民政局下属福利院", "区民政局婚姻登记中心"),
    *("第三小学", "第十一小学", "新泾镇中心幼儿园", "上海市市场监督管理局", "长宁区审计局"),
    *(
        "黄浦区虹桥街道",
        "上海市黄浦区新泾镇",
        "区委",
        "虹口街道办事处",
        "某某有限公司",
        "财政所",
        "",
        "　",
        "（）",
        "2024",
    ),
)


@each("said, unit", CERTAIN.items())
def test_a_name_that_can_mean_only_one_unit_means_it(said: str, unit: str) -> None:
    assert OF_DISTRICT.meaning(said) == (unit, ())


@each("said, unit", DOUBTFUL.items())
def test_what_only_resembles_is_proposed_and_never_taken(said: str, unit: str) -> None:
    found = OF_DISTRICT.meaning(said)
    assert found.unit == ""
    assert found.candidates[0].unit == unit
    assert all(0 < one.likelihood < 1 for one in found.candidates)


@each("said", NOBODY)
def test_another_organ_is_no_unit_and_none_is_proposed(said: str) -> None:
    assert OF_DISTRICT.meaning(said) == ("", ())


@pytest.mark.parametrize(
    ("said", "unit", "candidates"),
    [
        ("市财政局", "市财政局", ()),
        ("某某市财政局", "市财政局", ()),
        ("甲区财政局", "甲区财政局", ()),
        ("某某市乙区财政局", "乙区财政局", ()),
        ("财政局", "", ("市财政局", "甲区财政局", "乙区财政局")),
        ("区财政局", "", ("甲区财政局", "乙区财政局")),
        ("丙县财政局", "", ()),
        ("甲区", "甲区人民政府", ()),
        ("乙区人民政府", "乙区", ()),
        ("丙县政府", "丙县", ()),
        ("市场监督管理局", "市市场监督管理局", ()),
        ("某某市市场监督管理局", "市市场监督管理局", ()),
        ("甲镇", "甲镇人民政府", ()),
        ("甲镇中心学校", "甲镇中心学校", ()),
        ("丁镇中心学校", "", ()),
        ("镇中心学校", "", ("甲镇中心学校", "乙镇中心学校")),
        ("乙镇财政所", "", ()),
        ("丙县人社局", "", ("丙县人力资源和社会保障局",)),
        ("甲区人社局", "", ()),
    ],
)
def test_offices_of_the_same_name_in_several_places_are_kept_apart(
    said: str, unit: str, candidates: tuple[str, ...]
) -> None:
    found = OF_CITY.meaning(said)
    assert (found.unit, tuple(one.unit for one in found.candidates)) == (unit, candidates)


@each("listed", (DISTRICT, CITY))
def test_every_unit_is_told_from_all_others_and_missing_from_none(listed: UnitList) -> None:
    names = Names(listed)
    assert [names.meaning(one.name).unit for one in listed.units] == [
        one.name for one in listed.units
    ]
    for unit in listed.units:
        without = listed._replace(units=tuple(one for one in listed.units if one != unit))
        taken = Names(without).meaning(unit.name).unit
        assert taken == "", f"{unit.name}: {taken}"


@given(st.text(alphabet="省市县区镇街道局委办政府教育民第一二（）、和 ", max_size=12))
def test_whatever_is_said_a_unit_is_certain_or_some_are_likely(said: str) -> None:
    found = OF_CITY.meaning(said)
    listed = {one.name for one in CITY.units}
    assert found.unit in {"", *listed}
    assert not (found.unit and found.candidates)
    assert {one.unit for one in found.candidates} <= listed


def test_a_place_that_the_list_does_not_know_keeps_a_name_from_certainty() -> None:
    names = Names(PLACELESS)
    assert names.meaning("民政局").unit == "民政局"
    assert [one.unit for one in names.meaning("长宁区民政局").candidates] == ["民政局"]
    assert names.meaning("长宁区民政局").unit == ""


def test_the_place_is_that_of_all_units_where_nobody_says_who_collects() -> None:
    names = Names(unit_list("", "甲县民政局", "甲县教育局"))
    assert names.meaning("县民政局").unit == "甲县民政局"
    assert names.meaning("乙县民政局") == ("", ())


def test_a_district_of_the_same_name_in_another_city_is_another() -> None:
    listed = unit_list("鼓楼区人民政府", "民政局", "教育局", "财政局")
    said = [f"南京市鼓楼区{one}" for one in ("教育局", "财政局", "司法局", "审计局")]
    names = Names(listed, [*said, "徐州市鼓楼区民政局"])
    assert names.meaning("江苏省南京市鼓楼区教育局").unit == "教育局"
    assert names.meaning("徐州市鼓楼区民政局") == ("", ())
    divided = Names(listed, ["南京市鼓楼区教育局", "徐州市鼓楼区民政局"])
    assert divided.meaning("徐州市鼓楼区民政局").unit == ""
    assert divided.meaning("徐州市鼓楼区民政局").candidates[0].unit == "民政局"
    assert divided.meaning("鼓楼区民政局").unit == "民政局"


def test_a_department_that_collects_from_its_schools_is_a_unit_too() -> None:
    names = Names(unit_list("某某市教育局", "局本级", "第一中学", "第二中学"))
    for said in ("某某市教育局", "市教育局", "教育局本级"):
        assert names.meaning(said).unit == "局本级"
    assert names.meaning("某某市第二中学").unit == "第二中学"
    assert [one.unit for one in names.meaning("一中").candidates] == ["第一中学"]


def test_a_name_as_the_list_has_it_is_enough() -> None:
    names = Names(unit_list("某某市人民政府", "财政局", "甲区财政局"))
    assert names.meaning("财政局").unit == "财政局"


def test_two_units_of_one_name_are_both_proposed() -> None:
    names = Names(unit_list("甲区人民政府", "教育局|教体局", "体育局|教体局"))
    assert [one.unit for one in names.meaning("区教体局").candidates] == ["教育局", "体育局"]


def test_a_bracket_may_be_the_name_of_another_unit() -> None:
    names = Names(unit_list("甲区人民政府", "民政局", "民政局福利院"))
    assert names.meaning("民政局福利院").unit == "民政局福利院"
    said = names.meaning("民政局（福利院）")
    assert said.unit == ""
    assert {one.unit for one in said.candidates} == {"民政局", "民政局福利院"}
