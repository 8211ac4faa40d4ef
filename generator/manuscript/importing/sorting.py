"""Which part of the form each line of a document belongs to, and which lines are in none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.manuscript.importing.around_tables import printed_around_tables
from generator.manuscript.importing.closing import Closing
from generator.manuscript.importing.outline import Outline
from generator.manuscript.importing.title import Title
from generator.manuscript.manuscript import Grid, Manuscript

_WEB = re.compile(
    r"[【\[（(]?\s*(?:发布(?:日期|时间|机构|单位)|发文(?:日期|机关|字号)|成文日期|信息来源|来源|索引号|文号|主题分类|浏览|字号|"
    r"字体|打印|阅读|点击|访问|分享|作者|责任编辑|编辑|扫一扫|关闭|上一篇|下一篇|当前位置|首页)"
)
_LONGEST_WEB = 80
_DATE_ALONE = re.compile(r"\(?20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\d{1,2}:\d\d(?::\d\d)?)?\)?")
_PAGE = re.compile(
    r"[-—–·.]*(?:第?\d{1,3}页?(?:[/,]?共?\d{1,3}页?)?)[-—–·.]*|\(?(?:续表|接上表|接上页|续上表)\)?"
)


class LeftOut(StrEnum):
    """Why a line is in no part."""

    BEFORE = "标题之前的文字（文号、封面、网页上的信息等）"
    CONTENTS = "目录"
    WEB = "网页上的信息（来源、日期、打印等）"
    PAGE = "页码、续表字样"
    AROUND_TABLES = "与格式略有不同的表题、表下的说明（由程序照格式印出）"
    ATTACHED = "附件"
    AFTER = "落款之后的文字"


@dataclass
class SortedLines:
    """What every line is."""

    parts: list[str] = field(default_factory=list)
    """Name of a part of the form for every line; empty where it is in none."""
    at_blocks: list[str] = field(default_factory=list)
    """Name of the part in which something stands that has so many blocks before it."""
    left: dict[LeftOut, list[int]] = field(default_factory=dict)
    """Lines that are not taken over, but for the title, the headings and the signature."""


def sorted_lines(
    manuscript: Manuscript,
    outline: Outline,
    tables: Mapping[int, tuple[int, int]],
    *,
    title: Title | None,
    closing: Closing,
    form: Form,
) -> SortedLines:
    """Sort the lines of a document.

    `tables` says of a grid of which section it is a table, and the how manieth of its tables.
    """
    texts = [line.text for line in manuscript.lines]
    walked = list(_walk(manuscript, outline, tables, form))
    placed = [
        part
        for part, block in zip(walked, manuscript.blocks, strict=True)
        if not isinstance(block, Grid)
    ]
    found = SortedLines(at_blocks=[form.parts[0].name, *walked])
    first = outline.first if outline.first is not None else 0
    around = printed_around_tables(texts, form)
    of_tables, like_those = around.captions | around.notes, around.like_notes
    for at, part in enumerate(placed):
        why = _left_out(
            at, texts[at], outline, title=title, closing=closing, before_text=at < first
        )
        why = why or (LeftOut.AROUND_TABLES if at in like_those else None)
        fixed = at in of_tables or at in closing.lines
        fixed = fixed or (title is not None and title.first <= at <= title.last)
        heading = any(one.line == at and not one.rest for one in outline.headings.values())
        if why and not fixed:
            found.left.setdefault(why, []).append(at)
        found.parts.append("" if why or fixed or heading else part)
    return found


def section_of_grids(manuscript: Manuscript, outline: Outline) -> list[int]:
    """Return in which section, 1 to 6, each table stands; 0 for before the first."""
    begins = {found.line: section for section, found in outline.headings.items()}
    found: list[int] = []
    section, line = 0, -1
    for block in manuscript.blocks:
        if isinstance(block, Grid):
            found.append(section)
        else:
            line += 1
            section = begins.get(line, section)
    return found


def _walk(
    manuscript: Manuscript, outline: Outline, tables: Mapping[int, tuple[int, int]], form: Form
) -> Iterator[str]:
    """Yield the part in which one is from each line, and behind each table, on."""
    begins = {found.line: section for section, found in outline.headings.items()}
    names: dict[int, list[str]] = {}
    for part in form.parts:
        names.setdefault(part.section, []).append(part.name)
    section, line, grid, above = 0, -1, -1, 0
    for block in manuscript.blocks:
        if isinstance(block, Grid):
            grid += 1
            if grid in tables and tables[grid] >= (section, above):
                section, above = tables[grid]
        else:
            line += 1
            if line in begins:
                section, above = begins[line], 0
        yield names[section][above]


def _left_out(
    at: int,
    text: str,
    outline: Outline,
    *,
    title: Title | None,
    closing: Closing,
    before_text: bool,
) -> LeftOut | None:
    key = label_key(text)
    if at in outline.contents:
        return LeftOut.CONTENTS
    if title and at < title.first:
        return LeftOut.BEFORE
    if is_page(text):
        return LeftOut.PAGE
    if before_text and (is_of_the_web(text) or _DATE_ALONE.fullmatch(key)):
        return LeftOut.WEB
    if closing.lines and at > closing.lines[-1]:
        return LeftOut.ATTACHED if 0 <= closing.attached <= at else LeftOut.AFTER
    return LeftOut.ATTACHED if 0 <= closing.attached <= at else None


def is_page(text: str) -> bool:
    """Tell whether a line is the number of a page, or 续表."""
    return bool(_PAGE.fullmatch(label_key(text)))


def is_of_the_web(text: str) -> bool:
    """Tell whether a text is what web pages show around a report: where it is from, its date."""
    return len(text) <= _LONGEST_WEB and bool(_WEB.match(text.strip()))
