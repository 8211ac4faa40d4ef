"""Fills a compiled template: one document for each report, the same bytes for the same input."""

import hashlib
from collections.abc import Mapping, Sequence

from generator.files.zip_archive import package
from generator.formats.docx.exhibits.placed import Placed
from generator.formats.docx.package.part_names import CUSTOM
from generator.formats.docx.package.seal import properties_part, sealed, snapshot_part
from generator.formats.docx.template.compiled import CompiledTemplate
from generator.formats.docx.template.values import Value


def fill(
    compiled: CompiledTemplate,
    values: Mapping[str, Value],
    placed: Sequence[Placed] = (),
    *,
    snapshot: str,
    origin: Mapping[str, str],
) -> bytes:
    """Return the document as the bytes of a .docx.

    `placed` are the pictures, charts and tables that the values mark, `snapshot` is the data it
    is made from, `origin` further short values (at most 255 characters) that say where it came
    from.
    """
    parts = {part: one.render(values).encode() for part, one in compiled.changing.items()}
    if placed:
        from generator.formats.docx.exhibits.showing import with_exhibits  # few show anything

        whole = {**compiled.static, **parts}
        parts = with_exhibits(whole, placed, own_lines=compiled.shows)
    parts[compiled.snapshot] = snapshot_part(snapshot)
    properties = {
        **origin,
        "template-sha256": compiled.fingerprint,
        "snapshot-sha256": hashlib.sha256(snapshot.encode()).hexdigest(),
    }
    parts[CUSTOM] = properties_part(compiled.properties, properties)
    parts[CUSTOM] = sealed({**compiled.static, **parts})
    return package(parts) if placed else package(parts, compiled.begun)
