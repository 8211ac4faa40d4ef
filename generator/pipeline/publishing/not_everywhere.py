"""What the .docx shows and a PDF and a web page have no place for."""

from collections import Counter
from collections.abc import Iterator

from generator.form.pattern import Pattern
from generator.manuscript.manuscript import CONTENTS, Manuscript
from generator.model.draft_stamp import is_draft_stamp
from generator.model.report import Place
from generator.pipeline.publishing.obstacle import Obstacle

_TEXT_MOVES = "请把里面的文字移到正文里，或者删去"
_BESIDE = {
    "文本框": _TEXT_MOVES,
    "图形": "请另存成图片再插入，或者删去",
    "嵌入对象": "请另存成图片再插入，或者删去",
    "脚注": _TEXT_MOVES,
    "尾注": _TEXT_MOVES,
    CONTENTS: "请删去，PDF 自己有书签",
    "公式": "请改成普通文字或者图片",
    "拼音指南": "请去掉拼音",
    "符号": "请换成普通字体里的符号",
}
_IN_MARGINS = "页眉页脚里的"
_PAGE = Pattern(r"[—–\-\s]*(?:第?\s*[\dIVXivx]*\s*页?(?:\s*[/／，,]?\s*共?\s*\d*\s*页?)?)[—–\-\s]*")


def not_everywhere(now: Manuscript, generated: Manuscript, place: Place) -> Iterator[Obstacle]:
    """Yield it; of headers and footers what the document did not have when it was `generated`."""
    for what, count in Counter(one.what for one in now.others).items():
        if what in _BESIDE:
            said = f"有 {count} 处{what}，PDF 和网页里没有它的位置"
            yield Obstacle(place, said, _BESIDE[what])
    margins = Counter(one.what for one in now.others if one.what.startswith(_IN_MARGINS))
    margins -= Counter(one.what for one in generated.others)
    for what, count in margins.items():
        said = f"后来加了 {count} 处{what}（如水印、印章），PDF 和网页里没有"
        yield Obstacle(place, said, "不该公开的请删去")
    for line in dict.fromkeys(now.margins):
        if line not in generated.margins and not is_draft_stamp(line) and not _PAGE.fullmatch(line):
            what = f"页眉或页脚里后来加了“{line:.20}”，PDF 和网页里没有"
            yield Obstacle(place, what, "请移到正文里，或者删去")
