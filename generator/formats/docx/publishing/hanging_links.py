"""Links that only those in the office can follow."""

import re
from collections.abc import Iterator, Mapping

from generator.formats.docx.package.fields import fields, link_of, word_of
from generator.formats.docx.package.links import leads_inside
from generator.formats.docx.package.ooxml import related_parts
from generator.formats.docx.package.part_names import W
from generator.formats.docx.publishing.hanging import Hanging, Parts, shortened
from generator.formats.docx.publishing.stories import stories
from generator.formats.docx.text import visible_text

_ADDRESS = re.compile(r"https?://[^\s，。；、）)”>]+")


def hanging_links(parts: Mapping[str, bytes], name: str) -> Iterator[Hanging]:
    """Yield them once each, by relations, fields and words."""
    there = Parts(parts, name)
    for part, root in stories(parts, name).items():
        found = [one for one in related_parts(parts, part).values() if "://" in one]
        found += [link_of(one.code) for one in fields(root) if word_of(one.code) == "HYPERLINK"]
        for paragraph in root.iter(W + "p"):
            found += _ADDRESS.findall(visible_text(paragraph))
        for target in dict.fromkeys(one for one in found if leads_inside(one)):
            what = f"有单位内部的网址（{shortened(target)}）"
            yield Hanging(there.called(part), what, "外面打不开，请删去，或者改成公开的网址")
