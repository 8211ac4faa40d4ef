"""What is said of a collection: Chinese for people, the same as JSON for programs."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.files.delivery import Delivery
from generator.files.safe_names import safe_stem
from generator.form.chinese import listed as listed_words
from generator.messages.as_json import as_json
from generator.messages.command_to_type import shown_command
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.messages.records import finding_record
from generator.model.collection.collection import Collection, FileState, State, UnitStanding
from generator.model.collection.unit import UnitList
from generator.model.one_line import lines_said
from generator.model.reading_order import Standing, standing
from generator.pipeline.collecting.collect import Collected
from generator.pipeline.collecting.years import CollectedYears

_MOST_NAMED, _MOST_FILES, _MOST_LOST = 15, 20, 40
_ASKING = (
    FileState.DOUBTFUL,
    FileState.OTHER_ORGAN,
    FileState.UNUSABLE,
    FileState.OTHER_YEAR,
)
"""Files of which people should know."""


def spoken_collected(made: Collected, paint: Paint = plain) -> str:
    """Return who has filed, what the sum holds, and what is to be done next."""
    return lines_said(_said(made, paint))


def spoken_new_list(target: Path, listed: UnitList) -> str:
    """Return what is in a list that was begun."""
    collect = ("collect", "各单位的文件夹", "--units", target, "-o", f"汇总{listed.year}.xlsx")
    found = f"已经填上文件夹里认出来的 {len(listed.units)} 个单位" if listed.units else "还没有单位"
    return lines_said(
        [
            f"已新建：{target}，{found}",
            "  请打开核对、补全：一行一个单位；改过名、合并过的，把以前的名称写在“别的名称”里。",
            f"  然后汇总：{shown_command('make-report', *collect)}",
        ]
    )


def _said(made: Collected, paint: Paint) -> Iterator[str]:
    collection = made.collection
    counted, due, whole = made.sums.counted, made.sums.due, made.sums.whole
    written = "已是最新" if made.delivery is Delivery.CURRENT else "已汇总"
    yield paint(f"{written}：{made.output}", Emphasis.BOLD)
    whose = f"  {collection.listed.organ}　{collection.listed.year} 年度"
    said = f"{whose}　计入 {counted} 个单位，名单上共 {due} 个"
    yield paint(said, Emphasis.GREEN if whole else Emphasis.ALARM)
    yield from _states(collection, paint)
    yield from _files(collection)
    yield from _of_other_forms(made)
    wrong = sum(one.filing.wrong for one in collection.units if one.filing)
    unchecked = sum(standing(one.finding) is Standing.UNCHECKED for one in collection.across)
    across = len(collection.across) - unchecked
    more = f"，无法核对的 {unchecked} 处" if unchecked else ""
    yield f"  问题：各单位的错误 {wrong} 处，单位之间的 {across} 处{more}，都列在『各单位问题』"
    if made.answers.mended:
        yield f"  留下了您在『各单位数字』里改过的 {len(made.answers.mended)} 个数"
    yield from _kept(made, paint)
    yield from (f"  {paint('请核对', Emphasis.BOLD)}：{one}" for one in made.doubts)
    yield from _notices(made)
    if not whole:
        yield "  没有汇总齐，用它生成的报告只能是草稿（--draft）。"
        yield "  收到以后再汇总一次，名单在汇总里改："
        yield f"    {shown_command('make-report', 'collect', '各单位的文件夹', '-o', made.output)}"
    else:
        yield f"  生成报告：{shown_command('make-report', made.output)}"


def _kept(made: Collected, paint: Paint) -> Iterator[str]:
    """Say that the collection before was edited, and name what only its copy has."""
    if not made.kept:
        return
    yield f"  上次的汇总有人改过，另存为：{made.kept}"
    lost = made.only_in_copy
    if not lost:
        yield "    填过的都带过来了（颜色、列宽等格式除外）"
        return
    yield f"    {paint(f'下面 {len(lost)} 处没有带过来', Emphasis.BOLD)}，只在那一份里，其余都在："
    for one in lost[:_MOST_LOST]:
        yield f"      {one.place._replace(file='')}：{one.message}。{one.advice}。"
    if lost[_MOST_LOST:]:
        yield f"      还有 {len(lost) - _MOST_LOST} 处，请对照那一份（--json 列出全部）"


def _states(collection: Collection, paint: Paint) -> Iterator[str]:
    by_state: dict[State, list[str]] = {}
    for one in collection.units:
        by_state.setdefault(one.state, []).append(one.unit.name)
    for state in State:
        names = by_state.get(state, [])
        if not names:
            continue
        if state is State.FILED:
            yield f"  {state}：{len(names)} 个"
            continue
        more = "等" if names[_MOST_NAMED:] else ""
        emphasis = Emphasis.BOLD if state.counts else Emphasis.ALARM
        named = listed_words(names[:_MOST_NAMED])
        yield f"  {paint(state, emphasis)}：{len(names)} 个，{named}{more}"


def _files(collection: Collection) -> Iterator[str]:
    """Name the files that are nobody's, that cannot be used or are of another year."""
    asking = [one for one in collection.files if one.state in _ASKING]
    counts = Counter(one.state for one in collection.files)
    yield f"  文件 {len(collection.files)} 个：" + "，".join(
        f"{state} {counts[state]}" for state in FileState if counts[state]
    )
    for one in asking[:_MOST_FILES]:
        name = one.filing.file.rpartition("›")[2].rpartition("/")[2]
        said = (one.filing.problem or one.said).removeprefix(f"{name} ")
        organ = f"（{one.filing.organ}）" if one.filing.organ else ""
        why = f"：{said}" if said else ""
        yield f"    {one.filing.file}{organ}　{one.state}{why}"
    if asking[_MOST_FILES:]:
        yield f"    还有 {len(asking) - _MOST_FILES} 个，见『收到的文件』"


def _of_other_forms(made: Collected) -> Iterator[str]:
    """Say of which other forms files were handed in, and how each of those is collected."""
    for (_, name), count in made.collection.of_other_forms.items():
        output = made.output.with_name(f"汇总{made.collection.listed.year}{safe_stem(name)}.xlsx")
        collect = ("collect", "各单位的文件夹", "--form", name, "--units", made.output)
        yield f"    “{name}”{count} 份没有算在内，要另行汇总："
        yield f"      {shown_command('make-report', *collect, '-o', output)}"


def _notices(made: Collected) -> Iterator[str]:
    notices = made.notices
    if count := len(notices.written) + len(notices.current):
        yield f"  整改单 {count} 份（这次新写 {len(notices.written)} 份），在 {notices.folder}"
    if notices.apart:
        yield (
            f"    {len(notices.apart)} 个单位在旁边的另一份汇总里也有整改单，"
            f"这里的文件名后面加了“（{made.output.stem}）”"
        )
    for other, theirs in notices.others.items():
        yield f"    那里还有“{other}”的整改单 {theirs} 份，没有动，发的时候请分清"
    if notices.kept:
        yield f"    有人改过的 {len(notices.kept)} 份另存为带日期的副本"
    if notices.done_with:
        where = notices.done_with[0].now.parent
        yield f"    不用再改的 {len(notices.done_with)} 个单位，上次的整改单移到了 {where}"
    yield from (f"    {sentence}" for sentence in notices.refused)


def spoken_years(made: CollectedYears, paint: Paint = plain) -> str:
    """Return which years stand side by side now."""
    written = "已是最新" if made.delivery is Delivery.CURRENT else "已写好"
    years = listed_words(str(one.year) for one in made.years)
    lines = [paint(f"{written}：{made.output}", Emphasis.BOLD), f"  {years} 年放在一起比"]
    if made.kept:
        lines.append(f"  上次的有人改过，另存为：{made.kept}")
    return lines_said(lines)


def years_as_json(made: CollectedYears) -> str:
    """Return the same for programs."""
    return as_json(
        {
            "output": str(made.output),
            "status": made.delivery.value,
            "years": [one.year for one in made.years],
            "kept": str(made.kept) if made.kept else None,
        }
    )


def collected_as_json(made: Collected) -> str:
    """Return the same for programs."""
    collection = made.collection
    return as_json(
        {
            "output": str(made.output),
            "status": made.delivery.value,
            "kept": str(made.kept) if made.kept else None,
            "organ": collection.listed.organ,
            "year": collection.listed.year,
            "counted": made.sums.counted,
            "listed": made.sums.due,
            "doubts": list(made.doubts),
            "only_in_copy": [
                finding_record(finding, collection.form.rules) for finding in made.only_in_copy
            ],
            "units": [_unit(one, collection) for one in collection.units],
            "files": [
                {
                    "file": one.filing.file,
                    "kind": one.filing.kind,
                    "status": one.state.name.lower(),
                    "unit": one.unit or None,
                    "candidates": list(one.candidates),
                    "organ": one.filing.organ or None,
                    "year": one.filing.year,
                    "message": one.filing.problem or one.said or None,
                }
                for one in collection.files
            ],
            "sums": {
                name: None if one.value is None else str(one.value)
                for name, one in made.sums.figures.items()
            },
            "across": [
                {"units": list(one.units), **finding_record(one.finding, collection.form.rules)}
                for one in collection.across
            ],
            "notices": [str(path) for path in made.notices.written],
        }
    )


def _unit(one: UnitStanding, collection: Collection) -> dict[str, Any]:
    found = [*one.findings, *(one.filing.findings if one.filing else ())]
    return {
        "name": one.unit.name,
        "status": one.state.name.lower(),
        "counts": one.state.counts,
        "file": one.filing.file if one.filing else None,
        "findings": [finding_record(finding, collection.form.rules) for finding in found],
    }


def new_list_as_json(target: Path, listed: UnitList) -> str:
    """Return what is in a list that was begun, for programs."""
    return as_json({"output": str(target), "units": [one.name for one in listed.units]})
