"""Numbers with their units in Chinese sentences: 34件, 3,278件, 18万余条, 十二封, 58.5%."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.form.pattern import Pattern

_LONGEST = 2_000  # characters; nobody writes longer sentences, and rules take all numbers together
_SENTENCES = Pattern(rf"[^。！？!?\n]{{1,{_LONGEST}}}[。！？!?]?")
_HALF_WIDTH_STOP = Pattern(r"(?<=[^\W\da-zA-Z_]|）)\.(?=[^\w.,]|[^\W\da-zA-Z_]|$)")
_FINAL_STOP = Pattern(r"(?<=[^\W\da-zA-Z_]|）)\.$")
_SPACES = Pattern(r"\s+")
_TO_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_PUNCTUATION = Pattern(r"(?<!\d),|,(?!\d{3}(?!\d))|[;()]|:(?!//|\d)")
_DIGITS = str.maketrans("０１２３４５６７８９．％﹪", "0123456789.%%")

UNITS = (
    *("个百分点", "万元", "亿元", "元", "件次", "人次", "篇次", "场次", "期次", "条次"),
    *("件", "条", "份", "封", "宗", "起", "例", "篇", "期", "场", "个", "家", "项", "部", "册"),
    *("则", "批", "次", "人", "户", "名", "类", "种", "所", "处", "大", "%"),
)
MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
"""What the units of money are in 元."""
_DIGIT_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?"
_CHINESE_NUMBER = r"[零〇一二两三四五六七八九十百千]{1,12}"
_QUANTITY = Pattern(
    rf"(?<![第每逐同某这那哪任\d.〔\[-])(?!一起(?!案|申|政|行|复|诉))(?:(?P<digits>{_DIGIT_NUMBER})|(?P<chinese>{_CHINESE_NUMBER}))"
    rf"(?P<scale>(?:[万亿](?!元))?)(?P<about>[余多]?)(?P<late>(?:[万亿](?!元))?)(?P<unit>{'|'.join(UNITS)})"
)
_BRACKETED = Pattern(r"（[^（）]*）")
_BREAK = Pattern(r"[，；：。（）]")
_AROUND = Pattern(r"(?:近|约|超过?|逾|至少|不足|不少于|上)$")
_SEVERAL = "数"  # before ten or a hundred; 办结数110件 is exact
_CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
_TOO_LARGE = 10**15
_NEAR = 300  # characters in which the words around a number are looked for
_NO_COUNT_IN_CHINESE = {"大", "类", "种", "个", "项", "次", "期", "部", "处", "名", "所", "批"}


@dataclass(frozen=True, eq=False)
class Quantity:
    """A number with its unit, and the words around it in its sentence; equal only to itself."""

    value: Decimal
    unit: str
    start: int
    end: int
    about: bool
    """Whether it is said to be approximate: 余, 多, 近, 约."""
    digits: int
    """Decimals that it is printed with."""
    before: str
    """The words since the last number, comma, semicolon, colon or bracket."""
    after: str
    """The words up to the next one of these."""
    chinese: bool = False


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text as they were typed, end marks included."""
    for found in _SENTENCES.finditer(_HALF_WIDTH_STOP.sub(".\n", text)):
        if found[0].strip():
            yield found[0].strip()


def plain(sentence: str) -> str:
    """Return a sentence without spaces, its digits half-width, its punctuation full-width."""
    text = _FINAL_STOP.sub("。", _SPACES.sub("", sentence).translate(_DIGITS))
    return _PUNCTUATION.sub(lambda found: _TO_FULL_WIDTH[found[0]], text)


def quantities(sentence: str) -> list[Quantity]:
    """Return the quantities of a plain sentence, in order."""
    found = [
        match
        for match in _QUANTITY.finditer(sentence)
        if not (match["chinese"] and match["unit"] in _NO_COUNT_IN_CHINESE)
        and not _in_quotes(sentence, match.start())
    ]
    found = [match for match in found if not (match["scale"] and match["late"])]
    starts = [*(match.start() for match in found), len(sentence)]
    read = [_quantity(sentence, match, starts[index + 1]) for index, match in enumerate(found)]
    return [quantity for quantity in read if quantity.value < _TOO_LARGE]


def _in_quotes(sentence: str, at: int) -> bool:
    """Tell whether a number stands in a slogan or a title: “办结一件申请、解决一个问题”."""
    before = sentence[max(0, at - _NEAR) : at]
    return before.count("“") > before.count("”") or before.count("《") > before.count("》")


def _quantity(sentence: str, match: re.Match[str], until: int) -> Quantity:
    near = sentence[max(0, match.start() - _NEAR) : match.start()]
    bare = _BRACKETED.sub("", near)
    bare = _BREAK.split(_BRACKETED.sub("", bare))[-1]
    before = _QUANTITY.split(bare)[-1].lstrip("、") if _QUANTITY.search(bare) else bare
    if not before and bare == "" and near.endswith("（"):
        before = _BREAK.split(_BRACKETED.sub("", near[:-1]))[-1].lstrip("、")
        before = "" if _QUANTITY.search(before) else before
    if before.endswith("、"):  # 3件维持、1件纠正: what stands before it is of the number before
        before = ""
    rest = sentence[match.end() : until]
    after = "" if rest.startswith("、") else _BREAK.split(rest)[0].rstrip("、")
    number = match["digits"].replace(",", "") if match["digits"] else ""
    value = Decimal(number) if number else Decimal(chinese_value(match["chinese"]))
    scale = _SCALES[match["scale"]] * _SCALES[match["late"]]
    return Quantity(
        value=value * scale,
        unit=match["unit"],
        start=match.start(),
        end=match.end(),
        about=bool(
            match["about"]
            or _AROUND.search(before)
            or (match["chinese"] and before.endswith(_SEVERAL))
        ),
        digits=len(number.partition(".")[2]),
        before=before,
        after=after,
        chinese=bool(match["chinese"]),
    )


def chinese_value(text: str) -> int:
    """Return the value of 十二, 两百零五, 二〇二四."""
    if not set(text) & set(_CHINESE_UNITS):
        return int("".join(str(_CHINESE_DIGITS[digit]) for digit in text))
    total = digit = 0
    for character in text:
        if character in _CHINESE_UNITS:
            total += (digit or 1) * _CHINESE_UNITS[character]
            digit = 0
        else:
            digit = _CHINESE_DIGITS[character]
    return total + digit


def rounds_to(value: Decimal, printed: Quantity) -> bool:
    """Tell whether a value is what is printed, to half of the last digit."""
    return abs(value - printed.value) <= Decimal(1).scaleb(-printed.digits) / 2
