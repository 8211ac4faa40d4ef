"""The stamp on every page of a draft."""

from collections.abc import Sequence

from generator.model.finding import Finding

_START, _END = "草稿（", "不得报送、公布）"


def draft_stamp(findings: Sequence[Finding]) -> str:
    """Return what is printed on every page of a draft."""
    wrong = sum(finding.stands_as_wrong for finding in findings)
    return f"{_START}{f'还有 {wrong} 处错误，' if wrong else ''}{_END}"


def is_draft_stamp(text: str) -> bool:
    """Tell whether a line is such a stamp."""
    return text.strip().startswith(_START) and text.strip().endswith(_END)
