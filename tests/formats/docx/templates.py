"""The official template, whole or with one thing changed in it."""

from collections.abc import Mapping
from functools import cache

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.formats.docx.template.compiled import CompiledTemplate, compile_template
from generator.pipeline.template_choice import packaged_template
from tests.forms import FORM

NAME = "年度报告模板.docx"


def parts() -> dict[str, bytes]:
    """Return the parts of the official template."""
    return dict(_official())


@cache
def _official() -> Mapping[str, bytes]:
    return open_archive(packaged_template(FORM).read_bytes(), NAME, DOCUMENT)


def template(*changes: tuple[str, str], part: str = DOCUMENT) -> bytes:
    """Return the template with texts of one part replaced, each of which must be there."""
    return package(changed(parts(), *changes, part=part))


def changed(
    parts: Mapping[str, bytes], *changes: tuple[str, str], part: str = DOCUMENT
) -> dict[str, bytes]:
    """Return parts with texts of one of them replaced, each of which must be there."""
    text = parts[part].decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return {**parts, part: text.encode()}


def compiled(data: bytes | None = None) -> CompiledTemplate:
    """Return a template ready to be filled."""
    return compile_template(data or packaged_template(FORM).read_bytes(), NAME, FORM)
