"""How the parts of a report look, whether a style sheet says it or every part for itself."""

from enum import Enum

from generator.model.publication import Manner

FONTS = "仿宋_GB2312, 仿宋, FangSong, STFangsong, FangSong_GB2312, 'Noto Serif CJK SC', serif"
"""What the text and the charts are set in: the first that the reader has; none is fetched."""
_HEADINGS = "黑体, SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif"
_SUBHEADINGS = "楷体_GB2312, 楷体, KaiTi, STKaiti, 'Noto Serif CJK SC', serif"
_TITLE = "方正小标宋简体, 方正小标宋_GBK, 小标宋, STZhongsong, 'Noto Serif CJK SC', serif"

_CELL = "border: 1px solid; padding: 0.3em 0.4em; vertical-align: middle; overflow-wrap: break-word"
"""A number is not broken: its column is as wide as it is."""
_BODY = "margin: 0.4em 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere"
_HEADING = "line-height: 1.5; text-align: left; text-indent: 2em; overflow-wrap: anywhere"


class Look(Enum):
    """The look of a part, as CSS; nothing here has a colour, so that it suits every site."""

    REPORT = (
        f"max-width: 50em; margin: 0 auto; font-family: {FONTS}; font-size: 18px; line-height: 1.8"
    )
    TITLE = (
        f"margin: 0.8em 0 1.2em; font-family: {_TITLE}; font-size: 1.6em; font-weight: normal; "
        "line-height: 1.5; text-align: center; text-indent: 0; overflow-wrap: anywhere"
    )
    HEADING_2 = (
        f"margin: 1.2em 0 0.4em; font-family: {_HEADINGS}; font-size: 1.1em; font-weight: normal; "
        f"{_HEADING}"
    )
    HEADING_3 = (
        f"margin: 1em 0 0.4em; font-family: {_SUBHEADINGS}; font-size: 1.05em; "
        f"font-weight: bold; {_HEADING}"
    )
    HEADING_4 = f"margin: 0.8em 0 0.4em; font-size: 1em; font-weight: bold; {_HEADING}"
    BODY = _BODY
    NOTE = f"{_BODY}; font-size: 0.85em"
    CENTRED = "margin: 0.4em 0; text-align: center; text-indent: 0; overflow-wrap: anywhere"
    CLOSING = "width: fit-content; max-width: 90%; margin: 2em 4em 2em auto"
    """Signature and day of issue, centred above one another, four letters from the right."""
    CLOSING_LINE = "margin: 0.2em 0; text-align: center; text-indent: 0; overflow-wrap: anywhere"
    LINK = "word-break: break-all"
    """An address fills its line, and leaves no gaps in the one before."""
    TABLE_BOX = "position: relative; margin: 0.8em 0; overflow-x: auto"
    """What is wider than a phone is moved in a box of its own."""
    SMALL_TABLE_BOX = f"{TABLE_BOX}; break-inside: avoid"
    """One that is not cut in two when it is printed."""
    CHART_BOX = "position: relative; margin: 0; overflow-x: auto"
    TABLE = (
        "width: 100%; margin: 0; border-collapse: collapse; border: 1px solid; font-size: 0.8em; "
        "line-height: 1.5; text-indent: 0"
    )
    CAPTION = (
        f"padding: 0.3em; caption-side: top; font-family: {_HEADINGS}; font-size: 1.1em; "
        "font-weight: normal; text-align: center"
    )
    UNSEEN = (
        "display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; "
        "clip-path: inset(50%); white-space: nowrap"
    )
    """Only read aloud. Where a site takes that away, it stands above the table, as it may."""
    HEADER = f"{_CELL}; font-family: {_HEADINGS}; font-weight: normal; text-align: center"
    ROW_HEADER = f"{_CELL}; font-weight: normal; text-align: left"
    CELL = f"{_CELL}; text-align: center"
    FIGURE = "margin: 0.8em 0; text-align: center"
    FIGURE_CAPTION = "padding: 0.3em 0; font-size: 0.9em; text-align: center; text-indent: 0"
    SHOWN = "max-width: 100%; height: auto; vertical-align: middle"
    """A picture, or a chart that is small."""
    WIDE_CHART = "min-width: 480px; max-width: 100%; height: auto; vertical-align: middle"
    """Not so narrow that its letters cannot be read."""

    @property
    def css_class(self) -> str:
        """What it is called in the style sheet."""
        return self.name.lower().replace("_", "-")


LEVELS = {2: Look.HEADING_2, 3: Look.HEADING_3, 4: Look.HEADING_4}
MANNERS = {
    Manner.BODY: Look.BODY,
    Manner.NOTE: Look.NOTE,
    Manner.CENTRED: Look.CENTRED,
    Manner.SIGNATURE: Look.CLOSING_LINE,
    Manner.ISSUED: Look.CLOSING_LINE,
}
