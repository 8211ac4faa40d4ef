"""Random narratives, and random edits of the lines that they are printed as."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from generator.manuscript.manuscript import Line, Manuscript
from generator.manuscript.review.rows import EditedRow
from generator.model.report import Paragraph
from tests.forms import FORM

PARTS = ["开头", "第一部分", "第二部分表前", "第六部分"]
PRINTED = ["甲", "乙丙", "信息", "。", "，", "5", "2023年", "（一）", "1.", "（1）", "一是", " "]
TYPED = [*PRINTED, "【本年新收自然人】", "【备案公文】", "【机关名称】", "【【", "】", "\n"]
TEXT = st.lists(st.sampled_from(TYPED), max_size=8).map(lambda words: f"{''.join(words)}。")
HEADING = TEXT.map(lambda text: text.strip())
"""Ends with a 。 of its own, so that the program sets none."""
NARRATIVES = st.lists(
    st.builds(
        lambda part, level, heading, text: Paragraph(
            part, level, f"甲{heading}" if level and heading else "", f"甲{text}"
        ),
        st.sampled_from(PARTS),
        st.sampled_from([0, 0, 2, 3, 4]),
        HEADING | st.just(""),
        TEXT,
    ),
    max_size=6,
).map(lambda rows: tuple(sorted(rows, key=lambda row: PARTS.index(row.part))))
NEW = st.lists(st.sampled_from(PRINTED), min_size=1, max_size=6).map("".join).filter(str.strip)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["keep"] * 3 + ["replace", "delete", "add", "split", "merge", "swap", "put", "strike"]
        ),
        st.integers(0, 30),
        NEW,
    ),
    max_size=12,
)


def content(rows: Sequence[EditedRow | Paragraph]) -> list[tuple[str, int, str, str]]:
    """Return what rows hold."""
    return [(row.part, row.level, row.heading, row.text) for row in rows]


def edited(document: Manuscript, edits: Sequence[tuple[str, int, str]]) -> Manuscript:
    """Return a document in which every line of the narrative was edited in its turn."""
    lines: list[Line] = []
    left = iter(edits)
    for line in document.lines:
        fixed = len(lines) < 2 or line.text in FORM.headings
        kind, number, new = ("keep", 0, "") if fixed else next(left, ("keep", 0, ""))
        after_fixed = not lines or len(lines) == 2 or lines[-1].text in FORM.headings
        cut = number % (len(line.text) + 1)
        start, end = line.text[:cut], line.text[cut:]
        last = lines.pop() if kind in ("merge", "swap") and not after_fixed else None
        texts = {
            "replace": [new],
            "delete": [],
            "add": [line.text, new],
            "split": [start, end],
            "merge": [f"{last.text}{line.text}" if last else line.text],
            "swap": [line.text, last.text if last else ""],
            "put": [start + new + end],
            "strike": [start + end[2:]],
        }.get(kind, [line.text])
        lines += [replace(line, text=text) for text in texts if text.strip()]
    return Manuscript(tuple(lines))
