"""What people changed in a document that no workbook can hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.form.vocabulary import Form
from generator.manuscript.review.changes import Change, Kind
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.generated_lines import GeneratedLine
from generator.model.narrative import citable
from generator.model.report import Place


@dataclass(frozen=True)
class Leftover:
    """One such change, and what is to be done about it."""

    place: Place
    what: str
    advice: str


_BY_HAND = "需要保留的，请在最后定稿的文档里处理；工作簿里放不下"


def leftovers(compared: Comparison, form: Form) -> list[Leftover]:
    """Return the changes of a document that stay in the document."""
    return [
        *_fixed_lines(compared, form),
        *_outside(compared),
        *_of_tables(compared.changes),
        *_unreadable(compared),
    ]


def _fixed_lines(compared: Comparison, form: Form) -> Iterator[Leftover]:
    """Find changed lines that the form or the template prints, such as the six headings.

    What 基本信息 says in them goes into 基本信息, if all else agrees with it.
    """
    lines = compared.edited.lines
    names = citable(compared.values.report, form)
    for match in compared.matches:
        fixed = [
            compared.generated[at] for at in match.before if compared.generated[at].row is None
        ]
        if not fixed:
            continue
        was = "／".join(compared.generated[at].text.strip() for at in match.before)
        now = "／".join(lines[at].text.strip() for at in match.after)
        due = "／".join(_as_due(compared.generated[at], names).strip() for at in match.before)
        if due == now and not match.moved:
            continue
        place = lines[match.after[0]].place if match.after else Place(compared.edited.file)
        said = "移动了" if was == now else f"改成了“{now}”" if now else "删去了"
        if fixed[0].title:
            what, advice = "标题", "机关名称、年度请在『基本信息』里改，其余照格式恢复"
        else:
            what, advice = (
                "规定的标题或模板里的文字",
                "标题请照格式逐字恢复；是模板里的文字，请改模板",
            )
        yield Leftover(place, f"“{was}”是{what}，{said}", advice)


def _as_due(line: GeneratedLine, names: Mapping[str, str]) -> str:
    """Return a line as it would be printed with other values."""
    return "".join(names.get(one.piece.name, one.piece.shown) for one in line.segments)


def _outside(compared: Comparison) -> Iterator[Leftover]:
    """Find added lines that are in no part of the form: above the title, in appendices."""
    lines = compared.edited.lines
    added = [
        at
        for match in compared.matches
        if not match.before
        for at in match.after
        if not compared.parts[at]
    ]
    if added:
        first = lines[added[0]]
        many = f"等 {len(added)} 段" if len(added) > 1 else ""
        what = f"在标题、一级标题或附件的位置增加了“{first.text.strip()[:20]}”{many}"
        yield Leftover(first.place, what, _BY_HAND)


def _of_tables(changes: list[Change]) -> Iterator[Leftover]:
    for change in changes:
        if change.kind == Kind.LABEL:
            what = f"表里的“{change.was}”改成了“{change.now}”"
            yield Leftover(change.place, what, "行名、列名由格式规定，请恢复")
        elif change.kind == Kind.TABLE:
            what = (
                f"{'表格里' if change.was else ''}增加了“{change.now[:20]}”"
                if change.now
                else f"表格里少了{change.was}，或者不止一处，这里的数字没有读"
            )
            yield Leftover(change.place, what, _BY_HAND if change.now else "请照格式恢复")
        elif change.kind == Kind.OTHER:
            how = "增加了" if change.now else "删去了"
            what = f"{how}“{change.now or change.was}”"
            if change.was and change.now:
                what = f"“{change.was}”换成了{_instead(change)}"
            yield Leftover(change.place, what, _BY_HAND)


def _instead(change: Change) -> str:
    return "另一个" if change.was == change.now else f"“{change.now}”"


def _unreadable(compared: Comparison) -> Iterator[Leftover]:
    for name, text in compared.values.unreadable.items():
        at, _ = compared.tables.spots[name]
        said = f"改成了“{text}”，不是数字" if text else "清空了"
        yield Leftover(
            compared.edited.grids[at].place,
            f"表里“{name}”{said}",
            "没有就填 0；要加说明，请写在数字后面的括号里",
        )
