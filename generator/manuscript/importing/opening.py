"""What the opening paragraph says of 基本信息. Never a guess: what is not clear is left blank."""

import re
import unicodedata
from datetime import date

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.model.finding import Finding, notice
from generator.model.report import Entry, Place

NOT_FOUND = "I03"
_PERIOD = re.compile(
    r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日起?(?:至|到|-|—|~|–|―)+"
    r"(?:(?P<last>20\d\d)年|同年|当年)?(?P<last_month>\d{1,2})月(?P<last_day>\d{1,2})日"
)
_ADDRESS = re.compile(
    r"(?<![@A-Za-z0-9_.-])(?:https?://)?(?:[A-Za-z0-9-]+\.)+(?:cn|com|net|org|gov)(?![A-Za-z0-9-])"
    r"(?::\d+)?(?:/[A-Za-z0-9_./?=&%#~-]*)?"
)
_ELECTRONIC = re.compile(r"电子版|下载|网址|查阅|查看|公布")
_NUMBER = r"(?:\(?0\d{2,3}\)?[-—–－ ]{0,3})?\d{7,8}(?:[-—转]\d{1,5})?|1\d{10}"
_PHONE = re.compile(
    rf"电话(?:号码)?[^\d(a-zA-Z]{{0,6}}((?:{_NUMBER})(?:[、/,，或]\s?(?:{_NUMBER}))*)(?!\d)"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
)
_DEPARTMENT = (
    re.compile(
        r"请(?:直接)?(?:与|向|同|致电|联系)(?P<name>[^，。；：（）(),;:]{2,40}?)(?:直接)?(?:联系|咨询|反映|反馈|垂询)"
    ),
    re.compile(
        r"(?:联系部门|联系单位|联系处室|联系机构|联系科室)[是为：:]\s?(?P<name>[^，。；（）(),;\s]{2,40})"
    ),
    re.compile(r"请(?:联系|致电)(?P<name>[^，。；：（）(),;:]{2,40})(?=[，。；：（(,;:])"),
)


def entries_of(text: str, place: Place, form: Form) -> tuple[dict[str, Entry], list[Finding]]:
    """Return the lines of 基本信息 that an opening gives, and those that people must fill in."""
    plain = unicodedata.normalize("NFKC", text)
    said = {
        "web": _web_addresses(plain),
        "department": _departments(text),
        "telephone": _once(_PHONE.findall(plain)),
        "mail": _once(_MAIL.findall(plain)),
    }
    found: dict[str, str | date] = {}
    findings: list[Finding] = []
    of_the_year = [spec.name for spec in form.entries if spec.day]
    if (period := _period(text)) and len(of_the_year) == len(period):
        found.update(zip(of_the_year, period, strict=True))
    for spec in form.entries:
        candidates = said.get(spec.role, [])
        if len(candidates) == 1:
            found[spec.name] = candidates[0]
        elif candidates:
            message = f"开头有几个可能是{spec.name}的：{listed(candidates)}，不知道填哪一个"
            findings.append(notice(NOT_FOUND, place, message, "请在『基本信息』表里填写"))
    entries = {
        spec.name: Entry(found[spec.name], place) for spec in form.entries if spec.name in found
    }
    return entries, findings


def _period(text: str) -> tuple[date, date] | None:
    found = _PERIOD.search(label_key(text))
    if not found:
        return None
    first, last = int(found["year"]), int(found["last"] or found["year"])
    try:
        return (
            date(first, int(found["month"]), int(found["day"])),
            date(last, int(found["last_month"]), int(found["last_day"])),
        )
    except ValueError:
        return None


def _web_addresses(text: str) -> list[str]:
    """Return the addresses; of several the one whose sentence speaks of the electronic version."""
    found = _once([match[0].rstrip(".") for match in _ADDRESS.finditer(text)])
    if len(found) < 2:  # noqa: PLR2004 - one or none is clear
        return found
    sentences = [one for one in re.split("[。;\n]", text) if _ELECTRONIC.search(one)]
    near = _once([m[0].rstrip(".") for one in sentences for m in _ADDRESS.finditer(one)])
    return near if len(near) == 1 else found


def _departments(text: str) -> list[str]:
    for shape in _DEPARTMENT:
        if found := _once([match["name"].strip(' “”"') for match in shape.finditer(text)]):
            return found
    return []


def _once(found: list[str]) -> list[str]:
    return list(dict.fromkeys(text.strip() for text in found))
