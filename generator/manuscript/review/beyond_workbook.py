"""What people changed in a document that no workbook can hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.form.chinese import listed
from generator.form.vocabulary import Form
from generator.manuscript.manuscript import Doubt
from generator.manuscript.review.changes.change import Change, Kind
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.exhibits.differences import shown_said
from generator.manuscript.review.exhibits.exhibits_there import shows_the_same
from generator.manuscript.review.generated_lines import GeneratedLine, closing_of
from generator.model.narrative import citable
from generator.model.report import Place, Report


@dataclass(frozen=True)
class Leftover:
    """One such change, and what is to be done about it."""

    place: Place
    what: str
    advice: str
    change: Change | None = None
    """Where it is the whole of a change: that needs no telling beside it."""


WRITE_IT_OUT = "请在文档里把这个数重新写清楚，划去的删掉，上标、下标改成文字"
_BY_HAND = "需要保留的，请在最后定稿的文档里处理；工作簿里放不下"


def leftovers(compared: Comparison, form: Form, workbook: Report | None = None) -> list[Leftover]:
    """Return the changes of a document that stay in the document; `workbook` is as it is now.

    With what its rows show: where that is known, it may be what the document shows.
    """
    return [
        *_fixed_lines(compared, form, workbook),
        *_outside(compared),
        *_of_tables(_beside_shown(compared)),
        *_of_shown(compared, workbook),
        *_unreadable(compared),
    ]


def _fixed_lines(compared: Comparison, form: Form, workbook: Report | None) -> Iterator[Leftover]:
    """Find changed lines that the form or the template prints, such as the six headings.

    What 基本信息 says in them goes there if all else agrees with it, or stands there by now.
    """
    lines = compared.edited.lines
    names = citable(compared.values.report, form)
    names_there = citable(workbook, form) if workbook else names
    for match in compared.matches:
        fixed = [
            compared.generated[at] for at in match.before if compared.generated[at].row is None
        ]
        if not fixed:
            continue
        was = "／".join(compared.generated[at].text.strip() for at in match.before)
        now = "／".join(lines[at].text.strip() for at in match.after)
        due = [
            "／".join(_as_due(compared.generated[at], known).strip() for at in match.before)
            for known in (names, names_there)
        ]
        if now in due and not match.moved:
            continue
        place = lines[match.after[0]].place if match.after else Place(compared.edited.file)
        entry = _entry_in(fixed[0])
        if entry and not now and workbook and entry not in workbook.entries:
            continue  # cleared there, too
        said = "移动了" if was == now else f"改成了“{now}”" if now else "删去了"
        what, advice = _what_it_is(fixed[0], entry, form)
        yield Leftover(place, f"“{was}”是{what}，{said}", advice)


def _entry_in(line: GeneratedLine) -> str:
    """Return which line of 基本信息 a fixed line prints, and nothing else; empty where none."""
    return line.segments[0].piece.name if len(line.segments) == 1 and not line.title else ""


def _what_it_is(line: GeneratedLine, entry: str, form: Form) -> tuple[str, str]:
    """Return what a fixed line is, and what is to be done where it was changed."""
    if line.title:
        cited = [one.piece.name for one in line.segments if one.piece.name]
        what = f"标题里的{listed(cited)}" if cited and len(cited) == len(line.segments) else "标题"
        return what, "机关名称、年度请在『基本信息』里改，其余照格式恢复"
    if entry:
        optional = any(spec.name == entry and not spec.required for spec in form.entries)
        clear = "；不印的，请在那里清空" if optional else ""
        return entry, f"要改的，请在『基本信息』的“{entry}”一行改{clear}；不改的，请在文档里恢复"
    if line.section:
        return "规定的标题", "请照格式逐字恢复"
    return "模板里的文字", "要改的，请改模板；不改的，请在文档里恢复"


def _as_due(line: GeneratedLine, names: Mapping[str, str]) -> str:
    """Return a line as it would be printed with other values."""
    return "".join(names.get(one.piece.name, one.piece.shown) for one in line.segments)


def _outside(compared: Comparison) -> Iterator[Leftover]:
    """Find added lines that are in no part of the form: above the title, below the signature."""
    lines, closing = compared.edited.lines, closing_of(compared.generated)
    text = [
        at
        for match in compared.matches
        if match.before and match.before[0] not in closing
        for at in match.after
    ]
    added = [
        at
        for match in compared.matches
        if not match.before
        for at in match.after
        if not compared.parts[at]
    ]
    last = max(text, default=-1)
    for where, some in (
        ("在标题、一级标题或附件的位置", [at for at in added if at < last]),
        ("在正文结束以后", [at for at in added if at > last]),
    ):
        if some:
            first = lines[some[0]]
            many = f"等 {len(some)} 段" if len(some) > 1 else ""
            what = f"{where}增加了“{first.text.strip()[:20]}”{many}"
            yield Leftover(first.place, what, _BY_HAND)


def _beside_shown(compared: Comparison) -> list[Change]:
    """Return the changes of what the form, the template or people have put into the document."""
    shown = {id(one.change) for one in compared.shown.differences}
    return [change for change in compared.changes if id(change) not in shown]


def _of_shown(compared: Comparison, workbook: Report | None) -> Iterator[Leftover]:
    """Yield changes of what is shown that nobody can write, unless the workbook says so by now."""
    for one in compared.shown.differences:
        pair = compared.shown.pair(one.row)
        if (
            one.advice
            and pair
            and not (workbook and shows_the_same(workbook, pair, compared.edited))
        ):
            place = one.change.place._replace(file="")
            yield Leftover(place, shown_said(one.change), one.advice, one.change)


def _of_tables(changes: list[Change]) -> Iterator[Leftover]:
    for change in changes:
        if change.kind == Kind.LABEL:
            became = f"改成了“{change.now}”" if change.now else "去掉了"
            how = f"（{change.how}）" if change.how else ""
            what = f"表里的“{change.was}”{became}{how}"
            yield Leftover(
                change.place._replace(spot=""), what, "行名、列名由格式规定，请恢复", change
            )
        elif change.kind == Kind.TABLE:
            what = (
                f"{'表格里' if change.was else ''}增加了“{change.now[:20]}”"
                if change.now
                else f"表格里少了{change.was}，或者不止一处，这里的数字没有读"
            )
            advice = _BY_HAND if change.now else "请照格式恢复"
            yield Leftover(change.place, what, advice, change)
        elif change.kind == Kind.OTHER:
            how = "增加了" if change.now else "删去了"
            what = f"{how}“{change.now or change.was}”"
            if change.was and change.now:
                what = f"“{change.was}”换成了{_instead(change)}"
            yield Leftover(change.place, what, _BY_HAND, change)


def _instead(change: Change) -> str:
    return "另一个" if change.was == change.now else f"“{change.now}”"


def _unreadable(compared: Comparison) -> Iterator[Leftover]:
    for name, text in compared.values.unreadable.items():
        at, spot = compared.tables.spots[name]
        grid = compared.edited.grids[at]
        advice = "没有就填 0；要加说明，请写在数字后面的括号里"
        if doubt := grid.doubts.get(spot):
            said, advice = doubt_said(doubt), WRITE_IT_OUT
        elif text:
            said = f"改成了“{text}”，不是数字"
        else:
            how = next((trace.how for trace in grid.traces.get(spot, ()) if trace.how), None)
            said = f"整个去掉了（{how}），没有写新的" if how else "清空了"
        yield Leftover(grid.place, f"表里“{name}”{said}", advice)


def doubt_said(doubt: Doubt) -> str:
    """Return why a number is not clear, with both ways to read it."""
    if doubt.raised:
        return (
            f"有一个数紧挨着上标或下标：不算它是 {doubt.standing}，连起来是 {doubt.whole}，"
            "分不清是哪个"
        )
    return (
        f"有一个数划去了中间一部分：剩下的连起来是 {doubt.standing}，连划去的是 {doubt.whole}，"
        "分不清是哪个"
    )
