"""What people changed in a document that no workbook can hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.report import Place
from generator.review.changes import Change, Kind
from generator.review.comparison import Comparison


@dataclass(frozen=True)
class Leftover:
    """One such change, and what is to be done about it."""

    place: Place
    what: str
    advice: str


_BY_HAND = "需要保留的，请在最后定稿的文档里处理；工作簿里放不下"


def leftovers(compared: Comparison) -> list[Leftover]:
    """Return the changes of a document that stay in the document."""
    return [
        *_fixed_lines(compared),
        *_outside(compared),
        *_of_tables(compared.changes),
        *_unreadable(compared),
    ]


def _fixed_lines(compared: Comparison) -> Iterator[Leftover]:
    """Find changed lines that the form or the template prints, such as the six headings."""
    lines = compared.edited.lines
    file = lines[0].place.file if lines else ""
    for match in compared.matches:
        fixed = [at for at in match.before if compared.made[at].row is None]
        if not fixed or compared.made[fixed[0]].title:
            continue
        was = "／".join(compared.made[at].text.strip() for at in match.before)
        now = "／".join(lines[at].text.strip() for at in match.after)
        if was != now or match.moved:
            place = lines[match.after[0]].place if match.after else Place(file)
            said = f"改成了“{now}”" if now else "删去了"
            yield Leftover(
                place,
                f"“{was}”是规定的标题或模板里的文字，{said if was != now else '移动了'}",
                "标题请照格式逐字恢复；是模板里的文字，请改模板",
            )


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
        what = f"标题之前或附件里增加了“{first.text.strip()[:20]}”{many}"
        yield Leftover(first.place, what, _BY_HAND)


def _of_tables(changes: list[Change]) -> Iterator[Leftover]:
    for change in changes:
        if change.kind == Kind.LABEL:
            what = f"表里的“{change.was}”改成了“{change.now}”"
            yield Leftover(change.place, what, "行名、列名由格式规定，请恢复")
        elif change.kind == Kind.TABLE:
            what = (
                f"增加了表格“{change.now[:20]}”"
                if change.now
                else f"表格里{change.was}找不到，或者不止一处，这里的数字没有读"
            )
            yield Leftover(change.place, what, _BY_HAND if change.now else "请照格式恢复")
        elif change.kind == Kind.OTHER:
            how = "增加了" if change.now else "删去了"
            yield Leftover(change.place, f"{how}“{change.now or change.was}”", _BY_HAND)


def _unreadable(compared: Comparison) -> Iterator[Leftover]:
    for name, text in compared.values.unreadable.items():
        at, _ = compared.tables.spots[name]
        said = f"改成了“{text}”，不是数字" if text else "清空了"
        yield Leftover(
            compared.edited.grids[at].place,
            f"表里“{name}”{said}",
            "没有就填 0；要加说明，请写在数字后面的括号里",
        )
