"""Characters and words that were typed twice."""

import re
from collections.abc import Iterator

from generator.form.pattern import Pattern

_DOUBLED = Pattern(
    r"的的(?!确|士)|了了(?!解|如|结|然|事)|是是(?!非)|局局(?!长|务|属|机|办)|被被|将将|及及(?!时|早)|并并|与与(?!会)|由由|已已|对对(?!口|标|照|象|外)"
)
_HAN = r"[^\W\d_A-Za-z]"
"""A Chinese character. The range 一-龥 takes Python a millisecond to compile, each time."""
_DOUBLED_WORD = Pattern(rf"(?P<word>{_HAN}{{2,4}})(?P=word)")
_OF_OF = Pattern(r"的(?:情况|现象|问题|行为|事项|工作)的(?:产生|发生|出现|开展|存在)")
_ET_CETERA = Pattern(
    rf"(?P<word>{_HAN}{{2}})上等(?P=word)|(?<!{_HAN})(?P<alone>{_HAN}{{2}})等(?P=alone)"
)
"""临时救助等救助 is how a kind is named after some of it; 许可等许可 is not."""
_REPEATED_OPENING = Pattern(rf"(?P<words>{_HAN}{{4}})(?P<first>[^，。；]{{0,60}})，(?P=words)")
_REPEATED_CLAUSE = Pattern(
    r"(?:^|(?<=[，；。]))(?P<clause>[^；。]{6,40}?)，(?P=clause)(?=[，。；]|$)"
)
_NATURAL_DOUBLES = (
    "年年",
    "人人",
    "一一",
    "层层",
    "步步",
    "件件",
    "家家",
    "户户",
    "天天",
    "时时",
    "处处",
)
_A_SLIP = 2
_NOT_HAN = Pattern(r"[\W\d_A-Za-z]")
_TWICE = Pattern(rf"(?P<one>{_HAN})(?P=one)")
_REDUPLICATED = frozenset(
    "人年月日天时刻家户村镇乡县处事样项条件次步层节代辈世种字句点滴丝个位座片一万千亿双对"
    "常往仅刚渐慢缓徐早久每逐纷频屡默明偏恰统通区稍略悄紧牢深满多大小少高好美细密足厚实稳真切"
    "勤兢孜谆循勃朗蒸欣津绵源滔看谈试说想讲听聊问查谢爸妈爷奶星宝整快匆急轻重远清白暖亮圆浩荡"
)
"""人人, 刚刚, 层层: what is said twice by custom."""
_BODIES = frozenset("省市区县旗乡镇村街局委办厅部处科院所站校系社会")
"""我市｜市场监管: what the name of one thing ends with and the next begins with."""
_ENDS_A_WORD = {
    "行": "进实执现施举推履银同运试暂先自另强通发平言旅流步飞航",
    "政": "行财民市党执廉新邮家施简参勤惠德优",
    "规": "法常违合正",
    "法": "依执司立普方办做合用宪看想违守学律",
    "公": "办",
    "信": "诚通来微短征",
    "复": "答回批恢修重反",
    "过": "通经超不透",
    "不": "",
    "主": "民自业为公",
    "申": "重",
}
"""By the first character of words of the form, those that make another word with it before them."""
_ONE_SIDE, _BEYOND = 4, 2
"""Characters that make words certain: on one side of a doubled one, and with one of the other."""
_ADDED_UP_TWICE = Pattern(
    r"(?<![公总])共(?:收到|受理|接收|收办|办理|答复|办结|公开|发布|召开|举办|开展|组织|印发|制定|作出|"
    r"编发|推送|解读|回应)[^，。；、\d共]{0,20}(?P<again>共)(?=\d)"
)


class KnownWords:
    """The words of a report and of its form; each is looked up once."""

    def __init__(self, report: str, form: str) -> None:
        self._all, self._form = f"{report}\n{form}", form
        self._counts: dict[str, int] = {}

    def count(self, words: str) -> int:
        """Return how often they stand anywhere."""
        if words not in self._counts:
            self._counts[words] = self._all.count(words)
        return self._counts[words]

    def are_the_forms(self, words: str) -> bool:
        """Tell whether the form itself has them."""
        return words in self._form


def typed_twice(text: str, known: KnownWords) -> Iterator[str]:
    """Yield what a plain sentence has twice by mistake.

    A character is, where with one of the two the words stand elsewhere in the report or in the
    form: 过程性性信息.
    """
    told: set[int] = set()
    for pattern in (_DOUBLED, _DOUBLED_WORD, _OF_OF, _ET_CETERA):
        for found in pattern.finditer(text):
            if pattern is _DOUBLED_WORD and _natural(found):
                continue
            told.update(range(*found.span()))
            yield found[0]
    for found in _REPEATED_CLAUSE.finditer(text):
        yield found["clause"]
    for found in _REPEATED_OPENING.finditer(_without_quotes(text)):
        if _is_slip(text, found):
            yield found["words"]
    for found in _TWICE.finditer(text):
        if found.start() not in told and _one_is_enough(found, known):
            yield found[0]
    for found in _ADDED_UP_TWICE.finditer(text):
        yield found[0]


def _one_is_enough(found: re.Match[str], known: KnownWords) -> bool:
    """Tell whether words are known that have one of two same characters."""
    one, text, most = found["one"], found.string, _ONE_SIDE - 1
    before = _NOT_HAN.split(text[max(0, found.start() - most) : found.start()])[-1]
    after = _NOT_HAN.split(text[found.end() : found.end() + most])[0]
    beside = (before[-2:], after[:2])
    if one in _REDUPLICATED or any(len(two) > 1 and two[0] == two[1] for two in beside):
        return False
    windows = (
        before[-left:] + one + after[:right]
        for left, right in ((_BEYOND, 1), (1, _BEYOND))
        if len(before) >= left and len(after) >= right
    )
    if any(known.count(words) for words in windows):
        return True
    begins, ends = one + after, before + one
    if len(begins) == _ONE_SIDE and one not in _BODIES:
        if before:
            alone = before[-1] not in _ENDS_A_WORD.get(one, before[-1])
            return alone and known.are_the_forms(begins)
        in_figures = text[max(0, found.start() - 1) : found.start()].isdigit()
        return not in_figures and known.count(begins) > known.count(one + begins)
    if after or len(ends) < _ONE_SIDE:
        return False
    return known.count(ends) > known.count(ends + one)


def _natural(found: re.Match[str]) -> bool:
    """Tell whether a doubled word is how it is written: 一次次, 信息公开公开栏."""
    word = found["word"]
    if word in ("政府", "公开", "信息", "行政"):  # 县政府｜政府信息, 信息公开｜公开栏
        return True
    return word in _NATURAL_DOUBLES or len(set(word)) == 1 or "一" in word or word[:2] in ("常态",)


def _without_quotes(text: str) -> str:
    return re.sub(r"“[^”]*”", "", text)


def _is_slip(text: str, found: re.Match[str]) -> bool:
    """Tell a slip from parallel prose, which repeats a verb alone or more than twice."""
    words = found["words"]
    if text.count(words) > _A_SLIP or words.startswith(
        ("进一步", "不断", "持续", "切实", "积极", "深入", "坚持")
    ):
        return False
    return found["first"].startswith(("《", "了《")) or not found["first"]
