"""How the parts of a page look: as rules of a style sheet, or in line."""

FONTS = "仿宋_GB2312,仿宋,FangSong,STFangsong,'Noto Serif CJK SC',serif"
HEADINGS = "黑体,SimHei,'Noto Sans CJK SC',sans-serif"
_LINES = "border:1px solid #333;padding:.25em .4em"

IN_LINE = {
    "article": f"max-width:52em;margin:0 auto;font-family:{FONTS};font-size:1.1em;"
    "line-height:1.8;color:#111",
    "h1": f"text-align:center;font-family:{HEADINGS};font-size:1.5em;line-height:1.4;margin:1em 0",
    "h2": f"font-family:{HEADINGS};font-size:1.15em;margin:1em 0 .3em;text-indent:2em",
    "h3": "font-size:1.1em;margin:.8em 0 .3em;text-indent:2em",
    "h4": "font-size:1em;margin:.6em 0 .3em;text-indent:2em",
    "body": "margin:.3em 0;text-indent:2em;text-align:justify;overflow-wrap:anywhere",
    "note": "margin:.3em 0;text-indent:2em;font-size:.85em",
    "centred": "margin:.3em 0;text-align:center",
    "signature": "margin:1em 4em 0 0;text-align:right",
    "issued": "margin:.3em 4em 1em 0;text-align:right",
    "figure": "margin:1em 0;text-align:center",
    "picture": "max-width:100%;height:auto",
    "figcaption": "font-size:.9em;text-align:center",
    "scroll": "overflow-x:auto;margin:.6em 0",
    "table": "border-collapse:collapse;width:100%;font-size:.85em;line-height:1.4",
    "caption": "font-size:1.05em;padding:.3em",
    "th": f"{_LINES};font-family:{HEADINGS};font-weight:normal;text-align:center",
    "td": f"{_LINES};text-align:center",
    "row": f"{_LINES};font-weight:normal;text-align:left",
}
"""By the name of the part."""

SHEET = (
    "html{{-webkit-text-size-adjust:100%}}body{{margin:0;padding:1em}}{parts}"
    ".apart{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
    "white-space:nowrap}}svg{{max-width:100%;height:auto}}"
    "@media(max-width:40em){{article{{font-size:1em}}h2,h3,h4{{text-indent:0}}"
    ".signature,.issued{{margin-right:1em}}}}"
    "@page{{size:A4;margin:37mm 26mm 35mm 28mm}}"
    "@media print{{body{{padding:0}}article{{max-width:none;font-size:16pt}}"
    "h1,h2,h3,h4{{break-after:avoid}}tr,figure{{break-inside:avoid}}"
    "thead{{display:table-header-group}}.scroll{{overflow:visible}}}}"
)


def style_sheet() -> str:
    """Return the style sheet of the page."""
    tags = (
        "article",
        "h1",
        "h2",
        "h3",
        "h4",
        "figure",
        "figcaption",
        "table",
        "caption",
        "th",
        "td",
    )
    rules = "".join(
        f"{name if name in tags else f'.{name}'}{{{look}}}" for name, look in IN_LINE.items()
    )
    return SHEET.format(parts=rules)
