"""What a published document shows beside text: its pictures opened, its own names for the rest."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.form.vocabulary import Form
from generator.formats.docx.package.media import media_of
from generator.formats.docx.package.provenance import read_snapshot
from generator.formats.docx.reading.body import Body
from generator.manuscript.importing.exhibits.beside_text import BesideText, Drawn, What
from generator.model.captions import shown_by
from generator.model.exhibits import FIGURE_KIND, Picture
from generator.model.narrative import printed


def beside_text_of(
    body: Body, parts: Mapping[str, bytes], name: str, ours: Form | None
) -> BesideText:
    """Return what a document shows beside text, with the pictures that can be kept.

    `ours` is the form of a document that this program wrote: its data tell what each file was
    called. Nothing is read but the document.
    """
    from generator.formats.docx.reading.shown.beside_text import beside_text  # few show anything

    found = beside_text(body, parts, name)
    names = _own_names(parts, name, ours) if ours and (found.drawn or found.tables) else {}
    return opened(found)._replace(names=names)


def opened(found: BesideText) -> BesideText:
    """Return what a document shows with the pictures that can be kept."""
    known: dict[str, Drawn] = {}
    return found._replace(drawn=tuple(_opened(one, known) for one in found.drawn))


def names_beside(workbook: Path) -> list[str]:
    """Return the names of what lies beside a workbook, or will: pictures are looked for there."""
    with suppress(OSError):
        return [path.name for path in workbook.parent.iterdir()]
    return []


def _opened(one: Drawn, known: dict[str, Drawn]) -> Drawn:
    """Return something drawn with its picture, or with why that cannot be kept."""
    from generator.formats.picture.problem import PictureProblem
    from generator.formats.picture.reading import read_picture

    if one.what is not What.PICTURE or one.problem:
        return one
    digest = hashlib.sha256(one.content).hexdigest()
    if digest not in known:
        try:
            picture = read_picture(one.content, one.file_name)
            known[digest] = one._replace(shows=picture)
        except PictureProblem as problem:
            advice = f"{problem.advice}；放在工作簿旁边，在『正文』加一行“图”"
            known[digest] = one._replace(problem=problem.what, advice=advice)
    opened = known[digest]
    return one._replace(shows=opened.shows, problem=opened.problem, advice=opened.advice)


def _own_names(parts: Mapping[str, bytes], name: str, form: Form) -> dict[tuple[str, str], str]:
    """Return what rows of the report called what they showed, by their captions and pictures."""
    from generator.formats.report_json import snapshot

    names: dict[tuple[str, str], str] = {}
    with suppress(ValueError):
        report = snapshot.loads(read_snapshot(parts, name), media_of(parts))
        for line in printed(report, form)[0]:
            if line.source.kind:
                names[line.source.kind, line.heading.strip()] = shown_by(line.source).name
        for one in report.exhibits.values():
            if isinstance(one, Picture):
                names[FIGURE_KIND, one.digest] = one.file
    return names
