"""How a reviewer rewords Chinese official prose: places of a text and what is put there."""

import re
from random import Random

Change = tuple[int, int, str]  # from, to, the new words

# The number that is typed before a paragraph; 2023年 and 2.5 are none.
_CHINESE = "[一二三四五六七八九十]{1,3}"
TYPED = re.compile(rf"(?:{_CHINESE}、|（{_CHINESE}）|\d{{1,2}}[.．、](?!\d))")
_DIGITS = "零一二三四五六七八九十"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_END = "，。；、：\n"

REWORDINGS = (
    ("公开工作", "信息公开工作"),
    ("不断完善", "进一步完善"),
    ("积极开展", "扎实开展"),
    ("积极", "主动"),
    ("全面落实", "严格落实"),
    ("进一步", "持续"),
    ("及时更新", "动态更新"),
    ("及时", "第一时间"),
    ("依法", "依法依规"),
    ("切实提高", "有效提升"),
    ("定期", "每季度"),
    ("推进", "推动"),
    ("加强", "强化"),
    ("提升", "提高"),
    ("拓宽了", "拓展了"),
    ("开展", "组织开展"),
    ("严格执行", "认真执行"),
    ("主要分为", "主要包括"),
    ("工作要点", "重点工作安排"),
    ("未收到", "没有收到"),
    ("未收取", "没有收取"),
    ("共受理", "共收到"),
    ("建设", "建设和管理"),
    ("培训", "业务培训"),
    ("渠道", "途径"),
    ("管理", "规范管理"),
    ("办理", "受理"),
    ("监督", "监督检查"),
    ("平台", "载体"),
    ("方便", "便于"),
    ("群众", "人民群众"),
    ("情况", "有关情况"),
)
HEADINGS = (
    ("总体情况", "工作总体情况"),
    ("主要问题", "突出问题"),
    ("改进情况", "改进措施"),
    ("其他需要", "需要"),
    ("平台建设", "平台建设和管理"),
    ("监督保障", "监督保障和教育培训"),
    ("依申请公开", "依申请公开办理"),
    ("信息管理", "信息规范管理"),
    ("主动公开", "主动公开工作"),
    ("、行政诉讼", "和行政诉讼"),
    ("收到和处理", "受理和处理"),
)
SENTENCES = (
    "全年组织培训{a}次，参训{b}人次。",
    "全年召开专题会议{a}次，研究部署政务公开重点任务。",
    "通过门户网站发布各类信息{b}条。",
    "制作图文、视频等形式的政策解读材料{a}篇。",
    "开展政务公开专项检查{a}次，发现并整改问题{c}个。",
    "全年答复网上咨询{b}件，办结率100%。",
    "对公开栏目内容实行“三审三校”，确保信息准确、规范。",
    "下一步，将继续健全长效机制，推动政务公开提质增效。",
    "组织政府开放日活动{a}场，邀请企业和群众代表{b}人参加。",
    "未发生因信息公开不当造成的负面舆情。",
)
CLAUSES = (
    "切实保障公众知情权",
    "压实工作责任",
    "健全长效机制",
    "明确专人负责",
    "做到应公开尽公开",
    "参训{b}人次",
    "满意度达到{c}0%以上",
)
LEADS = (
    "加强队伍建设。",
    "强化政策解读。",
    "规范办理流程。",
    "回应社会关切。",
    "抓好督促检查。",
)
WORDS = (
    ("工作", ("各项", "重点")),
    ("信息", ("政府", "有关")),
    ("公开", ("主动",)),
    ("管理", ("日常", "精细化")),
    ("培训", ("专题",)),
    ("制度", ("相关",)),
    ("水平", ("业务",)),
    ("进行", ("及时",)),
)
SPARE = ("积极", "进一步", "全面", "切实", "及时", "同时，", "不断", "严格", "有效", "共", "各项")


def typed_end(text: str) -> int:
    """Return where the words begin after a typed number."""
    found = TYPED.match(text)
    return found.end() if found else 0


def filled(rng: Random, words: str) -> str:
    """Return words with numbers put into them."""
    return words.format(a=rng.randint(2, 29), b=rng.randint(30, 1900), c=rng.randint(2, 9))


def reword(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    """Swap words for others of the same sense, in one place or in several."""
    found: list[Change] = []
    for old, put in rng.sample(REWORDINGS, len(REWORDINGS)):
        for place in re.finditer(re.escape(old), text):
            around = text[max(0, place.start() - len(put)) : place.end() + len(put)]
            if place.start() >= typed_end(text) and put not in around:
                found.append((place.start(), place.end(), put))
    if not found:
        return []
    order = sorted(found)
    which = rng.random()
    chosen = [order[0] if which < 0.15 else order[-1] if which < 0.3 else rng.choice(found)]
    for other in rng.sample(found, len(found)):
        if len(chosen) < rng.choice((1, 1, 2, 3)) and all(
            other[1] + 1 < taken[0] or taken[1] + 1 < other[0] for taken in chosen
        ):
            chosen.append(other)
    if len(chosen) == 1:
        return [_widened(rng, text, chosen[0])]
    return sorted(chosen)


def insert_words(rng: Random, text: str, seams: tuple[int, ...]) -> list[Change]:
    """Add a word, a clause or a sentence."""
    ways = [_new_sentence, _new_sentence, _new_clause, _new_word, _at_the_end, _at_the_beginning]
    for way in rng.sample(ways, len(ways)):
        if found := way(rng, text, seams):
            return found
    return []


def delete_words(rng: Random, text: str, seams: tuple[int, ...]) -> list[Change]:
    """Strike a word, a clause or a sentence, now and then the lead with what follows."""
    start, found = typed_end(text), []
    for place in re.finditer(r"[^，。；\n]+[，；]", text[start:]):
        found.append((start + place.start(), start + place.end(), ""))
    for place in re.finditer(r"，[^，。；\n]+(?=。)", text):
        found.append((place.start(), place.end(), ""))
    for place in re.finditer(r"(?<=。)[^。\n]+。", text):
        found.append((place.start(), place.end(), ""))
    for word in SPARE:
        found += [(p.start(), p.end(), "") for p in re.finditer(word, text) if p.start() >= start]
    for seam in seams:
        if start < seam and (end := text.find("，", seam) + 1):
            found.append((start, end, ""))
    found = [change for change in found if len(text) - (change[1] - change[0]) > start + 4]
    if not found:
        return []
    which = rng.random()
    return [min(found) if which < 0.1 else max(found) if which < 0.2 else rng.choice(found)]


def change_number(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    """Correct a number in the prose, the whole of it or a single digit."""
    start = typed_end(text)
    found = [place for place in _NUMBER.finditer(text) if place.start() >= start]
    if not found:
        return []
    place = rng.choice(found)
    put = other_number(rng, place.group())
    change = (place.start(), place.end(), put)
    return [_narrowed(text, change) if rng.random() < 0.4 else change]


def rename_heading(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    """Give a heading other words."""
    start = typed_end(text)
    found: list[Change] = []
    for old, put in HEADINGS:
        at = text.find(old, start)
        if at >= 0 and put not in text:
            found.append((at, at + len(old), put))
    if found and rng.random() < 0.7:
        return [_widened(rng, text, rng.choice(found))]
    if rng.random() < 0.5:
        return [(start, start, rng.choice(("本年度", "2023年", "本机关")))]
    return [(len(text), len(text), rng.choice(("及成效", "和措施", "（汇总）")))]


def renumber(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    """Give a typed number its neighbour's value."""
    found = re.search(r"[一二三四五六七八九十]+|\d+", text[: typed_end(text)])
    if not found:
        return []
    old = found.group()
    value = int(old) if old.isdigit() else value_of(old)
    others = [other for other in (value - 1, value + 1, value + 2) if 0 < other < 20]
    other = rng.choice(others)
    put = str(other) if old.isdigit() else chinese(other)
    if rng.random() < 0.5:
        return [(found.start(), found.end(), put)]
    whole = text[: typed_end(text)]
    return [(0, len(whole), whole.replace(old, put))]


def apply(text: str, changes: list[Change]) -> str:
    """Return the text after the changes."""
    for begin, end, put in sorted(changes, reverse=True):
        text = text[:begin] + put + text[end:]
    return text


def other_number(rng: Random, old: str) -> str:
    """Return another number that could stand in the same place."""
    while True:
        if "." in old:
            put = f"{float(old) + rng.choice((-0.5, 0.5, 1.2)):.{len(old.split('.')[1])}f}"
        else:
            near = rng.choice((-1, 1, 2, 10, -10, rng.randint(3, 99)))
            put = str(abs(int(old) + near))
            if len(old) > 1 and rng.random() < 0.3:
                put = old[:-2] + old[-1] + old[-2]
        if put != old and not (put.startswith("0") and len(put) > 1 and "." not in put):
            return put


def paragraph(rng: Random, before: str) -> tuple[str, str]:
    """Return the lead and the body of a new paragraph after one that begins so."""
    sentences = rng.sample(SENTENCES, rng.randint(1, 3))
    body = filled(rng, "".join(sentences))
    number = re.match(r"(\d{1,2})([.．、])(?!\d)", before)
    if number and rng.random() < 0.7:
        lead = f"{int(number[1]) + 1}{number[2]}"
        return lead + rng.choice(LEADS), body
    return "", body


def chinese(value: int) -> str:
    """Return a number below 20 in Chinese."""
    return _DIGITS[value] if value <= 10 else f"十{_DIGITS[value - 10]}"


def value_of(number: str) -> int:
    """Return the value of a Chinese number below 100."""
    tens, ten, ones = number.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1 if ten else 0) * 10 + (
        _DIGITS.index(ones) if ones else 0
    )


def _new_sentence(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    places = [place.end() for place in re.finditer("。", text)]
    if not places:
        return []
    place = rng.choice(places)
    return [(place, place, filled(rng, rng.choice(SENTENCES)))]


def _new_clause(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    start = typed_end(text)
    places = [place.start() for place in re.finditer("[，。]", text) if place.start() > start]
    if not places:
        return []
    place = rng.choice(places)
    return [(place, place, "，" + filled(rng, rng.choice(CLAUSES)))]


def _new_word(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    found = []
    for noun, adjectives in WORDS:
        for place in re.finditer(noun, text):
            put = rng.choice(adjectives)
            if place.start() >= typed_end(text) and not text[: place.start()].endswith(put):
                found.append((place.start(), place.start(), put))
    return [rng.choice(found)] if found else []


def _at_the_end(rng: Random, text: str, _seams: tuple[int, ...]) -> list[Change]:
    if text.endswith("。"):
        return [(len(text), len(text), filled(rng, rng.choice(SENTENCES)))]
    return [(len(text), len(text), "，" + filled(rng, rng.choice(CLAUSES)))]


def _at_the_beginning(rng: Random, text: str, seams: tuple[int, ...]) -> list[Change]:
    place = rng.choice([typed_end(text), *seams])
    if place and text[place - 1] not in "。、）.．，":
        place = typed_end(text)
    return [(place, place, rng.choice(("本年度，", "2023年以来，", "按照上级部署，", "其中，")))]


def _widened(rng: Random, text: str, change: Change) -> Change:
    """Return a change as narrow as can be, or with some words around it retyped."""
    which = rng.random()
    if which < 0.3:
        return _narrowed(text, change)
    if which < 0.6:
        return change
    begin, end, put = change
    for _ in range(rng.randint(0, 3)):
        if begin > typed_end(text) and text[begin - 1] not in _END:
            begin, put = begin - 1, text[begin - 1] + put
    for _ in range(rng.randint(0, 3)):
        if end < len(text) and text[end] not in _END:
            end, put = end + 1, put + text[end]
    return begin, end, put


def _narrowed(text: str, change: Change) -> Change:
    begin, end, put = change
    while begin < end and put and text[begin] == put[0]:
        begin, put = begin + 1, put[1:]
    while begin < end and put and text[end - 1] == put[-1]:
        end, put = end - 1, put[:-1]
    return begin, end, put
