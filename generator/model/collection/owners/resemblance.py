"""Whether one name may be another in fewer words: 人社局 for 人力资源和社会保障局.

It is only ever a proposal. What differs by a number, a place or the kind of organ is not proposed:
第一小学 is not 第二小学, and 民政局福利院 is not 民政局.
"""

from generator.form.pattern import Pattern

SHORTENED, WITHOUT_KIND, CONTAINED, MISTYPED, SCATTERED = 0.8, 0.6, 0.5, 0.5, 0.4
"""How likely it is: all characters of the one stand in the other in order, from the first on; it is
民政 for 民政局; one is a part of the other; one character is another; all characters of an office's
name stand in the other in order, but not from the first on: 建管委 for 住房和城乡建设管理委员会."""

_OFFICE = Pattern(r"(?:局|委员会|委|办公室|办|厅)$")
_KIND = Pattern(r"(?:局|委员会|委|办公室|办|厅|街道|镇|乡|区|县|市)$")
_NUMBER = Pattern(r"[零一二三四五六七八九十百〇\d]+")
_LEAST_PART = 2
"""Characters of a part by which it can be told."""
_LEAST_MISTYPED = 5
_ENDS = 3
"""So many last characters may end the shorter name of what is no office: 妇女联合会, 妇联."""
_LEVELS = frozenset("省市县区镇乡")
"""A place's kind, which alone says nothing: 区委."""


def resemblance(name: str, other: str) -> float:
    """Return how likely two names mean one organ, 0 to 1; both written one way, of one place."""
    if _numbers_differ(name, other):
        return 0.0
    offices = [_OFFICE.search(one) is not None for one in (name, other)]
    if offices[0] != offices[1]:
        return 0.0
    if offices[0]:
        stems = sorted((stem(name), stem(other)), key=len)
        scattered = len(stems[0]) >= _LEAST_PART and _in_order(*stems)
        return _of_stems(*stems) or (SCATTERED if scattered else 0.0)
    short, long = sorted((name.replace("第", ""), other.replace("第", "")), key=len)
    same_kind = short[-1:] in tuple(long[-_ENDS:])
    return _of_stems(short, long) if same_kind else 0.0


def without_kind(name: str) -> str:
    """Return what people write for short where they leave out what kind of organ it is."""
    short = _KIND.sub("", name)
    return short if len(short) >= _LEAST_PART else ""


def stem(name: str) -> str:
    """Return a name without what only says that it is an office."""
    return _OFFICE.sub("", name)


def _of_stems(short: str, long: str) -> float:
    if not short or short in _LEVELS:
        return 0.0
    if short[0] == long[0] and _in_order(short, long):
        return SHORTENED
    if len(short) >= _LEAST_PART and short in long:
        return CONTAINED
    differing = sum(a != b for a, b in zip(short, long, strict=False))
    if len(short) == len(long) >= _LEAST_MISTYPED and differing == 1:
        return MISTYPED
    return 0.0


def _in_order(short: str, long: str) -> bool:
    """Tell whether all characters of one stand in the other in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)


def _numbers_differ(name: str, other: str) -> bool:
    numbers = (_NUMBER.findall(name), _NUMBER.findall(other))
    return all(numbers) and numbers[0] != numbers[1]
