"""What may be in a Word document that is published: everything else is named and refused, or told.

Word runs, fetches and shows much that nobody sees in the text. So this is a list of what office
documents are made of, not of what is known to do harm: kinds of parts by content type, relations
by the last word of their type, fields by the word that their code begins with. Of elements only
those are listed that act.
"""

_OFFICE = "application/vnd.openxmlformats-officedocument."
_WORD = f"{_OFFICE}wordprocessingml."
_DRAWING = f"{_OFFICE}drawingml."
_SHEET = f"{_OFFICE}spreadsheetml."

RELATIONSHIPS_KIND = "application/vnd.openxmlformats-package.relationships+xml"
EMBEDDED_WORKBOOK = f"{_SHEET}sheet"
_PROPERTIES = (
    "application/vnd.openxmlformats-package.core-properties+xml",
    f"{_OFFICE}extended-properties+xml",
    f"{_OFFICE}custom-properties+xml",
)
DATA_KINDS = frozenset({"application/xml", f"{_OFFICE}customXmlProperties+xml"})
"""Data that programs keep in a document, beside what Word shows."""
XML_KINDS = frozenset(
    {
        RELATIONSHIPS_KIND,
        *DATA_KINDS,
        *_PROPERTIES,
        f"{_WORD}document.main+xml",
        f"{_WORD}styles+xml",
        f"{_WORD}settings+xml",
        f"{_WORD}webSettings+xml",
        f"{_WORD}fontTable+xml",
        f"{_WORD}numbering+xml",
        f"{_WORD}header+xml",
        f"{_WORD}footer+xml",
        f"{_WORD}footnotes+xml",
        f"{_WORD}endnotes+xml",
        f"{_WORD}comments+xml",
        f"{_WORD}commentsExtended+xml",
        f"{_WORD}commentsIds+xml",
        f"{_WORD}commentsExtensible+xml",
        f"{_WORD}people+xml",
        "application/vnd.ms-word.stylesWithEffects+xml",
        f"{_OFFICE}theme+xml",
        f"{_OFFICE}themeOverride+xml",
        f"{_DRAWING}chart+xml",
        f"{_DRAWING}chartshapes+xml",
        f"{_DRAWING}diagramData+xml",
        f"{_DRAWING}diagramLayout+xml",
        f"{_DRAWING}diagramStyle+xml",
        f"{_DRAWING}diagramColors+xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        "application/vnd.ms-office.chartstyle+xml",
        "application/vnd.ms-office.chartcolorstyle+xml",
        "application/vnd.ms-office.chartex+xml",
        "application/vnd.ms-office.classificationlabels+xml",
        "application/vnd.ms-office.intelligence2+xml",
    }
)

BEGINNINGS = {
    "image/png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
    "image/x-emf": (b"\x01\x00\x00\x00",),
    "image/emf": (b"\x01\x00\x00\x00",),
    "image/x-wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"),
    "image/wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"),
    "application/x-font-ttf": (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf"),
    EMBEDDED_WORKBOOK: (b"PK\x03\x04",),
}
"""Kinds of parts that are no XML, and how what they are said to be begins."""
ENDINGS = {"image/png": b"IEND\xaeB`\x82"}
"""What a picture of a kind must also hold."""
FONT_IN_DISGUISE = f"{_OFFICE}obfuscatedFont"
"""A font as Word embeds it: its first bytes are mixed with a key, so they say nothing."""
PROGRAMS_BEGIN = (b"MZ", b"PK", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"#!")

WORKBOOK_KINDS = frozenset(
    {
        RELATIONSHIPS_KIND,
        "application/xml",
        *_PROPERTIES,
        f"{_SHEET}sheet.main+xml",
        f"{_SHEET}worksheet+xml",
        f"{_SHEET}styles+xml",
        f"{_SHEET}sharedStrings+xml",
        f"{_SHEET}table+xml",
        f"{_SHEET}calcChain+xml",
        f"{_SHEET}sheetMetadata+xml",
        f"{_OFFICE}theme+xml",
    }
)
"""Kinds of parts of a workbook that lies in a document as the data of a chart."""
FETCHING_FUNCTIONS = (b"WEBSERVICE(", b"RTD(", b"CALL(", b"REGISTER.ID(")
"""Functions by which a workbook asks others, or runs what is none of its own."""

RELATIONS = frozenset(
    {
        *("officeDocument", "core-properties", "extended-properties", "custom-properties"),
        *("thumbnail", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable"),
        *("font", "numbering", "header", "footer", "footnotes", "endnotes", "theme"),
        *("themeOverride", "image", "hyperlink", "chart", "chartUserShapes", "chartStyle"),
        *("chartColorStyle", "chartEx", "package", "diagramData", "diagramLayout"),
        *("diagramQuickStyle", "diagramColors", "diagramDrawing", "customXml", "customXmlProps"),
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
        *("classificationlabels", "intelligence2"),
        *("worksheet", "sharedStrings", "table", "calcChain", "sheetMetadata"),
    }
)
LINK = "hyperlink"
LINKING = frozenset({"hyperlink", "hlinkClick", "hlinkHover"})
"""The elements by which a reader sees a link, and follows it only by a click."""
SHAPES = frozenset(
    {"shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "group"}
)
"""The shapes whose href is a link too; that of anything else is shown or fetched."""

FIELDS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF"),
        *("SEQ", "TOC", "INDEX", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM"),
        *("AUTHOR", "LASTSAVEDBY", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "DOCPROPERTY"),
        *("FILENAME", "NUMWORDS", "NUMCHARS", "EQ", "SYMBOL", "ADVANCE", "FORMTEXT"),
        *("FORMCHECKBOX", "FORMDROPDOWN", "BIBLIOGRAPHY", "CITATION", "HYPERLINK", "="),
    }
)

ACTING = {
    "altChunk": "另一个文件的内容（altChunk）",
    "subDoc": "子文档",
    "object": "嵌入或链接的对象（OLE）",
    "objectEmbed": "嵌入的对象（OLE）",
    "objectLink": "链接的对象（OLE）",
    "OLEObject": "嵌入或链接的对象（OLE）",
    "control": "ActiveX 控件",
    "attachedTemplate": "附加的模板",
    "linkStyles": "“自动更新文档样式”",
    "mailMerge": "邮件合并的数据源",
    "frameset": "框架页",
    "saveThroughXslt": "另存时用的转换文件",
    "schemaLibrary": "XML 架构库",
    "attachedSchema": "附加的 XML 架构",
    "entryMacro": "会运行的宏",
    "exitMacro": "会运行的宏",
    "webVideoPr": "联机视频",
    "movie": "视频",
    "videoFile": "视频",
    "audioFile": "音频",
    "wavAudioFile": "音频",
    "quickTimeFile": "视频",
    "contentPart": "墨迹",
    "HyperlinkBase": "“超链接基础”",
}
"""Elements that make Word do something, or show what stands elsewhere, and what people call it."""
ACTING_BY_TEXT = frozenset({"HyperlinkBase"})
"""Those of them that do nothing without a text."""

UNWANTED = (
    ("vbaProject", "宏"),
    ("vbaData", "宏"),
    ("macroEnabled", "宏"),
    ("activeX", "ActiveX 控件"),
    ("control", "ActiveX 控件"),
    ("oleObject", "嵌入或链接的对象（OLE）"),
    ("glossary", "构建基块（自动图文集）"),
    ("printerSettings", "打印机设置"),
    ("svg", "SVG 图片"),
    ("webextension", "Office 加载项"),
    ("taskpanes", "Office 加载项"),
    ("extensibility", "自定义的功能区"),
    ("keyMapCustomizations", "自定义的快捷键"),
    ("attachedToolbars", "自定义的工具栏"),
    ("attachedTemplate", "附加的模板"),
    ("aFChunk", "另一个文件的内容（altChunk）"),
    ("subDocument", "子文档"),
    ("mailMerge", "邮件合并的数据源"),
    ("recipientData", "邮件合并的数据源"),
    ("externalLink", "链接到别的工作簿"),
    ("digital-signature", "数字签名"),
    ("video", "视频"),
    ("audio", "音频"),
    ("media", "视频或音频"),
)
"""(what the name of a kind or of a relation holds, what people call it)."""
