"""How large a picture may be: far above any photograph, far below what would exhaust a machine."""

from generator.formats.picture.problem import PictureProblem, broken

LARGEST = 20 * 1024 * 1024
"""Bytes of a picture's file."""
_MOST_PIXELS = 100_000_000
_MOST_UNEQUAL = 20
_SMALLER = "请用看图软件打开，改小尺寸（宽 2000 像素就够印满一页），再另存为 JPEG"


def must_be_of_a_size(length: int) -> None:
    """Refuse a file of so many bytes where no picture of a report is as large."""
    if length > LARGEST:
        raise PictureProblem(f"超过 {LARGEST // 1024 // 1024} MB，没有打开", _SMALLER)


def must_be_of_a_shape(width: int, height: int) -> None:
    """Refuse a picture of so many pixels where it cannot be printed, or nothing would be seen."""
    if width * height > _MOST_PIXELS:
        raise too_many_pixels()
    if min(width, height) < 1:
        raise broken()
    if width == height == 1:
        raise PictureProblem("只有 1 个像素，看不出内容", "请换成要印的图片")
    if max(width, height) > _MOST_UNEQUAL * min(width, height):
        raise PictureProblem(
            f"宽 {width}、高 {height} 像素，太窄长，印出来看不清",
            f"请裁成长不超过宽 {_MOST_UNEQUAL} 倍的，或者分成几张",
        )


def too_many_pixels() -> PictureProblem:
    """Return that a picture has more pixels than can be decoded safely."""
    return PictureProblem("超过 1 亿像素，没有打开", _SMALLER)
