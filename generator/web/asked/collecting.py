"""The files of many units, brought together in one workbook."""

from pathlib import Path
from typing import Any

from generator.messages.collect import spoken_collected, spoken_new_list
from generator.messages.page.folder import id_of
from generator.model.finding import Refusal
from generator.pipeline.collecting.collect import collect
from generator.pipeline.collecting.handed_in import handed_in
from generator.pipeline.collecting.listed import new_unit_list
from generator.pipeline.collecting.watched_reading import reading
from generator.pipeline.listing.states import Kind
from generator.web.asked.making import year_in
from generator.web.desk import Desk
from generator.web.request import Answer, Request
from generator.web.told import Tone, choice, told


def collected(desk: Desk, request: Request, _rest: str) -> Answer:
    """Collect what lies in a folder; the first time begin a list of units, to be completed."""
    given = request.data()
    folder, year = desk.file(str(given.get("folder", ""))), year_in(given)
    if not folder.is_dir():
        raise Refusal(f"{folder.name} 不是文件夹。请选各单位的文件所在的文件夹。")
    output = desk.folder / f"汇总{year}.xlsx"
    units = None if output.exists() else _list_of(desk, year)
    if output.exists() or units:
        return _collected(desk, folder, output, units)
    return _begun(desk, folder, given, year)


def _collected(desk: Desk, folder: Path, output: Path, units: Path | None) -> Answer:
    with desk.work.doing(f"正在汇总 {folder.name}"):
        made = collect(folder, output, units, reading(desk.work.watch))
    desk.watch.look()
    first, *lines = spoken_collected(made).split("\n")
    own = id_of(output)
    return told(
        desk,
        first,
        lines,
        tone=Tone.GOOD if made.sums.whole else Tone.WARN,
        choices=[choice("打开汇总", f"open/{own}")],
        goto=f"#/report/{own}",
    )


def _begun(desk: Desk, folder: Path, given: dict[str, Any], year: int) -> Answer:
    organ = str(given.get("organ", "")).strip()
    if not organ:
        raise Refusal("没有写汇总单位。请写它的全称。")
    target = desk.folder / f"单位名单{year}.xlsx"
    with desk.work.doing(f"正在看 {folder.name} 里有哪些单位"):
        listed = new_unit_list(
            target, organ, year, reading(desk.work.watch)(handed_in(folder, [target]))
        )
    desk.watch.look()
    first, *lines = spoken_new_list(target, listed).split("\n")
    lines.append("补全、保存以后，再点一次“汇总”。")
    return told(desk, first, lines, choices=[choice("打开单位名单", f"open/{id_of(target)}")])


def _list_of(desk: Desk, year: int) -> Path | None:
    """Return the list of units for a year: the one named for it, else the one saved last."""
    lists = [one for one in desk.states.found.files if one.kind is Kind.UNITS]
    paths = [one.path for one in lists if one.year in (year, None)]
    named = desk.folder / f"单位名单{year}.xlsx"
    return named if named.exists() else next(iter(paths), None)
