"""What one file of a folder is: a report, something else of ours, or none of ours."""

from collections.abc import Collection, Sequence
from pathlib import Path

from generator.files.file_names import (
    DRAFT,
    KEPT,
    default_workbook,
    document_of_published,
    is_copy,
    is_published,
)
from generator.files.zip_archive import DOCUMENT, open_archive, read_file
from generator.formats.docx.notices.document import whose_notice
from generator.formats.docx.package.provenance import read_properties
from generator.formats.xlsx.collection.list_reading import read_unit_list
from generator.formats.xlsx.collection.standings_reading import read_standings
from generator.formats.xlsx.findings.problem_sheets import is_problem_list
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.sort import Sort, sort_of
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Refusal
from generator.pipeline.edition import form_of_document, form_of_workbook
from generator.pipeline.example import is_example
from generator.pipeline.found_workbook import found_workbook
from generator.pipeline.listing.around import Needs
from generator.pipeline.listing.document_state import document_state
from generator.pipeline.listing.report_state import report_state, state_of_document
from generator.pipeline.listing.states import FileState, Kind, OtherFile, State
from generator.pipeline.local_rules import HANDED_DOWN
from generator.pipeline.sources import Source, read_source

LookedAt = tuple[FileState | OtherFile, Needs]
"""What a file is, and what that depends on beside itself."""

_TO_IMPORT = "不是由这里的工作簿生成的。如果是已经发布的报告，可以导入，由它新建工作簿"
_NO_WORKBOOK = "找不到它的工作簿：不在这个文件夹里，或者有好几个都可能是"
_SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"
_PICTURE = "图片", "报告里用到的图片放在这里就行"
_OTHERS = {
    **dict.fromkeys((".doc", ".wps", ".odt", ".rtf", ".docm"), ("文字文档", _TO_IMPORT)),
    **dict.fromkeys((".html", ".htm", ".mht", ".mhtml"), ("网页", _TO_IMPORT)),
    ".pdf": ("PDF", _TO_IMPORT),
    ".zip": ("压缩包", _TO_IMPORT),
    **dict.fromkeys((".xls", ".et", ".xlsm", ".csv", ".ods"), ("表格", _SAVE_AS)),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".webp"), _PICTURE),
}
"""By ending: what people call such a file, and why it is no report here."""


def outside(path: Path, places: Sequence[Path]) -> OtherFile | None:
    """Return a link that leads out of the folder, which is never followed; else None."""
    if not path.is_symlink():
        return None
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return OtherFile(path, "链接", "是打不开的链接")
    if any(target.parent == place.resolve() for place in places):
        return None
    return OtherFile(path, "链接", "是指向别处的链接，没有去读。请把文件本身复制到这里")


def is_beside(path: Path, others: Collection[Path]) -> bool:
    """Tell by its name whether a file only goes with another: a document with its workbook."""
    if is_copy(path) or KEPT in path.stem:
        return True
    if is_published(path):
        return document_of_published(path) in others
    return path.suffix.lower() == ".docx" and default_workbook(path) in others


def looked_at(path: Path) -> LookedAt:
    """Return what a file is, and how far the report is that is in it."""
    suffix = path.suffix.lower()
    if is_published(path):
        return OtherFile(path, "已发布的文件", "它的文档不在这里", importable=True), Needs()
    if suffix == ".xlsx":
        return _workbook(path)
    if suffix == ".docx":
        return _document(path)
    what, why = _OTHERS.get(suffix, ("其他文件", "这里用不到"))
    return OtherFile(path, what, why, importable=why == _TO_IMPORT), Needs()


def _workbook(path: Path) -> LookedAt:
    if is_problem_list(path) or path.name == HANDED_DOWN:
        kind = Kind.LOCAL_RULES if path.name == HANDED_DOWN else Kind.PROBLEMS
        return FileState(path, kind), Needs()
    try:
        content = read_file(path)
        parts = workbook_parts(content, path.name)
        sheets = read_sheets(parts, path.name)
        form = form_of_workbook(parts, path.name, path)
    except Refusal as refusal:
        return FileState(path, Kind.REPORT, State.UNUSABLE, why=str(refusal)), Needs()
    sort = sort_of(sheets)
    if sort in (Sort.YEARS, Sort.UNITS):
        return _no_report(path, sort, sheets), Needs()
    try:
        read_source(Source(path.name, content, path), form)
    except Refusal as refusal:
        return OtherFile(path, "Excel 工作簿", str(refusal)), Needs()
    kind = Kind.COLLECTION if sort is Sort.COLLECTION else Kind.REPORT
    found, needs = report_state(path, kind)
    if sort is Sort.COLLECTION:
        there = read_standings(sheets)
        found = found._replace(units=(there.counted, there.listed))
    return found._replace(example=is_example(path)), needs


def _no_report(path: Path, sort: Sort, sheets: Sequence[Sheet]) -> FileState:
    if sort is Sort.YEARS:
        return FileState(path, Kind.YEARS)
    listed = read_unit_list(sheets, path.name)
    year, units = listed.year or None, (0, len(listed.units))
    return FileState(path, Kind.UNITS, organ=listed.organ, year=year, units=units)


def _document(path: Path) -> LookedAt:
    try:
        content = read_file(path)
        parts = open_archive(content, path.name, DOCUMENT)
    except Refusal as refusal:
        return OtherFile(path, "Word 文档", str(refusal)), Needs()
    if notice := whose_notice(content):
        return FileState(path, Kind.NOTICE, organ=notice.unit), Needs()
    whose = read_properties(parts, path.name).get("report", "")
    if path.stem.endswith(DRAFT):
        return OtherFile(path, "草稿", "它的工作簿不在这里"), Needs()
    if not whose:
        return OtherFile(path, "Word 文档", _TO_IMPORT, importable=True), Needs()
    organ, _, year = whose.rpartition("/")
    try:
        form = form_of_document(parts, path.name, path)
    except Refusal as refusal:
        return OtherFile(path, "Word 文档", str(refusal)), Needs()
    workbook = found_workbook(path, parts)
    there = document_state(path, workbook)
    found = FileState(
        path,
        Kind.DOCUMENT,
        state_of_document(there, published_current=False),
        organ=organ,
        year=int(year) if year.isdecimal() else None,
        form=form.id,
        form_name=form.name,
        document=there,
        workbook=workbook,
        why=there.problem or ("" if workbook else _NO_WORKBOOK),
    )
    return found, Needs(workbook=str(workbook or ""), any_workbook=workbook is None)
