"""What a document holds that no workbook can hold: said, so that nothing is lost unseen."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.form.chinese import counted, listed
from generator.form.vocabulary import Form
from generator.manuscript.importing.exhibits.beside_text import BesideText, What
from generator.manuscript.importing.sorting import LeftOut
from generator.manuscript.importing.table_remarks import NOT_READ, NOT_TAKEN
from generator.manuscript.importing.tables import FoundTable
from generator.manuscript.manuscript import (
    CONTENTS,
    Doubt,
    Grid,
    Line,
    Manuscript,
    Thing,
    Unseen,
    UnseenText,
)
from generator.model.finding import Finding, notice, wrong
from generator.model.report import Place

_SHOWN = 20
_TAKEN_BACK = {Unseen.STRUCK: "用删除线划去的文字", Unseen.HIDDEN: "隐藏的文字"}
_ADVICE = {
    LeftOut.BEFORE: "不必补；要印在标题上方的，请写进模板",
    LeftOut.CONTENTS: "不必补；要有目录，请在模板里插入自动目录",
    LeftOut.WEB: "不必补",
    LeftOut.PAGE: "不必补；页码由模板印",
    LeftOut.AROUND_TABLES: "不必补；不是表题、说明的，请写到『正文』表",
    LeftOut.ATTACHED: "要保留的，请在最后定稿的文档里附上；工作簿里放不下",
    LeftOut.AFTER: "要保留的，请写到『正文』表，或者写进模板",
}


def left_lines(lines: Sequence[Line], left: Mapping[LeftOut, Sequence[int]]) -> Iterator[Finding]:
    """Tell of lines that are in no part of the form."""
    for why, numbers in left.items():
        texts = [lines[at].text.strip() for at in numbers]
        many = f"等 {len(texts)} 段" if len(texts) > 1 else ""
        message = f"{why}没有带过来：“{_short(texts[0])}”{many}"
        yield notice(
            NOT_TAKEN, lines[numbers[0]].place, message, _ADVICE[why], quote="\n".join(texts)
        )


def left_grids(
    grids: Sequence[Grid], tables: Sequence[FoundTable], shown: Collection[int], form: Form
) -> Iterator[Finding]:
    """Tell of tables that are not the form's, nor `shown` by the report, or are there twice."""
    taken = {at for found in tables for at, _ in found.pieces} | {*shown}
    repeats = {at: found for found in tables for at in found.repeats}
    for at, grid in enumerate(grids):
        texts = [text.strip() for _, text in sorted(grid.cells.items()) if text.strip()]
        if at in taken or not texts:
            continue
        if at in repeats:
            first = grids[repeats[at].pieces[0][0]].place.within
            message = f"与{first}是同样的表，这一张没有带过来"
            advice = f"请核对{first}是不是要的那一张，不是的请照这一张改"
        else:
            due = counted(len(form.tables), "张表")
            message = f"不是格式里的{due}，没有带过来：“{_short(' '.join(texts))}”"
            advice = "要保留的，请在最后定稿的文档里插入；工作簿里放不下"
        yield notice(NOT_TAKEN, grid.place, message, advice, quote="\n".join(texts))


def left_things(
    manuscript: Manuscript, file: str, missing: Collection[str], beside: BesideText
) -> Iterator[Finding]:
    """Tell of notes, remarks, headers and footers. `missing` are tables not found.

    Pictures and charts in the text are told of with their places, unless it is not known `beside`
    which there are.
    """
    place = Place(file)
    known = {*What} if beside.drawn else set()
    if missing and any(one.what is What.PICTURE for one in beside.drawn):
        message = f"文档里有图片，没有找到的{listed(missing)}可能就是图片"
        yield notice(NOT_TAKEN, place, message, "请照图片在工作簿里补填")
    if Thing(CONTENTS) in manuscript.others:
        yield notice(NOT_TAKEN, place, f"{LeftOut.CONTENTS}没有带过来", _ADVICE[LeftOut.CONTENTS])
    others = [str(thing) for thing in manuscript.others if thing.what not in {CONTENTS, *known}]
    for what, count in Counter(others).items():
        maybe = f"；没有找到的{listed(missing)}可能就是图片" if missing and "图" in what else ""
        message = f"有 {count} 处{what}，没有带过来{maybe}"
        yield notice(NOT_TAKEN, place, message, "要保留的，请在最后定稿的文档里插入")
    yield from _unseen(manuscript.unseen)
    if manuscript.remarks:
        said = "\n".join(f"{one.by}：{one.text}" for one in manuscript.remarks)
        message = f"有 {len(manuscript.remarks)} 条批注，没有带过来"
        yield notice(NOT_TAKEN, place, message, "请看原文里的批注是否还要处理", quote=said)
    if manuscript.revised:
        message = "文档里有还没有接受或拒绝的修订，按全部接受来读"
        yield notice(
            NOT_TAKEN, place, message, "如果不是这样定稿的，请先在 Word 里处理修订，再导入"
        )
    margins = [text for text in dict.fromkeys(manuscript.margins) if _says_anything(text)]
    if margins:
        message = f"页眉、页脚没有带过来：“{_short(margins[0])}”"
        yield notice(NOT_TAKEN, place, message, "页眉、页脚由模板印", quote="\n".join(margins))


def _unseen(texts: Sequence[UnseenText]) -> Iterator[Finding]:
    """Tell of text that is struck or hidden, each way once."""
    for how in Unseen:
        found = [one for one in texts if one.how == how and one.text.strip()]
        if found:
            many = f"等 {len(found)} 处" if len(found) > 1 else ""
            message = f"{_TAKEN_BACK[how]}没有带过来：“{_short(found[0].text)}”{many}"
            quote = "\n".join(one.text.strip() for one in found)
            yield notice(
                NOT_TAKEN,
                found[0].place,
                message,
                "请看原文；还算数的，请补到工作簿里",
                quote=quote,
            )


def without_doubts(grids: Sequence[Grid], file: str) -> tuple[list[Grid], list[Finding]]:
    """Return tables without the numbers of which it is not clear what is left, and tell of them."""
    clear: list[Grid] = []
    findings: list[Finding] = []
    for grid in grids:
        clear.append(replace(grid, cells={**grid.cells, **dict.fromkeys(grid.doubts, "")}))
        for (row, _), doubt in grid.doubts.items():
            either = f"分不清是 {doubt.standing} 还是 {doubt.whole}，留了空白"
            place = grid.place._replace(file=file, spot=f"第{row + 1}行")
            message = f"有一个数{_unclear(doubt)}，{either}"
            findings.append(wrong(NOT_READ, place, message, "请照原文在工作簿里补填"))
    return clear, findings


def doubtful_lines(lines: Sequence[Line]) -> Iterator[Finding]:
    """Tell of numbers in the text of which a part was struck or raised."""
    for line in lines:
        if doubt := line.doubt:
            written, other = f"照剩下的写成了 {doubt.standing}", f"连划去的是 {doubt.whole}"
            if doubt.raised:
                written, other = f"连起来写成了 {doubt.whole}", f"不算它是 {doubt.standing}"
            message = f"有一个数{_unclear(doubt)}，{written}，{other}"
            yield wrong(NOT_READ, line.place, message, "请照原文核对，不对的请在『正文』表里改")


def _unclear(doubt: Doubt) -> str:
    return "紧挨着上标或下标" if doubt.raised else "划去了中间一部分"


def tables_not_found(
    tables: Sequence[FoundTable], form: Form, file: str
) -> Iterator[tuple[str, Finding]]:
    """Yield the sections whose table is not there, each with what to say of it."""
    found = {(one.section, one.nth) for one in tables}
    for number, section in enumerate(form.sections, 1):
        for nth, table in enumerate(section.tables, 1):
            if (number, nth) in found:
                continue
            which = table.title if len(section.tables) > 1 else ""
            name = f"“{form.headings[number - 1]}”的{which}表"
            message = f"没有找到{name}，{len(table.figures)} 格都留了空白"
            yield name, wrong(NOT_READ, Place(file), message, "请照原文在工作簿里补填")


def sections_without_table(tables: Sequence[FoundTable], form: Form) -> Iterator[int]:
    """Yield the numbers of the sections of which a table is not there."""
    found = {(one.section, one.nth) for one in tables}
    for number, section in enumerate(form.sections, 1):
        if any((number, nth) not in found for nth in range(1, len(section.tables) + 1)):
            yield number


def _says_anything(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
