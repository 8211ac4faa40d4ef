"""How large a form may be, and how its names and titles may be written.

No form of an office comes near to these; one that goes beyond would exhaust the machine, or could
not be shown in Excel or Word.
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.form.chinese import listed
from generator.form.entry_validation import choice_mistakes
from generator.form.grid import header_rows, label_columns
from generator.form.labels import label_key
from generator.form.mistakes import Mistake, Steps
from generator.form.organ_and_year import PLACES, YEAR_PLACE
from generator.form.reserved_names import RESERVED
from generator.form.vocabulary import Block, Form, Table

MOST_FIGURES, MOST_TIES = 2_000, 5_000
MOST_COLUMNS, MOST_ROWS, MOST_DEPTH = 60, 500, 6
"""Of a table: Word has 63 columns at most."""
_MOST = {"sections": 30, "entries": 60, "sums": 2_000, "rules": 500, "namings": 500}
_LONGEST = {"id": 40, "name": 40, "edition": 80, "title": 80, "template": 80}
_LONGEST_NAME, _LONGEST_LABEL, _LONGEST_TITLE, _LONGEST_NOTE = 40, 120, 20, 500
_LONGEST_HEADING, _LONGEST_UNIT = 60, 10
_NUMBERED = re.compile(r"[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RULE_ID = re.compile(r"[A-Z]{1,3}\d{1,3}(?:-\d{1,3})?")
"""As people find it in the key of a finding: T3-01-360BAD."""
_NAME = re.compile(r"[^\W\d]\w*")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PLACE = re.compile(r"\{[^{}]*\}")
_NOT_IN_SHEETS = frozenset("[]:*?/\\'：？／＼［］＊")
_NOT_IN_FILES = frozenset('/\\:*?"<>|')


def beyond_limits(form: Form) -> Iterator[Mistake]:
    """Find what is too much, or written as it cannot be."""
    yield from _sizes(form)
    yield from _texts(form)
    for steps, name in _names(form):
        if name and not (_NAME.fullmatch(name) and len(name) <= _LONGEST_NAME):
            what = f"名称“{name[:_LONGEST_NAME]}”只能用汉字、字母、数字和下划线，不以数字开头"
            yield Mistake(steps, f"{what}，最多 {_LONGEST_NAME} 个字")
        elif name in RESERVED:
            yield Mistake(steps, f"名称“{name}”是程序自己用的，请换一个")
    for at, rule in enumerate(form.rules):
        if rule.id and not _RULE_ID.fullmatch(rule.id):
            said = f"规则的编号“{rule.id}”要写成一至三个大写字母加数字，如 F1、F1-01"
            yield Mistake(("rules", at, "id"), f"{said}：『核对记录』凭它认")
    yield from _headings(form)
    for at, section in enumerate(form.sections):
        yield from _places(("sections", at, "before_heading"), section.before_heading)
    for steps, table in form.tables_in_sections:
        yield from _table(steps, table)


def _sizes(form: Form) -> Iterator[Mistake]:
    for field, most in _MOST.items():
        if len(getattr(form, field)) > most:
            yield Mistake((field,), f"{field} 有 {len(getattr(form, field))} 项，最多 {most} 项")


def _texts(form: Form) -> Iterator[Mistake]:
    """Find ids, titles and names of files that could not be used as such."""
    for field, most in _LONGEST.items():
        text = getattr(form, field)
        if len(text) > most or not (text.strip() and text.isprintable()):
            yield Mistake((field,), f"{field} 要写，最多 {most} 个字，不能有看不见的字符")
    if form.id and not _ID.fullmatch(form.id):
        yield Mistake(("id",), "id 只能用小写字母、数字和 -，如 cases-2024")
    if _PLACE.findall(form.title) != [YEAR_PLACE] or _braces(form.title):
        yield Mistake(("title",), "title 里要有一处 {year}，不能有别的花括号")
    if not form.template.endswith(".docx") or _NOT_IN_FILES & set(form.template):
        yield Mistake(("template",), "template 是旁边 Word 模板的文件名，以 .docx 结尾，不写文件夹")


def _places(steps: Steps, text: str) -> Iterator[Mistake]:
    if set(_PLACE.findall(text)) - set(PLACES) or _braces(text):
        yield Mistake(steps, f"{steps[-1]} 里花括号只能是{listed(PLACES)}")
    if _unseen(text):
        yield Mistake(steps, f"{steps[-1]} 里不能换行，不能有看不见的字符")


def _unseen(text: str) -> bool:
    """Tell whether a text has signs that nobody sees, or that begin another line."""
    return any(unicodedata.category(sign) in _UNSEEN for sign in text)


def _headings(form: Form) -> Iterator[Mistake]:
    """Find headings that are none, that bring a number of their own, or that are there twice."""
    texts = [section.heading for section in form.sections]
    for at, text in enumerate(texts):
        braces = {"{", "}"} & set(text)
        if not text.strip() or len(text) > _LONGEST_HEADING or braces or _unseen(text):
            said = f"heading 要写，最多 {_LONGEST_HEADING} 个字，不能有花括号、换行、看不见的字符"
            yield Mistake(("sections", at, "heading"), said)
        if _NUMBERED.match(text):
            yield Mistake(("sections", at, "heading"), f"heading “{text}”不写序号，序号由程序编")
        if text and text in texts[:at]:
            yield Mistake(("sections", at, "heading"), f"不止一个部分叫“{text}”，请写得不同")


def _braces(text: str) -> bool:
    return bool({"{", "}"} & set(_PLACE.sub("", text)))


def _names(form: Form) -> Iterator[tuple[Steps, str]]:
    for at, entry in enumerate(form.entries):
        yield ("entries", at, "name"), entry.name
    for at, total in enumerate(form.sums):
        yield ("sums", at, "name"), total.name
    for steps, table in form.tables_in_sections:
        for number, block in enumerate(table.blocks):
            for column_at, column in enumerate(block.columns):
                for row in block.rows:
                    yield (*steps, "blocks", number, "columns", column_at), row.name + column.name


def _table(steps: Steps, table: Table) -> Iterator[Mistake]:
    if not table.title or len(table.title) > _LONGEST_TITLE or _NOT_IN_SHEETS & set(table.title):
        said = f"表的 title 是工作表的名称，1 至 {_LONGEST_TITLE} 个字，不能有"
        yield Mistake((*steps, "title"), f"{said} {''.join(sorted(_NOT_IN_SHEETS))}")
    yield from _places((*steps, "caption"), table.caption)
    for at, note in enumerate(table.notes):
        if len(note) > _LONGEST_NOTE or {"{", "}"} & set(note) or _unseen(note):
            said = f"一条说明最多 {_LONGEST_NOTE} 个字，不能有花括号、换行、看不见的字符"
            yield Mistake((*steps, "notes", at), said)
    rows = sum(len(block.rows) + header_rows(block) for block in table.blocks if block.columns)
    if rows > MOST_ROWS:
        yield Mistake(steps, f"这张表有 {rows} 行，最多 {MOST_ROWS} 行")
    if len(table.blocks) > 1 and not all(block.caption for block in table.blocks):
        yield Mistake(steps, "一张表有几块的，每一块都要有 caption，程序凭它认")
    captions = [label_key(block.caption) for block in table.blocks]
    for number, caption in enumerate(captions):
        if caption and caption in captions[:number]:
            said = f"有两块的 caption 都是“{table.blocks[number].caption}”，请写得不同"
            yield Mistake((*steps, "blocks", number, "caption"), said)
    for number, block in enumerate(table.blocks):
        yield from _block((*steps, "blocks", number), block)


def _block(steps: Steps, block: Block) -> Iterator[Mistake]:
    if not (block.rows and block.columns):
        yield Mistake(steps, "一张表至少要有一行一列")
        return
    if (across := label_columns(block) + len(block.columns)) > MOST_COLUMNS:
        yield Mistake(steps, f"这张表有 {across} 列，最多 {MOST_COLUMNS} 列")
    for at, row in enumerate(block.rows):
        yield from _label((*steps, "rows", at), row.label)
    for at, column in enumerate(block.columns):
        if not column.label:
            yield Mistake((*steps, "columns", at), "每一列都要有 label")
        yield from _label((*steps, "columns", at), column.label)
        yield from choice_mistakes((*steps, "columns", at), column)
        if column.unit != column.unit.strip() or not 0 < len(column.unit) <= _LONGEST_UNIT:
            said = f"unit 写单位，如 件、万元、％，最多 {_LONGEST_UNIT} 个字，前后没有空格"
            yield Mistake((*steps, "columns", at, "unit"), said)
    if len(block.rows) > 1 and not all(row.label for row in block.rows):
        yield Mistake(steps, "几行的表，每一行都要有 label")
    yield from _told_apart(steps, block)


def _told_apart(steps: Steps, block: Block) -> Iterator[Mistake]:
    """Find rows and columns that nobody can tell from others by what is printed beside them."""
    rows = [label_key(row.label[-1]) for row in block.rows if row.label]
    columns = ["／".join(map(label_key, column.label)) for column in block.columns]
    for axis, what, keys in (("rows", "行", rows), ("columns", "列", columns)):
        for at, key in enumerate(keys):
            if key and key in keys[:at]:
                said = f"有两{what}都叫“{key}”：程序凭{what}名认{what}，请写得不同"
                yield Mistake((*steps, axis, at), said)


def _label(steps: Steps, label: tuple[str, ...]) -> Iterator[Mistake]:
    if len(label) > MOST_DEPTH:
        yield Mistake(steps, f"行名、列名最多合并 {MOST_DEPTH} 层，这里有 {len(label)} 层")
    for text in label:
        if not text.strip() or len(text) > _LONGEST_LABEL or {"{", "}"} & set(text):
            yield Mistake(steps, f"行名、列名要写，最多 {_LONGEST_LABEL} 个字，不能有花括号")
        if _unseen(text):
            yield Mistake(steps, "行名、列名里不能换行，不能有看不见的字符")
