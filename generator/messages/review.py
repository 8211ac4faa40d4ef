"""What a review says to people."""

from collections.abc import Iterator, Sequence

from generator.files.locks import lock_of
from generator.form.chinese import listed
from generator.manuscript.review.changes.change import Change, Kind, counted_by_kind
from generator.messages.changes import change_lines, known_of, remark_line
from generator.messages.command_to_type import (
    command_to_review,
    command_to_write_back,
    shown_command,
)
from generator.messages.conflicts import conflict_lines
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.messages.findings import finding_lines, tally
from generator.messages.formatting import formatting_lines
from generator.model.one_line import lines_said
from generator.model.reading_order import groups
from generator.model.report import Place
from generator.pipeline.as_generated import Basis
from generator.pipeline.review import Review

_MOST_PLACES = 6
_BASES = {
    Basis.SNAPSHOT: "",
    Basis.WORKBOOK: "文档里生成时的记录丢了，按同一份工作簿比较",
    Basis.UNKNOWN: "文档里生成时的记录丢了，分不清是哪边改的，与工作簿不同之处都要人来定",
}


def spoken_review(review: Review, paint: Paint = plain) -> str:
    """Return what people changed, what is to be done with it, and what the checks say.

    Where it was to be written back, only what is new: people have read the rest before.
    """
    lines = [paint(_headline(review), Emphasis.BOLD), *(f"  {line}" for line in _basis(review))]
    brief = review.applied or (review.to_apply and not review.cells)
    if brief and review.summed_up:
        look = command_to_review(review.document, review.workbook)
        lines.append(f"  {review.summed_up}；要逐条看，请运行：{look}")
    if not brief:
        lines += [f"  {line}" for line in _changed(review)]
    lines += [f"  {line}" for line in in_the_way_lines(review, paint)]
    follows = review.merge.follows if review.merge else []
    if follows:
        when = "已经" if review.applied else "写回以后会"
        lines.append(f"  {when}跟着变的（{len(follows)} 处，文档里还没有改）：")
        lines += [f"    {one}" for one in follows]
    lines += [f"  {line}" for line in _newer(review)]
    lines += [f"  {line}" for line in foreign_lines(review.foreign)]
    found = groups(review.findings, review.comparison.base)
    lines.append(f"  照文档现在的样子核对：{tally(found)}")
    if not brief:
        lines += [f"  {line}" for line in finding_lines(found, paint)]
    lines += [f"  {line}" for line in _what_next(review)]
    return lines_said(lines)


def _changed(review: Review) -> Iterator[str]:
    """Yield every change and every remark, each once: not those that the workbook cannot hold."""
    remarks = review.comparison.edited.remarks
    told = {same_change(one.change) for one in review.leftovers if one.change}
    changes = [one for one in review.comparison.changes if same_change(one) not in told]
    untracked = {same_change(change) for change in review.untracked}
    if changes:
        yield f"修改（{counted_by_kind(changes)}）："
        for change in changes:
            lines = change_lines(change, untracked=same_change(change) in untracked)
            yield from (f"  {line}" for line in lines)
    known = told | {same_change(change) for change in changes}
    others = [change for change in review.untracked if same_change(change) not in known]
    if others:
        yield f"其中修订里没有记的，直接改的或是拒绝了修订的（{counted_by_kind(others)}）："
        yield from (f"  {line}" for change in others for line in change_lines(change))
    if remarks:
        yield f"批注（{len(remarks)} 条）："
        yield from (f"  {remark_line(remark)}" for remark in remarks)


def same_change(change: Change) -> tuple[str, ...]:
    """Return what tells a change from others, wherever it stands with or without 修订."""
    spot = change.place.spot if change.kind in (Kind.FIGURE, Kind.SHOWN) else ""
    return change.kind.value, spot, change.was, change.now


def in_the_way_lines(review: Review, paint: Paint = plain) -> Iterator[str]:
    """Yield the changes on which the sides differ, and those that the workbook cannot hold."""
    if review.conflicts:
        said = f"两边不同、要人来定的（{len(review.conflicts)} 处，没有写）："
        yield paint(said, Emphasis.ALARM)
        yield from (f"  {line}" for one in review.conflicts for line in conflict_lines(one))
    yield from formatting_lines(review)
    if review.leftovers:
        yield f"工作簿里放不下的（{len(review.leftovers)} 处）："
        for one in review.leftovers:
            by = known_of(one.change) if one.change else ""
            yield f"  {_at(one.place)}{one.what}{by}。{one.advice}。"


def _newer(review: Review) -> Iterator[str]:
    newer = review.merge.newer if review.merge else []
    if newer:
        told = listed(f"{place._replace(file='')}" for place in newer[:_MOST_PLACES])
        rest = "等" if len(newer) > _MOST_PLACES else ""
        yield (
            f"工作簿后来改过 {len(newer)} 处（上次写回的也算），这份文档里没有：{told}{rest}。"
            "重新生成、用 revise 修订都会写进去"
        )


def _headline(review: Review) -> str:
    count = len(review.comparison.changes)
    if review.untouched:
        return f"没有人改过：{review.document}"
    if not count:
        looks = f"，排版改了 {len(review.formatting)} 处" if review.formatting else ""
        return f"已审阅：{review.document}　文字和数字都与生成时一样{looks}"
    revised = "，其中有还没接受的修订" if review.comparison.edited.revised else ""
    return f"已审阅：{review.document}　与生成时相比改了 {count} 处{revised}"


def _basis(review: Review) -> Iterator[str]:
    if review.workbook:
        yield f"工作簿：{review.workbook}"
        if lock_of(review.document):
            yield f"{review.document.name} 好像正在 Word 或 WPS 里打开，读的是最近一次保存的内容"
    else:
        yield "没有找到它的工作簿，只看文档；要写回，请用 --workbook 指定"
    if said := basis_said(review.basis):
        yield f"{said}。"


def basis_said(basis: Basis) -> str:
    """Return what people should know of how it is known what was generated; often nothing."""
    return _BASES[basis]


def foreign_lines(found: Sequence[str]) -> Iterator[str]:
    """Yield what must not be published with a document; nothing where there is nothing."""
    if found:
        yield f"不该随公文发出去的（{len(found)} 处，会运行、取外部内容或指向别处，公布前请删去）："
        yield from (f"  {one}" for one in found)


def _at(place: Place) -> str:
    return f"{place}：" if str(place) else ""


def _what_next(review: Review) -> Iterator[str]:
    document, workbook = review.document, review.workbook
    apply = command_to_write_back(document, workbook)
    if review.applied:
        yield f"已写回：{workbook}（{review.cells} 格）；原来的工作簿另存为 {review.kept}"
    elif review.cells:
        yield f"可以写回工作簿 {review.cells} 格，请运行：{apply}"
    if review.conflicts:
        yield (
            f"两边不同的，可以在工作簿或文档里改成一样；或者运行 {apply} --take document"
            "（以文档为准；工作簿里的是上次从它写回的，就选这个）、--take workbook（以工作簿为准）"
        )
    overruled = review.overruled
    if overruled:
        yield (
            f"以工作簿为准的有 {overruled} 处，文档里的写法没有写回。"
            f"要按工作簿重新生成，请加 --force：{shown_command('make-report', '--force', workbook)}"
        )
    everything = not (review.conflicts or review.leftovers or overruled)
    if (
        workbook
        and everything
        and review.keeps_looks
        and (review.applied or review.all_in_workbook)
    ):
        make = shown_command("make-report", workbook)
        yield f"文档里的修改都在工作簿里了。要按工作簿重新生成，请运行：{make}"
