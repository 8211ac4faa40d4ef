"""What reviewers do to a document that is to be published, each by the XML that Word writes.

Nothing of generator/ is used. Each takes the package, and puts what it adds before a paragraph.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from tests.reviewing.extras import drawing, png
from tests.reviewing.ooxml import WORD_TYPE, Package, R, new, run, w
from tests.reviewing.runs import text_of
from tests.reviewing.things import THINGS

Edit = Callable[[Package, Element], None]


def _p(*children: Element, **properties: Element) -> Element:
    return new("p", *([new("pPr", *properties.values())] if properties else []), *children)


def _look(text: str, *looks: Element) -> Element:
    return run(text, new("rPr", *looks))


def _word(_package: Package, before: Element) -> None:
    text = next(one for one in before.iter(w("t")) if len(one.text or "") > 4)
    text.text = f"{(text.text or '')[:2]}（改过的词）{(text.text or '')[2:]}"


def _paragraph(_package: Package, before: Element) -> None:
    before.addprevious(_p(run("评审时加的一段：会同各镇（街道）核对了 1,238 件许可，占 95.5%。")))


def _sub_heading(_package: Package, before: Element) -> None:
    bold = new("b")
    before.addprevious(_p(_look("（七）评审加的小标题", bold)))
    before.addprevious(_p(_look("1.带头的话。", new("b")), run("后面接着说的话。")))


def _outlined(_package: Package, before: Element) -> None:
    for level, words in ((1, "七、评审加的一节"), (2, "1.下一级的标题")):
        outline = new("outlineLvl", val=str(level))
        before.addprevious(_p(run(words), outline=outline))


def _list(package: Package, before: Element, kind: str = "decimal", text: str = "%1.") -> None:
    key = _numbering(package, kind, text)
    for words in ("自动编号的第一项", "12 件自动编号的第二项"):
        before.addprevious(_p(run(words), numbers=_in_list(key)))


def _chinese_list(package: Package, before: Element) -> None:
    _list(package, before, "chineseCounting", "（%1）")


def _bare_list(package: Package, before: Element) -> None:
    _list(package, before, "decimal", "%1")


def _in_list(key: str) -> Element:
    return new("numPr", new("ilvl", val="0"), new("numId", val=key))


def _numbering(package: Package, kind: str, text: str) -> str:
    part = "word/numbering.xml"
    if part not in package.parts:
        package.put(part, new("numbering"))
        package.declare(part, f"{WORD_TYPE}.numbering+xml")
        package.relate("numbering", "numbering.xml")
    root = package.tree(part)
    key = str(len(root) + 40)
    level = new(
        "lvl",
        new("start", val="1"),
        new("numFmt", val=kind),
        new("lvlText", val=text),
        new("lvlJc", val="left"),
        ilvl="0",
    )
    root.insert(0, new("abstractNum", level, abstractNumId=key))
    root.append(new("num", new("abstractNumId", val=key), numId=key))
    package.put(part, root)
    return key


def _breaks_and_tabs(_package: Package, before: Element) -> None:
    before.addprevious(_p(run("第一行\n第二行"), new("r", new("tab")), run("制表符后的词")))


def _links(package: Package, before: Element) -> None:
    link = new("hyperlink", run("办事指南"))
    address = "https://www.example.gov.cn/guide?a=1&b=2"
    link.set(f"{{{R}}}id", package.relate("hyperlink", address, external=True))
    code = new("instrText")
    code.text = ' HYPERLINK "https://www.example.gov.cn/field" '
    field = [
        new("r", new("fldChar", fldCharType="begin")),
        new("r", code),
        new("r", new("fldChar", fldCharType="separate")),
        run("另一处指南"),
        new("r", new("fldChar", fldCharType="end")),
    ]
    before.addprevious(_p(run("详见"), link, run("和"), *field, run("，或www.example.gov.cn/x。")))


def _hyphens(_package: Package, before: Element) -> None:
    soft = new("r", new("softHyphen"))
    hard = new("r", new("noBreakHyphen"))
    before.addprevious(_p(run("information"), soft, run("disclosure，电话021"), hard, run("1234")))


def _rare(_package: Package, before: Element) -> None:
    before.addprevious(_p(run("二〇二四年，㐂姓和𠮷姓的申请人各1人，①②㈠、§、‰、℃。")))


def _looks(_package: Package, before: Element) -> None:
    words = [_look("加粗的词", new("b")), run("和"), _look("倾斜的词", new("i")), run("，面积12m")]
    raised, lowered = (
        _look("2", new("vertAlign", val=val)) for val in ("superscript", "subscript")
    )
    before.addprevious(_p(*words, raised, run("，排放CO"), lowered, run("减少。")))


def _controls(_package: Package, before: Element) -> None:
    inline = new(
        "sdt", new("sdtPr", new("alias", val="填报人")), new("sdtContent", run("控件里的词"))
    )
    before.addprevious(_p(run("段内"), inline, run("之后")))
    content = new("sdtContent", _p(run("整段都在控件里")))
    before.addprevious(new("sdt", new("sdtPr", new("tag", val="甲")), content))
    tag = new("smartTag", run("张桥镇"), uri="urn:x", element="PersonName")
    before.addprevious(_p(run("智能标记："), tag, run("。")))


def _columns(_package: Package, before: Element) -> None:
    for words, count in (("分栏之前", "1"), ("两栏里的文字，先左后右", "2")):
        section = new("sectPr", new("type", val="continuous"), new("cols", num=count, space="425"))
        before.addprevious(_p(run(words), section=section))


def _page_break(_package: Package, before: Element) -> None:
    page = new("r", new("br", type="page"))
    before.addprevious(_p(page, run("另起一页的一段")))
    before.addprevious(_p())
    before.addprevious(_p())


def _picture(package: Package, before: Element) -> None:
    name = f"word/media/pasted{package.next_id()}.png"
    package.parts[name] = png()
    package.declare("png", "image/png")
    frame = drawing(package.relate("image", name.removeprefix("word/")), package.next_id())
    for one in frame.iter("{*}docPr"):
        one.set("descr", "评审贴的照片")
    before.addprevious(_p(new("r", frame), jc=new("jc", val="center")))


def _inside(package: Package, before: Element) -> None:
    _picture(package, before)
    picture = before.getprevious()
    assert picture is not None
    picture.insert(1, run("图片前的话"))
    picture.append(run("图片后的话"))


def _table(package: Package, before: Element) -> None:
    rows: tuple[tuple[tuple[str, int], ...], ...] = (
        (("镇", 1), ("收到", 2)),
        (("", 1), ("网上", 1), ("当面", 1)),
        (("甲镇", 1), ("12", 1), ("3 m", 1)),
        (("说明", 1), ("合并的\n两格", 2)),
    )
    table = new("tbl", new("tblPr", new("tblW", w="0", type="auto")), new("tblGrid"))
    table[1].extend(new("gridCol", w="2900") for _ in range(3))
    for number, row in enumerate(rows):
        merges = ({0: "restart", 1: "continue"}.get(number, ""), "", "")
        cells = (_cell(*cell, merge) for cell, merge in zip(row, merges, strict=False))
        table.append(new("tr", *cells))
    raised = _look("2", new("vertAlign", val="superscript"))
    list(table.iter(w("p")))[-4].append(raised)
    key = _numbering(package, "decimal", "%1")
    last = new("tr", *(_cell("", 1) for _ in range(3)))
    for at, cell in enumerate(last):
        paragraph = cell.find(w("p"))
        assert paragraph is not None
        paragraph.append(run("自动编号" if at else ""))
        if at == 1:
            paragraph.insert(0, new("pPr", _in_list(key)))
    table.append(last)
    before.addprevious(_p(run("表9　评审加的表")))
    before.addprevious(_p(run("单位：件")))
    before.addprevious(table)
    before.addprevious(_p(run("注：表下面的注。")))


def _cell(text: str, span: int, merge: str = "") -> Element:
    properties = new("tcPr", new("tcW", w=str(2900 * span), type="dxa"))
    if span > 1:
        properties.append(new("gridSpan", val=str(span)))
    if merge:
        properties.append(new("vMerge", val=merge if merge == "restart" else None))
    return new("tc", properties, new("p", run(text)))


def _chart(package: Package, before: Element) -> None:
    before.addprevious(new("p", THINGS["图表"][0](package)))


def _above(package: Package, _before: Element) -> None:
    first = package.body[0]
    first.addprevious(_p(run("附件1")))
    first.addprevious(_p(run("某办〔2024〕5号")))


EDITS: Mapping[str, Edit] = MappingProxyType(
    {
        "改词": _word,
        "加段": _paragraph,
        "小标题": _sub_heading,
        "大纲标题": _outlined,
        "自动编号": _list,
        "中文编号": _chinese_list,
        "只有数的编号": _bare_list,
        "换行和制表符": _breaks_and_tabs,
        "链接": _links,
        "连字符": _hyphens,
        "生僻字": _rare,
        "字的样子": _looks,
        "控件": _controls,
        "分栏": _columns,
        "分页": _page_break,
        "贴图": _picture,
        "文中的图": _inside,
        "加表": _table,
        "标题以上": _above,
    }
)


def edited(content: bytes, *names: str) -> bytes:
    """Return a document after these edits, made before its longest paragraph or in it."""
    package = Package.open(content)
    for name in names:
        before = max(package.body.iterchildren(w("p")), key=lambda one: len(text_of(one)))
        EDITS[name](package, before)
    return package.save()
