"""Which form a file is of. The forms stand in one tuple, and only here is one picked."""

from collections.abc import Mapping

from generator.form.chinese import listed
from generator.form.disclosure.edition_2019 import FORM as DISCLOSURE_2019
from generator.form.disclosure.edition_2021 import FORM as DISCLOSURE_2021
from generator.form.vocabulary import Form
from generator.formats.docx.package.seal import FORM_ID
from generator.formats.xlsx import own_properties
from generator.model.finding import Refusal

FORMS: tuple[Form, ...] = (DISCLOSURE_2021,)
"""The forms in which reports are made. A file that does not say which is of the first."""

EARLIER: Mapping[str, tuple[Form, ...]] = {DISCLOSURE_2021.id: (DISCLOSURE_2019,)}
"""Editions that are only met in reports that were published, by the id of the one in force."""


def usual_form() -> Form:
    """Return the form of what carries no id."""
    return FORMS[0]


def form_named(said: str) -> Form:
    """Return the form that a person names, as people call it or by its id. Raise Refusal."""
    for form in FORMS:
        if said.strip() in (form.id, form.name):
            return form
    known = listed(f"“{form.name}”" for form in FORMS)
    raise Refusal(f"没有叫“{said}”的表式，只有{known}。请改正名称（--form 后面的）。")


def form_of_workbook(parts: Mapping[str, bytes], name: str) -> Form:
    """Return the form that the parts of a workbook say. Raise Refusal for an unknown one."""
    return _named(own_properties.read(parts, own_properties.FORM), name)


def must_be_of(form: Form, parts: Mapping[str, bytes], name: str) -> None:
    """Refuse the parts of a workbook that say that it is of another form than this one."""
    said = own_properties.read(parts, own_properties.FORM)
    if said and said != form.id:
        theirs = next((one.name for one in FORMS if one.id == said), said)
        raise Refusal(f"{name} 是“{theirs}”的工作簿，不是“{form.name}”的。请指明正确的文件或表式。")


def form_of_document(parts: Mapping[str, bytes], name: str) -> Form:
    """Return the form that the parts of a document say. Raise Refusal for an unknown one."""
    from generator.formats.docx.package.provenance import read_properties  # with lxml

    return _named(read_properties(parts, name).get(FORM_ID, ""), name)


def form_of_edition(edition: object) -> Form:
    """Return the form whose notice a report as JSON names; the first where there is none.

    That it is none is said by the reader of JSON, with what is expected.
    """
    return next((form for form in FORMS if form.edition == edition), usual_form())


def editions_of(form: Form) -> tuple[Form, ...]:
    """Return a form and its earlier editions, the one in force first."""
    return form, *EARLIER.get(form.id, ())


def _named(said: str, name: str) -> Form:
    if not said:
        return usual_form()
    for form in FORMS:
        if form.id == said:
            return form
    known = listed(f"“{form.id}”" for form in FORMS)
    raise Refusal(f"{name} 用的表式是“{said}”，这个版本的程序只认识{known}。请换用更新的程序。")
