from itertools import pairwise

from generator.model.exhibits import Picture
from generator.model.publication import (
    Figure,
    Heading,
    Manner,
    Paragraph,
    Piece,
    Publication,
    PublishedTable,
)
from tests.formats.html.pages import awkward, fragment, of, page, said
from tests.publications import publication


def squeezed(text: str) -> str:
    return "".join(text.split())


def words(report: Publication) -> list[str]:
    """Return what a report says, block by block, without what only the chart's drawing says."""
    found = ["".join(report.title)]
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                found.append(block.text)
            case Figure():
                found.append(block.caption)
            case PublishedTable():
                found.append(block.caption or block.name)
                found += [cell.text for cell in block.cells]
    return [squeezed(each) for each in found if each.strip()]


def test_all_that_is_published_stands_in_the_page_in_its_order() -> None:
    report = publication()
    whole = page(report).find(".//main")
    for drawing in whole.xpath(".//svg"):
        drawing.drop_tree()
    assert squeezed(said(whole)) == "".join(words(report))


def test_there_is_one_title_and_no_level_is_left_out() -> None:
    for report in (publication(), awkward()):
        levels = [int(one.tag[1]) for one in page(report).xpath("//h1|//h2|//h3|//h4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))


def test_figures_have_captions_and_words_and_keep_their_size() -> None:
    figures = page(publication()).xpath("//figure")
    assert [said(one.find("figcaption")) for one in figures[:2]] == [
        "图1　培训现场",
        "图2　申请人的构成",
    ]
    picture = figures[0].find("img")
    assert picture.get("alt") == "会场里坐满了人"
    shown = next(one for one in publication().blocks if isinstance(one, Figure))
    assert isinstance(shown.exhibit, Picture)
    assert picture.get("width") == "590", "156 mm"


def test_links_lead_where_the_report_says_and_hold_no_letter_that_addresses_cannot() -> None:
    links = page(publication()).xpath("//a/@href") + page(awkward()).xpath("//a/@href")
    assert links == [
        "https://www.example.gov.cn",
        "https://a.gov.cn/%E6%9F%90%20%E6%9F%90?a=1&b=%25zz%3Cx%3E",
    ]


def test_signature_and_day_stand_together_and_notes_are_notes() -> None:
    closing = page(publication()).xpath("//div[@class='closing']")
    assert [[said(line) for line in one.findall("p")] for one in closing] == [
        ["某某市某某局", "2025年1月20日"]
    ]
    assert [said(one) for one in page(publication()).xpath("//p[@class='note']")] == [
        "注：收费单位为万元。"
    ]


def test_breaks_and_what_leads_in_are_kept() -> None:
    report = of(Paragraph((Piece("1.公文。", strong=True), Piece("第一行\n第二行"))))
    line = fragment(report).find("p")
    assert said(line.find("strong")) == "1.公文。"
    assert len(line.findall("br")) == 1


def test_a_day_alone_and_paragraphs_after_it_keep_their_order() -> None:
    day = Paragraph((Piece("2025年1月20日"),), Manner.ISSUED)
    after = Paragraph((Piece("附件"),))
    assert squeezed(said(fragment(of(day, after)))) == "某某局报告2025年1月20日附件"
