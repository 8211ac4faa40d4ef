"""A paragraph is a heading by a level of the outline: its own, or that of its style."""

import pytest

from generator.formats.docx.reading.body import read_body
from tests.formats.docx.tiny import document, element, paragraph, parts, run

STYLES = element(
    "w:styles",
    '<w:style w:styleId="h"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="own"><w:basedOn w:val="h"/></w:style>'
    '<w:style w:styleId="text"><w:basedOn w:val="h"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:styleId="round"><w:basedOn w:val="round"/></w:style>',
)


@pytest.mark.parametrize(
    ("properties", "outlined"),
    [
        ("", False),
        ('<w:pStyle w:val="h"/>', True),
        ('<w:pStyle w:val="own"/>', True),
        ('<w:pStyle w:val="text"/>', False),
        ('<w:pStyle w:val="round"/>', False),
        ('<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>', False),
        ('<w:outlineLvl w:val="0"/>', True),
    ],
)
def test_a_heading_is_known_by_its_level(properties: str, *, outlined: bool) -> None:
    content = document(paragraph(run("甲"), properties))
    (line,) = read_body(parts(content, styles=STYLES), "").manuscript.lines
    assert line.outlined == outlined
