"""Words that the place wants to read in a part, or nowhere in it."""

import unicodedata
from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rules.local.place_of_text import (
    lines_of,
    not_known,
    place_among,
    told,
    wholly_known,
)
from generator.checks.rules.quoting import clip
from generator.form.chinese import listed
from generator.model.finding import Finding
from generator.model.narrative import PrintedParagraph
from generator.model.typed_input.local_rules import Requirement


def says(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Find words that are missing in a part: one finding names them all."""
    lines = lines_of(case, requirement)
    texts = _texts(lines)
    missing = [word for word in requirement.asked.names if not _with(word, texts)]
    if not missing:
        return
    if not wholly_known(case, requirement):
        yield not_known(case, requirement)
        return
    words = listed(f"“{word}”" for word in missing)
    message = f"“{requirement.scope}”里应写到{words}，没有写到"
    yield told(requirement, place_among(lines, case), message, "请补写，或者照这个说法改写")


def never_says(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Find words that may not stand in a part: each once, with all the lines where it does."""
    texts = _texts(lines_of(case, requirement))
    for word in requirement.asked.names:
        found = _with(word, texts)
        if not found:
            continue
        first, *others = found
        spots = listed(dict.fromkeys(one.place.spot for one in others))
        also = f"，{spots}也有" if others else ""
        yield told(
            requirement,
            first.place,
            f"“{requirement.scope}”里不能出现“{word}”，这里出现了{also}",
            "请删去，或者换一个说法",
            quote=clip(_saying(word, first), around=word),
            about=word,
        )


def _saying(word: str, line: PrintedParagraph) -> str:
    return line.text if _key(word) in _key(line.text) else line.heading


def _texts(lines: list[PrintedParagraph]) -> list[tuple[PrintedParagraph, tuple[str, str]]]:
    return [(line, (_key(line.heading), _key(line.text))) for line in lines]


def _with(
    word: str, texts: list[tuple[PrintedParagraph, tuple[str, str]]]
) -> list[PrintedParagraph]:
    """Return the lines in which a word stands, in the heading or in the text."""
    wanted = _key(word)
    return [line for line, said in texts if any(wanted in each for each in said)]


def _key(text: str) -> str:
    """Return a text without what people type this way and that: spaces, widths."""
    return "".join(unicodedata.normalize("NFKC", text).split())
