"""A form, looked over before an office uses it: what is wrong with it and with its template."""

from pathlib import Path
from typing import NamedTuple

from generator.files.zip_archive import read_file
from generator.form.mistakes import FormMistakes, Mistake
from generator.form.reading.lines import lines_in, nearest_line
from generator.form.vocabulary import Form
from generator.model.finding import Refusal, TemplateRefusal
from generator.pipeline.check_template import template_for
from generator.pipeline.forms.known import known_forms
from generator.pipeline.forms.written import form_at
from generator.pipeline.template_choice import packaged_template


class ExaminedForm(NamedTuple):
    """What was found of a form."""

    file: Path
    form: Form | None
    """None where it cannot be used."""
    mistakes: tuple[Mistake, ...] = ()
    template: Path | None = None
    """Its Word template; None where none lies beside it."""
    template_problems: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether reports can be made of it."""
        return self.form is not None and self.template is not None and not self.template_problems


def examined_form(file: Path) -> ExaminedForm:
    """Look a form over, and the template that it names. Raise Refusal where there is none."""
    if not file.is_file():
        raise Refusal(f"没有文件 {file}。请写明表式的 .toml 文件。")
    try:
        form = form_at(file)
    except FormMistakes as found:
        return ExaminedForm(file, None, found.mistakes)
    mistakes = tuple(_taken(form, file))
    if mistakes:
        return ExaminedForm(file, None, mistakes)
    beside, packaged = file.with_name(form.template), packaged_template(form)
    template = next((one for one in (beside, packaged) if one.is_file()), None)
    if template is None:
        return ExaminedForm(file, form)
    return ExaminedForm(file, form, (), template, tuple(_problems(template, form)))


def _problems(template: Path, form: Form) -> list[str]:
    """Tell what is wrong with a template, or that it is no template, or another form's."""
    try:
        template_for(read_file(template), template.name, form, template)
    except TemplateRefusal as refusal:
        return refusal.problems
    except Refusal as refusal:
        return [str(refusal)]
    return []


def _taken(form: Form, file: Path) -> list[Mistake]:
    """Tell of an id, a name or an edition that another form has already, with its line."""
    others = [one.form for one in known_forms(file) if one.file.absolute() != file.absolute()]
    said = [
        (form.id, "id", {one.id for one in others}),
        (form.name, "name", {one.name for one in others}),
        (form.edition, "edition", {one.edition for one in others}),
    ]
    lines = (
        lines_in(file.read_text("utf-8-sig")) if any(own in taken for own, _, taken in said) else {}
    )
    return [
        Mistake(
            (key,),
            f"{key} “{own}”已经是另一个表式的，请写得不同",
            file.name,
            nearest_line((key,), lines),
        )
        for own, key, taken in said
        if own in taken
    ]
