"""A published report as plain text: title, opening, headings, paragraphs, tables with tabs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.model.report import Deviation, Place

_HEADING = re.compile(r"[一二三四五六七八九十]+、[^。，；：\t]{2,40}")
_WRAPPED = re.compile(r"(?<=[\u3000-\u9fff]) +(?=[\u3000-\u9fff])|(?<=，) +")


@dataclass
class Published:
    """What a text holds."""

    title: str = ""
    opening: list[str] = field(default_factory=list)
    sections: list[tuple[str, list[str]]] = field(default_factory=list)
    """Headings of the first level with their paragraphs."""
    labels: list[str] = field(default_factory=list)
    """Cells of the tables that are no figures."""


def published(text: str) -> Published:
    """Take a published text apart. Lines with tabs are rows of tables."""
    found = Published()
    for line in filter(None, map(str.strip, _without_tables(text, found.labels))):
        if not found.title:
            found.title = line
        elif _HEADING.fullmatch(line):
            found.sections.append((line, []))
        elif found.sections:
            found.sections[-1][1].append(line)
        else:
            found.opening.append(line)
    return found


def _without_tables(text: str, labels: list[str]) -> Iterator[str]:
    for line in text.lstrip("\ufeff").splitlines():
        if "\t" in line:
            cells = (_WRAPPED.sub("", cell.strip()) for cell in line.split("\t"))
            labels += [cell for cell in cells if cell and not cell.isdigit()]
        else:
            yield line


def deviations(labels: list[str], form: Form, file: str) -> Iterator[Deviation]:
    """Tell which labels of the tables are written otherwise than in the form."""
    for label in dict.fromkeys(labels):
        best: tuple[float, str, Place] | None = None
        for number, section in enumerate(form.sections, 1):
            if not section.tables:
                continue
            official = _labels(form, number)
            if label in official:
                best = None
                break
            keys = {label_key(text): text for text in official}
            near = get_close_matches(label_key(label), keys, n=1, cutoff=0.75)
            if near:
                weight = 1.0 if near[0] == label_key(label) else 0.5
                place = Place(file, f"表{'一二三四五六'[number - 1]}")
                if best is None or weight > best[0]:
                    best = weight, keys[near[0]], place
        if best:
            yield Deviation(best[1], label, best[2])


def _labels(form: Form, number: int) -> set[str]:
    (table,) = form.sections[number - 1].tables
    texts = {block.corner for block in table.blocks} | {block.caption for block in table.blocks}
    for block in table.blocks:
        texts |= {label for row in block.rows for label in row.label}
        texts |= {label for column in block.columns for label in column.label}
    return texts - {""}
