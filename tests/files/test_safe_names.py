"""File names that Windows takes as well."""

import pytest

from generator.files.safe_names import safe_names, safe_stem


@pytest.mark.parametrize(
    ("called", "stem"),
    [
        ("某某区民政局", "某某区民政局"),
        ("民政局（区老龄办）", "民政局（区老龄办）"),
        ('甲/乙\\丙:丁*戊?己"庚<辛>壬|', "甲／乙＼丙：丁＊戊？己＂庚＜辛＞壬｜"),
        (" 某局. ", "某局"),
        ("某\n局\u202e\x00", "某局"),
        ("CON", "_CON"),
        ("com1.局", "_com1.局"),
        ("..", "~c2d2b0d3"),
    ],
)
def test_what_windows_does_not_take_is_put_otherwise(called: str, stem: str) -> None:
    assert safe_stem(called).partition("~")[0] == stem.partition("~")[0]
    assert bool(safe_stem(called))


def test_long_names_are_cut_and_stay_different() -> None:
    names = safe_names(["长" * 200 + "甲", "长" * 200 + "乙"], ".docx")
    assert len(set(names.values())) == 2
    assert all(len(name.encode()) <= 255 for name in names.values())


def test_names_that_only_people_tell_apart_stay_different() -> None:
    called = ["甲/乙局", "甲／乙局", "A局", "a局", "丙局"]
    names = safe_names(called, ".docx")
    assert len({name.casefold() for name in names.values()}) == len(called)
    assert names["丙局"] == "丙局.docx"
    assert names["甲/乙局"].startswith("甲／乙局~")


def test_a_thing_named_twice_has_one_name() -> None:
    assert safe_names(["某局", "某局"], ".docx") == {"某局": "某局.docx"}
