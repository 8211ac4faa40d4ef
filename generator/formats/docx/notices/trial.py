"""Fills a template of notices for each kind, and looks whether all can be read in the result.

What an office dresses may be of allowed tags and still lose something: in a branch that is seldom
taken, or because its tag is gone.
"""

from collections.abc import Iterator, Mapping

from jinja2 import Template

from generator.form.chinese import listed
from generator.formats.docx.notices.tags import CALLED, LIST, REPORT, SAID, SENDER, STYLES, UNIT
from generator.formats.docx.notices.values import values_of
from generator.formats.docx.package.ooxml import paragraph_text, paragraphs, parse
from generator.formats.docx.package.part_names import DOCUMENT
from generator.model.collection.notices.notice import Notice, NoticeKind

_UNIT, _REPORT, _PARAGRAPHS = "〈单位〉", "〈报告〉", ("〈情况一〉", "〈情况二〉")
_LISTED = "〈清单〉"
_ANY_WIDTH = 9000
_SENDERS = ("〈机关〉", "〈名称很长很长很长很长很长的机关〉")


def lost_text(templates: Mapping[str, Template], name: str) -> list[str]:
    """Return what some kind of notice would leave out, and which."""
    lost: dict[str, list[str]] = {}
    for kind in NoticeKind:
        found = (
            missing
            for sender in _SENDERS
            for missing in _lost(
                templates,
                Notice(_UNIT, sender, _REPORT, 2000, kind, _PARAGRAPHS, beyond=_LISTED),
                name,
            )
        )
        for missing in dict.fromkeys(found):
            lost.setdefault(missing, []).append(f"“{kind}”")
    return [
        f"“{missing}”印不出来"
        if len(kinds) == len(NoticeKind)
        else f"“{missing}”在要{listed(kinds)}的单子里印不出来"
        for missing, kinds in lost.items()
    ]


def _lost(templates: Mapping[str, Template], notice: Notice, name: str) -> Iterator[str]:
    values = values_of(notice, dict.fromkeys(STYLES, ""), _ANY_WIDTH)
    filled = templates[DOCUMENT].render(values).encode()
    text = "\n".join(map(paragraph_text, paragraphs(parse(filled, DOCUMENT, name))))
    for called, due in (
        (UNIT, (notice.unit,)),
        (SENDER, (notice.organ,)),
        (REPORT, (notice.report,)),
        (CALLED, (notice.kind.called,)),
        (SAID, notice.said),
    ):
        if any(value not in text for value in due):
            yield called
    if text.count(notice.beyond) != 1:
        yield LIST
