"""A Word template → what is wrong with it."""

from pathlib import Path

from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.formats.docx.template.compiled import CompiledTemplate, compile_template
from generator.model.finding import Refusal, TemplateRefusal
from generator.pipeline import edition


def check_template(template: Path, *, form: Form | None = None) -> list[str]:
    """Return everything that is wrong with a Word template, each with its place.

    A template does not say of which form it is: without one it is taken for that in which least
    is wrong with it; one with a list of problems in it is that of notices. Raise Refusal where the
    file is no .docx or is not safe to open.
    """
    from generator.formats.docx.notices.template import is_of_notices  # with docxtpl

    content = read_file(template)
    if form is None and is_of_notices(content, template.name):
        return _problems_of_notices(content, template.name)
    forms = (form,) if form else edition.forms(template)
    return min((_problems(content, template.name, one) for one in forms), key=len)


def template_for(content: bytes, name: str, form: Form, beside: Path | None) -> CompiledTemplate:
    """Return a template ready to be filled with reports of a form.

    Raise Refusal with everything that is wrong with it, or that it is another form's.
    """
    try:
        return compile_template(content, name, form)
    except TemplateRefusal:
        for other in edition.forms(beside):
            if other.id != form.id and not _problems(content, name, other):
                said = f"模板 {name} 是“{other.name}”的，不是“{form.name}”的"
                raise Refusal(f"{said}。请换一个模板。") from None
        raise


def _problems(content: bytes, name: str, form: Form) -> list[str]:
    try:
        compile_template(content, name, form)
    except TemplateRefusal as refusal:
        return refusal.problems
    return []


def _problems_of_notices(content: bytes, name: str) -> list[str]:
    from generator.formats.docx.notices.template import compile_notice_template

    try:
        compile_notice_template(content, name)
    except TemplateRefusal as refusal:
        return refusal.problems
    return []
