"""Reports of every kind, whole and in part, for tests of what must hold for any report."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from generator.form.vocabulary import Naming
from generator.model.report import (
    Deviation,
    Entry,
    Figure,
    Heading,
    Indicator,
    LocalRule,
    Paragraph,
    Report,
    Verification,
)
from generator.model.typed_input.number import understand
from tests.forms import FORM

TEXT = st.text(max_size=20)
NUMBERS = st.integers(0, 10**14) | st.decimals(0, 10**9, places=4)


def figure(typed: str) -> Figure:
    found = understand(typed)
    return Figure(found.value, found.note, typed.strip(), readable=not found.problem)


FIGURES = (
    st.just(Figure(None))
    | NUMBERS.map(lambda value: Figure(Decimal(value)))
    | NUMBERS.map(lambda value: Figure(Decimal(value), "（其中修订16件）"))
    | st.sampled_from(["/", "—", "五", "3件", "？", "１２", "2024年1月1日"]).map(figure)
)


def paragraphs_of(parts: Sequence[str]) -> st.SearchStrategy[tuple[Paragraph, ...]]:
    """Return the texts of some parts of a form, in their order."""
    return st.lists(
        st.builds(
            lambda part, level, heading, text: Paragraph(
                part, level, heading.strip() if level else "", text + "。"
            ),
            st.sampled_from(parts),
            st.sampled_from([0, 2, 3, 4]),
            TEXT,
            TEXT,
        ),
        max_size=6,
    ).map(lambda lines: tuple(sorted(lines, key=lambda line: parts.index(line.part))))


PARTS = [part.name for part in FORM.parts]
PARAGRAPHS = paragraphs_of(PARTS)
REPORTS = st.builds(
    Report,
    entries=st.fixed_dictionaries(
        {"机关名称": TEXT.map(lambda text: Entry(f"某{text}局"))},
        optional={
            "年度": st.integers(2008, 2099).map(Entry),
            "统计期限起": st.dates(date(2008, 1, 1), date(2099, 1, 1)).map(Entry),
            "机关类型": st.sampled_from(["部门", "各级政府"]).map(Entry),
        },
    ),
    figures=st.dictionaries(st.sampled_from(list(FORM.figures)), FIGURES, max_size=8),
    indicators=st.dictionaries(
        st.text("甲乙丙丁", min_size=2, max_size=6),
        st.builds(Indicator, NUMBERS.map(Decimal), TEXT, TEXT),
        max_size=3,
    ),
    paragraphs=PARAGRAPHS,
    title=st.none() | TEXT.map(lambda text: Heading(f"{text}报告")),
    headings=st.lists(TEXT.map(Heading), max_size=3).map(tuple),
    deviations=st.lists(st.builds(Deviation, TEXT, TEXT), max_size=2).map(tuple),
    unknown=st.frozensets(st.sampled_from(PARTS)),
    namings=st.lists(st.builds(Naming, st.tuples(TEXT), TEXT, st.just(()), TEXT), max_size=2).map(
        tuple
    ),
    local_rules=st.lists(st.builds(LocalRule, *[TEXT] * 6), max_size=2).map(tuple),
    verifications=st.lists(st.builds(Verification, TEXT, TEXT, TEXT, TEXT), max_size=2).map(tuple),
)
