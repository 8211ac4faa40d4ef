import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.form.needed_words import needed_words
from generator.form.pattern import Pattern
from tests.forms import FORM
from tests.paths import ROOT

SENTENCES = ROOT / "tests" / "evaluation" / "sentences.json"
SIGNS = "甲乙丙丁"
TEXTS = st.text(SIGNS, max_size=8)


def _in_a_group(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3).map("".join)
    alternatives = st.lists(several, min_size=1, max_size=3).map("|".join)
    how_often = st.sampled_from(("", "", "?", "*", "+", "{2}", "{0,1}", "{1,2}", "??", "*?"))
    group = st.builds("({}){}".format, alternatives, how_often)
    unnamed = st.builds("(?:{}){}".format, alternatives, how_often)
    around = st.builds("({}{})".format, st.sampled_from(("?=", "?!")), alternatives)
    before = st.builds("({}{})".format, st.sampled_from(("?<=", "?<!")), st.sampled_from(SIGNS))
    return st.one_of(group, unnamed, around, before)


def _patterns() -> st.SearchStrategy[str]:
    word = st.text(SIGNS, min_size=1, max_size=3)
    few = st.text(SIGNS, min_size=1, max_size=2)
    one = st.one_of(
        word,
        st.builds("{}{}".format, word, st.sampled_from("?*+")),
        st.builds("[{}]".format, few),
        st.builds("[^{}]{}".format, few, st.sampled_from(("", "*", "{0,2}"))),
        st.sampled_from((".", "^", "$", r"\b", r"\w", "[一-龥]", "")),
    )
    inner = st.recursive(one, _in_a_group, max_leaves=8)
    return st.lists(st.lists(inner, max_size=3).map("".join), min_size=1, max_size=3).map("|".join)


@settings(max_examples=25)
@given(_patterns(), TEXTS)
def test_it_finds_what_a_compiled_expression_does(pattern: str, text: str) -> None:
    usual = re.compile(pattern)
    waiting = [Pattern(pattern) for _ in range(7)]
    assert [_spans(Pattern(pattern).search(text)), _spans(waiting[0].match(text))] == [
        _spans(usual.search(text)),
        _spans(usual.match(text)),
    ]
    assert _spans(waiting[1].fullmatch(text)) == _spans(usual.fullmatch(text))
    assert list(map(_spans, waiting[2].finditer(text))) == list(map(_spans, usual.finditer(text)))
    assert waiting[3].findall(text) == usual.findall(text)
    assert waiting[4].sub("戊", text) == usual.sub("戊", text)
    assert waiting[5].split(text) == usual.split(text)
    assert _spans(waiting[6].search(text, 1)) == _spans(usual.search(text, 1))


def _spans(found: re.Match[str] | None) -> tuple[int, int] | None:
    return found and found.span()


def test_no_word_is_asked_for_that_an_offices_sentence_may_lack() -> None:
    patterns = set(_patterns_in(FORM.wordings))
    statements = json.loads(SENTENCES.read_text(encoding="utf-8"))["statements"]
    sentences = {part for each in statements[:80] for part in (each["true"], each["true"][:12])}
    assert len(patterns) > 100
    assert len(sentences) > 100
    for pattern in patterns:
        usual, needed = re.compile(pattern), needed_words(pattern)
        for text in sentences:
            assert needed.are_in(text) or not usual.search(text), pattern


def _patterns_in(wordings: object) -> Iterator[str]:
    if isinstance(wordings, str) and set(wordings) & set("|(["):
        yield wordings
    elif isinstance(wordings, tuple):
        for one in wordings:
            yield from _patterns_in(one)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("受理", "办理"),
        ("受理|答复", "收到"),
        ("未收到[^，。]{0,8}申请", "未收到复议"),
        ("(?:未|没有)(?:收到|接到)", "收到"),
        ("[件份]申请", "条申请"),
        ("申请{2}书", "申书"),
    ],
)
def test_a_text_without_its_words_needs_no_compiling(
    pattern: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Pattern(pattern)
    monkeypatch.setattr(re, "compile", None)
    assert waiting.search(text) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "甲|",
        "(?:甲)?",
        "甲*",
        "(?i:甲)",
        "(?P<a>[^乙])(?P=a)",
        "[一-龥]",
        r"\d",
        "甲{0,2}",
        "{0}",
    ],
)
def test_what_may_be_without_words_is_tried_on_every_text(pattern: str) -> None:
    assert needed_words(pattern).may_be_none


def test_with_flags_it_is_not_read_for_words() -> None:
    assert Pattern("a b # c", re.VERBOSE).search("ab")
    assert Pattern("MAIL", re.IGNORECASE).search("e-mail")


def test_it_stays_compiled() -> None:
    waiting = Pattern("申请")
    assert waiting.search("信息公开申请")
    assert waiting.search("信息公开") is None


def test_what_is_tried_often_is_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = Pattern("申请")
    compile_once = iter([re.compile("申请")])
    monkeypatch.setattr(re, "compile", lambda *_: next(compile_once))
    assert not any(waiting.search("答复") for _ in range(1000))
    assert not list(compile_once)
