"""见图1 in the text of a published report, as a reference that the program keeps up to date."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.manuscript.importing.exhibits.captions import Caption
from generator.model.captions import shown_by
from generator.model.report import Paragraph

_CITED = re.compile(
    r"(?P<before>[见如由从在以据和及与至、或，（(]\s?)(?P<kind>[图表])\s?"
    r"(?P<number>\d{1,3}(?:[-－–—.．]\d{1,2})?(?![\d.．%％])|[一二三四五六七八九十]{1,3})"
    r"(?![年月日张个项份号、.．]?[\d]|[年月日张个项份号])"
)
_DASHES = str.maketrans("－–—．", "---.")
_BRACKETS = re.compile("[【】\n]")


def references(
    rows: Sequence[Paragraph], captions: Sequence[Caption | None]
) -> dict[tuple[str, str], str]:
    """Return how the captions of a document are cited, by their kind and number there.

    Those are left out of which it is not clear: two have one number or one name, or a caption has
    signs that cite.
    """
    numbers = Counter(one[:2] for one in captions if one and one.number)
    names = Counter(
        (row.kind, name) for row in rows for name in {row.heading.strip(), shown_by(row).name}
    )
    found: dict[tuple[str, str], str] = {}
    for row, caption in zip(rows, captions, strict=True):
        name = row.heading.strip() or shown_by(row).name
        if not caption or _BRACKETS.search(name):
            continue
        if numbers[caption[:2]] == 1 == names[row.kind, name]:
            found[row.kind, caption.number] = f"【{row.kind}：{name}】"
    return found


def citing(row: Paragraph, known: Mapping[tuple[str, str], str]) -> Paragraph:
    """Return a row of text in which the captions are cited by their names."""

    def cited(found: re.Match[str]) -> str:
        name = known.get((found["kind"], found["number"].translate(_DASHES)))
        return f"{found['before']}{name}" if name else found[0]

    if row.kind or not known:
        return row
    return replace(row, text=_CITED.sub(cited, row.text), heading=_CITED.sub(cited, row.heading))
