"""隐私: personal data that must not be published; names of other places' organs."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, wrong

_IDENTITY = Pattern(r"(?<!\d)\d{17}[\dXx](?!\d)")
_OF_AN_ORGANISATION = Pattern(r"信用代码[^，。；、\d]{0,10}$")
_BORN = slice(6, 14)
"""Where an identity number has the day of birth, as YYYYMMDD: GB 11643."""
_FIRST_BORN, _LAST_BORN = 1880, 2099
_LONG_NUMBER = Pattern(r"\d{11,}[Xx]?")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_MOBILE = Pattern(r"(?<!\d)1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)")
_SURNAMES = (
    "李王张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "余潘杜戴夏钟汪田任姜范姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎武乔贺赖龚"
)
_PERSON = Pattern(
    rf"(?:申请人|原告|被申请复议人|举报人|投诉人|信访人|上诉人)[：:]?(?P<name>[{_SURNAMES}][一-龥]{{1,2}}?)"
    r"(?=[（，。、；]|先生|女士|等|等\d|不服|诉|因|与我|向我|向本|向区|向市|向县|的政府|提出|申请|要求|起诉|提起|就)"
)
_NO_NAMES = Pattern(r"某|[×xX*]|任何|马上|江河|龙头|钟情|余下|毛|孔|段时|何时|何种")
_PLACE = Pattern(r"[一-龥]{2,4}?(?:省|市|区|县|旗)")
_NO_NAME = "将规年现该其经被给使每各全本我向由与和在对从到于是为可联咨报请按根据原与区市县省"
_OWN_KIND = Pattern(r"(?:[一-龥]{2,14}(?:局|委员会|厅|政府|办公室|中心|街道办事处|街道))$")


def identity_numbers(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a valid 身份证 number; a 统一社会信用代码 may have as many digits."""
    for line in case.lines:
        text = line.heading + line.text
        for found in _IDENTITY.finditer(text):
            digits = found[0].upper()
            if _of_a_person(digits) and not _OF_AN_ORGANISATION.search(text[: found.start()]):
                shown = f"{digits[:6]}********{digits[-4:]}"
                yield wrong(
                    rule.id,
                    line.place,
                    f"正文里有身份证号码 {shown}",
                    "公布前必须删去",
                    about=_known_by(found[0]),
                )


def _of_a_person(digits: str) -> bool:
    """Tell whether the check character of a number is right, and somebody can be born that day."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    if _CHECK_CHARACTERS[total % 11] != digits[-1]:
        return False
    try:
        born = datetime.strptime(digits[_BORN], "%Y%m%d")  # noqa: DTZ007 - a day, no moment
    except ValueError:
        return False
    return _FIRST_BORN <= born.year <= _LAST_BORN


def mobile_numbers(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a mobile number outside the opening."""
    opening = {line.source for line in case.opening}
    for line in case.lines:
        if line.source in opening:
            continue
        for found in _MOBILE.finditer(line.heading + line.text):
            shown = f"{found[0][:3]}****{found[0][-4:]}"
            yield wrong(
                rule.id,
                line.place,
                f"正文里有手机号码 {shown}",
                "个人的号码公布前必须删去；办公联系方式请写在开头",
                about=_known_by(found[0]),
            )


def _known_by(number: str) -> str:
    """Tell one number from another without writing it down."""
    return hashlib.sha256(number.encode()).hexdigest()[:16]


def names_of_persons(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find 申请人 or 原告 followed by a person's name."""
    for sentence in case.every_sentence:
        for found in _PERSON.finditer(sentence.plain):
            if not _NO_NAMES.search(found["name"]):
                yield wrong(
                    rule.id,
                    sentence.place,
                    f"“{found[0]}”像是写了个人的姓名",
                    "公布前请删去姓名，或写成“申请人某某”",
                    quote=_LONG_NUMBER.sub("…", clip(sentence.quote, around=found[0])),
                    about=found[0],
                )


def organs_elsewhere(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find the same kind of organ of another place of the same level: copied text."""
    own = case.organ
    places = _PLACE.findall(own)
    kind = own[sum(map(len, places)) :]
    if not places or not _OWN_KIND.fullmatch(kind) or kind == "人民政府":
        return
    level = places[-1][-1]
    other = Pattern(
        rf"(?:^|(?<=[，。；：、“（在由与]))(?P<place>[^\W{_NO_NAME}\d][^\W\d]{{1,2}}{level}){re.escape(kind)}"
    )
    for sentence in case.sentences:
        for found in other.finditer(sentence.plain):
            if found["place"][-3:] in own or any(found["place"].endswith(own_) for own_ in places):
                continue
            yield notice(
                rule.id,
                sentence.place,
                f"写的是“{found[0]}”，报告的机关是“{own}”",
                "请核对是不是从别处的报告复制来的",
                quote=clip(sentence.quote, around=found[0]),
                about=found[0],
            )
