"""What a run says of a workbook: a short Chinese summary for people."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.form.vocabulary import ORGAN, YEAR
from generator.messages.command_to_type import command_to_write_back, shown_command
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.messages.excerpts import clipped
from generator.messages.findings import finding_lines, tally
from generator.model.finding import Finding, Severity
from generator.model.one_line import lines_said, on_one_line
from generator.model.reading_order import Standing, groups
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.template_choice import TemplateChoice

_LONG_LIST = 20  # findings after which the top of the list is off the screen


def spoken_outcome(outcome: Outcome, paint: Paint = plain) -> str:
    """Return the summary of one workbook as lines of Chinese."""
    wrong_but_written = outcome.status == Status.WRITTEN and _wrong(outcome) and not outcome.draft
    below = "，请看下面" if wrong_but_written else ""
    first = paint(headline(outcome) + below, _emphasis(outcome))
    return lines_said([first, *(f"  {line}" for line in _details(outcome, paint))])


def headline(outcome: Outcome) -> str:
    """Return in one sentence what became of a workbook."""
    wrong = _wrong(outcome)
    match outcome.status:
        case Status.WRITTEN if outcome.draft:
            said = f"已生成草稿：{outcome.output}"
        case Status.WRITTEN:
            said = f"已生成：{outcome.output}" + (f"，但有 {wrong} 处错误" if wrong else "")
        case Status.CURRENT:
            said = f"已是最新：{outcome.output} 与工作簿一致，没有重写"
        case Status.EDITED:
            said = f"没有生成：{outcome.output} 生成之后有人改过，没有覆盖"
        case Status.HELD:
            said = f"没有生成：{outcome.workbook.name} {_in_the_way(outcome.held_by)}"
        case Status.CHECKED:
            said = f"已核对：{outcome.workbook}"
        case Status.MADE:
            said = f"已做好，没有写成文件：{outcome.workbook.name}"
    return on_one_line(said)


def _wrong(outcome: Outcome) -> int:
    return sum(finding.stands_as_wrong for finding in outcome.findings)


def pressing(outcome: Outcome) -> Iterator[str]:
    """Yield what people must know or do at once, where a workbook is one of many."""
    held = groups(outcome.held_by, outcome.report, outcome.held_by)
    if outcome.status == Status.HELD:
        yield from finding_lines(held, plain)
    if outcome.status == Status.EDITED:
        yield from _edited(outcome)
    yield from _copies(outcome)


def template_said(template: TemplateChoice) -> str:
    """Return whose template a report is made from."""
    return f"模板：{template.source}“{template.path.name}”"


def _in_the_way(held_by: Sequence[Finding]) -> str:
    wrong = sum(finding.severity == Severity.ERROR for finding in held_by)
    not_given = len(held_by) - wrong
    said = [f"有 {wrong} 处错误必须先改正"] if wrong else []
    return "，".join([*said, *([f"还有 {not_given} 项没有给出"] if not_given else [])])


def _emphasis(outcome: Outcome) -> Emphasis:
    if outcome.status in (Status.HELD, Status.EDITED):
        return Emphasis.ALARM
    return Emphasis.BOLD if _wrong(outcome) or outcome.draft else Emphasis.GREEN


def _details(outcome: Outcome, paint: Paint) -> Iterator[str]:
    if outcome.status == Status.CHECKED:
        yield from _checked_with(outcome)
        yield from _copies(outcome)
    else:
        if outcome.status == Status.EDITED:
            yield from _edited(outcome)
        yield from _about(outcome)
    yield from _findings(outcome, paint)
    if outcome.status == Status.HELD and outcome.template:
        yield "改正后再运行一次；想先看看样子，可以加 --draft 生成草稿。"


def _edited(outcome: Outcome) -> Iterator[str]:
    """Say what is in an edited document, what of it is in the way, and the two ways forward."""
    if outcome.not_reviewed:
        yield f"看不出改了什么：{outcome.not_reviewed}"
        yield "不要那一份：加 --force 重新生成，它会另存为带日期的副本。"
        return
    if outcome.review:
        from generator.messages.review import in_the_way_lines  # seldom needed

        yield f"里面有：{outcome.review.summed_up or '工作簿里放不下的改动'}。"
        yield from in_the_way_lines(outcome.review)
    if outcome.output:
        yield _how_to_keep(outcome, outcome.output)
    yield "不要这些修改：加 --force 重新生成，改过的那一份会另存为带日期的副本。"


def _how_to_keep(outcome: Outcome, document: Path) -> str:
    """Say what to do with edits: the workbook may hold them, or the document alone does."""
    found = outcome.review
    if found is not None and found.merge and not (found.cells or found.conflicts):
        return "保留这些修改：工作簿里放不下，就用这份文档定稿；不小心改的，改回来再生成。"
    apply = command_to_write_back(document, outcome.workbook)
    return f"保留这些修改：运行 {apply}，写回工作簿再生成。"


def _copies(outcome: Outcome) -> Iterator[str]:
    """Say which copies lie beside the file that was written."""
    if outcome.annotated:
        yield f"问题标在副本里：{outcome.annotated}（要修改的，请改原来的工作簿）"
    if outcome.not_annotated:
        yield f"没有标在副本里：{outcome.not_annotated}"
    if outcome.kept and outcome.status == Status.CHECKED:
        yield (
            f"上次的副本有人改过，另存为：{outcome.kept}。"
            "写在那里的修改和核对记录，请抄到原来的工作簿"
        )
    elif outcome.kept:
        yield f"改过的那一份另存为：{outcome.kept}"
        yield from _open_remarks(outcome)


def _about(outcome: Outcome) -> Iterator[str]:
    report = outcome.report
    organ, year = (report.entries.get(name) for name in (ORGAN, YEAR))
    yield (
        f"{organ.printed if organ else '（没有机关名称）'}　"
        f"{f'{year.printed} 年度' if year else '（没有年度）'}　"
        f"已填数字 {report.filled} 个（共 {len(outcome.form.figures)} 个），"
        f"指标 {len(report.indicators)} 个，正文 {len(report.paragraphs)} 段"
    )
    if outcome.template:
        yield template_said(outcome.template)
    yield from _checked_with(outcome)
    yield from _copies(outcome)


def _open_remarks(outcome: Outcome) -> Iterator[str]:
    """Name the remarks that a replaced document had, for they are in its copy alone."""
    remarks = outcome.review.comparison.edited.remarks if outcome.review else ()
    waiting = [remark for remark in remarks if not remark.done]
    if waiting:
        yield f"那一份里还有 {len(waiting)} 条没有解决的批注："
        for remark in waiting:
            on = f"{remark.place.spot}“{clipped(remark.words)}”"
            yield f"  {remark.by}：{on}——{clipped(remark.text)}"


def _checked_with(outcome: Outcome) -> Iterator[str]:
    """Say which file is last year's, whose organ may have had another name, and what else holds."""
    if outcome.previous:
        other, own = (item.entries.get(ORGAN) for item in (outcome.previous, outcome.report))
        renamed = f"（机关名称填的是{other.printed}）" if other and other != own else ""
        yield f"上年：{outcome.previous.file}{renamed}"
    if outcome.local_rules:
        explain = shown_command("make-report", "explain", "--workbook", outcome.workbook)
        yield f"本地规则：{len(outcome.local_rules)} 条（{explain} 可以看到）"


def _findings(outcome: Outcome, paint: Paint) -> Iterator[str]:
    found = groups(outcome.findings, outcome.report, outcome.held_by)
    total = f"核对结果：{tally(found)}"
    if len(found) != 1 or found[0].standing in (Standing.VERIFIED, Standing.UNCHECKED):
        yield paint(total, Emphasis.BOLD) if found else total
    yield from finding_lines(found, paint)
    if any(group.standing == Standing.WRONG for group in found):
        yield (
            "核实无误的，可以把〔〕里的编号抄到『核对记录』表，写明核实人和理由，以后不再算作错误。"
        )
    if len(outcome.findings) > _LONG_LIST:
        yield f"以上共 {len(outcome.findings)} 处：{tally(found)}。"
        if outcome.source.is_workbook_file and not (outcome.annotated or outcome.not_annotated):
            yield (
                f"要一格一格地看，请运行 "
                f"{shown_command('make-report', 'check', '--annotate', outcome.workbook)}，"
                "问题会标在工作簿的副本里。"
            )
