import pytest

from generator.model.collection.owners.places import Reading, home_of, leading_places
from tests.few import each

PLACES = {
    "上海市长宁区人民政府": ("上海市", "长宁区"),
    "广州市花都区人力资源和社会保障局": ("广州市", "花都区"),
    "内蒙古自治区呼和浩特市玉泉区民政局": ("内蒙古自治区", "呼和浩特市", "玉泉区"),
    "新疆维吾尔自治区昌吉回族自治州奇台县": ("新疆维吾尔自治区", "昌吉回族自治州", "奇台县"),
    "积石山保安族东乡族撒拉族自治县财政局": ("积石山保安族东乡族撒拉族自治县",),
    "苏州市昆山市花桥镇人民政府": ("苏州市", "昆山市", "花桥镇"),
    "景德镇市珠山区民政局": ("景德镇市", "珠山区"),
    "镇江市京口区": ("镇江市", "京口区"),
    "新乡市红旗区": ("新乡市", "红旗区"),
    "无锡市锡山区安镇街道": ("无锡市", "锡山区", "安镇街道"),
    "沙市区教育局": ("沙市区",),
    "津市市财政局": ("津市市",),
    "上海市市场监督管理局": ("上海市",),
    "某某经济技术开发区财政局": ("某某经济技术开发区",),
    "某某市城市管理局": ("某某市",),
    "某某区社区建设办公室": ("某某区",),
    "甲县乡村振兴局": ("甲县",),
    "某某市住房和城乡建设局": ("某某市",),
    "某某市政府办公室": ("某某市",),
    "市场监督管理局": (),
    "城乡建设局": (),
    "区民政局": (),
    "财政局": (),
}


@each("name, places", PLACES.items())
def test_places_at_the_beginning_of_a_name_are_told_from_the_name(
    name: str, places: tuple[str, ...]
) -> None:
    assert leading_places(name) == places


@pytest.mark.parametrize(
    ("organ", "units", "places"),
    [
        ("上海市长宁区人民政府", ("民政局",), ("上海市", "长宁区")),
        ("长宁区人民政府", ("上海市长宁区民政局", "区教育局"), ("上海市", "长宁区")),
        ("", ("甲县民政局", "甲县教育局"), ("甲县",)),
        ("", ("甲县民政局", "乙县教育局"), ()),
        ("", ("甲县民政局",), ()),
        ("", ("甲县民政局", "教育局"), ()),
    ],
)
def test_the_place_of_a_list_is_what_its_collector_or_all_its_units_name(
    organ: str, units: tuple[str, ...], places: tuple[str, ...]
) -> None:
    assert home_of(organ, units).places == places


def test_a_place_lies_in_the_larger_one_that_nearly_all_files_name() -> None:
    said = ["南京市鼓楼区教育局"] * 3
    assert home_of("鼓楼区人民政府", (), [*said, "徐州市鼓楼区民政局"]).places[0] == "南京市"
    divided = home_of("鼓楼区人民政府", (), [*said, *["徐州市鼓楼区民政局"] * 3])
    assert divided.places == ("鼓楼区",)
    assert divided.readings("南京市鼓楼区教育局") == [Reading("南京市鼓楼区教育局", placed=False)]


def test_what_is_no_full_name_of_the_place_is_read_both_ways() -> None:
    home = home_of("某某市人民政府", ())
    assert [one.rest for one in home.readings("市场监管局")] == ["场监管局", "市场监管局"]
    assert [one.rest for one in home.readings("某某市市场监管局")] == ["市场监管局"]
