"""Where the organ's name goes on in the next line of a title: between words, in even lines.

GB/T 9704—2012, 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当，应当使用梯形或菱形。
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from generator.form.pattern import Pattern

_LONGEST = 20
"""Characters of 二号 (22 pt) that a line of 156 mm holds."""
_SHORTEST = 3
"""A line of fewer looks left over."""
_MOST_LINES = 3
_NAME = Pattern(r"[\u4e00-\u9fff（）〇]+")
_WORDS = Pattern(
    r"市场|市政|市容|市民|城市|城镇|城乡|乡镇|乡村|区域|社区|联盟|省级|县域|街道办事处|政府信息"
    r"|(自治区|自治州|自治县|自治旗|地区|新区|[省市州盟区县旗镇乡]|街道|办事处|人民政府|委员会|[局厅])"
)
"""Words that a line may end with; those before the bar only contain one."""
_JOINING = Pattern(r"(?<=..)(?:[和与及]|工作)(?=..)")


def title_lines(name: str) -> list[str]:
    """Return an organ's name in as few lines as it needs, each of whole words where they are known.

    One that fits a line, is not Chinese throughout or too long for a title stays in one piece.
    """
    if not _LONGEST < len(name) <= _LONGEST * _MOST_LINES or not _NAME.fullmatch(name):
        return [name]
    ends = {found.end() for found in _WORDS.finditer(name) if found[1]}
    ends |= {found.start() for found in _JOINING.finditer(name)}
    for places in (sorted(ends), range(1, len(name))):
        for count in range(2, _MOST_LINES + 1):
            fitting = list(_fitting(name, places, count))
            if fitting:
                return min(fitting, key=lambda lines: max(map(len, lines)))
    return [name]


def _fitting(name: str, places: Sequence[int], count: int) -> Iterator[list[str]]:
    """Yield the ways to lay a name out in so many lines."""
    for chosen in combinations(places, count - 1):
        cuts = (0, *chosen, len(name))
        lines = [name[start:end] for start, end in pairwise(cuts)]
        if all(_SHORTEST <= len(line) <= _LONGEST for line in lines):
            yield lines
