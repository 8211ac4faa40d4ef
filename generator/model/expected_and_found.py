"""What a finding expected and what it found, in words."""

import re
from decimal import Decimal

from generator.form.chinese import number
from generator.model.finding import Finding


def numbers_said(finding: Finding) -> str:
    """Say what was expected, what was found and the difference, as far as they are known."""
    expected, found = finding.expected, finding.found
    pieces = [
        f"{word} {number(value)}"
        for word, value in (("应为", expected), ("现为", found))
        if value is not None
    ]
    if finding.difference:
        more = "多" if finding.difference > 0 else "少"
        pieces.append(f"{more} {number(abs(finding.difference))}")
    return "，".join(pieces)


def says_numbers(finding: Finding) -> bool:
    """Tell whether the message gives the figures itself."""
    return all(
        value is None or _stands_in(value, finding.message)
        for value in (finding.expected, finding.found)
    )


def _stands_in(value: Decimal, message: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(number(value))}(?![\d.])", message) is not None
