"""Writes what an office needs of a form: its Word template, and lists of what it has."""

from collections.abc import Sequence
from pathlib import Path

from generator.files.delivery import write_new
from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.model.finding import Refusal
from generator.pipeline.edition import usual_form
from generator.pipeline.new import must_be_xlsx
from generator.pipeline.template_choice import packaged_template


def draw_template(form: Form, target: Path) -> None:
    """Write a Word template with everything that a form needs. Raise Refusal where it is there."""
    from generator.formats.docx.drawing.template import template_of  # with lxml; seldom asked for

    if target.suffix.lower() != ".docx":
        raise Refusal(f"模板的文件名要以 .docx 结尾，写的是“{target.name}”。")
    base = packaged_template(usual_form())
    write_new(template_of(form, read_file(base), base.name), target)


def write_lists(
    sheets: Sequence[tuple[str, Sequence[str], Sequence[Sequence[str]]]], target: Path
) -> None:
    """Write lists into a new workbook. Raise Refusal where it is there already."""
    from generator.formats.xlsx.writing.form_overview import overview_of  # seldom asked for

    must_be_xlsx(target)
    write_new(overview_of(sheets), target)
