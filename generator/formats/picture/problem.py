"""Why a picture cannot be printed."""


class PictureProblem(Exception):  # noqa: N818 - it is a problem of the picture, not of the program
    """A picture that cannot be printed: what is wrong with it, and what to do."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what = what
        """Follows the name of the picture: 是 HEIC 格式，……."""
        self.advice = advice


_AGAIN = "请用看图软件打开，另存为 PNG 或 JPEG；打不开的，请重新复制或下载一份"


def broken() -> PictureProblem:
    """Return that a picture cannot be decoded as a whole."""
    return PictureProblem("已经损坏，或者没有复制、下载完整", _AGAIN)


def unusual(what: str) -> PictureProblem:
    """Return that a picture is of a kind that Word shows otherwise, or not at all."""
    advice = "请用看图软件打开，另存为 PNG 或 JPEG"
    return PictureProblem(f"是{what}，Word 里显示不了或显示得不一样", advice)
