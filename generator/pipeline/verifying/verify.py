"""A person's word on a finding → 核对记录 of the workbook, while nobody has that open."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from generator.files.delivery import replace_in_place
from generator.files.locks import lock_of
from generator.form.chinese import day as day_said
from generator.formats.xlsx.editing.verification_rows import with_verifications
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Finding, Refusal, Severity
from generator.model.report import Report, Verification
from generator.pipeline.read_and_check import Examined, examine, no_annotated_copy
from generator.pipeline.verifying.kept_ticks import Tick, keep_ticks, kept_ticks

_LONGEST_PERSON, _LONGEST_REASON = 100, 2_000
_OPEN = "{} 正在 Excel、WPS 或 LibreOffice 里打开，还没有写进『核对记录』。已经先记下，关闭以后再写"


class Ticked(NamedTuple):
    """What became of a person's word."""

    tick: Tick
    written: bool
    """Whether it stands in the workbook; otherwise it is kept, and offered again."""
    why: str = ""
    """Why it is not written yet."""


class Offered(NamedTuple):
    """What was said before and is not in the workbook yet."""

    tick: Tick
    stands: bool
    """Whether the very finding is still there; what became another is to be looked at anew."""


def may_be_verified(finding: Finding) -> bool:
    """Tell whether a person's word is enough for a finding, and was not given yet."""
    of_a_kind = not finding.holds_back and finding.severity is not Severity.UNCHECKED
    return of_a_kind and finding.verified is None


def verify(
    workbook: Path, key: str, person: str, reason: str, *, today: date | None = None
) -> Ticked:
    """Write down that a person looked at a finding, by its key, and found the report right.

    While the workbook is open elsewhere, or cannot be written, it is kept in the user's own
    folder. Raise Refusal where a name or a reason is missing, the finding is not there any more
    or must be mended; then nothing is kept.
    """
    tick = Tick(key, *_said(person, reason), day_said(today or datetime.now().astimezone().date()))
    examined = _examined(workbook)
    _must_be_there(examined, key, workbook)
    return _written(workbook, examined, [tick])[0]


def offered(workbook: Path, findings: Sequence[Finding]) -> list[Offered]:
    """Return what is kept for a workbook with these findings and not in it yet."""
    there = {finding.key for finding in findings if may_be_verified(finding)}
    verified = {finding.key for finding in findings if finding.settled}
    ticks = (tick for tick in kept_ticks(workbook) if tick.key not in verified)
    return [Offered(tick, tick.key in there) for tick in ticks]


def write_offered(workbook: Path, keys: Collection[str]) -> list[Ticked]:
    """Write what was kept into the workbook: those of these keys whose finding is still there.

    Raise Refusal where the workbook cannot be used.
    """
    examined = _examined(workbook)
    there = {one.key for one in examined.findings if may_be_verified(one)}
    ticks = [one for one in kept_ticks(workbook) if one.key in keys and one.key in there]
    return _written(workbook, examined, ticks) if ticks else []


def forget(workbook: Path, keys: Collection[str]) -> None:
    """Drop what was kept and is not wanted any more. Raise Refusal where that cannot be."""
    keep_ticks(workbook, [one for one in kept_ticks(workbook) if one.key not in keys])


def _said(person: str, reason: str) -> tuple[str, str]:
    """Return who and why, each on one line. Raise Refusal where one is missing or too long."""
    said = " ".join(person.split()), " ".join(reason.split())
    if not all(said):
        missing = "核实人" if not said[0] else "理由"
        raise Refusal(f"没有写{missing}，没有记录。核实人和理由都要写。")
    for text, most, name in zip(
        said, (_LONGEST_PERSON, _LONGEST_REASON), ("核实人", "理由"), strict=True
    ):
        if len(text) > most:
            raise Refusal(f"{name}有 {len(text)} 字，最多 {most} 字，没有记录。请写短一些。")
    return said


def _examined(workbook: Path) -> Examined:
    no_annotated_copy(workbook)
    examined = examine(workbook)
    if not examined.source.is_workbook_file:
        raise Refusal(f"{workbook.name} 是 JSON 数据，里面没有『核对记录』。请在工作簿里核实。")
    return examined


def _must_be_there(examined: Examined, key: str, workbook: Path) -> None:
    found = next((one for one in examined.findings if one.key == key), None)
    if found is None:
        raise Refusal(
            f"{workbook.name} 里已经没有 {key} 这个问题：可能改正了，或者数字、文字变了。"
            "没有记录，请看看现在的问题。"
        )
    if found.verified is not None and found.settled:
        raise Refusal(f"{key} 已经核实过，『核对记录』里有，没有再写。")
    if not may_be_verified(found):
        raise Refusal(f"{key} 必须改正或者补齐，不能用核对记录放行，没有记录。")


def _written(workbook: Path, examined: Examined, ticks: Sequence[Tick]) -> list[Ticked]:
    """Write into the workbook what is said, and drop what was kept of it; else keep it."""
    others = [one for one in kept_ticks(workbook) if one.key not in {tick.key for tick in ticks}]
    if lock_of(workbook):
        why = _OPEN.format(workbook.name)
    else:
        try:
            before = examined.source.content
            replace_in_place(_content(workbook, examined, ticks), workbook, before=before)
        except Refusal as refusal:
            why = str(refusal)
        else:
            if kept_ticks(workbook):
                keep_ticks(workbook, others)
            return [Ticked(tick, written=True) for tick in ticks]
    keep_ticks(workbook, [*others, *ticks])
    return [Ticked(tick, written=False, why=why) for tick in ticks]


def _content(workbook: Path, examined: Examined, ticks: Sequence[Tick]) -> bytes:
    """Return the workbook with what is said in it, read again: else nothing of it has changed."""
    new = [Verification(*tick) for tick in ticks]
    content = with_verifications(examined.source.content, workbook.name, new)
    back, _ = read_content(content, workbook.name, examined.form)
    was, _ = read_content(examined.source.content, workbook.name, examined.form)
    if not _same_but_for(back, was, new):
        raise Refusal(
            f"{workbook.name} 试写一遍再读，与原来不一致，没有写。请把编号、核实人和理由"
            "自己填进『核对记录』。"
        )
    return content


def _same_but_for(back: Report, was: Report, new: Sequence[Verification]) -> bool:
    without = [one for one in back.verifications if one not in new]
    return (
        (back.entries, back.figures, back.indicators, back.paragraphs, back.chart_rows)
        == (was.entries, was.figures, was.indicators, was.paragraphs, was.chart_rows)
        and back.further_tables == was.further_tables
        and without == [one for one in was.verifications if one not in new]
        and all(one in back.verifications for one in new)
    )
