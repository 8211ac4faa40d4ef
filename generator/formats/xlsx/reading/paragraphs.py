"""Reads 正文: the narrative, one paragraph a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.form.chinese import listed
from generator.form.labels import Spot, label_key
from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import LEVELS, NARRATIVE_COLUMNS, REVISED, REVISED_COLUMN
from generator.formats.xlsx.reading.lists import (
    Item,
    header,
    items,
    no_header,
    outside,
    shown_otherwise,
    typed_text,
)
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.shown import TO_DO_WITH_TEXT
from generator.model.exhibits import EXHIBIT_KINDS, FIGURE_KIND, TABLE_KIND
from generator.model.finding import Finding, Severity, held_back
from generator.model.report import BODY, FOURTH_LEVEL, SECOND_LEVEL, THIRD_LEVEL, Paragraph

_PART, _LEVEL, _HEADING, _TEXT = NARRATIVE_COLUMNS
_LEVEL_SHAPES = (
    (BODY, "", re.compile(LEVELS[BODY])),
    (SECOND_LEVEL, "", re.compile(r"\([一二三四五六七八九十]+\)")),
    (THIRD_LEVEL, "", re.compile(r"\d+[.、]?")),
    (FOURTH_LEVEL, "", re.compile(r"\(\d+\)")),
    (BODY, FIGURE_KIND, re.compile("图|图片|图表|插图")),
    (BODY, TABLE_KIND, re.compile("表|表格|附表")),
)
"""Level, kind of exhibit, and how people write it."""


def read_paragraphs(sheet: Sheet, form: Form, file: str) -> tuple[list[Paragraph], list[Finding]]:
    """Return the rows that hold text, in the order of the sheet."""
    above = header(sheet, NARRATIVE_COLUMNS)
    if above is None:
        return [], [no_header(sheet, NARRATIVE_COLUMNS, file)]
    above = header(sheet, (*NARRATIVE_COLUMNS, REVISED_COLUMN)) or above
    paragraphs: list[Paragraph] = []
    findings: list[Finding] = []
    parts = {label_key(part.label): part.name for part in form.parts}
    for item in items(sheet, NARRATIVE_COLUMNS, above):
        spare = not sheet.filled(item.spots[_HEADING]) and not sheet.filled(item.spots[_TEXT])
        if not spare or not _says_nothing(sheet, item, parts):
            paragraph, problem = _paragraph(sheet, item, parts, file)
            paragraphs += [_with_unrevised(paragraph, sheet, item.row, above)] if paragraph else []
            findings += [problem] if problem else []
    findings += [
        held_back("R04", cell.place, cell.message, TO_DO_WITH_TEXT)
        for cell in shown_otherwise(sheet, above, file)
        if cell.text or cell.column not in (_HEADING, _TEXT)  # numbers there are no text anyway
    ]
    findings += outside(sheet, above, file)
    return paragraphs, [*findings, *_out_of_place(paragraphs, form)]


def _with_unrevised(
    paragraph: Paragraph, sheet: Sheet, row: int, above: dict[str, Spot]
) -> Paragraph:
    """Add what the row says of being last year's; anything but 已修改 counts as not revised."""
    if REVISED_COLUMN not in above:
        return paragraph
    spot = row, above[REVISED_COLUMN][1]
    said = sheet.formulas.get(spot) or sheet.text(spot)
    return paragraph if label_key(said) in REVISED else replace(paragraph, unrevised=said)


def _says_nothing(sheet: Sheet, item: Item, parts: dict[str, str]) -> bool:
    """Tell whether a row without heading and text holds nothing but its part and level."""
    part, level = sheet.text(item.spots[_PART]), sheet.text(item.spots[_LEVEL])
    return (not part or label_key(part) in parts) and _level(level) is not None


def _paragraph(
    sheet: Sheet, item: Item, parts: dict[str, str], file: str
) -> tuple[Paragraph | None, Finding | None]:
    """Return what a row holds, or what is wrong with it; both where it can still be shown."""
    heading, text = (typed_text(sheet, item.spots[column]) for column in (_HEADING, _TEXT))
    if heading is None or text is None:
        column = _HEADING if heading is None else _TEXT
        return None, held_back(
            "R04",
            item.place(sheet, file, column),
            f"“{column}”里是公式、日期或出错的结果，不是文字",
            "请直接输入文字（可先把单元格格式设为“文本”）",
            about=f"不是文字：{_said(sheet, item)}",
        )
    part = parts.get(label_key(sheet.text(item.spots[_PART])))
    if part is None:
        said = sheet.text(item.spots[_PART])
        message = f"“部分”填的是“{said}”，不是规定的部分" if said else "没有选“部分”"
        return None, held_back(
            "R04",
            item.place(sheet, file, _PART),
            f"第 {item.row} 行写了内容，{message}，不知道该印在哪里",
            "请在“部分”一栏的下拉列表里选一项",
            about=f"没有部分：{_said(sheet, item)}",
        )
    known = _level(sheet.text(item.spots[_LEVEL]))
    level, kind = known or (BODY, "")
    paragraph = Paragraph(
        part,
        level,
        heading,
        text,
        item.place(sheet, file, _TEXT),
        item.place(sheet, file, _HEADING),
        kind=kind,
    )
    if known is None or (known == (BODY, "") and heading):
        return paragraph, _wrong_level(sheet, item, file)
    return paragraph, None


def _wrong_level(sheet: Sheet, item: Item, file: str) -> Finding:
    said = sheet.text(item.spots[_LEVEL])
    choices = listed(LEVELS[level] for level in LEVELS if level)
    return held_back(
        "R04",
        item.place(sheet, file, _LEVEL),
        f"第 {item.row} 行“层级”{f'填的是“{said}”' if said else '没有选'}，不知道标题属于哪一级",
        f"有标题的请选 {choices} 之一，没有标题的段落选“{LEVELS[BODY]}”，"
        f"放图、表的选{listed(f'“{kind}”' for kind in EXHIBIT_KINDS)}",
        about=f"层级：{_said(sheet, item)}",
    )


def _said(sheet: Sheet, item: Item) -> str:
    """Return what a row holds, wherever it stands."""
    return "／".join(sheet.formulas.get(spot) or sheet.text(spot) for spot in item.spots.values())


def _level(label: str) -> tuple[int, str] | None:
    """Return the level of a row and its kind, which is empty for text; None for anything else."""
    key = label_key(label)
    if not key:
        return BODY, ""
    shapes = ((level, kind) for level, kind, shape in _LEVEL_SHAPES if shape.fullmatch(key))
    return next(shapes, None)


def _out_of_place(paragraphs: Sequence[Paragraph], form: Form) -> Iterator[Finding]:
    """Mention, once for each part, rows that stand below those of a later part."""
    order = [part.name for part in form.parts]
    late: dict[str, list[Paragraph]] = {}
    furthest = 0
    for paragraph in paragraphs:
        at = order.index(paragraph.part)
        if at < furthest:
            late.setdefault(paragraph.part, []).append(paragraph)
        furthest = max(furthest, at)
    for part, rows in late.items():
        yield Finding(
            "R04",
            Severity.NOTICE,
            rows[0].place,
            f"从这里起有 {len(rows)} 行属于“{form.parts[order.index(part)].label}”，"
            "却排在后面部分的行之间，印出时接在该部分的最后",
            "如果“部分”选错了，请改正；没有错就不必管",
        )
