"""基本信息 of an imported report, from its title, its opening and its signature."""

import re
from collections.abc import Iterator, Sequence

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.form.vocabulary import ORGAN, YEAR, EntrySpec, Form
from generator.manuscript.importing.closing import Closing
from generator.manuscript.importing.opening import NOT_FOUND, entries_of
from generator.manuscript.importing.title import Title
from generator.manuscript.manuscript import Line
from generator.model.finding import Finding, notice, wrong
from generator.model.report import Entry, Place

WHO_AND_WHEN = "I01"
_FILL_IN = "请在『基本信息』表里填写"
_WRITTEN_BY = re.compile(r"由(?P<organ>[^，。；：,;:（(]{2,40}?)(?:负责)?(?:编制|编写|编印|起草)")
_CLEARLY = re.compile(r"(?:人民政府|局|委|委员会|厅|部|总署)$")
_NOT_IN_THE_OPENING = {"kind", "signature", "issued"}
"""Roles of entries that the title or the end of a report gives."""


def entries_and_findings(
    title: Title | None, opening: Sequence[Line], closing: Closing, form: Form, place: Place
) -> tuple[dict[str, Entry], list[Finding]]:
    """Return the lines of 基本信息 that the document gives, and what people must fill in."""
    text = "".join(line.text for line in opening)
    entries, findings = entries_of(text, opening[0].place if opening else place, form)
    organ, said = _organ(title, text, place)
    findings = [*said, *findings]
    if organ:
        entries[ORGAN] = Entry(organ, place)
        for spec in _of_role(form, "kind"):
            kind = _kind(spec, organ)
            entries[spec.name] = Entry(kind, place)
            if not _CLEARLY.search(organ):
                message = f"{spec.name}按名称“{organ}”填了“{kind}”"
                findings.append(notice(WHO_AND_WHEN, place, message, "请在『基本信息』表里核对"))
    year = _year(title, entries, form)
    if year is not None:
        entries[YEAR] = Entry(year, place)
    else:
        message = "标题和统计期限里都没有认出年度"
        findings.append(wrong(WHO_AND_WHEN, place, message, _FILL_IN))
    for role, value in (("signature", closing.signature), ("issued", closing.day)):
        for spec in _of_role(form, role):
            if value:
                entries[spec.name] = Entry(value, place)
    findings += _not_found(entries, form, opening[0].place if opening else place)
    return {
        spec.name: entries[spec.name] for spec in form.entries if spec.name in entries
    }, findings


def _organ(title: Title | None, opening: str, place: Place) -> tuple[str, list[Finding]]:
    """Return the organ that the title names, else the one that the opening says wrote it."""
    found = _WRITTEN_BY.search(label_key(opening))
    writer = found["organ"] if found else ""
    if title and title.organ:
        if writer in ("", "我", "本机关", "我局", title.organ):
            return title.organ, []
        message = f"标题里的机关是“{title.organ}”，开头写的是“由{writer}编制”，照标题填了"
        advice = "请核对：机关名称应是全称，与公章一致"
        return title.organ, [notice(WHO_AND_WHEN, place, message, advice)]
    if writer:
        message = f"标题里没有认出机关，照开头的“由{writer}编制”填了机关名称"
        advice = "请核对：机关名称应是全称，与公章一致"
        return writer, [notice(WHO_AND_WHEN, place, message, advice)]
    return "", [wrong(WHO_AND_WHEN, place, "标题里没有认出机关，机关名称留了空白", _FILL_IN)]


def _of_role(form: Form, role: str) -> list[EntrySpec]:
    return [spec for spec in form.entries if spec.role == role]


def _kind(spec: EntrySpec, organ: str) -> str:
    """Return the kind of organ that a name tells: the first choice where it tells none."""
    told = (*spec.guesses, *spec.likely)
    return next((kind for ending, kind in told if organ.endswith(ending)), spec.choices[0])


def _year(title: Title | None, entries: dict[str, Entry], form: Form) -> int | None:
    if title and title.year:
        return title.year
    start = next((entries.get(spec.name) for spec in form.entries if spec.day), None)
    return int(start.printed[:4]) if start else None


def _not_found(entries: dict[str, Entry], form: Form, place: Place) -> Iterator[Finding]:
    absent = [
        spec.name
        for spec in form.entries
        if spec.name not in entries
        and spec.name not in (ORGAN, YEAR)
        and spec.role not in _NOT_IN_THE_OPENING
    ]
    if absent:
        message = f"开头没有写明，或者没有认出{listed(f'“{name}”' for name in absent)}，留了空白"
        yield notice(NOT_FOUND, place, message, _FILL_IN)
