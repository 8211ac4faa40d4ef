"""Text that cites what is shown, once its caption is another."""

from collections.abc import Sequence
from dataclasses import replace

from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.merged_rows import MergedRow
from generator.model.captions import shown_by
from generator.model.narrative import cited_anew
from generator.model.report import Paragraph


def with_citations(rows: Sequence[MergedRow], compared: Comparison) -> list[MergedRow]:
    """Return the rows with 【图：…】 that cite by a caption which is another now, or is gone."""
    if not compared.shown.pairs:
        return list(rows)
    there = [row.paragraph for row in rows if row.paragraph.kind]
    known = {name for row in there for name in _names(row)}
    by_text = {(row.kind, row.text): row for row in there}
    renamed: dict[str, str] = {}
    for pair in compared.shown.pairs:
        now = by_text.get((pair.paragraph.kind, pair.paragraph.text))
        old = next(iter(_names(pair.paragraph)), "")
        new = next(iter(_names(now)), "") if now else ""
        if old and new and old not in known:
            renamed[old] = new
    return [replace(row, paragraph=_cited(row.paragraph, renamed)) for row in rows]


def _names(row: Paragraph) -> list[str]:
    """Return by which names text may cite what a row shows; a caption that cites is none."""
    names = (row.heading.strip(), shown_by(row).name)
    return [f"{row.kind}：{name}" for name in names if name and "【" not in name]


def _cited(row: Paragraph, renamed: dict[str, str]) -> Paragraph:
    if not renamed or "【" not in f"{row.heading}{row.text}":
        return row
    text = row.text if row.kind else cited_anew(row.text, renamed)
    return replace(row, heading=cited_anew(row.heading, renamed), text=text)
