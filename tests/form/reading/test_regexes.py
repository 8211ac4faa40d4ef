"""Patterns of an office's form: sound ones, and none that could run for hours."""

import re

from generator.form.reading.regexes import bad_patterns, why_not
from generator.pipeline.edition import forms
from tests.few import each
from tests.form.small import SMALL
from tests.forms import OLDER

SOUND = [
    "",
    "收案",
    "(?:收案|结案)*",
    "(?:共|共计)*+$",
    "[^，。]*收案[^，]{0,8}",
    r"^(?!.*申请)\d+件",
]
COUNTED = ["(.*,){12}x", "(?:a.{0,99}){99}", "(?:(?:a.*){3}){3}b"]
ENDLESS = [*COUNTED, "(a+)+b", "(a*)*b", "(a|aa)*b", r"(\w|\d)+x", "(?:a{1,3})*b", "(?:x?a|a)*b"]


@each("pattern", SOUND)
def test_what_offices_write_is_sound(pattern: str) -> None:
    assert why_not(pattern) == ""


@each("pattern", ENDLESS)
def test_what_could_run_for_hours_is_refused(pattern: str) -> None:
    assert "算很久" in why_not(pattern)


def test_what_does_not_compile_is_refused() -> None:
    assert why_not("(收案") == "正则表达式不对：第 1 个字符处，左括号没有右括号"
    assert why_not("[收案") == "正则表达式不对：第 1 个字符处，方括号没有关上"
    assert "(?<=…)" in why_not("(?<=共*)收案")
    assert "最多" in why_not("收" * 30_000)
    assert "一连" in why_not("a*b*c*d*e*f*g*h")


def test_what_is_let_through_comes_to_an_end() -> None:
    text = "a" * 60 + "共" * 60
    for pattern in SOUND:  # with one of the others it would be years
        re.search(pattern, text)


def test_the_patterns_of_a_whole_form_are_looked_at() -> None:
    for form in (*forms(), OLDER):  # an office may begin with a copy of one
        assert [*bad_patterns(form, ())] == []
    rule = SMALL.rules[0]._replace(words=())
    assert [*bad_patterns(rule, ("rules", 0))] == []
    from generator.form.rules import Words

    wrong = rule._replace(words=(Words("收案", "(a+)+"),))
    [found] = bad_patterns(wrong, ("rules", 0))
    assert found.steps == ("rules", 0, "words", 0, "pattern")
