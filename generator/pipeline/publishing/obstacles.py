"""What still hangs in a document that is to go out: all at once, each with what to do."""

from collections.abc import Iterable, Iterator, Sequence

from generator.files.locks import lock_of
from generator.form.chinese import listed
from generator.form.vocabulary import ORGAN, YEAR
from generator.formats.docx.publishing.hanging import shortened
from generator.formats.docx.publishing.hanging_fields import hanging_fields
from generator.formats.docx.publishing.hanging_links import hanging_links
from generator.formats.docx.publishing.hanging_words import hanging_words
from generator.manuscript.manuscript import Remark, Unseen, UnseenText
from generator.manuscript.publishing.publication import Unprintable
from generator.model.draft_stamp import is_draft_stamp
from generator.model.report import Place
from generator.pipeline.edited_document import EditedDocument
from generator.pipeline.publishing.not_everywhere import not_everywhere
from generator.pipeline.publishing.obstacle import Obstacle
from generator.pipeline.review import Review

_SHOWN = 3
_TAKEN_OUT = (
    *("打印机设置", "附加的模板", "构建基块", "自定义的功能区", "自定义的快捷键", "自定义的工具栏"),
    *("Office 加载项", "邮件合并的数据源", "“自动更新文档样式”", "另存时用的转换文件"),
    *("XML 架构库", "附加的 XML 架构", "“超链接基础”", "SVG 图片", "从隐藏数据取文字的内容控件"),
    *("“glossaryDocument”", "“keyMapCustomizations”", "“frame”"),
)
"""What readers do not see: it does not go out, and nobody need take it out before."""


def obstacles_in(
    edited: EditedDocument, found: Review, unprintable: Iterable[Unprintable]
) -> list[Obstacle]:
    """Return everything for which a document is held back, the gravest first."""
    place = Place(edited.source.name)
    now, generated = edited.body.manuscript, edited.generated.body.manuscript
    return [
        *_unfinished(edited, found, place),
        *_of_writers(edited),
        *_against_workbook(edited, found, place),
        *_in_file(edited, place),
        *(Obstacle(one.place, one.what, one.advice) for one in unprintable),
        *not_everywhere(now, generated, place),
        *(
            Obstacle(place, one, "请在 Word 里删去")
            for one in found.foreign
            if not one.startswith(_TAKEN_OUT)
        ),
    ]


def _unfinished(edited: EditedDocument, found: Review, place: Place) -> Iterator[Obstacle]:
    for one in found.findings:
        if one.holds_back:
            yield Obstacle(one.place, one.message, one.advice)
    if any(map(is_draft_stamp, edited.body.manuscript.margins)):
        what = "是草稿：Word 文档每页印着“草稿”，PDF 和网页里没有这两个字"
        yield Obstacle(place, what, "请改正错误，重新生成（不加 --draft）")
    path = edited.source.path
    if path and lock_of(path):
        what = "文档好像正在 Word 或 WPS 里打开，读的是最近一次保存的内容"
        yield Obstacle(place, what, "请保存、关闭以后再发布")


def _of_writers(edited: EditedDocument) -> Iterator[Obstacle]:
    manuscript = edited.body.manuscript
    if remarks := [one for one in manuscript.remarks if not one.done]:
        yield Obstacle(
            remarks[0].place,
            f"还有 {len(remarks)} 条批注没有处理：{_said(remarks)}",
            "请处理以后删去，或者标为已解决",
        )
    for how in Unseen:
        if unseen := [one for one in manuscript.unseen if one.how == how and one.text.strip()]:
            yield Obstacle(
                unseen[0].place, f"有{how}：{_shown(unseen)}", "不要的请删去，要的请恢复成普通文字"
            )


def _in_file(edited: EditedDocument, place: Place) -> Iterator[Obstacle]:
    parts, name = edited.parts, edited.source.name
    looks = hanging_words(parts, name), hanging_fields(parts, name), hanging_links(parts, name)
    told = dict.fromkeys(one for look in looks for one in look)
    for one in told:
        where = Place(place.file, "", one.where) if one.where else place
        yield Obstacle(where, one.what, one.advice)


def _against_workbook(edited: EditedDocument, found: Review, place: Place) -> Iterator[Obstacle]:
    workbook = edited.workbook
    if workbook is None:
        yield Obstacle(
            place,
            "没有找到它的工作簿，没有与工作簿比较",
            "请把它的工作簿放在旁边（或用 --workbook 指明）",
        )
        return
    there = edited.compared.values.report.entries
    for spec in edited.form.entries:
        if spec.name not in (ORGAN, YEAR) and spec.role != "issued":
            continue
        said, typed = (
            entries[spec.name].printed if spec.name in entries else "空白"
            for entries in (there, workbook.report.entries)
        )
        if said != typed:
            what = f"“{spec.name}”文档里是“{said}”，工作簿里是“{typed}”"
            yield Obstacle(place, what, "请改成一致的")
    if found.conflicts:
        yield Obstacle(
            place,
            f"有 {len(found.conflicts)} 处文档和工作簿两边不同",
            "请看一看（make-report review），定下用哪一边",
        )
    elif found.cells:
        what = f"有修改工作簿里还没有（要写回 {found.cells} 格）"
        yield Obstacle(place, what, "请先写回（make-report review --apply），再重新生成")
    if found.merge and found.merge.newer:
        places = listed(str(one) for one in found.merge.newer[:_SHOWN])
        more = f"等 {len(found.merge.newer)} 处" if found.merge.newer[_SHOWN:] else ""
        what = f"工作簿后来改过，文档里还没有：{places}{more}"
        yield Obstacle(place, what, "请重新生成文档；还在审阅的，写进文档（make-report revise）")
    for left in found.merge.leftovers if found.merge else ():
        yield Obstacle(left.place, left.what, left.advice)


def _said(remarks: Sequence[Remark]) -> str:
    said = [f"{one.by}“{shortened(one.text)}”" for one in remarks[:_SHOWN]]
    return listed(said) + ("等" if len(remarks) > _SHOWN else "")


def _shown(unseen: Sequence[UnseenText]) -> str:
    words = listed(f"“{shortened(one.text)}”" for one in unseen[:_SHOWN])
    return words + (f"等 {len(unseen)} 处" if len(unseen) > _SHOWN else "")
