"""Parts that are built to exhaust a machine: far too much of something, or far too deep."""

from random import Random

_RUN = "<w:r><w:t>甲</w:t></w:r>"
_ROW = "<w:tr><w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc></w:tr>"
_PROPERTIES = "<w:p><w:pPr>{}</w:pPr></w:p>"
_WIDE = "<w:gridSpan w:val='2000000000'/>"
_BY = "<w:ins w:author='甲'>"
_PIECES = {  # by the tag behind which they are put
    "</sheetData>": (
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        "<mergeCells>" + '<mergeCell ref="A1:C3"/>' * 9_999 + "</mergeCells>",
        "<mergeCells>" + '<mergeCell ref="A1:A9"/>' * 11_000 + "</mergeCells>",
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>',
        '<conditionalFormatting sqref="A1:Z9999"/>' * 9_000,
        '<dataValidation sqref="' + "A1:B2 " * 3_000 + '"/>',
    ),
    "<sheetData>": (
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1">' + "<c><v>1</v></c>" * 110_000 + "</row>",
        '<row><c t="inlineStr"><is><t>甲</t></is></c></row>' * 49_000,
        "<c>" * 190 + "</c>" * 190,
        "<c>" * 100_000,
        "<row><c><f t='shared' si='0' ref='A1:XFD1048576'>A1</f></c></row>",
        "<row><c><v>" + "9" * 5_000_000 + "</v></c></row>",
        "<row><c t='inlineStr'><is><t>" + "甲" * 4_000_000 + "</t></is></c></row>",
    ),
    "<cols>": ('<col min="1" max="16384" width="9"/>' * 9_000,),
    "<sheets>": (
        '<sheet name="甲" sheetId="99" id="rId1"/>' * 3_000,
        '<sheet name="甲" sheetId="99" xmlns:r="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships" r:id="rId6"/>' * 200,
    ),
    "<definedNames>": ('<definedName name="甲">A1</definedName>' * 9_000,),
    "<cellXfs>": ("<xf/>" * 600_000, "<xf/>" * 9_000),
    "<fonts>": ("<font/>" * 9_900,),
    "<w:body>": (
        "<w:p/>" * 100_000,
        f"<w:p>{_RUN}</w:p>" * 9_000,
        f"<w:p>{_RUN * 60_000}</w:p>",
        f"<w:p><w:r><w:t>{'本年新收5件，' * 60_000}</w:t></w:r></w:p>",
        f"{'<w:tbl><w:tr><w:tc>' * 60}<w:p/>{'</w:tc></w:tr></w:tbl>' * 60}",
        f"<w:tbl>{_ROW.format('<w:vMerge/>') * 3_000}</w:tbl>",
        f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 9_000}</w:tr></w:tbl>",
        f"<w:tbl>{_ROW.format(_WIDE)}</w:tbl>",
        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='99999999'/></w:trPr></w:tr></w:tbl>",
        f"{'<w:sdt><w:sdtContent>' * 90}<w:p/>{'</w:sdtContent></w:sdt>' * 90}",
        f"{_BY * 190}{'</w:ins>' * 190}",
        f"<w:p>{(_BY + _RUN + '</w:ins>') * 9_000}</w:p>",
        _PROPERTIES.format(f"<w:rPr>{_BY}</w:ins><w:del w:author='乙'/></w:rPr>") * 900,
        _PROPERTIES.format("<w:numPr><w:ilvl w:val='99999'/></w:numPr>") * 50,
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" * 5_000,
        "<w:p><w:commentRangeStart w:id='1'/></w:p>" * 9_000,
        "<w:p><w:r><w:t>{{ 年度 }}</w:t></w:r></w:p>" * 4_000,
        "<w:p/>" * 48_000,
        "<w:p/>" * 1_000_000,
        "<w:p><w:r/></w:p>" * 40_000,
        f"<w:p>{(_BY + '</w:ins>') * 19_000}</w:p>",
        f"<w:tbl><w:tr>{('<w:tc><w:tcPr>' + _WIDE + '</w:tcPr><w:p/></w:tc>') * 9_000}</w:tr>"
        "</w:tbl>",
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 9_000,
        "<w:altChunk/>" * 9_000,
        "<w:p><w:subDoc/></w:p>",
        '<w:p><w:fldSimple w:instr="INCLUDETEXT a.docx"/></w:p>' * 3_000,
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>LINK </w:instrText></w:r></w:p>"
        * 3_000,
        "<w:p " + " ".join(f'a{at}="1"' for at in range(9_000)) + "/>",
        "<w:p " + " ".join(f'xmlns:a{at}="u{at}"' for at in range(9_000)) + "/>",
        "<w:p w:rsidR='" + "0" * 5_000_000 + "'/>",
        "<w:p><w:bookmarkStart w:id='1' w:name='甲'/></w:p>" * 20_000,
    ),
    "<w:styles>": (
        "<w:style w:styleId='环'><w:basedOn w:val='环'/></w:style>" * 3_000,
        "<w:style w:styleId='甲'/>" * 9_900,
        "".join(
            f"<w:style w:styleId='s{at}'><w:basedOn w:val='s{(at + 1) % 9_000}'/></w:style>"
            for at in range(9_000)
        ),
    ),
}


def overloaded(content: bytes, rng: Random) -> bytes:
    """Put something exhausting into a part, where anything is known for it."""
    written = content.decode("utf-8", "replace")
    places = [
        (at + len(begun), pieces)
        for tag, pieces in _PIECES.items()
        for begun in (tag, tag.replace(">", " "))
        if (at := written.find(begun)) >= 0
    ]
    if not places:
        return content
    at, pieces = rng.choice(places)
    end = at if written[at - 1] == ">" else written.find(">", at) + 1
    return (written[:end] + rng.choice(pieces) + written[end:]).encode()
