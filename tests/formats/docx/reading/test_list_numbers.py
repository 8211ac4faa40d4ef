from itertools import count
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.list_numbers import list_numbers
from generator.formats.docx.text import visible_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import accepted, original
from tests.formats.docx.revised import SIGNED, marked, tracked
from tests.formats.docx.tiny import document, element, packed, paragraph, run
from tests.libreoffice import convert, needs_libreoffice

OUTLINE = (
    ("chineseCounting", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
    ("decimalEnclosedCircle", "%5"),
    ("decimal", "%3.%4.%6"),
)


def level(at: int, kind: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def levels(*more: str, start: int = 1) -> str:
    """Return the levels of an official document; `more` is what else each of them says."""
    padded = (*more, *[""] * len(OUTLINE))
    return "".join(
        level(at, kind, text, start, padded[at]) for at, (kind, text) in enumerate(OUTLINE)
    )


def numbering(*definitions: str, lists: tuple[tuple[int, str], ...] = ((0, ""),)) -> etree._Element:
    """Return definitions, and lists (from 1) that are each of one and override some of it."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{definition}</w:abstractNum>'
        for at, definition in enumerate(definitions)
    )
    numbers = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
        for at, (of, more) in enumerate(lists, 1)
    )
    return element("w:numbering", abstract + numbers)


def item(at: int, list_id: int = 1, text: str = "文") -> str:
    return paragraph(
        run(text), f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def styled(style: str) -> str:
    return paragraph(run("文"), f'<w:pStyle w:val="{style}"/>')


def style(name: str, based_on: str, properties: str, kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    named = f'<w:name w:val="{name}"/>'
    numbered = f"<w:pPr><w:numPr>{properties}</w:numPr></w:pPr>" if properties else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{named}{base}{numbered}</w:style>'


def labels(content: str, definitions: etree._Element | None, styles: str = "") -> list[str]:
    root = document(content)
    found = list_numbers(root, definitions, element("w:styles", styles))
    return [found.get(paragraph, "") for paragraph in root.iter(W + "p")]


def override(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def test_the_levels_of_an_official_document() -> None:
    content = "".join(map(item, [0, 1, 1, 2, 2, 3, 4, 4, 1, 2, 0, 1]))
    assert labels(content, numbering(levels())) == [
        *(
            "一、",
            "（一）",
            "（二）",
            "1.",
            "2.",
            "（1）",
            "①",
            "②",
            "（三）",
            "1.",
            "二、",
            "（一）",
        ),
    ]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("decimal", "1 2 9 10 11 20 21 100 101"),
        ("chineseCounting", "一 二 九 十 十一 二十 二十一 一〇〇 一〇一"),
        ("taiwaneseCounting", "一 二 九 十 十一 二十 二十一 一〇〇 一〇一"),
        ("chineseCountingThousand", "一 二 九 十 十一 二十 二十一 一百 一百零一"),
        ("taiwaneseCountingThousand", "一 二 九 十 十一 二十 二十一 一百 一百零一"),
        ("japaneseCounting", "一 二 九 十 十一 二十 二十一 百 百一"),
        ("chineseLegalSimplified", "壹 贰 玖 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零壹"),
        ("ideographDigital", "一 二 九 一〇 一一 二〇 二一 一〇〇 一〇一"),
        ("ideographTraditional", "甲 乙 壬 癸 11 20 21 100 101"),
        ("ideographZodiac", "子 丑 申 酉 戌 20 21 100 101"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊈ ㊉ 11 20 21 100 101"),
        ("decimalFullWidth", "１ ２ ９ １０ １１ ２０ ２１ １００ １０１"),
        ("decimalFullWidth2", "１ ２ ９ １０ １１ ２０ ２１ １００ １０１"),
        ("decimalEnclosedCircle", "① ② ⑨ ⑩ ⑪ ⑳ 21 100 101"),
        ("decimalEnclosedCircleChinese", "① ② ⑨ ⑩ ⑪ ⑳ 21 100 101"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑼ ⑽ ⑾ ⒇ 21 100 101"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒐ ⒑ ⒒ ⒛ 21 100 101"),
        ("decimalZero", "01 02 09 10 11 20 21 100 101"),
        ("upperLetter", "A B I J K T U VVVV WWWW"),
        ("lowerLetter", "a b i j k t u vvvv wwww"),
        ("upperRoman", "I II IX X XI XX XXI C CI"),
        ("lowerRoman", "i ii ix x xi xx xxi c ci"),
        ("somethingNew", "1 2 9 10 11 20 21 100 101"),
    ],
)
def test_formats(kind: str, expected: str) -> None:
    starts = [1, 2, 9, 10, 11, 20, 21, 100, 101]
    definitions = [level(0, kind, "（%1）", start) for start in starts]
    lists = tuple((at, "") for at in range(len(starts)))
    content = "".join(item(0, at) for at in range(1, len(starts) + 1))
    found = labels(content, numbering(*definitions, lists=lists))
    assert [label[1:-1] for label in found] == expected.split()


@pytest.mark.parametrize(
    "kind",
    ["chineseCounting", "chineseLegalSimplified", "upperRoman", "lowerLetter", "decimalZero"],
)
@pytest.mark.parametrize("start", [0, 9999, 10_000, 999_999_999])
def test_numbers_beyond_a_format_harm_nobody(kind: str, start: int) -> None:
    assert len(labels(item(0), numbering(level(0, kind, "%1", start)))[0]) < 20


def test_no_number_at_all() -> None:
    none = level(0, "none", "附：%1") + level(1, "none", "") + level(2, "decimal", "%1%2%3")
    assert labels(item(0) + item(1) + item(2), numbering(none)) == ["附：", "", "1"]


def test_bullets_are_signs_and_those_of_symbol_fonts_a_dot() -> None:
    signs = [level(at, "bullet", sign) for at, sign in enumerate(["\uf0b7", "–", "●", ""])]
    content = "".join(map(item, range(4)))
    assert labels(content, numbering("".join(signs))) == ["•", "–", "●", ""]


def test_levels_that_are_left_out_count_as_if_they_were_there() -> None:
    content = "".join(map(item, [1, 1, 0, 2, 1, 5]))
    assert labels(content, numbering(levels())) == [
        *("（一）", "（二）", "二、", "1.", "（二）", "1.1.1"),
    ]


def test_levels_that_restart_otherwise() -> None:
    content = "".join(map(item, [0, 1, 2, 1, 2, 0, 1, 2]))

    def third(restart: int) -> list[str]:
        definitions = levels("", "", f'<w:lvlRestart w:val="{restart}"/>')
        return [label for label in labels(content, numbering(definitions)) if "." in label]

    assert third(0) == ["1.", "2.", "3."]
    assert third(1) == ["1.", "2.", "1."]
    assert third(2) == ["1.", "1.", "1."]
    assert third(7) == ["1.", "1.", "1."]


def test_legal_numbers_are_decimal_all_through() -> None:
    own = level(0, "chineseCounting", "%1、") + level(1, "decimalZero", "%1.%2", 1, "<w:isLgl/>")
    third = level(2, "chineseCounting", "%1.%2.%3", 1, "<w:isLgl/>")
    content = "".join(map(item, [0, 1, 2]))
    assert labels(content, numbering(own + third)) == ["一、", "1.01", "1.1.1"]


def test_lists_of_one_definition_count_on_and_others_do_not() -> None:
    lists = ((0, ""), (0, ""), (1, ""))
    content = item(0) + item(0, 2) + item(0, 3) + item(0) + item(0, 3)
    assert labels(content, numbering(levels(), levels(), lists=lists)) == [
        *("一、", "二、", "一、", "三、", "二、"),
    ]


def test_a_list_that_overrides_the_start_begins_anew_once() -> None:
    lists = ((0, ""), (0, override(0, 5)), (0, override(1, 4)))
    content = item(0) + item(0, 2) + item(1, 2) + item(0) + item(0, 2) + item(1, 3) + item(1, 3)
    assert labels(content, numbering(levels(), lists=lists)) == [
        *("一、", "五、", "（一）", "六、", "七、", "（四）", "（五）"),
    ]


def test_a_list_that_overrides_a_level_shows_it_otherwise_and_counts_on() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    content = item(0) + item(0, 2) + item(0)
    lists = ((0, ""), (0, other))
    assert labels(content, numbering(levels(), lists=lists)) == ["一、", "B.", "三、"]


STYLES = (
    style("一级", "", '<w:numId w:val="1"/>')
    + style("二级", "", '<w:ilvl w:val="4"/><w:numId w:val="1"/>')
    + style("更小", "二级", "")
    + style("三级", "一级", '<w:ilvl w:val="2"/>')
    + style("无号", "二级", '<w:numId w:val="0"/>')
    + style("循环甲", "循环乙", "")
    + style("循环乙", "循环甲", "")
)


def test_styles_put_paragraphs_into_lists() -> None:
    """Where a level names a style, that is the style's level (ECMA-376 Part 1, 17.9.3)."""
    linked = levels('<w:pStyle w:val="一级"/>', '<w:pStyle w:val="二级"/>')
    content = "".join(
        map(styled, ["一级", "二级", "更小", "三级", "无号", "循环甲", "没有", "一级"])
    )
    assert labels(content, numbering(linked), STYLES) == [
        *("一、", "（一）", "（二）", "1.", "", "", "", "二、"),
    ]


def test_a_paragraph_may_leave_the_list_of_its_style_or_change_its_level() -> None:
    off = paragraph("", '<w:pStyle w:val="一级"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    deeper = paragraph("", '<w:pStyle w:val="一级"/><w:numPr><w:ilvl w:val="2"/></w:numPr>')
    assert labels(off + deeper, numbering(levels()), STYLES) == ["", "1."]


def test_the_style_of_paragraphs_without_one_counts_too() -> None:
    ordinary = style("正文", "", '<w:numId w:val="1"/>').replace(
        "w:styleId", 'w:default="1" w:styleId'
    )
    assert labels(paragraph("") * 2, numbering(levels()), ordinary) == ["一、", "二、"]


@pytest.mark.parametrize("linked", ['<w:styleLink w:val="列表"/>', ""])
def test_a_style_of_lists_is_followed_and_each_list_of_it_counts_alone(linked: str) -> None:
    through = '<w:numStyleLink w:val="列表"/>'
    lists = ((0, ""), (1, ""), (2, ""))
    content = item(0) + item(0, 2) + item(1, 2) + item(0, 3) + item(0)
    styles = style("列表", "", '<w:numId w:val="1"/>', "numbering")
    assert labels(content, numbering(linked + levels(), through, through, lists=lists), styles) == [
        *("一、", "一、", "（一）", "一、", "二、"),
    ]


def test_text_boxes_count_by_themselves_and_their_fall_backs_not_at_all() -> None:
    box = f"<w:txbxContent>{item(0)}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    holder = paragraph(f"<w:r>{both}</mc:AlternateContent></w:r>")
    assert labels(item(0) + holder + item(0), numbering(levels())) == [
        "一、",
        "",
        "一、",
        "",
        "二、",
    ]


def test_each_view_of_an_edited_document_has_its_own_numbers() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    now = f"{numbered}<w:pPrChange {SIGNED}><w:pPr/></w:pPrChange>"
    root = document(
        item(0)
        + marked(tracked("ins", run("新")), "ins", properties=numbered)
        + marked(tracked("del", run("旧")), "del", properties=numbered)
        + item(0)
        + paragraph(run("改"), now)
    )
    shown = []
    for view in (original(root), accepted(root)):
        found = list_numbers(view, numbering(levels()), None)
        shown.append([found.get(at, "") + visible_text(at) for at in view.iter(W + "p")])
    assert shown == [
        ["一、文", "二、旧", "三、文", "改"],
        ["一、文", "二、新", "三、文", "四、改"],
    ]


@pytest.mark.parametrize(
    "definitions",
    [
        None,
        numbering(),
        numbering(""),
        numbering(levels(), lists=((7, ""),)),
        numbering('<w:numStyleLink w:val="列表"/>'),
        numbering('<w:lvl/><w:lvl w:ilvl="x"/><w:lvl w:ilvl="99999999999"/><w:lvl w:ilvl="0"/>'),
        numbering("<w:lvl w:ilvl='0'><w:start w:val='-1'/><w:lvlText/></w:lvl>"),
        element("w:numbering", "<w:num/><w:abstractNum/><w:num w:numId='1'/>"),
    ],
)
def test_broken_definitions_give_no_labels(definitions: etree._Element | None) -> None:
    assert labels(item(0) + item(8), definitions) == ["", ""]


@pytest.mark.parametrize(
    "broken", ['w:val="x"', 'w:val="-1"', 'w:val="²"', "", 'w:val="9999999999"']
)
def test_broken_places_in_a_list_harm_nobody(broken: str) -> None:
    content = paragraph("", f"<w:numPr><w:ilvl {broken}/><w:numId {broken}/></w:numPr>")
    assert labels(content, numbering(levels())) == [""]


@needs_libreoffice
def test_libreoffice_prints_the_same_labels(tmp_path: Path) -> None:
    """Not judged by LibreOffice 7.4, which has it wrong, but by the tests above.

    It knows no isLgl, lvlRestart or full-width digits; 一〇 of ideographDigital and 一〇〇 of
    chineseCounting it prints as 十 and 一百; a startOverride it forgets at the next restart;
    bullets it prints as its own ones; lists of one numbering style it counts together; it takes
    the level that a style names before the one that names the style.
    """
    rng = Random(2021)
    lists = ((0, ""), (0, ""), (0, override(0, 7)), (1, ""), (1, override(2, 3)))
    texts = count(1)
    content = ""
    for _ in range(250):
        at, list_id = rng.choice([0, 0, 1, 1, 1, 2, 2, 3, 4, 5]), rng.randint(1, len(lists))
        at = 0 if list_id == 5 else at  # the only level that it overrides is never met
        content += item(at, list_id, f"|文{next(texts)}")
    content += "".join(map(styled, rng.choices(["一级", "二级", "更小", "三级", "无号"], k=60)))
    linked = levels('<w:pStyle w:val="一级"/>', '<w:pStyle w:val="二级"/>')
    root, definitions = document(content), numbering(linked, levels(start=2), lists=lists)
    styles = element("w:styles", STYLES.replace('w:ilvl w:val="4"', 'w:ilvl w:val="1"'))
    source = tmp_path / "lists.docx"
    source.write_bytes(packed(root, numbering=definitions, styles=styles))
    printed = convert(source, "txt:Text", tmp_path).read_text("utf-8-sig").splitlines()
    found = list_numbers(root, definitions, styles)
    expected = [f"{found.get(at, '')}{visible_text(at)}" for at in root.iter(W + "p")]
    assert [line.replace(" ", "") for line in printed] == expected
