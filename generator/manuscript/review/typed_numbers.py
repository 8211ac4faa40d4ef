"""The numbers with which lines begin: （一）, 1. and （1）."""

import re

from generator.model.report import BODY, FOURTH_LEVEL, SECOND_LEVEL, THIRD_LEVEL

SHAPES = {
    SECOND_LEVEL: re.compile(r"[（(][一二三四五六七八九十]+[）)]"),
    THIRD_LEVEL: re.compile(r"\d{1,3}[.．、](?!\d)"),
    FOURTH_LEVEL: re.compile(r"[（(]\d{1,3}[）)]"),
}
"""The shapes of the numbers of headings, by their level."""


def typed_number(text: str) -> tuple[int, str]:
    """Return the level and the words of the number that a line begins with, if it has one."""
    for level, shape in SHAPES.items():
        if found := shape.match(text.lstrip()):
            return level, found[0]
    return BODY, ""
