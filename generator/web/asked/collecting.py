"""The files of many units, brought together in one workbook."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.files.file_names import INPUTS
from generator.messages.collect import spoken_collected, spoken_new_list
from generator.messages.page.folder import id_of
from generator.model.finding import Refusal
from generator.pipeline.collecting.collect import Collected, collect
from generator.pipeline.collecting.handed_in import handed_in
from generator.pipeline.collecting.listed import new_unit_list
from generator.pipeline.collecting.watched_reading import reading
from generator.pipeline.edition import form_named
from generator.pipeline.listing.states import Kind
from generator.pipeline.new import usual_target
from generator.web.asked.making import year_in
from generator.web.desk import Desk
from generator.web.request import Answer, Request
from generator.web.told import Tone, choice, told


def collected(desk: Desk, request: Request, _rest: str) -> Answer:
    """Collect what lies in a folder; the first time begin a list of units, to be completed."""
    folder, year = desk.file(request.text("folder")), year_in(request)
    if not folder.is_dir():
        raise Refusal(f"{folder.name} 不是文件夹。请选各单位的文件所在的文件夹。")
    chosen = request.text("form")
    form = form_named(chosen, desk.folder / INPUTS) if chosen else None
    output = desk.folder / f"汇总{year}.xlsx"
    if form is not None:
        output = usual_target(desk.folder, year, form, begins="汇总")
    units = None if output.exists() else _list_of(desk, year, form.id if form else "")
    if units is None and not output.exists():
        return _begun(desk, folder, request.text("organ").strip(), year)
    with desk.work.doing(f"正在汇总 {folder.name}"):
        made = collect(folder, output, units, reading(desk.work.watch), form)
    desk.watch.look()
    return _told(desk, folder, made)


def _told(desk: Desk, folder: Path, made: Collected) -> Answer:
    first, *lines = spoken_collected(made).split("\n")
    own = id_of(made.output)
    return told(
        desk,
        first,
        lines,
        tone=Tone.GOOD if made.sums.whole else Tone.WARN,
        choices=[choice("打开汇总", f"open/{own}"), *_of_other_forms(made, folder)],
        goto=f"#/report/{own}",
    )


def _of_other_forms(made: Collected, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield a button for each other form of which files lie there, that collects those."""
    listed = made.collection.listed
    for (form, name), count in made.collection.of_other_forms.items():
        given = {"folder": id_of(folder), "organ": listed.organ, "year": listed.year, "form": form}
        yield choice(f"汇总“{name}”的 {count} 份", "collect", given)


def _begun(desk: Desk, folder: Path, organ: str, year: int) -> Answer:
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


def _list_of(desk: Desk, year: int, form: str) -> Path | None:
    """Return the list of units for a year, to collect a form by its id.

    It is that of a collection of another form, in which people have mended it; else the one named
    for the year; else the one saved last.
    """
    files = [one for one in desk.states.found.files if one.year in (year, None)]
    others = (one.path for one in files if one.kind is Kind.COLLECTION and one.form != form)
    if form and (other := next(others, None)) is not None:
        return other
    paths = [one.path for one in files if one.kind is Kind.UNITS]
    named = desk.folder / f"单位名单{year}.xlsx"
    return named if named.exists() else next(iter(paths), None)
