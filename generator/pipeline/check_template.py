"""A Word template → what is wrong with it."""

from pathlib import Path

from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.formats.docx.template.compiled import compile_template
from generator.model.finding import TemplateRefusal
from generator.pipeline import edition


def check_template(template: Path, *, form: Form | None = None) -> list[str]:
    """Return everything that is wrong with a Word template, each with its place.

    A template does not say of which form it is: without one it is taken for that in which least
    is wrong with it. Raise Refusal where the file is no .docx or is not safe to open.
    """
    content = read_file(template)
    forms = (form,) if form else edition.FORMS
    return min((_problems(content, template.name, one) for one in forms), key=len)


def _problems(content: bytes, name: str, form: Form) -> list[str]:
    try:
        compile_template(content, name, form)
    except TemplateRefusal as refusal:
        return refusal.problems
    return []
