"""A blank Word file as python-docx begins one, without most of what has to be read of it."""

from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE


def blank_document() -> Document:
    """Return one without the half a megabyte of styles of tables that python-docx brings."""
    return docx.Document(BytesIO(_blank()))


@cache
def _blank() -> bytes:
    document = docx.Document()
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and not style.element.default:
            style.delete()
    for name, relationship in list(document.part.rels.items()):
        if relationship.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(name)
    content = BytesIO()
    document.save(content)
    return content.getvalue()
