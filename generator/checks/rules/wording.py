"""文字: repeated text, punctuation, broken paragraphs, numbers left out."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.checks.case import Case
from generator.checks.rules.quoting import cells_of_lines, clip
from generator.checks.text.quantities import plain
from generator.checks.text.sentences import Sentence
from generator.checks.text.typed_numbers import typed_number
from generator.checks.text.typed_twice import KnownWords, typed_twice
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.model.finding import Finding, notice, wrong
from generator.model.narrative import PrintedParagraph

_HAN = r"[^\W\d_A-Za-z]"
"""A Chinese character. The range 一-龥 takes Python a millisecond to compile, each time."""
_SAME_ENDS = 3
_SAME_SENTENCE = 24
_HALF = Pattern(
    rf"(?<={_HAN})\"|\"(?={_HAN})|(?:(?<={_HAN})|(?<=[”》）]))[,;:!?](?={_HAN}|[“《（\s]|$)"
    rf"|(?<={_HAN})\((?![一二三四五六七八九十]+\))(?={_HAN})"
)
_ODD_SPACE = Pattern(
    rf"(?<=\S)[ \u3000]+(?=[，。；：、）])|(?<=[，。；：、（])[ \u3000]+(?={_HAN})"
    rf"|(?<={_HAN})[ \u3000]+(?={_HAN})"
)
_DOUBLED_MARK = Pattern(r"([，。；：、])\1+|[，；、：][。，；]|。[，；、]")
_INLINE_HEADING = Pattern(r"[（(][一二三四五六七八九十]+[）)]|\d+[.、]|[一二三四五六七八九十]+、")
_TELLS = Pattern(r"\d|本年|全年|今年|本机关|本单位|[我本][局委办厅院镇]|未|没有")
"""Words of a sentence, which no heading has that has nothing under it."""
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))
_HEADING_BEFORE = Pattern(r"[（(][一二三四五六七八九十]+[）)][^，。；]{0,12}$")
_YEAR_WITH, _YEAR_WITHOUT = Pattern(r"\d +年"), Pattern(r"\d年")
_ENDS_A_PARAGRAPH = Pattern(r"[。！？；：:…”』」）)]\s*$")
_CONTACT = Pattern(
    r"(?:地址|电话|邮编|邮政编码|传真|邮箱|网址|联系人|联系方式|热线|E-?mail)[^，。；、：]{0,8}：[^，。；]*$"
    r"|(?:致电|拨打|电话|传真|邮箱|网址|登录)[^，。；]{0,12}?[A-Za-z0-9@./:（）-]{6,}$",
    re.IGNORECASE,
)
"""The end of a line of contacts, which is no sentence."""
_LEFT_OUT = Pattern(
    r"(?:共|共计|累计|合计|总计|全年|年内)(?:[^\d，。；、：（）零一二两三四五六七八九十百千万几数多若]{0,16}?)(?:公开|发布|受理|收到|办理|答复|信息|编发|推送|申请)"
    r"(?:条|件|份|篇|次|期)(?=[，。；、）]|其中)"
    r"|(?<![A-Za-z\dI])[XxＸ×_＿]{1,4}(?:条|件|份|篇|次|人次|%|万元|元|个)|[年月为至到]\s*[_＿]{2,}"
    r"|20\d\d年\s*月\s*日|请[^，。；）]{0,8}填写|此处(?:填写|插入)"
)


def doubled(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find doubled characters or words."""
    report = "\n".join(plain(line.heading + "\n" + line.text) for line in case.lines)
    known = KnownWords(report, _words_of(case.form))
    for sentence in case.sentences:
        for words in typed_twice(sentence.plain, known):
            yield _twice(rule, sentence, words)


def _words_of(form: Form) -> str:
    """Return what a form says itself: headings, and the labels of its tables."""
    blocks = [block for table in form.tables for block in table.blocks]
    rows = (label for block in blocks for row in block.rows for label in row.label)
    columns = (label for block in blocks for column in block.columns for label in column.label)
    topics = (topic for section in form.sections for topic in (section.heading, *section.topics))
    return "\n".join(dict.fromkeys((*topics, *rows, *columns)))


def _twice(rule: Rule, sentence: Sentence, words: str) -> Finding:
    return notice(
        rule.id,
        sentence.place,
        f"“{words}”像是写重了",
        "请核对，删去多余的；本来就这样写的不必改",
        quote=clip(sentence.quote, around=words),
        about=words,
    )


def repeated_text(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find text repeated across a paragraph break, or a whole sentence twice."""
    for before, after in zip(case.lines, case.lines[1:], strict=False):
        words = _common_end(before.text.strip(), (after.heading or after.text).strip())
        if words and before.source.part == after.source.part:
            yield notice(
                rule.id,
                after.source.place,
                f"上一段末尾和这一段开头都是“{words}”",
                "请核对是不是断错了段、粘重了字",
                quote=f"…{before.text.strip()[-12:]}⏎{(after.heading or after.text).strip()[:12]}…",
                about=words,
            )
    seen: dict[str, Sentence] = {}
    for sentence in case.sentences:
        text = sentence.plain
        if len(text) >= _SAME_SENTENCE and text in seen:
            yield notice(
                rule.id,
                sentence.place,
                "整句话与前面的一句完全一样",
                f"请核对是不是粘重了，前一句在{seen[text].place.spot or '前文'}",
                quote=clip(sentence.quote),
                about=clip(text),
            )
        seen.setdefault(text, sentence)


def _common_end(before: str, after: str) -> str:
    """Return what the one ends with and the other begins with."""
    for length in range(min(len(before), len(after), 12), _SAME_ENDS - 1, -1):
        if before.endswith(after[:length]) and not re.search(r"[\d。，]", after[:length]):
            return after[:length]
    return ""


def punctuation(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find half-width marks in Chinese text, odd spaces, doubled marks: each kind told once."""
    for kind, pattern in (
        ("半角标点", _HALF),
        ("多余的空格", _ODD_SPACE),
        ("标点写重了", _DOUBLED_MARK),
    ):
        found = [
            (line, match)
            for line in case.this_years
            for match in pattern.finditer(line.text)
            if not _HEADING_BEFORE.search(line.text[max(0, match.start() - 24) : match.start()])
            and not _in_a_title(line.text, match.start())
        ]
        if found:
            line, match = found[0]
            shown = _around(line.text, match)
            more = f"等 {len(found)} 处{_places([line for line, _ in found])}" if found[1:] else ""
            yield notice(
                rule.id,
                line.source.place,
                f"“{shown}”{more}：{kind}",
                "请改正；中文里用全角标点，字间不加空格",
                quote=shown,
                about=kind,
            )
    yield from _unpaired(case, rule)
    with_space = _lines_with(case.this_years, _YEAR_WITH)
    without = _lines_with(case.this_years, _YEAR_WITHOUT)
    if with_space and without:
        year = case.year or ""
        line, match = with_space[0]
        yield notice(
            rule.id,
            line.source.place,
            f"年份有的写“{year} 年”有的写“{year}年”"
            f"（{len(with_space)} 处有空格，{len(without)} 处没有）"
            f"{_places([line for line, _ in with_space], '，有空格的在')}",
            "请统一，中文里数字与“年”之间一般不加空格",
            quote=_around(line.text, match),
            about="年份的空格",
        )


def _places(lines: Sequence[PrintedParagraph], lead: str = "") -> str:
    """Say where some lines stand, if they are several."""
    several = len({line.place for line in lines}) > 1
    where = cells_of_lines(lines).spot if several else ""
    return "" if not where else f"{lead} {where}" if lead else f"（{where}）"


def _unpaired(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find brackets and quotation marks of which one half is missing."""
    for line in case.lines:
        for opened, closed in _PAIRS if line.source.part not in case.report.unknown else ():
            left, right = line.text.count(opened), line.text.count(closed)
            if left != right:
                yield notice(
                    rule.id,
                    line.source.place,
                    f"{opened}有 {left} 个，{closed}有 {right} 个，不成对",
                    "请补上或删去多余的一半",
                    quote=clip(line.text, around=opened if left else closed),
                    about=f"{opened}{closed}不成对",
                )


def _in_a_title(text: str, at: int) -> bool:
    return text.count("《", 0, at) > text.count("》", 0, at)


def _lines_with(
    lines: Sequence[PrintedParagraph], pattern: Pattern
) -> list[tuple[PrintedParagraph, re.Match[str]]]:
    return [(line, match) for line in lines for match in pattern.finditer(line.text)]


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 6) : found.end() + 6].strip()


def broken_paragraphs(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a paragraph that ends in mid-sentence, or without a full stop."""
    for line, after in zip_longest(case.lines, case.lines[1:]):
        text = line.text.strip() or (line.heading.strip() if "，" in line.heading else "")
        if not text or _ENDS_A_PARAGRAPH.search(text) or line.source.part in case.report.unknown:
            continue
        heading = _is_a_heading(text, after, line.source.part)
        contact = _CONTACT.search(plain(text)) and text[-1] not in "，、"
        if heading or contact or not re.search("[，。；]", text) or _goes_on(line, after):
            continue
        broken = text[-1] in "，、"
        yield notice(
            rule.id,
            line.place,
            f"这一段末尾是“{text[-8:]}”，{'句子没有完' if broken else '没有句号'}",
            "请把断开的句子接起来" if broken else "请补上句号，或核对后面是不是漏了字",
            quote=text[-20:],
        )


def _is_a_heading(text: str, after: PrintedParagraph | None, part: str) -> bool:
    """Tell whether a line with a number of its own is a heading; one that tells is of a text."""
    if "。" in text or not _INLINE_HEADING.match(text):
        return False
    number = typed_number(text)
    if "，" not in text or number is None or not _TELLS.search(number.rest):
        return True
    if after is None or after.source.part != part:
        return False
    below = typed_number(after.text or after.heading)
    return below is None or below.level > number.level


def _goes_on(line: PrintedParagraph, after: PrintedParagraph | None) -> bool:
    """Tell whether the next paragraph begins with how this one ends, which W02 tells."""
    return after is not None and bool(_common_end(line.text.strip(), after.text.strip()))


def numbers_left_out(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a number left out: 共主动公开条."""
    for sentence in case.sentences:
        text = re.sub(r"\s", "", sentence.quote)
        for found in _LEFT_OUT.finditer(text):
            yield wrong(
                rule.id,
                sentence.place,
                f"“{found[0]}”漏了数字",
                "请补上数字",
                quote=clip(sentence.quote, around=found[0]),
                about=found[0],
            )
