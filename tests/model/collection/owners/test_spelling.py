from generator.model.collection.owners.spelling import former, one_way, spelled
from tests.few import each

TAKEN_APART = {
    "民政局（区老龄办）": ("民政局", ("区老龄办",), ()),
    "民政局(区老龄办": ("民政局", ("区老龄办",), ()),
    "区民政局、区老龄办": ("区民政局", ("区老龄办",), ()),
    "区文化和旅游局（加挂区文物局、区广播电视局牌子）": (
        "区文化和旅游局",
        ("区文物局", "区广播电视局"),
        (),
    ),
    "文旅局加挂文物局、广电局牌子": ("文旅局", ("文物局", "广电局"), ()),
    "民政局（原区老龄办）": ("民政局", ("区老龄办",), ()),
    "民政局【盖章】": ("民政局", (), ()),
    "民政局（本级）": ("民政局", (), ()),
    "教育局本级": ("教育局", (), ()),
    "第一小学（东校区）": ("第一小学", (), ("东校区",)),
    "中共某某区委组织部": ("某某区委组织部", (), ()),
    "国家税务总局某某区税务局": ("某某区税务局", (), ()),
    "\u200b民 政　局": ("民政局", (), ()),
    "（）": ("", (), ()),
}
ONE_WAY = {
    "虹桥街道办事处": "虹桥街道",
    "虹桥街道办": "虹桥街道",
    "华阳街办": "华阳街道",
    "政府虹桥街道办事处": "虹桥街道",
    "新泾镇人民政府": "新泾镇",
    "甲区政府": "甲区",
    "高新区管理委员会": "高新区",
    "人民政府": "",
    "人民政府办公室": "政府办公室",
    "住房和城乡建设局": "住房城乡建设局",
    "住房和城乡建设管理委员会": "住房城乡建设管理委员会",
    "和平镇": "和平镇",
    "仁和街道": "仁和街道",
    "太和中心学校": "太和中心学校",
}


@each("name, parts", TAKEN_APART.items())
def test_a_name_is_taken_apart_into_the_organs_that_it_names(
    name: str, parts: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    said = spelled(name)
    assert (said.main, said.beside, said.unclear) == parts


@each("name, way", ONE_WAY.items())
def test_the_ways_to_write_one_name_are_one(name: str, way: str) -> None:
    assert one_way(name) == way


def test_a_further_name_may_say_that_it_is_an_older_one() -> None:
    assert list(former("原区老龄办")) == ["原区老龄办", "区老龄办"]
    assert list(former("曾用名：旅游局")) == ["曾用名：旅游局", "旅游局"]
    assert list(former("旅游局")) == ["旅游局"]
