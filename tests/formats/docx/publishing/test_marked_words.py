"""Words that somebody marked with a colour."""

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from generator.formats.docx.publishing.marked_words import marked_words


def marked(*runs: tuple[str, str]) -> list[str]:
    made = "".join(f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>" for text, look in runs)
    return marked_words(parse_xml(f"<w:body {nsdecls('w')}><w:p>{made}</w:p></w:body>"))


YELLOW, SHADED = '<w:highlight w:val="yellow"/>', '<w:shd w:val="clear" w:fill="FFFF00"/>'


def test_neighbours_are_told_as_one() -> None:
    assert marked(("甲", YELLOW), ("乙", SHADED), ("丙", ""), ("丁", YELLOW)) == ["甲乙", "丁"]


def test_what_has_no_colour_is_not_marked() -> None:
    plain = ('<w:highlight w:val="none"/>', '<w:shd w:val="clear" w:fill="auto"/>', "")
    assert marked(*(("甲", look) for look in plain)) == []


def test_a_pattern_is_a_mark_too() -> None:
    assert marked(("甲", '<w:shd w:val="pct15" w:fill="auto"/>')) == ["甲"]
