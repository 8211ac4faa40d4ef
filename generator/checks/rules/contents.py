"""结构: what sections 1, 5 and 6 must say."""

import re
from collections.abc import Iterator, Sequence

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.checks.text.quantities import plain
from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.model.finding import Finding, held_back, notice, unchecked, wrong
from generator.model.report import SECOND_LEVEL, Paragraph, Place

_TOPICS = (
    ("主动公开", r"主动公开|公开[^，。]{0,12}信息|发布"),
    ("依申请公开", r"依申请|信息公开的?申请|公开申请|申请公开"),
    ("政府信息管理", r"信息[^，。]{0,6}管理|规范管理|保密审查|公开属性|信息发布审|规范性文件|公文"),
    ("政府信息公开平台建设", r"平台|网站|网页|专栏|专区|新媒体|公众号|门户|栏目"),
    ("监督保障", r"监督|保障|考核|培训|评议|检查|督查|督促|责任|机制|领导|组织"),
)
_PROBLEMS = re.compile(
    r"问题|不足|不够|差距|有待|短板|薄弱|欠缺|不高|不强|不深|不平衡|需进?一?步|需要|还需|仍需|"
    r"不及时|滞后|单一|缺乏|不到位|不完善|不规范|不全面|不丰富|不多|较少|偏少|尚未|亟待|亟需|未能"
)
_IMPROVEMENTS = re.compile(
    r"改进|整改|措施|下一步|今后|提升|加强|强化|完善|优化|推进|提高|拓宽|拓展|健全|规范|丰富|加大|创新|已[^，。；]{0,8}(?:印发|建立|开展|完成|公示|解决|落实|组织)|统一"
)
_CLAUSE = re.compile(r"[^，。；]+")
_AWAITS = re.compile("有待|亟待")
_STILL_TO_DO = re.compile(r"(?:还需|仍需|尚需|需要?|不够|不足).*", re.DOTALL)
_NOTHING = re.compile(
    r"(?:本年度?|我局|本机关|暂|目前|经自查|均|，)*(?:无|没有|不存在)(?:问题|其他|此类|需要报告的?事项|情况|。)*"
)
_FEE = re.compile(r"处理费|收费|(?:收取|缴纳|未收|免收)[^，。]{0,12}费")
_MEASURES = re.compile(
    r"^(?:进一步|不断|持续|切实|继续|着力|全面)*(?:提高|加强|推进|完善|强化|提升|优化|健全|加大|拓宽|拓展|深化|规范|落实|做好)"
)
_SHORTEST_ITEM = 8
_ITEMS = re.compile(r"(?:^|(?<=[。；]))\s*(?:\d+[.．、]|[（(]\d+[）)]|[一二三四五六]是)")


def contents(case: Case, rule: Rule) -> Iterator[Finding]:
    """Section 1 speaks of all five topics."""
    yield from _empty(case, 1)
    text = _text(case, 1)
    if not text:
        return
    missing = [topic for topic, words in _TOPICS if not re.search(words, text)]
    if not case.knows(1):
        if missing:
            yield unchecked(rule.id, _place(case, 1), "第一部分的正文不全", "请补齐正文再核对")
        return
    if missing:
        message = f"第一部分没有写到{listed(f'“{topic}”' for topic in missing)}"
        advice = "第一部分要写主动公开、依申请公开、政府信息管理、平台建设、监督保障五方面"
        yield wrong(rule.id, _place(case, 1), message, advice)


def problems_and_improvements(case: Case, rule: Rule) -> Iterator[Finding]:
    """Section 5 has problems and improvements, neither empty nor 无."""
    yield from _empty(case, 5)
    text = _text(case, 5)
    if not text or not case.knows(5):
        return
    if _NOTHING.fullmatch(text):
        message, advice = "第五部分只写了没有问题", "请写明存在的主要问题和改进情况"
        yield held_back(rule.id, _place(case, 5), message, advice)
        return
    for words, name in ((_PROBLEMS, "存在的主要问题"), (_IMPROVEMENTS, "改进情况")):
        if not words.search(text if words is _PROBLEMS else _done(text)):
            yield wrong(rule.id, _place(case, 5), f"第五部分没有写{name}", f"请补写{name}")
    yield from _topics_without_text(case, rule)
    yield from _measures_among_problems(case, rule)


def _done(text: str) -> str:
    """Return a text without what it says is still to be done, clause by clause."""
    return _CLAUSE.sub(
        lambda clause: "" if _AWAITS.search(clause[0]) else _STILL_TO_DO.sub("", clause[0]), text
    )


def _topics_without_text(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find 存在的主要问题 or 改进情况 with nothing, or 无, under it."""
    lines = case.section(5)
    for index, line in enumerate(lines):
        if line.source.level != SECOND_LEVEL or not line.heading or line.text.strip("无。 "):
            continue
        under = []
        for later in lines[index + 1 :]:
            if later.source.level == SECOND_LEVEL:
                break
            under.append((later.heading + later.text).strip("无。 "))
        if not any(under):
            message = f"“{line.heading}”下面没有内容"
            place = line.source.heading_place
            yield held_back(rule.id, place, message, "请补写，不能空着或只写“无”")


def _measures_among_problems(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find items under 问题 that say what to do instead of what is wrong."""
    among_problems = False
    for line in case.section(5):
        if line.source.level == SECOND_LEVEL or re.match(r"[（(][一二三]", line.text):
            among_problems = bool(re.search("问题|不足", line.heading or line.text[:20]))
        if not among_problems:
            continue
        own = line.source.level > SECOND_LEVEL  # a row of its own is one item
        items = [line.heading + line.text] if own else _ITEMS.split(line.text)
        for item in items:
            measure = _MEASURES.match(item.strip())
            if measure and len(item) >= _SHORTEST_ITEM and not _PROBLEMS.search(item):
                yield notice(
                    rule.id,
                    line.place,
                    f"“{clip(item.strip())}”写在存在的问题里，却像是措施",
                    "请写明是什么问题，措施移到改进情况里",
                    quote=clip(item.strip()),
                )


def other_matters(case: Case, rule: Rule) -> Iterator[Finding]:
    """Section 6 states 信息处理费."""
    yield from _empty(case, 6)
    text = _text(case, 6)
    if text and case.knows(6) and not _FEE.search(text):
        message = "第六部分没有写收取信息处理费的情况"
        advice = "请写明收取了多少，没有收取的写“本年度未收取信息处理费”"
        yield wrong(rule.id, _place(case, 6), message, advice)


def _empty(case: Case, number: int) -> Iterator[Finding]:
    """Find a part with nothing but its proposed headings."""
    section = case.form.sections[number - 1]
    for part in case.form.parts:
        if part.section != number or part.name in case.report.unknown:
            continue
        if not says_anything(case.report.part(part.name), section.topics):
            message = f"“{part.label}”一个字的正文也没有"
            advice = f"请在『正文』表“部分”为“{part.label}”的行里填写"
            yield held_back(section.empty, Place(case.report.file, "正文"), message, advice)


def says_anything(paragraphs: Sequence[Paragraph], proposed: Sequence[str]) -> bool:
    """Tell whether there is more than the headings that a new workbook proposes."""
    return any(
        paragraph.text.strip() or paragraph.heading.strip() not in ("", *proposed)
        for paragraph in paragraphs
    )


def _text(case: Case, number: int) -> str:
    proposed = case.form.sections[number - 1].topics
    return "".join(
        plain(("" if line.heading in proposed and not line.text else line.heading) + line.text)
        for line in case.section(number)
    )


def _place(case: Case, number: int) -> Place:
    lines = case.section(number)
    return lines[0].place if lines else case.whole
