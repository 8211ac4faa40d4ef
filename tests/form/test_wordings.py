"""How offices speak of the figures of the report on open government information."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.form.wordings import Wordings
from tests.few import each
from tests.forms import FORM, OLDER

WORDINGS = FORM.wordings


def texts_in(held: object) -> Iterator[str]:
    """Yield every text of some wordings; all of them may be searched for as patterns."""
    if isinstance(held, str):
        yield held
    elif is_dataclass(held):
        for field in fields(held):
            yield from texts_in(getattr(held, field.name))
    elif isinstance(held, tuple):
        for one in held:
            yield from texts_in(one)


PATTERNS = sorted({text for text in texts_in(WORDINGS) if re.search(r"[|\\^$?*+]", text)})


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 70


@each("pattern", PATTERNS)
def test_every_pattern_can_be_searched_for_and_is_not_found_everywhere(pattern: str) -> None:
    assert not re.search(pattern, "")


def test_groups_and_rows_are_kinds_of_results() -> None:
    assert WORDINGS.requests
    results = WORDINGS.requests.results
    kinds = {kind.name for kind in results.kinds}
    assert set(results.groups) | set(results.rows) < kinds
    assert not set(results.groups) & set(results.rows)
    assert results.other in results.kinds


def test_whatever_is_counted_of_documents_names_them() -> None:
    assert WORDINGS.documents
    for subject in WORDINGS.documents.subjects:
        assert re.search(WORDINGS.documents.nouns, subject.name)


def test_applicants_have_columns_in_the_table_of_results() -> None:
    assert WORDINGS.requests
    totals = {*FORM.figures, *(total.name for total in FORM.sums)}
    (all_results,) = WORDINGS.requests.answered.interpretations[0]
    for kind in WORDINGS.requests.applicants.kinds:
        assert all_results + kind.column in totals


def test_the_text_of_an_older_report_is_not_compared() -> None:
    assert OLDER.wordings == Wordings()
