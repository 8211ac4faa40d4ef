"""结构: the title, the six sections, and what each must say."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.checks.case import Case, Rule
from generator.checks.quantities import plain
from generator.checks.quoting import clip
from generator.chinese import listed
from generator.finding import Finding, Severity, held_back, notice, unchecked, wrong
from generator.report import Paragraph, Place

_FIRST_LEVEL_NUMBER = re.compile(r"^[一二三四五六七八九十]+、")
_ALIKE = 0.6
_OFFICE = re.compile(r"(?:人民政府|管理委员会|管委会|办事处)$")
_TITLE_YEAR = re.compile(r"(20\d\d)年")
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
_STILL_TO_DO = re.compile(
    r"(?:有待|亟待|还需|仍需|尚需|需要?|不够|不足)[^，。；]*|[^，。；]*(?:有待|亟待)[^，。；]*"
)
_NOTHING = re.compile(
    r"(?:本年度?|我局|本机关|暂|目前|经自查|均|，)*(?:无|没有|不存在)(?:问题|其他|此类|需要报告的?事项|情况|。)*"
)
_FEE = re.compile(r"处理费|收费|(?:收取|缴纳|未收|免收)[^，。]{0,12}费")
_OLD_FORM = re.compile(
    r"上一年项目数量|本年增[／/]减|采购项目数量|采购总金额|本年新制作数量|本年新公开数量|对外公开总数量"
)
_MEASURES = re.compile(
    r"^(?:进一步|不断|持续|切实|继续|着力|全面)*(?:提高|加强|推进|完善|强化|提升|优化|健全|加大|拓宽|拓展|深化|规范|落实|做好)"
)
_ITEMS = re.compile(r"(?:^|(?<=[。；]))\s*(?:\d+[.．、]|[（(]\d+[）)]|[一二三四五六]是)")


def title(case: Case) -> Iterator[Finding]:
    """S01: the title is {机关}{年}年政府信息公开工作年度报告."""
    given = case.report.title
    if given is None or case.year is None or not case.organ:
        return
    text = plain(given.text)
    ending = case.form.title.format(year=case.year)
    places = {case.organ, _OFFICE.sub("", case.organ)}
    if text in {f"{organ}{ending}" for organ in places}:
        return
    years = set(_TITLE_YEAR.findall(text))
    organ = _before_anything_but_the_organ(text)
    if years != {str(case.year)}:
        found = f"年度应为 {case.year}，写的是“{listed(sorted(years)) or '没有写'}”"
    elif not organ or not _abbreviates(organ, case.organ):
        found = f"机关应为“{case.organ}”，写的是“{organ or '没有写'}”"
    else:
        if not text.endswith(ending.partition("年")[2]):
            message = f"标题“{given.text}”与规定的写法不同，应为“{case.organ}{ending}”"
            yield notice("S01", given.place, message, "请照规定的写法改正", quote=given.text)
        return
    yield wrong("S01", given.place, f"标题“{given.text}”里{found}", "请改正标题", quote=given.text)


def _before_anything_but_the_organ(text: str) -> str:
    """Return the organ that a title names, without 关于, the year and the rest."""
    return re.sub(r"关于|20\d\d年度?|政府信息公开.*|政务公开.*|信息公开.*|的?报告.*", "", text)


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether all characters of a name stand, in order, in the full name."""
    rest = iter(full)
    return all(character in rest for character in short)


def sections_in_order(case: Case) -> Iterator[Finding]:
    """S03: the six sections are there, once each, in order."""
    if not case.report.headings:
        return
    known = [number for number in sections_of(case) if number is not None]
    for number, heading in enumerate(case.form.headings):
        count = known.count(number)
        if count == 1 or (count == 0 and not case.knows(number + 1)):
            continue
        problem = "没有这一部分" if count == 0 else f"出现了 {count} 次"
        advice = "六个部分要齐全，各一次，请补上或合并"
        yield held_back("S03", case.whole, f"“{heading}”{problem}", advice)
    once = [number for number in known if known.count(number) == 1]
    if once != sorted(once):
        yield held_back("S03", case.whole, "六个部分的次序与格式不同", "请照规定的次序排列六个部分")


def sections_of(case: Case) -> list[int | None]:
    """Return which section each heading is, by its words; None for any other heading.

    Where a section's own heading stands, no other is taken for it because it is alike.
    """
    words = [_FIRST_LEVEL_NUMBER.sub("", plain(item.text)) for item in case.report.headings]
    due = [section.heading for section in case.form.sections]
    found = [due.index(text) if text in due else None for text in words]
    for number, heading in enumerate(due):
        left = [at for at, section in enumerate(found) if section is None]
        if number not in found and left:
            best = max(left, key=lambda at: _alike(words[at], heading))
            found[best] = number if _alike(words[best], heading) >= _ALIKE else None
    return found


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def headings_verbatim(case: Case) -> Iterator[Finding]:
    """S04: the wording of the six headings; no other headings of the first level."""
    changed, foreign = [], []
    for heading, number in zip(case.report.headings, sections_of(case), strict=True):
        if number is None:
            foreign.append(heading)
        elif plain(heading.text) != case.form.headings[number]:
            changed.append((heading, case.form.headings[number]))
    if changed or foreign:
        said = [f"“{heading.text}”应为“{due}”" for heading, due in changed]
        said += [f"“{heading.text}”不是规定的一级标题" for heading in foreign]
        first = [*(heading for heading, _ in changed), *foreign][0]
        advice = "一级标题请照格式逐字写，序号从一到六；其余的改为下一级标题"
        yield notice("S04", first.place, "；".join(said), advice, quote=first.text)


def labels_verbatim(case: Case) -> Iterator[Finding]:
    """S15: rows and columns are named as in the form."""
    for deviation in case.report.deviations:
        yield notice(
            "S15",
            deviation.place,
            f"表里写的是“{deviation.found}”，格式是“{deviation.official}”",
            "请照格式逐字写",
            quote=deviation.found,
        )


def overview(case: Case) -> Iterator[Finding]:
    """S11: section 1 speaks of all five topics."""
    yield from _empty(case, 1)
    text = _text(case, 1)
    if not text:
        return
    missing = [topic for topic, words in _TOPICS if not re.search(words, text)]
    if not case.knows(1):
        if missing:
            yield unchecked("S11", _place(case, 1), "第一部分的正文不全", "请补齐正文再核对")
        return
    if missing:
        message = f"第一部分没有写到{listed(f'“{topic}”' for topic in missing)}"
        advice = "第一部分要写主动公开、依申请公开、政府信息管理、平台建设、监督保障五方面"
        yield wrong("S11", _place(case, 1), message, advice)


def problems_and_improvements(case: Case) -> Iterator[Finding]:
    """S12: section 5 has problems and improvements, neither empty nor 无."""
    yield from _empty(case, 5)
    text = _text(case, 5)
    if not text or not case.knows(5):
        return
    if _NOTHING.fullmatch(text):
        message, advice = "第五部分只写了没有问题", "请写明存在的主要问题和改进情况"
        yield held_back("S12", _place(case, 5), message, advice)
        return
    for words, name in ((_PROBLEMS, "存在的主要问题"), (_IMPROVEMENTS, "改进情况")):
        if not words.search(text if words is _PROBLEMS else _STILL_TO_DO.sub("", text)):
            yield wrong("S12", _place(case, 5), f"第五部分没有写{name}", f"请补写{name}")
    yield from _topics_without_text(case)
    yield from _measures_among_problems(case)


def _topics_without_text(case: Case) -> Iterator[Finding]:
    """Find 存在的主要问题 or 改进情况 with nothing, or 无, under it."""
    lines = case.section(5)
    for index, line in enumerate(lines):
        if line.source.level != 2 or not line.heading or line.text.strip("无。 "):  # noqa: PLR2004
            continue
        under = []
        for later in lines[index + 1 :]:
            if later.source.level == 2:  # noqa: PLR2004 - the next （一）
                break
            under.append((later.heading + later.text).strip("无。 "))
        if not any(under):
            message = f"“{line.heading}”下面没有内容"
            place = line.source.heading_place
            yield held_back("S12", place, message, "请补写，不能空着或只写“无”")


def _measures_among_problems(case: Case) -> Iterator[Finding]:
    """Find items under 问题 that say what to do instead of what is wrong."""
    among_problems = False
    for line in case.section(5):
        if line.source.level == 2 or re.match(r"[（(][一二三]", line.text):  # noqa: PLR2004
            among_problems = bool(re.search("问题|不足", line.heading or line.text[:20]))
        if not among_problems:
            continue
        own = line.source.level > 2  # noqa: PLR2004 - a row of its own is one item
        items = [line.heading + line.text] if own else _ITEMS.split(line.text)
        for item in items:
            measure = _MEASURES.match(item.strip())
            if measure and len(item) >= _SHORTEST_ITEM and not _PROBLEMS.search(item):
                yield notice(
                    "S12",
                    line.source.place,
                    f"“{clip(item.strip())}”写在存在的问题里，却像是措施",
                    "请写明是什么问题，措施移到改进情况里",
                    quote=clip(item.strip()),
                )


_SHORTEST_ITEM = 8


def other_matters(case: Case) -> Iterator[Finding]:
    """S13: section 6 states 信息处理费."""
    yield from _empty(case, 6)
    text = _text(case, 6)
    if text and case.knows(6) and not _FEE.search(text):
        message = "第六部分没有写收取信息处理费的情况"
        advice = "请写明收取了多少，没有收取的写“本年度未收取信息处理费”"
        yield wrong("S13", _place(case, 6), message, advice)


def remains_of_the_old_form(case: Case) -> Iterator[Finding]:
    """S16: words that only the form of 2019 had."""
    found = [
        (line.source.place, words[0])
        for line in case.lines
        if (words := _OLD_FORM.search(line.heading + line.text))
    ]
    found += [
        (item.place, words[0])
        for item in case.report.deviations
        if (words := _OLD_FORM.search(item.found))
    ]
    if found:
        names = listed(dict.fromkeys(f"“{words}”" for _, words in found))
        message = f"{names}是2019年旧格式的栏目，现行格式没有"
        yield wrong("S16", found[0][0], message, "请改用现行格式", quote=found[0][1])


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
    return lines[0].source.place if lines else case.whole


_ARTICLE = "《政府信息公开条例》第五十条"
_FORM = "年度报告格式"

SECTIONS = (
    Rule(
        "S01",
        "标题写明机关和年度",
        Severity.ERROR,
        _FORM,
        "标题是“机关全称＋年度＋年政府信息公开工作年度报告”。工作簿的标题由程序生成；"
        "从文档或 JSON 读来的，"
        "机关、年度不对是错误，写法不同只提示。",
        title,
    ),
    Rule(
        "S03",
        "六个部分齐全、各一次、按次序",
        Severity.ERROR,
        _FORM,
        "从文档或 JSON 读来的一级标题，按文字认是哪一部分。",
        sections_in_order,
        holds_back=True,
    ),
    Rule(
        "S04",
        "六个标题逐字照格式",
        Severity.NOTICE,
        _FORM,
        "“及”写成“和”、“改进情况”写成“改进措施”之类，以及多出来的一级标题。",
        headings_verbatim,
    ),
    Rule(
        "S11",
        "总体情况写到五个方面",
        Severity.ERROR,
        _ARTICLE,
        "主动公开、依申请公开、政府信息管理、平台建设、监督保障，一个方面一句也没有的才算缺。空着的不能生成。",
        overview,
        holds_back=True,
    ),
    Rule(
        "S12",
        "写了主要问题，也写了改进情况",
        Severity.ERROR,
        _ARTICLE,
        "第五部分不能空着，也不能只写“无”；写在问题里的措施提示。",
        problems_and_improvements,
        holds_back=True,
    ),
    Rule(
        "S13",
        "写明收取信息处理费的情况",
        Severity.ERROR,
        _ARTICLE,
        "第六部分要写收取了多少信息处理费，或者没有收取。",
        other_matters,
        holds_back=True,
    ),
    Rule(
        "S15",
        "表的行名、列名逐字照格式",
        Severity.NOTICE,
        _FORM,
        "只查从文档或 JSON 读来的表；工作簿的行名、列名由程序印出。",
        labels_verbatim,
    ),
    Rule(
        "S16",
        "没有2019年旧格式的栏目",
        Severity.ERROR,
        "国办公开办函〔2021〕30号",
        "如“上一年项目数量”“本年新制作数量”“采购总金额”。",
        remains_of_the_old_form,
    ),
)
