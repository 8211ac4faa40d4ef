"""Fonts that look like those of official documents, for a computer that lacks these."""

from collections.abc import Collection, Iterator

_SONG = (
    *("宋体", "SimSun", "新宋体", "NSimSun", "华文宋体", "STSong", "方正书宋_GBK"),
    *("思源宋体", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "AR PL SungtiL GB"),
)
_FAMILIES = (
    (
        *("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
        *("华文中宋", "STZhongsong"),
        *_SONG,
    ),
    (
        *("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong"),
        *("方正仿宋_GBK", "方正仿宋简体", "FandolFang"),
        *_SONG,
    ),
    (
        *("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti"),
        *("方正楷体_GBK", "方正楷体简体", "AR PL KaitiM GB"),
        *_SONG,
    ),
    _SONG,
    (
        *("黑体", "SimHei", "华文黑体", "STHeiti", "方正黑体_GBK"),
        *("思源黑体", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC"),
        *("微软雅黑", "Microsoft YaHei", "文泉驿正黑", "WenQuanYi Zen Hei"),
    ),
)
"""Each with those that look like its first, the most alike first."""


def relative(name: str, installed: Collection[str]) -> str | None:
    """Return the font that looks most like one, of those that are installed, by folded names."""
    return next((one for one in _alike(name.casefold()) if one.casefold() in installed), None)


def _alike(name: str) -> Iterator[str]:
    """Yield the fonts of the first family that a font is of."""
    for family in _FAMILIES:
        if name in [one.casefold() for one in family]:
            yield from (one for one in family if one.casefold() != name)
            return
