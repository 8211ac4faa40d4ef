"""Likeness of texts."""

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.text.similarity import RUN, bare, runs, shared, words
from tests.forms import WORDINGS

TEXT = "在门户网站首页增设专题，把群众问得最多的事情写成一问一答，由业务科室逐条核对后发布。"


def share(one: str, other: str) -> float:
    return shared(bare(one, WORDINGS), runs(bare(other, WORDINGS))).share


def test_a_text_is_wholly_like_itself_and_not_at_all_like_another() -> None:
    assert share(TEXT, TEXT) == 1
    assert (
        share(TEXT, "组织科室互评公开目录，评出的缺项列入下季度计划，由办公室跟踪到补齐为止。") == 0
    )


def test_signs_spaces_and_years_make_no_difference() -> None:
    assert share(f"2024 年，{TEXT}", f"2023年{TEXT.replace('，', ',')}") == 1
    assert words("二〇二三年，甲、乙。") == words("2024 年：甲乙")


def test_an_agreement_shorter_than_a_run_does_not_count() -> None:
    assert share(TEXT[: RUN - 2] + "甲乙丙丁戊己庚辛壬癸", TEXT) == 0


def test_documents_and_the_organ_s_name_are_left_out() -> None:
    text = "根据《某某市政府信息公开工作管理暂行办法》，由某某市某某区人力资源和社会保障局编制"
    assert bare(text, WORDINGS, ["某某市某某区人力资源和社会保障局"]).split("\n") == [
        "根据",
        "由",
        "编制",
    ]


@given(st.text(alphabet="甲乙丙丁，。0123456789年《》〔〕（）\n ", max_size=120))
def test_any_text_can_be_compared_with_any_other(text: str) -> None:
    one = shared(bare(text, WORDINGS), runs(bare(text, WORDINGS)))
    assert 0 <= one.copied <= one.compared
    assert one.copied == sum(
        len(part) for part in bare(text, WORDINGS).split("\n") if len(part) >= RUN
    )
