"""Which form a file is of. Only here is one picked of those that are known where it lies."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import is_zipfile

from generator.files.zip_archive import read_file
from generator.form.chinese import listed
from generator.form.vocabulary import Form
from generator.formats.docx.package.seal import FORM_ID
from generator.formats.xlsx import own_properties
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.model.finding import Refusal
from generator.pipeline.forms.known import broken_forms, earlier_editions, first_form, known_forms


def forms(beside: Path | None = None) -> tuple[Form, ...]:
    """Return the forms in which reports are made; what says none is of the first.

    Those of the office in which `beside` lies are among them.
    """
    return tuple(one.form for one in known_forms(beside))


def usual_form() -> Form:
    """Return the form of what carries no id; most reports are of it, and need no other."""
    return first_form()


def form_named(said: str, beside: Path | None = None) -> Form:
    """Return the form that a person names, as people call it or by its id. Raise Refusal."""
    known = forms(beside)
    for form in known:
        if said.strip() in (form.id, form.name):
            return form
    names = listed(f"“{form.name}”" for form in known)
    raise Refusal(
        f"没有叫“{said}”的表式，只有{names}。请改正名称（--form 后面的）。{said_of_broken(beside)}"
    )


def form_of_workbook(parts: Mapping[str, bytes], name: str, beside: Path | None = None) -> Form:
    """Return the form that the parts of a workbook say. Raise Refusal for an unknown one."""
    return _named(own_properties.read(parts, own_properties.FORM), name, beside)


def form_there(path: Path) -> Form | None:
    """Return the form of the workbook that lies somewhere; None where nothing does.

    Raise Refusal where it is no workbook.
    """
    if not path.exists():
        return None
    return form_of_workbook(workbook_parts(read_file(path), path.name), path.name, path)


def is_of_another(workbook: Path, form: Form) -> bool:
    """Tell whether a workbook lies somewhere and says that it is of another form than this one."""
    if workbook.suffix.lower() != ".xlsx" or not is_zipfile(workbook):
        return False
    return (own_properties.read_from(workbook, own_properties.FORM) or usual_form().id) != form.id


def must_be_of(
    form: Form, parts: Mapping[str, bytes], name: str, beside: Path | None = None
) -> None:
    """Refuse the parts of a workbook that say that it is of another form than this one.

    One that says nothing is of the usual form.
    """
    said = own_properties.read(parts, own_properties.FORM) or usual_form().id
    if said != form.id:
        theirs = next((one.name for one in forms(beside) if one.id == said), said)
        raise Refusal(f"{name} 是“{theirs}”的工作簿，不是“{form.name}”的。请指明正确的文件或表式。")


def form_of_document(parts: Mapping[str, bytes], name: str, beside: Path | None = None) -> Form:
    """Return the form that the parts of a document say. Raise Refusal for an unknown one."""
    from generator.formats.docx.package.provenance import read_properties  # with lxml

    return _named(read_properties(parts, name).get(FORM_ID, ""), name, beside)


def form_of_edition(edition: object, beside: Path | None = None) -> Form:
    """Return the form whose notice a report as JSON names; the first where there is none.

    That it is none is said by the reader of JSON, with what is expected.
    """
    return next((form for form in forms(beside) if form.edition == edition), usual_form())


def editions_of(form: Form) -> tuple[Form, ...]:
    """Return a form and its earlier editions, the one in force first."""
    return form, *earlier_editions(form)


def _named(said: str, name: str, beside: Path | None) -> Form:
    if said in ("", usual_form().id):
        return usual_form()
    known = forms(beside)
    for form in known:
        if form.id == said:
            return form
    ids = listed(f"“{form.id}”" for form in known)
    raise Refusal(
        f"{name} 用的表式是“{said}”，这个版本的程序只认识{ids}。请换用更新的程序；"
        f"本单位自己的表式要放在 templates 文件夹里。{said_of_broken(beside)}"
    )


def said_of_broken(beside: Path | None = None) -> str:
    """Say which forms of the office cannot be used, for it may be one of them."""
    return "".join(
        f"{one.file} 里的表式用不了，有 {len(one.why.mistakes)} 处错误，"
        f"第一处在 {one.why.mistakes[0].place}：{one.why.mistakes[0].what}。"
        f"请改正（全部列出：make-report form check {one.file}）。"
        for one in broken_forms(beside)
    )
