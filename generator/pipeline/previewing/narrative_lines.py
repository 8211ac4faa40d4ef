"""Rows of the narrative as they will be printed, each piece with the place that it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.formats.docx.exhibits.alternative import alternative_to
from generator.model.captions import shown_by
from generator.model.exhibits import TABLE_KIND, FurtherTable
from generator.model.narrative import PrintedParagraph, citable, names_cited, pieces
from generator.model.preview import PreviewBlock, PreviewFigure, PreviewLine, Stretch
from generator.model.printed_lines import printable
from generator.model.publication import Manner
from generator.model.report import SECOND_LEVEL, Place, Report
from generator.pipeline.previewing.tables import further_table_of

_NOT_SHOWN = "（缺：{}）"


class Names(NamedTuple):
    """What text may cite: what it is replaced by, and where that is written."""

    shown: Mapping[str, str]
    places: Mapping[str, Place]

    @classmethod
    def of(cls, report: Report, form: Form) -> "Names":
        """Return all names that the text of a report may cite."""
        places = {name: one.place for name, one in report.figures.items()}
        for total in form.sums:
            known = [places[name] for name in total.figures if name in places]
            places |= {total.name: known[0]} if known else {}
        places |= {name: one.place for name, one in report.entries.items()}
        places |= {name: one.place for name, one in report.indicators.items()}
        return cls(citable(report, form), places)


def lines_of(
    lines: Sequence[PrintedParagraph], own: str, report: Report, names: Names
) -> Iterator[PreviewBlock]:
    """Yield the blocks of some rows; their ids begin with `own`."""
    for number, line in enumerate(lines):
        if line.source.kind:
            yield _shown(line, f"{own}-{number}", report, names)
        else:
            yield from _printed(line, f"{own}-{number}", names)


def _printed(line: PrintedParagraph, own: str, names: Names) -> Iterator[PreviewLine]:
    """Yield the paragraphs of one row: a heading alone, and a line for each break in the text."""
    source = line.source
    heading = _heading(line, names)
    text = _in_lines(_stretches(source.text, names))
    alone = bool(line.heading) and source.level == SECOND_LEVEL and not line.heading.endswith("。")
    if alone or not text:
        place = source.heading_place if line.heading else source.place
        level = source.level + 1 if alone else 0
        if heading:
            yield PreviewLine(f"{own}-h", heading, place, level, unrevised=source.unrevised)
        heading = ()
    for at, stretches in enumerate(text):
        whole = (*heading, *stretches) if at == 0 else stretches
        yield PreviewLine(
            f"{own}-{at}", whole, source.place, manner=_manner(whole), unrevised=source.unrevised
        )


def _heading(line: PrintedParagraph, names: Names) -> tuple[Stretch, ...]:
    """Return the number and the heading, which stand out."""
    own = _stretches(line.source.heading, names) if line.heading else ()
    typed = "".join(one.text for one in own)
    ended = line.heading[len(typed) :] if line.heading.startswith(typed) else ""
    said = (Stretch(line.number), *own, Stretch(ended))
    joined = (one._replace(text=" ".join(one.text.split("\n"))) for one in said if one.text)
    return tuple(one._replace(strong=True) for one in joined)


def _stretches(typed: str, names: Names) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(
            printable(piece.shown),
            origin=names.places.get(piece.name) if piece.name else None,
            blank=not piece.name and piece.typed != "【【" and bool(names_cited(piece.typed)),
        )
        for piece in pieces(typed, names.shown)
    )


def _in_lines(stretches: Sequence[Stretch]) -> list[tuple[Stretch, ...]]:
    """Return text in lines: a break in a cell begins a new paragraph; blank ones are none."""
    lines: list[list[Stretch]] = [[]]
    for stretch in stretches:
        first, *more = stretch.text.split("\n")
        lines[-1].append(stretch._replace(text=first))
        lines += [[stretch._replace(text=one)] for one in more]
    return [
        tuple(one for one in line if one.text)
        for line in lines
        if any(one.text.strip() for one in line)
    ]


def _manner(stretches: Sequence[Stretch]) -> Manner:
    text = "".join(one.text for one in stretches)
    is_note = text.startswith(("注：", "备注：", "说明：", "注:", "备注:", "说明:"))
    return Manner.NOTE if is_note else Manner.BODY


def _shown(line: PrintedParagraph, own: str, report: Report, names: Names) -> PreviewBlock:
    """Return a picture, a chart or a further table, or the gap where it is to stand."""
    source = line.source
    said = (Stretch(line.number), *_stretches(source.heading.strip(), names))
    caption = PreviewLine(
        f"{own}-caption",
        tuple(one for one in said if one.text),
        source.heading_place,
        manner=Manner.CENTRED,
        unrevised=source.unrevised,
    )
    exhibit = report.exhibits.get(source.text)
    if isinstance(exhibit, FurtherTable):
        return further_table_of(exhibit, own, caption)
    shown = shown_by(source)
    if exhibit is None:
        gap = _NOT_SHOWN.format(shown.name or source.kind or TABLE_KIND)
        return PreviewFigure(own, None, caption, gap, source.place)
    said_of_it = shown.alternative or alternative_to(exhibit, line.heading)
    return PreviewFigure(own, exhibit, caption, printable(said_of_it), source.place)
