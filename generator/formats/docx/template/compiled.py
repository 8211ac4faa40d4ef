"""Templates that are ready to be filled. Compiling one takes longer than a hundred fillings."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from generator.files.zip_archive import package
from generator.form.vocabulary import Form
from generator.formats.docx.template.cache import cached, store


class CompiledTemplate(NamedTuple):
    """A template that is ready to be filled, again and again."""

    static: Mapping[str, bytes]
    """Parts that are the same in every document, in the order of the package."""
    begun: bytes
    """The archive of every document, as far as it is the same: with the static parts in it."""
    changing: Mapping[str, Template]
    snapshot: str
    """Part that is to hold the data."""
    properties: bytes
    """The template's own custom properties, to which ours are added."""
    shows: tuple[str, ...]
    """Parts in which it has paragraphs of its own for pictures, charts, tables and captions."""
    fingerprint: str
    """sha256 of the template file."""


@lru_cache(maxsize=2)
def compile_template(data: bytes, name: str, form: Form) -> CompiledTemplate:
    """Return a template ready to be filled; one that was compiled before is not compiled again.

    Raise Refusal that lists everything wrong with it, with places.
    """
    compiled = cached(data, form)
    if compiled is None:
        # python-docx and docxtpl take a third of a second that most runs can do without
        from generator.formats.docx.template.compiler import compile_parts

        compiled = compile_parts(data, name, form, environment())
        store(compiled, data, form)
    changing = {
        part: Template.from_code(environment(), code, {})
        for part, code in compiled.changing.items()
    }
    fingerprint = hashlib.sha256(data).hexdigest()
    return CompiledTemplate(
        static=compiled.static,
        begun=package(compiled.static),
        changing=changing,
        snapshot=compiled.snapshot,
        properties=compiled.properties,
        shows=compiled.shows,
        fingerprint=fingerprint,
    )


def environment() -> SandboxedEnvironment:
    """Return what templates run in: they can reach nothing but the values they are filled with."""
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment
