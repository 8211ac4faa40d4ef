"""For a font that is not here, the one that looks most like it."""

from generator.formats.libreoffice.relatives import relative


def test_the_most_alike_of_those_that_are_here_is_taken() -> None:
    assert relative("仿宋_GB2312", {"仿宋", "宋体"}) == "仿宋"
    assert relative("仿宋_GB2312", {"宋体"}) == "宋体"
    assert relative("FangSong_gb2312", {"仿宋_gb2312"}) == "仿宋_GB2312"


def test_it_is_never_the_font_itself_nor_one_of_another_kind() -> None:
    assert relative("黑体", {"黑体", "宋体"}) is None
    assert relative("黑体", {"simhei"}) == "SimHei"


def test_a_font_that_nobody_knows_has_none() -> None:
    assert relative("某某手写体", {"宋体"}) is None
