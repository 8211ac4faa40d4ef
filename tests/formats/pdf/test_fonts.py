from pathlib import Path

import pytest

from generator.formats.pdf.fonts import FANG, Role, Use, fonts_to_use
from tests.formats.pdf.fonts import install


def body(folder: Path) -> Use:
    return next(use for use in fonts_to_use((folder,)).uses if use.role is Role.BODY)


def test_without_any_font_ours_stand_in_for_each() -> None:
    fonts = fonts_to_use(())
    assert {use.role for use in fonts.stand_ins} == set(Role)
    assert all(use.face.file.exists() for use in fonts.uses)


def test_the_font_of_official_documents_goes_first(tmp_path: Path) -> None:
    install(tmp_path, "仿宋", "字")
    install(tmp_path / "more", "仿宋_GB2312", "字")
    assert body(tmp_path).face.name == "仿宋_GB2312"
    assert not body(tmp_path).stands_in


def test_a_like_one_stands_in_before_ours(tmp_path: Path) -> None:
    install(tmp_path, "仿宋", "字")
    assert (body(tmp_path).face.name, body(tmp_path).stands_in) == ("仿宋", True)


@pytest.mark.parametrize("fs_type", [0, 4, 8, 0x0100 | 8])
def test_a_font_is_embedded_where_it_may_be(tmp_path: Path, fs_type: int) -> None:
    install(tmp_path, "仿宋_GB2312", "字", fs_type)
    assert not body(tmp_path).stands_in


@pytest.mark.parametrize("fs_type", [2, 0x0200])
def test_a_font_that_may_not_be_embedded_is_not(tmp_path: Path, fs_type: int) -> None:
    install(tmp_path, "仿宋_GB2312", "字", fs_type)
    use = body(tmp_path)
    assert (use.face, use.stands_in, use.barred) == (FANG, True, True)
    assert fonts_to_use((tmp_path,)).others == ()


def test_what_is_no_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "broken.ttc").write_bytes(b"ttcf\0\1\0\0\0\0\0\1")
    assert body(tmp_path).face == FANG
