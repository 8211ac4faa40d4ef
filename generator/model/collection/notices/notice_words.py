"""What a notice says around its list: which file was read, how it stands, what comes of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from generator.form.chinese import day, listed
from generator.model.collection.collection import UnitStanding
from generator.model.collection.filing import Filing
from generator.model.collection.notices.notice import URGENCY, NoticeItem
from generator.model.collection.notices.progress import Progress
from generator.model.finding import Finding
from generator.model.reading_order import Standing, standing

_HELD = "“{}”的改好以前，你单位的数字不计入汇总。"
_COUNTED = "你单位的数字已先计入汇总；改正后重新报来的，以新报的为准。"


def not_filed(report: str) -> tuple[str, ...]:
    """Say that nothing has come."""
    return (f"到目前为止，还没有收到你单位的{report}，汇总数里缺你单位的数字。",)


def of_other_year(filing: Filing | None, year: int) -> tuple[str, ...]:
    """Say that what has come is of another year."""
    written = f"，写的是 {filing.year} 年度" if filing and filing.year else ""
    return (f"你单位报来的{_file_said(filing)}不是 {year} 年度的{written}，没有计入汇总。",)


def of_no_use(filing: Filing | None) -> tuple[str, ...]:
    """Say that what has come cannot be used, and what could be."""
    reason = f"：{filing.problem.removesuffix('。')}。" if filing and filing.problem else "。"
    return (
        f"你单位报来的{_file_said(filing)}用不了，里面的数字没有计入汇总{reason}",
        "请报送填好的工作簿（.xlsx）；没有工作簿的，报送 Word 文档（.docx）。",
    )


def how_it_stands(
    unit: UnitStanding, progress: Progress, findings: Sequence[Finding], *, again: bool
) -> tuple[str, ...]:
    """Say which file was read and how many findings there are; `again` where it was told before."""
    file = _file_said(unit.filing)
    if not again:
        opening = f"你单位报来的{file}已经核对：{_counted(findings)}。"
    elif progress.again:
        opening = f"你单位重新报来的{file}已经核对：{_became_of(progress)}。"
    else:
        opening = (
            f"上次的整改单发出以后，还没有收到你单位改正后的文件，这里说的仍是{file}："
            f"{_became_of(progress)}。"
        )
    held = any(standing(finding) == Standing.HOLDS_BACK for finding in findings)
    after = _HELD.format(URGENCY[Standing.HOLDS_BACK]) if held else _COUNTED
    return (opening, after) if held or unit.state.counts else (opening,)


def part_heading(heading: str, items: Iterable[NoticeItem], listed: Iterable[NoticeItem]) -> str:
    """Return the heading of a part, with how many findings it has, and has listed."""
    whole, shown = (sum(item.places for item in each) for each in (items, listed))
    return f"{heading}（{whole} 处{f'，列出 {shown} 处' if shown < whole else ''}）"


def beyond_the_list(left: int) -> str:
    """Say how much more there is to mend than is listed, and how to see it."""
    return (
        f"此外还有 {left} 处没有列出。请先改上面的；要一次看全，"
        "可以自己核对报来的文件（make-report check）。"
    )


def _became_of(progress: Progress) -> str:
    then = [
        f"{words} {count} 处"
        for words, count in (
            ("已经改好", len(progress.mended)),
            ("仍要改正", len(progress.remaining)),
        )
        if count
    ]
    said = [f"上次指出的，{'，'.join(then)}"] if then else []
    return "；".join([*said, *([f"新发现 {len(progress.new)} 处"] if progress.new else [])])


def _counted(findings: Iterable[Finding]) -> str:
    found = [standing(finding) for finding in findings]
    return listed(
        f"{words.partition('，')[0]}的 {found.count(asked)} 处"
        for asked, words in URGENCY.items()
        if asked in found
    )


def _file_said(filing: Filing | None) -> str:
    """Return the name of a file, and when it was saved: “年报.zip”里的“年报.docx”（…保存）."""
    if filing is None:
        return "文件"
    names = (f"“{path.rpartition('/')[2]}”" for path in filing.file.split("›"))
    saved = _moment(filing.modified)
    return "里的".join(names) + (f"（{saved}保存）" if saved else "")


def _moment(written: str) -> str:
    """Return 2025-01-20 09:30:00 as 2025年1月20日9:30; nothing for what is no moment."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    return f"{day(moment)}{moment.hour}:{moment:%M}"
