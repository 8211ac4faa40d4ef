"""Fonts that are not here: what LibreOffice is told to take, and what people are told it took."""

from pathlib import Path

from generator.formats.pdf.installed import Face
from generator.manuscript.looks import CHINESE_FONT, LATIN_FONT, LineLook, Looks, Stretch
from generator.pipeline.publishing.fonts_like_word import fonts_wanted, replacements, stand_ins
from generator.pipeline.publishing.stand_ins import StandIn


def face(name: str, file: str, postscript: str, *, may_be_embedded: bool = True) -> Face:
    return Face(name, Path(file), 0, frozenset({name.casefold()}), may_be_embedded, postscript)


FANG = face("仿宋_GB2312", "fang.ttf", "FangSong_GB2312")
SONG, NEW_SONG = face("宋体", "song.ttc", "SimSun"), face("新宋体", "song.ttc", "NSimSun")
SANS = face("Noto Sans", "sans.otf", "NotoSans-Regular")
BARRED = face("方正小标宋简体", "fz.ttf", "FZXBSJW", may_be_embedded=False)


def looks(*words: Stretch) -> Looks:
    return Looks((LineLook({}, words),), (), (), {}, {})


def test_a_document_wants_the_fonts_of_its_letters_the_most_used_first() -> None:
    fonts = {CHINESE_FONT: "仿宋", LATIN_FONT: "Times New Roman"}
    found = looks(
        Stretch("公开 22", fonts), Stretch("一、", {CHINESE_FONT: "黑体"}), Stretch("！", None)
    )
    assert fonts_wanted(found) == ["仿宋", "Times New Roman", "黑体"]
    assert fonts_wanted(looks(Stretch("22", fonts))) == ["Times New Roman"]


def test_what_is_here_is_not_replaced() -> None:
    assert replacements(["仿宋_GB2312", "宋体"], [FANG, SONG]) == {}


def test_what_is_not_here_is_replaced_by_what_looks_like_it() -> None:
    assert replacements(["仿宋", "方正小标宋_GBK"], [FANG, SONG]) == {
        "仿宋": "仿宋_GB2312",
        "方正小标宋_GBK": "宋体",
    }


def test_what_may_not_be_embedded_is_replaced_too() -> None:
    assert replacements(["方正小标宋简体"], [BARRED, SONG]) == {"方正小标宋简体": "宋体"}


def test_what_looks_like_nothing_here_is_left_to_libreoffice() -> None:
    assert replacements(["黑体", "某某手写体"], [SONG]) == {}


def test_what_it_was_told_to_take_is_told_if_it_is_in_the_pdf() -> None:
    given = ["楷体_GB2312", "仿宋"], ["SimSun", "FangSong_GB2312"], [FANG, SONG]
    replaced = {"楷体_GB2312": "宋体", "仿宋": "仿宋_GB2312"}
    assert [one.used for one in stand_ins(*given, replaced)] == ["宋体", "仿宋_GB2312"]


def test_fonts_that_are_in_the_pdf_are_not_told() -> None:
    wanted, embedded = ["仿宋_GB2312", "宋体"], ["FangSong_GB2312", "SimSun"]
    assert [*stand_ins(wanted, embedded, [FANG, SONG], {})] == []


def test_a_font_that_is_not_here_is_told_with_those_that_are_in_its_place() -> None:
    found = [
        *stand_ins(["仿宋_GB2312", "宋体"], ["NotoSans-Regular-VKana", "SimSun"], [SONG, SANS], {})
    ]
    assert found == [StandIn("", "仿宋_GB2312", "Noto Sans", barred=False)]


def test_a_font_that_nobody_knows_is_told_by_the_name_in_the_pdf() -> None:
    assert [one.used for one in stand_ins(["仿宋_GB2312"], ["Unknown"], [], {})] == ["Unknown"]


def test_fonts_of_one_file_are_one() -> None:
    assert [*stand_ins(["新宋体"], ["SimSun"], [SONG, NEW_SONG], {})] == []


def test_a_font_that_may_not_be_embedded_is_told_so() -> None:
    (found,) = stand_ins(["方正小标宋简体"], ["NotoSans-Regular"], [BARRED], {})
    assert found.barred
