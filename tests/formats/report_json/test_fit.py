"""What does not fit a schema."""

import json
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.formats.report_json.fit import fit
from generator.formats.report_json.schema import schema_of
from generator.formats.report_json.writer import json_of
from tests.few import fewer
from tests.forms import FORM
from tests.samples import report

SCHEMA = schema_of(FORM)
VALIDATOR = Draft202012Validator(SCHEMA)


def usual() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_usual())
    return read


@cache
def _usual() -> bytes:
    return json_of(report(), FORM)


def with_few_figures() -> dict[str, Any]:
    """Return one that is soon looked through."""
    data = usual()
    kept = ("行政许可", "行政事业性收费", "本年新收")
    return {**data, "figures": {name: data["figures"][name] for name in kept}}


def told(data: object) -> list[str]:
    return [f"{'／'.join(misfit.path)} {misfit.message}" for misfit in fit(data, SCHEMA)[1]]


def test_a_report_fits_whole() -> None:
    assert fit(usual(), SCHEMA) == (usual(), [])
    VALIDATOR.validate(usual())


def test_everything_that_does_not_fit_is_told_and_left_out() -> None:
    data = usual()
    data["figure"] = {}
    data["entries"]["网址"] = ["a"]
    data["figures"]["行政许可"] = True
    data["parts"]["第一部分"]["paragraphs"] += ["文字", {"level": 1, "text": "甲"}]
    data["parts"]["第五部分"] = {"complete": True}
    data["headings"] = ["一、总体情况", 2]
    fitted, _ = fit(data, SCHEMA)
    assert told(data) == [
        "entries／网址 应为文字（不超过 32767 字）或null，写的是数组 […]",
        "figures／行政许可 应为整数、null、对象 {…}或文字（不超过 200 字），写的是 true",
        "parts／第一部分／paragraphs／第2项 应为对象 {…}，写的是“文字”",
        "parts／第一部分／paragraphs／第3项／level 应为0、2、3、4之一，写的是 1",
        "parts／第五部分 少了“paragraphs”",
        "figure 不是规定的名称，它的内容没有读",
        "headings／第2项 应为文字（不超过 32767 字），写的是 2",
    ]
    assert fitted["headings"] == ["一、总体情况"]
    assert "行政许可" not in fitted["figures"]


def test_a_misspelt_name_is_told_with_the_nearest() -> None:
    data = usual()
    data["figures"]["本年新收自然入"] = 1
    assert "“本年新收自然人”" in fit(data, SCHEMA)[1][0].advice


def test_very_many_misspelt_names_take_no_time() -> None:
    data = usual()
    data["figures"] |= {f"本年新收{number}": 1 for number in range(10_000)}
    assert len(fit(data, SCHEMA)[1]) == 10_000


def test_lists_and_texts_have_an_end() -> None:
    data = usual()
    data["headings"] = ["一"] * 20_001
    data["figures"]["行政许可"] = "9" * 201
    assert len(told(data)) == 2


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 5)
    | st.sampled_from([Decimal("1.0"), Decimal("2.0")])
    | st.text(max_size=5)
    | st.just("长" * 300),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["value", "note", "text", "paragraphs"]), inner, max_size=2
        )
    ),
    max_leaves=4,
)
PATHS = [
    ("schema",),
    ("entries",),
    ("entries", "年度"),
    ("figures", "行政许可"),
    ("figures", "行政事业性收费"),
    ("indicators", "甲"),
    ("parts", "开头"),
    ("parts", "开头", "paragraphs"),
    ("title",),
    ("marks",),
    ("other",),
]


@pytest.mark.parametrize("path", PATHS, ids="/".join)
@fewer(2)
@given(value=VALUES)
def test_it_agrees_with_the_standard(path: tuple[str, ...], value: object) -> None:
    data = with_few_figures()
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    fitted, misfits = fit(data, SCHEMA)
    assert VALIDATOR.is_valid(_plain(data)) == (not misfits)
    if fitted:
        VALIDATOR.validate(_plain(fitted))


def _plain(data: object) -> Any:
    return json.loads(json.dumps(data, default=float))
