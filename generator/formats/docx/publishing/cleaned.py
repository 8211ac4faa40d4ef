"""A document without anything that its readers do not see: names, comments, what was deleted.

What 修订 leave open is taken as accepted. Hidden and struck words go; marks on words are taken off;
what acts or leads elsewhere goes, and what is shown of it stays.
"""

import posixpath
from collections.abc import Callable, Mapping

from lxml import etree

from generator.files.zip_archive import package
from generator.formats.docx.package.ooxml import kinds_of, parse, related, serialize
from generator.formats.docx.package.part_names import CORE, TYPES, W
from generator.formats.docx.publishing.bare_charts import bare_charts
from generator.formats.docx.publishing.bare_package import bare_package
from generator.formats.docx.publishing.bare_properties import (
    APPLICATION,
    bare_application,
    bare_core,
)
from generator.formats.docx.publishing.bare_settings import bare_formats, bare_settings
from generator.formats.docx.publishing.bare_story import bare_story
from generator.formats.docx.publishing.stories import stories
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.template.left_out import without_unseen
from generator.model.publication import Publication

_KEPT_PREFIXES = ("w", "r", "mc", "w14", "w15", "wp14", "wps", "v", "o")
"""What a document says may be ignored must be known by its prefix."""
_FORMATS = ("styles+xml", "numbering+xml", "fontTable+xml")
_NOTES = ("footnote", "endnote")


def cleaned(
    parts: Mapping[str, bytes],
    publication: Publication,
    name: str,
    bare_picture: Callable[[bytes], bytes],
) -> bytes:
    """Return a document as it may go out, as the bytes of a .docx.

    `bare_picture` takes from the file of a picture what is not the picture.
    """
    left = bare_package({**parts, **_bare_parts(parts, name)}, name)
    left = bare_charts(left, name)
    left = without_unseen(left, name)
    kinds = kinds_of(left, name)
    left |= {
        part: bare_picture(content)
        for part, content in left.items()
        if kinds.get(part, "").startswith("image/")
    }
    left[CORE] = bare_core(publication)
    left[APPLICATION] = bare_application()
    return package(_without_loose(left, name))


def _bare_parts(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return the parts of WordprocessingML as they go out."""
    styles = related(parts, "styles")
    looks = RunLooks(parse(parts[styles], styles, name) if styles in parts else None)
    bare = {part: bare_story(root, looks) for part, root in stories(parts, name).items()}
    for kind in _NOTES:
        _take_out_lonely(bare, kind)
    for part, kind in kinds_of(parts, name).items():
        if part in parts and kind.endswith(_FORMATS):
            bare[part] = bare_formats(parse(parts[part], part, name))
        elif part in parts and kind.endswith("settings+xml"):
            bare[part] = bare_settings(parse(parts[part], part, name))
    for root in bare.values():
        etree.cleanup_namespaces(root, keep_ns_prefixes=_KEPT_PREFIXES)
    return {part: serialize(root) for part, root in bare.items()}


def _take_out_lonely(bare: Mapping[str, etree._Element], kind: str) -> None:
    """Take out the notes whose mark was deleted: no page shows them, and their words stay."""
    marks = {
        one.get(W + "id") for root in bare.values() for one in root.iter(f"{W}{kind}Reference")
    }
    for root in bare.values():
        for note in [one for one in root.iterchildren(W + kind) if one.get(W + "type") is None]:
            if note.get(W + "id") not in marks:
                root.remove(note)


def _without_loose(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return a package in which nothing refers to what is not in it."""
    left = dict(parts)
    for part in [part for part in parts if part == TYPES or part.endswith(".rels")]:
        root = parse(parts[part], part, name)
        loose = [one for one in root if (target := _target(one, part)) and target not in parts]
        for one in loose:
            root.remove(one)
        if loose:
            left[part] = serialize(root)
    return left


def _target(element: etree._Element, part: str) -> str:
    """Return the part that a relation or a content type is of; empty where it is of none."""
    if part == TYPES:
        return element.get("PartName", "").lstrip("/")
    if element.get("TargetMode") == "External":
        return ""
    folder = f"/{part.rpartition('_rels/')[0]}"
    return posixpath.normpath(posixpath.join(folder, element.get("Target", ""))).lstrip("/")
