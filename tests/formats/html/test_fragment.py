from base64 import b64decode

from lxml import html

from generator.formats.html.fragment import fragment_of
from tests.formats.html.pages import awkward, drawn, fragment, page, said
from tests.publications import publication

NOT_IN_IT = ("style", "html", "head", "body", "main", "svg", "script")
TAKEN_AWAY = ("class", "style", "id", "role", "tabindex", "aria-label")
"""What the sites of offices take out of what is put into them."""


def text_of(root: html.HtmlElement) -> str:
    return "".join("".join(map(str, root.itertext())).split())


def test_the_fragment_needs_no_style_sheet_class_or_head() -> None:
    for report in (publication(), awkward()):
        text = fragment_of(report, drawn)
        assert [tag for tag in NOT_IN_IT if f"<{tag}" in text] == []
        root = fragment(report)
        assert root.xpath("//@class|//@id") == []
        assert root.get("lang") == "zh-CN"


def test_every_part_says_for_itself_how_it_looks() -> None:
    bare = {str(one.tag) for one in fragment(publication()).iter() if not one.get("style")}
    assert bare <= {"strong", "br", "thead", "tbody", "tr", "caption", "colgroup"}


def test_charts_are_pictures_with_their_words() -> None:
    images = fragment(publication()).xpath("//img")
    assert len(images) == 6
    assert all(one.get("alt") for one in images)
    charts = [one for one in images if one.get("src").startswith("data:image/svg+xml;base64,")]
    assert len(charts) == 5
    assert b64decode(charts[0].get("src").partition(",")[2]).startswith(b"<svg ")


def test_it_says_what_the_page_says() -> None:
    whole = page(publication()).find(".//main")
    for drawing in whole.xpath(".//svg"):
        drawing.clear()
    assert text_of(fragment(publication())) == text_of(whole)


def test_a_site_that_takes_every_attribute_of_looks_away_leaves_the_report() -> None:
    root = fragment(publication())
    for one in root.iter():
        for name in TAKEN_AWAY:
            one.attrib.pop(name, None)
    kept = html.fragment_fromstring(html.tostring(root, encoding="unicode"))
    assert said(kept.find(".//h1")).startswith("某某市某某局")
    assert len(kept.xpath(".//th[@scope]")) > 50
    assert [said(one) for one in kept.xpath(".//caption")][1].startswith("二、")


def test_it_brings_no_colour_that_a_site_could_clash_with() -> None:
    styles = {str(one) for one in fragment(publication()).xpath("//@style")}
    assert len(styles) > 10
    assert [one for one in styles if "color" in one or "background" in one] == []
