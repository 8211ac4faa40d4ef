import pytest

from generator.formats.picture.bare_gif import bare_gif
from generator.formats.picture.problem import PictureProblem
from tests.formats.picture.drawn import drawn, saved


def test_a_still_one_keeps_its_very_bytes() -> None:
    still = saved(drawn("P"), "GIF", transparency=0)
    assert bare_gif(still).content == still


def test_comments_and_the_pictures_after_the_first_go() -> None:
    frames = [drawn("L").convert("P"), drawn("P").rotate(90)]
    how = {"save_all": True, "append_images": frames, "duration": 100, "loop": 0}
    moving = saved(drawn("P"), "GIF", comment=b"Zhang San", **how)
    left = bare_gif(moving + b"THUMBNAIL").content
    assert len(left) < len(moving) / 2
    assert b"Zhang San" in moving
    assert b"Zhang San" not in left
    assert b"NETSCAPE" not in left


def test_one_that_ends_within_its_first_picture_is_told() -> None:
    still = saved(drawn("P"), "GIF")
    frame = still.index(b",", 13)
    no_frame = still[:frame] + b"?" + still[frame + 1 :]
    for broken in (still[:-4], still[:100], still[:8], no_frame):
        with pytest.raises(PictureProblem, match="损坏"):
            bare_gif(broken)
