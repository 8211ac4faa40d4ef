"""A name of an organ taken apart: its own name, and what it is called beside that.

民政局（区老龄办）, 民政局、区老龄办 and 民政局加挂区老龄办牌子 each say two names of one organ;
（盖章） says nothing, and （东校区） says which of two.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.form.labels import label_key
from generator.form.pattern import Pattern
from generator.model.typed_input.unseen_signs import without_unseen

_BRACKETED = Pattern(r"[(\[{〔【〈<]([^)\]}〕】〉>]*)[)\]}〕】〉>]?")
_HUNG = Pattern(r"(?:并|同时)?(?:加|增)?挂(?![职靠号钩销案图])(.{3,})$")
_BOARD = Pattern(r"(?:并|同时)?(?:加|增)?挂(?![职靠号钩销案图])|(?:的?牌子|的)$")
_BETWEEN = Pattern(r"[、,，;；/|\\+&]|(?<=[局委办会])(?:暨|兼)")
_SIGNS = Pattern(r"[\W_]+")
_SAYS_NOTHING = Pattern(
    r"(?:单位)?(?:本级|机关|机关本级|公章|盖章|章|汇总|全称|签章|印章|代章)|不?含下属单位|.*牌子"
)
_FORMERLY = Pattern(r"^(?:原名?|曾用名|现名?|以下简称|简称|又称|又名|也称|即)(?:为|是|叫|:)?")
_ORGAN = Pattern(r".+(?:局|委|委员会|办|办公室|厅|管委会)")
_OUTER = Pattern(r"^(?:中国共产党|中共|国家税务总局)")
_ITSELF = Pattern(r"(?:机关)?本级$")

_ONE_WORD = (
    ("居民委员会", "居委会"),
    ("村民委员会", "村委会"),
    ("社区居委会", "社区"),
    ("人民政府", "政府"),
)
"""The same in more and in fewer words, whatever the organ."""
_TAILS = (
    (Pattern(r"^政府(?=.+[镇乡]$|.+街道)"), ""),
    (Pattern(r"(?<=.)街办$"), "街道"),
    (Pattern(r"(?:(?<=^)|(?<=街道))(?:办事处|办)$"), ""),
    (Pattern(r"(?:(?<=^)|(?<=.[镇乡县区市旗]))(?:政府|管委会|管理委员会)$"), ""),
    (Pattern(r"(?<=.[城港园岛湖山])管理委员会$"), "管委会"),
)
"""A place and what governs it are one unit: 某某镇 and 某某镇人民政府; so is 人民政府 alone, and a
street office may have that of its district before its name."""
_JOINED = Pattern(r"(?<=..)[和与及](?=..+(?:局|委|委员会|办公室|厅)$)")


class Spelled(NamedTuple):
    """A name taken apart; nothing of it has spaces, or tells widths of characters apart."""

    written: str
    """As it is written, with brackets and signs."""
    whole: str
    """All of it without those."""
    main: str
    """What stands first, outside brackets."""
    beside: tuple[str, ...] = ()
    """Further names of organs that it gives."""
    unclear: tuple[str, ...] = ()
    """What stands in brackets and may say which of several is meant."""


@lru_cache(maxsize=20_000)
def spelled(name: str) -> Spelled:
    """Take a name apart."""
    key = label_key(without_unseen(name)).lower()
    beside: list[str] = []
    unclear: list[str] = []
    for inside in _BRACKETED.findall(key):
        names = [_FORMERLY.sub("", _BOARD.sub("", part)) for part in _BETWEEN.split(inside)]
        if not _SAYS_NOTHING.fullmatch(inside):
            unclear += [_plain(one) for one in names if not _ORGAN.fullmatch(one)]
        beside += [_plain(one) for one in names if _ORGAN.fullmatch(one)]
    outside = _BRACKETED.sub("", key)
    hung = _HUNG.search(outside)
    if hung:
        outside = outside[: hung.start()]
        beside += [_plain(_BOARD.sub("", one)) for one in _BETWEEN.split(hung[1])]
    first, *others = [one for one in map(_plain, _BETWEEN.split(outside)) if one] or [""]
    main = _ITSELF.sub("", first) or first
    several = dict.fromkeys([*others, *beside])
    return Spelled(key, _plain(key), main, tuple(several), tuple(filter(None, unclear)))


def one_way(key: str) -> str:
    """Return a name, its place left out, as all ways to write it: 街道办事处 as 街道."""
    for long, short in _ONE_WORD:
        key = key.replace(long, short)
    for tail, put in _TAILS:
        key = tail.sub(put, key)
    return _JOINED.sub("", key)


def former(name: str) -> Iterator[str]:
    """Yield a further name of a list as it is, and without 原 or 曾用名 before it."""
    yield name
    plain = unicodedata.normalize("NFKC", name).strip()
    if (bare := _FORMERLY.sub("", plain)) != plain:
        yield bare


def _plain(text: str) -> str:
    return _OUTER.sub("", _SIGNS.sub("", text))
