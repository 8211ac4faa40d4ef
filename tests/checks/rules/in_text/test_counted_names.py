"""Counted lists have as many names as they say."""

import pytest

from tests.checks.texts import found_in, told
from tests.samples import rules_of

COUNTED_NAMES = rules_of("X18")


@pytest.mark.parametrize(
    "text",
    [
        "公开局属3家事业（参公）单位（甲市执法大队、甲市仲裁院、甲市人才中心）的信息。",
        "设立就业创业、人事人才、劳动关系、社会保障 4 个板块。",
        "公开局属30家单位（执法大队、仲裁院等）的信息。",
        "对26个部门（单位、街道）开展培训。",
        "召开3个专题会议（含视频会议、现场会议）。",
    ],
)
def test_counted_names_that_are_all_there_are_not_reported(text: str) -> None:
    assert told(found_in(text, rules=COUNTED_NAMES)) == []


@pytest.mark.parametrize(
    "text",
    [
        "公开局属4家事业单位（甲市执法大队、甲市仲裁院、甲市人才中心）的信息。",
        "设立就业创业、人事人才、劳动关系、社会保障 5 个板块。",
        "建好5类平台（门户网站、政务新媒体、新闻发布会、12320卫生热线）。",
    ],
)
def test_counted_names_of_another_number_are(text: str) -> None:
    assert told(found_in(text, rules=COUNTED_NAMES)) == ["X18 提示"]
