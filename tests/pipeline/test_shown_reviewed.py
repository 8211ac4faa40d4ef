"""Pictures, charts and further tables through review: told, written back, made again."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from lxml import etree
from openpyxl import load_workbook

from generator.form.vocabulary import Form
from generator.formats.xlsx.editing.cell_edits import CellValue
from generator.formats.xlsx.editing.first_results import with_first_results
from generator.manuscript.review.changes.change import Kind
from generator.manuscript.review.edited_report import edited_report
from generator.manuscript.review.side import Side
from generator.messages.review import spoken_review
from generator.messages.review_records import reviews_as_json
from generator.model.exhibits import FurtherTable
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import Review, review
from generator.pipeline.sources import read_report
from tests.exhibits import png
from tests.few import few
from tests.form.small import SMALL
from tests.libreoffice import needs_libreoffice
from tests.pipeline.office import document_in, document_of, lines_of, staff_edit, workbook_of
from tests.pipeline.shown_office import (
    CHART,
    FROM_FIGURES,
    FROM_TYPED,
    PICTURE,
    TABLE,
    TYPED,
    put_shown,
)
from tests.reviewing.ooxml import new, w
from tests.reviewing.resaved import resave
from tests.reviewing.shown import ShownDesk

BEFORE, AFTER = "公文主动公开", "政府信息公开。政府信息"
"""Words of the rows before and after those that show something, with either form."""
SEEDS = range(40)


@pytest.fixture
def office(tmp_path: Path, small_form: Form) -> Path:  # noqa: ARG001 - it must be known there
    """Return an office with the small form whose report shows something."""
    return put_shown(tmp_path, small=True)


@pytest.fixture
def desk(office: Path) -> ShownDesk:
    """Return its document on a reviewer's desk."""
    return ShownDesk(document_in(office))


def reviewed(office: Path, desk: ShownDesk, *, apply: bool = False) -> Review:
    document_of(office).write_bytes(desk.data())
    return review(document_of(office), apply=apply)


def told(found: Review) -> list[str]:
    return [change.kind.value for change in found.comparison.changes]


def said(found: Review) -> str:
    return spoken_review(found)


def rows(office: Path) -> list[tuple[str, str, str]]:
    """Return the rows of a workbook that show something."""
    report = read_report(workbook_of(office)).report
    return [(row.kind, row.heading, row.text) for row in report.paragraphs if row.kind]


def cells(office: Path) -> dict[str, str]:
    (table,) = read_report(workbook_of(office)).report.further_tables.values()
    return {cell.place.spot: cell.text for cell in table.cells}


def made_again(office: Path) -> None:
    """Make the document anew, which says what the edited one did, so that nothing is left."""
    assert review(document_of(office), apply=True).cells == 0
    outcome = make(workbook_of(office), output=document_of(office))
    assert outcome.status == Status.WRITTEN
    again = review(document_of(office))
    assert not again.comparison.changes
    assert not again.leftovers
    assert not again.cells


def test_what_is_shown_is_as_it_was_generated(office: Path) -> None:
    found = review(document_of(office))
    assert told(found) == []
    assert not found.leftovers
    assert not found.formatting
    assert [pair.name for pair in found.comparison.shown.pairs] == [
        f"图1“{PICTURE}”",
        f"图2“{CHART}”",
        f"表1“{TABLE}”",
        f"图3“{TYPED}”",
    ]


def test_a_reworded_caption_is_told_and_written_without_its_number(
    office: Path, desk: ShownDesk
) -> None:
    desk.reword(CHART, Random(1))
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["标题"]
    assert found.applied
    caption = rows(office)[1][1]
    assert caption.startswith(f"{CHART}（")
    texts = [row.text for row in read_report(workbook_of(office)).report.paragraphs]
    assert any(f"【图：{caption}】" in text for text in texts)  # what cites it still does
    made_again(office)


def test_a_number_of_a_caption_that_somebody_changed_is_not_written(
    office: Path, desk: ShownDesk
) -> None:
    words = next(desk.captions[CHART].iter(w("t")))
    words.text = f"图9　{CHART}"
    found = reviewed(office, desk)
    assert told(found) == ["序号"]
    assert found.cells == 0
    assert any(one.rule == "S06" for one in found.findings)


@pytest.mark.long
def test_captions_counted_anew_by_hand_are_no_change(office: Path, desk: ShownDesk) -> None:
    desk.delete(PICTURE)
    for was, now in ((f"图2　{CHART}", f"图1　{CHART}"), (f"图3　{TYPED}", f"图2　{TYPED}")):
        desk.retype(was, now)
    desk.retype("办理结果见图2", "办理结果见图1")
    desk.retype("渠道见图3", "渠道见图2")
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["删除", "改写"]
    citing = [row.text for row in read_report(workbook_of(office)).report.paragraphs]
    assert any(f"【图：{CHART}】" in text for text in citing)


def test_a_row_without_its_caption_stays(office: Path, desk: ShownDesk) -> None:
    desk.clear_caption(TABLE)
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["标题"]
    assert "删除标题" in said(review(document_of(office)))
    assert rows(office)[2] == ("表", "", "【表格：各镇】")


def test_what_is_deleted_with_its_caption_is_gone_but_its_sheet_stays(
    office: Path, desk: ShownDesk
) -> None:
    desk.delete(TABLE)
    desk.delete(PICTURE)
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["删除", "删除"]
    assert [text for _, _, text in rows(office)] == ["【图表：结果】", "【图表：渠道】"]
    assert (office / "inputs" / "培训.png").exists()
    assert b"xl/worksheets" in workbook_of(office).read_bytes()


@pytest.mark.long
def test_text_that_cites_what_was_deleted_says_what_it_said(office: Path, desk: ShownDesk) -> None:
    desk.delete(TABLE)
    reviewed(office, desk, apply=True)
    texts = [row.text for row in read_report(workbook_of(office)).report.paragraphs]
    assert any("各镇见表1" in text for text in texts)


def held(change: Callable[[ShownDesk], None], office: Path, desk: ShownDesk) -> str:
    """Return what is said of a change that the workbook cannot hold; the document stays."""
    change(desk)
    found = reviewed(office, desk, apply=True)
    assert not found.applied
    assert len(found.leftovers) + len(found.formatting) == 1
    assert make(workbook_of(office), output=document_of(office)).status == Status.EDITED
    spoken = said(review(document_of(office)))
    assert json.loads(reviews_as_json([found]))["results"][0]["all_in_workbook"] is False
    return spoken


@pytest.mark.long
def test_a_picture_that_is_gone_while_its_caption_stays_is_told(
    office: Path, desk: ShownDesk
) -> None:
    spoken = held(lambda desk: desk.delete_shown(PICTURE), office, desk)
    assert spoken.count(f"图1“{PICTURE}”：图片删去了") == 1
    assert "增加了" not in spoken


def exchange(desk: ShownDesk) -> None:
    (name,) = [part for part in desk.package.parts if part.startswith("word/media/")]
    desk.package.parts[name] = png(30, 20)


def test_an_exchanged_picture_is_told_by_its_caption(office: Path, desk: ShownDesk) -> None:
    spoken = held(exchange, office, desk)
    assert spoken.count(f"图1“{PICTURE}”：换成了另一张图片") == 1


@pytest.mark.long
def test_an_exchanged_picture_is_there_once_the_file_is_the_new_one(
    office: Path, desk: ShownDesk
) -> None:
    exchange(desk)
    (office / "inputs" / "培训.png").write_bytes(png(30, 20))
    found = reviewed(office, desk)
    assert not found.leftovers


@pytest.mark.long
def test_a_picture_of_another_size_is_told_by_its_caption(office: Path, desk: ShownDesk) -> None:
    def resize(desk: ShownDesk) -> None:
        extent = next(one for one in desk.shown(PICTURE).iter() if one.tag.endswith("}extent"))
        extent.set("cx", "2000000")

    assert f"图1“{PICTURE}”：大小改了" in held(resize, office, desk)


@pytest.mark.long
def test_a_picture_moved_without_its_caption_is_told(office: Path, desk: ShownDesk) -> None:
    def move(desk: ShownDesk) -> None:
        desk.line_with("依申请公开").addnext(desk.shown(PICTURE))

    assert f"图1“{PICTURE}”：移到了“" in held(move, office, desk)


def test_what_moves_with_its_caption_is_a_row_that_moved(office: Path, desk: ShownDesk) -> None:
    desk.move(TABLE, desk.line_with("监督保障"))
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["移动"]
    assert not found.formatting
    assert rows(office)[-1][1] == TABLE


@pytest.mark.long
def test_a_chart_of_figures_is_to_be_changed_in_the_table(office: Path, desk: ShownDesk) -> None:
    spoken = held(lambda desk: desk.change_point(FROM_FIGURES, 0, "9"), office, desk)
    assert f"图2“{CHART}”，办成：5 → 9" in spoken
    assert "请在表格里改" in spoken


@pytest.mark.long
def test_a_chart_of_another_kind_is_told(office: Path, desk: ShownDesk) -> None:
    def turn(desk: ShownDesk) -> None:
        part = "word/charts/chart1.xml"
        desk.package.parts[part] = desk.package.parts[part].replace(b'val="col"', b'val="bar"')

    assert f"图2“{CHART}”，图表类型：柱形图 → 条形图" in held(turn, office, desk)


def test_numbers_and_names_that_were_typed_for_a_chart_are_written(
    office: Path, desk: ShownDesk
) -> None:
    desk.change_point(FROM_FIGURES, 1, "3.0")
    desk.change_point(FROM_TYPED, 0, "40")
    desk.rename_point(FROM_TYPED, 1, "窗口")
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["图表"] * 3
    assert found.applied
    assert not found.leftovers
    report = read_report(workbook_of(office)).report
    assert [(row.label, row.data) for row in report.chart_rows[1:]] == [
        ("未办成", "3"),
        ("网上", "40"),
        ("窗口", "1.50"),
    ]


def test_the_same_number_written_otherwise_is_no_change(office: Path, desk: ShownDesk) -> None:
    desk.change_point(FROM_TYPED, 1, "1.500")
    assert told(reviewed(office, desk)) == []


def test_cells_are_told_one_by_one_and_written(office: Path, desk: ShownDesk) -> None:
    for cell in desk.cells(TABLE):
        cell.text = {"12": "13", "乙镇": "乙街道"}.get(cell.text or "", cell.text)
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["表格数字", "表格文字"]
    spoken = said(review(document_of(office)))
    assert f"表格数字 表1“{TABLE}”，甲镇／网上：12 → 13" in spoken
    assert cells(office)["B3"] == "13"
    assert cells(office)["A4"] == "乙街道"
    made_again(office)


def test_it_is_told_who_changed_a_cell(office: Path, desk: ShownDesk) -> None:
    words = next(one for one in desk.cells(TABLE) if one.text == "12")
    run = words.getparent()
    assert run is not None
    author = {"author": "王科长", "date": "2024-01-20T09:30:00Z"}
    come = new("ins", etree.fromstring(etree.tostring(run)), id="9001", **author)
    next(come.iter(w("t"))).text = "21"
    run.addnext(come)
    words.tag = w("delText")
    run.addprevious(gone := new("del", id="9002", **author))
    gone.append(run)
    found = reviewed(office, desk)
    (change,) = found.comparison.changes
    assert (change.was, change.now) == ("12", "21")
    assert change.by == (("王科长", "2024-01-20T09:30:00Z"),)
    assert not found.untracked


@pytest.mark.long
def test_a_table_with_the_rows_of_the_form_is_not_taken_for_the_forms_own(office: Path) -> None:
    path = workbook_of(office)
    book = load_workbook(path)
    sheet = book["各镇"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.delete_rows(1, 20)
    for row in (("", "个人", "单位"), ("收案", 6, 7), ("结案", 8, 9)):
        sheet.append(row)
    book.save(path)
    path.write_bytes(with_first_results(path.read_bytes()))
    assert make(path, output=document_of(office)).status == Status.WRITTEN
    desk = ShownDesk(document_in(office))
    next(one for one in desk.cells(TABLE) if one.text == "6").text = "66"
    found = reviewed(office, desk)
    assert [change.place.spot for change in found.comparison.changes] == [
        f"表1“{TABLE}”，收案／个人"
    ]
    assert found.cells == 1


@pytest.mark.long
def test_words_are_not_written_over_a_number(office: Path, desk: ShownDesk) -> None:
    def write(desk: ShownDesk) -> None:
        next(one for one in desk.cells(TABLE) if one.text == "12").text = "约十二"

    spoken = held(write, office, desk)
    assert "B3 是数字，“约十二”不是，没有写" in spoken
    assert cells(office)["B3"] == "12"


@pytest.mark.long
def test_rows_that_came_are_told_and_the_other_cells_written(office: Path, desk: ShownDesk) -> None:
    table = desk.shown(TABLE)
    last = list(table.iterchildren(w("tr")))[-2]
    last.addnext(more := etree.fromstring(etree.tostring(last)))
    for words, text in zip(more.iter(w("t")), ("丁镇", "4", "5", "6"), strict=True):
        words.text = text
    next(one for one in desk.cells(TABLE) if one.text == "12").text = "13"
    found = reviewed(office, desk, apply=True)
    assert told(found) == ["表格数字", "图表"]
    (left,) = found.leftovers
    assert f"{left.place}：{left.what}" == f"表1“{TABLE}”：增加了 1 行：丁镇／4／5／6"
    assert cells(office)["B3"] == "13"
    now = [*_NEW, "合计", 39, 15, 54]
    spots = [("各镇", (row, column)) for row in (6, 7) for column in range(1, 5)]
    staff_edit(office, dict(zip(spots, now, strict=True)))
    assert not review(document_of(office)).leftovers  # the workbook has the row by now


_NEW: tuple[CellValue, ...] = ("丁镇", 4, 5, 6)


@pytest.mark.parametrize("take", few([None, Side.DOCUMENT, Side.WORKBOOK], 1))
def test_a_cell_that_both_sides_changed_is_asked(
    office: Path, desk: ShownDesk, take: Side | None
) -> None:
    next(one for one in desk.cells(TABLE) if one.text == "12").text = "13"
    staff_edit(office, {("各镇", (3, 2)): 14})
    document_of(office).write_bytes(desk.data())
    found = review(document_of(office), apply=True, take=take)
    assert len(found.conflicts) == (take is None)
    assert cells(office)["B3"] == ("13" if take is Side.DOCUMENT else "14")


@pytest.mark.long
def test_a_chart_follows_the_figure_that_was_changed(office: Path, desk: ShownDesk) -> None:
    desk.retype("受理申请5件", "受理申请6件")
    cell = next(one for one in desk.package.body.iter(w("t")) if one.text == "5")
    cell.text = "6"
    found = reviewed(office, desk)
    assert found.merge
    assert f"图2“{CHART}”里的“办成”：5 → 6" in found.merge.follows
    desk.change_point(FROM_FIGURES, 0, "6")
    found = reviewed(office, desk, apply=True)
    assert found.merge
    assert not any(CHART in one for one in found.merge.follows)
    assert not found.leftovers


@pytest.mark.long
def test_what_somebody_put_in_is_told_with_its_place(office: Path, desk: ShownDesk) -> None:
    def insert(desk: ShownDesk) -> None:
        behind = desk.captions[PICTURE]
        behind.addnext(etree.fromstring(etree.tostring(desk.shown(PICTURE))))

    assert "第6段“图1 培训现场的…”：增加了“图片”" in held(insert, office, desk)


def test_the_checks_see_captions_and_tables_as_they_stand(office: Path, desk: ShownDesk) -> None:
    next(one for one in desk.cells(TABLE) if one.text == "54").text = "99"
    found = reviewed(office, desk)
    assert not [one for one in found.findings if one.rule == "E04"]  # every one has its caption
    there = edited_report(found.comparison, SMALL)
    assert [row.heading for row in there.paragraphs if row.kind] == [PICTURE, CHART, TABLE, TYPED]
    table = there.exhibits["【表格：各镇】"]
    assert isinstance(table, FurtherTable)
    (cell,) = [cell for cell in table.cells if cell.text == "99"]
    assert str(cell.place) == f"2023.docx『表1“{TABLE}”』“合计／办结”"
    assert [cell.columns for cell in table.cells if cell.text == "受理"] == [2]


@pytest.mark.long
def test_formulas_stay_and_what_they_show_follows(office: Path, desk: ShownDesk) -> None:
    path = workbook_of(office)
    book = load_workbook(path)
    book["各镇"]["B6"] = "=SUM(B3:B5)"
    book["各镇"]["B4"].number_format = "0.00"
    book.save(path)
    path.write_bytes(with_first_results(path.read_bytes()))
    assert make(path, output=document_of(office)).status == Status.WRITTEN
    desk = ShownDesk(document_in(office))
    for cell in desk.cells(TABLE):
        cell.text = {"39": "40", "12": "13", "7.00": "8.5"}.get(cell.text or "", cell.text)
    found = reviewed(office, desk, apply=True)
    assert cells(office)["B6"] == "41.5"
    assert cells(office)["B4"] == "8.50"
    (left,) = found.leftovers
    assert "合计／网上：39 → 40；B6 是公式" in left.what
    assert found.merge
    assert found.merge.follows == [f"表1“{TABLE}”，乙镇／网上：8.5 → 8.50"]
    assert load_workbook(path)["各镇"]["B6"].value == "=SUM(B3:B5)"


def edited(desk: ShownDesk, rng: Random) -> None:
    """Edit what is shown, here and there; every edit is one that a workbook can hold."""
    captions = [PICTURE, CHART, TABLE, TYPED]
    rng.shuffle(captions)
    removed, moved, reworded, cleared = captions
    edits: list[Callable[[], None]] = [
        lambda: desk.reword(reworded, rng),
        lambda: desk.retype("共", "一共"),
    ]
    if removed != TABLE:
        edits += [lambda: desk.change_number(TABLE, rng), lambda: desk.change_label(TABLE, rng)]
    if removed != TYPED:
        edits += [lambda: desk.change_point(FROM_TYPED, 0, str(rng.randrange(20, 90)))]
        edits += [lambda: desk.rename_point(FROM_TYPED, 1, "窗口受理")]
    if removed != CHART:
        edits.append(lambda: desk.change_point(FROM_FIGURES, 1, str(rng.randrange(20, 90))))
    behind = desk.line_with(rng.choice(("监督保障", "依申请公开")))
    last: list[Callable[[], None]] = [
        lambda: desk.move(moved, behind),
        lambda: desk.delete(removed),
        lambda: desk.clear_caption(cleared),
    ]
    chosen = rng.sample(edits, rng.randrange(1, len(edits) + 1))
    for edit in [*chosen, *rng.sample(last, rng.randrange(len(last) + 1))]:
        edit()


@pytest.mark.parametrize("seed", few(SEEDS, 1))
def test_every_edit_is_found_and_brought_back_and_nothing_is_left(
    office: Path, desk: ShownDesk, seed: int
) -> None:
    all_is_brought_back(office, desk, seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_so_it_is_with_the_official_form(tmp_path: Path, seed: int) -> None:
    office = put_shown(tmp_path, small=False)
    all_is_brought_back(office, ShownDesk(document_in(office)), seed)


def all_is_brought_back(office: Path, desk: ShownDesk, seed: int) -> None:
    edited(desk, Random(seed))
    found = reviewed(office, desk, apply=True)
    assert Counter(told(found)) == Counter(desk.said)
    assert not found.leftovers
    assert not found.formatting
    assert not found.conflicts
    there = [line for line in lines_of(desk.data()) if not line.startswith(("图", "表"))]
    made_again(office)
    now = [line for line in lines_of(document_in(office)) if not line.startswith(("图", "表"))]
    assert len(now) == len(there)


@needs_libreoffice
@pytest.mark.parametrize("seed", [1, 5, 7])
def test_edits_are_found_though_libreoffice_saved_the_document_again(
    tmp_path: Path, seed: int
) -> None:
    office = put_shown(tmp_path, small=False)
    desk = ShownDesk(document_in(office))
    edited(desk, Random(seed))
    document_of(office).write_bytes(desk.data())
    (again,) = resave([document_of(office)], "docx", office)
    document_of(office).write_bytes(again.read_bytes())
    found = review(document_of(office), apply=True)
    assert Counter(told(found)) == Counter(desk.said)
    assert not found.leftovers
    made_again(office)


@pytest.mark.long
def test_every_kind_of_edit_is_made_by_some_seed(office: Path) -> None:
    kinds = set[str]()
    for seed in SEEDS:
        desk = ShownDesk(document_in(office))
        edited(desk, Random(seed))
        kinds.update(desk.said)
    wanted = {Kind.FIGURE, Kind.LABEL, Kind.HEADING, Kind.DELETED, Kind.MOVED, Kind.SHOWN}
    assert kinds == {kind.value for kind in wanted} | {Kind.REWORDED.value}
