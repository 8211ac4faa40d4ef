"""Settings, styles and fonts without what only the writers of a document need."""

from lxml import etree

from generator.formats.docx.publishing.bare_settings import bare_formats, bare_settings

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def names(root: etree._Element) -> list[str]:
    return [etree.QName(one).localname for one in root.iter()]


def test_settings_keep_how_pages_are_laid_out() -> None:
    root = etree.fromstring(
        f"<w:settings {SPACE}><w:evenAndOddHeaders/><w:trackRevisions/><w:rsids/><w:docVars/>"
        "<w:defaultTabStop/><w:updateFields/></w:settings>"
    )
    assert names(bare_settings(root)) == ["settings", "evenAndOddHeaders", "defaultTabStop"]


def test_styles_lose_who_changed_them_and_are_chinese() -> None:
    root = etree.fromstring(
        f'<w:styles {SPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"'
        ' w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults><w:style><w:rsid w:val="1"/>'
        '<w:rPr><w:b/><w:rPrChange w:author="张三丰"><w:rPr/></w:rPrChange></w:rPr></w:style>'
        "</w:styles>"
    )
    left = bare_formats(root)
    assert "rsid" not in names(left)
    assert "rPrChange" not in names(left)
    assert "b" in names(left)
    assert b'w:eastAsia="zh-CN"' in etree.tostring(left)


def test_fonts_that_lie_in_the_file_are_not_handed_on() -> None:
    root = etree.fromstring(
        f'<w:fonts {SPACE}><w:font w:name="方正小标宋"><w:charset/><w:embedRegular/></w:font>'
        "</w:fonts>"
    )
    assert names(bare_formats(root)) == ["fonts", "font", "charset"]
