"""What the text says of the tables without a number: 未收到, 均为自然人, 均获维持, 全部办结."""

import re
from collections.abc import Iterator, Sequence

from generator.checks.case import Case
from generator.checks.rules.quoting import cells_of, clip
from generator.checks.text.sentences import Sentence
from generator.form.chinese import number
from generator.form.disclosure.wordings import CHANNEL, OTHER_MATTERS
from generator.form.rules import Rule
from generator.model.finding import Finding, unchecked, wrong

_NONE = (
    r"(?:未曾?|没有|无|零|均未|均无|尚未)"
    r"(?:收到|受理|接到|接收|接|发生|出现|产生|存在|涉及|引发|发现|提起|被)?"
)
_NO_REQUESTS = re.compile(
    rf"{_NONE}(?P<what>[^，。；]{{0,40}}?(?:信息公开的?申请|依申请公开|公开申请|申请公开)"
    r"(?:件|事项|案件|信息|政府信息)?)(?:和[^，。；]*申请件?|的申请)?(?:的?情况)?(?:$|[，。；）])"
    r"|(?:申请|依申请公开)(?:件|事项)?(?:数量|总数|量|数)?(?:均?为)(?:0|零)(?![\d.件条])"
    r"|本年(?:未|没有)收到新的申请"
)
_NO_REVIEWS = re.compile(
    r"(?:未(?!经|审|结|被)曾?|没有|无(?!正当|法)|零|均未|均无|不存在|暂无)"
    r"[^，。；\d]{0,30}?(?P<what>(?:行政)?(?:复议|诉讼)[^，。；\d]{0,24})"
)
_ONLY_PART = re.compile(
    r"纠错|纠正|败诉|撤销|违法|维持|审结|代表|不服|责令|市政府|区政府|县政府|监督|直接起诉|应诉出庭"
)
_NATURAL_PERSONS_ONLY = re.compile(
    r"(?:均|都|全部|全)(?:为|是|系|由|来自|来源于)?(?:自然人|公民|个人)|申请人(?:均|都|全部)为自然人"
)
_ALL_UPHELD = re.compile(r"(?:均|全部|都|均已|均被|均获|全被)(?:予以|被|获|获得|得到|依法)?维持")
_NONE_CORRECTED = re.compile(r"(?:未|没有|无|均未)[^，。；]{0,14}?(?:纠错|纠正|撤销原)")
_ALL_ANSWERED = re.compile(
    r"(?:全部|均已?|都已?|已全部|已经全部)(?:按要求|依法|依规|按规定|按照规定|依法依规)?(?:全部)?"
    r"(?:办结|答复|办理完毕|办理完成|办理完结|答复完毕|处理完毕)"
    r"|(?:均|全部|都)[^，。；]{0,10}?(?:办理完成|办理完毕|办理完结)"
)
_NOTHING_BROUGHT = re.compile(r"(?:无|没有)(?:上年|去年|往年)度?(?:的)?(?:结转|转入)")
_ALL_IN_TIME = re.compile(r"(?<!在)全部(?:按时|按期|如期)(?:办结|答复|办理完毕)")
_NOTHING_LEFT = re.compile(
    r"(?:无|没有|未有|不存在)[^，。；上去\d]{0,8}(?:结转|转[至入]?下)|未跨年"
)
_IN_TIME = re.compile(
    r"按时|按期|期限内|时限内|规定时间|及时|限期|率|\d件[均都]|要求按|书面|除|其余|剩余|其他"
)
_LATER = re.compile("下年|次年")


def no_requests(case: Case, rule: Rule) -> Iterator[Finding]:
    """未收到……申请 means that 新收 is 0."""
    for sentence in case.sentences:
        found = _NO_REQUESTS.search(sentence.text)
        if not found or _of_a_part(sentence, found[0]):
            continue
        yield from _zero(
            case, sentence, rule.id, words=found[0], claim="未收到申请", figures=("本年新收",)
        )


def _of_a_part(sentence: Sentence, words: str) -> bool:
    """Tell whether only some requests are denied: those by post, by companies, for review."""
    if re.search(r"复议|诉讼|延期|逾期|正当|收费|上年|去年|结转", words) or OTHER_MATTERS.search(
        words
    ):
        return True
    if sentence.quantities and CHANNEL.search(words):
        return True
    named = re.search("企业|法人|自然人|公民|组织", words)
    everybody = re.search("(?:公民|个人|自然人)、?法人|法人(?:和|或)", words)
    return bool(named and not everybody)


def brought_nothing_forward(case: Case, rule: Rule) -> Iterator[Finding]:
    """无上年结转 means that 上年结转 is 0."""
    for sentence in case.sentences:
        found = _NOTHING_BROUGHT.search(sentence.text)
        if found and sentence.about_requests:
            yield from _zero(
                case, sentence, rule.id, words=found[0], claim="没有上年结转", figures=("上年结转",)
            )


def natural_persons_only(case: Case, rule: Rule) -> Iterator[Finding]:
    """均为自然人 means that the other columns of 新收 are 0."""
    for sentence in case.sentences:
        found = _NATURAL_PERSONS_ONLY.search(sentence.text)
        if found and sentence.about_requests:
            yield from _zero(
                case,
                sentence,
                rule.id,
                words=found[0],
                claim="申请人均为自然人",
                figures=("本年新收法人",),
            )


def no_reviews(case: Case, rule: Rule) -> Iterator[Finding]:
    """未收到复议、诉讼; 均获维持; 未被纠错."""
    for sentence in case.sentences:
        text = sentence.text
        if not sentence.about_disclosure and not sentence.about_requests:
            continue
        none = _NO_REVIEWS.search(text)
        if none and not _ONLY_PART.search(none[0]):
            kinds = _kinds(none["what"])
            named = "、".join(f"行政{kind}" for kind in kinds)
            totals = tuple(f"{kind}总计" for kind in kinds)
            yield from _zero(
                case, sentence, rule.id, words=none[0], claim=f"没有{named}", figures=totals
            )
        if upheld := _ALL_UPHELD.search(text):
            kinds = _kinds(text[: upheld.end()])
            rest = ("纠正", "其他结果", *(() if "已审结" in text else ("未审结",)))
            others = tuple(f"{kind}{part}" for kind in kinds for part in rest)
            yield from _zero(
                case, sentence, rule.id, words=upheld[0], claim="均获维持", figures=others
            )
        if (clean := _NONE_CORRECTED.search(text)) and _kinds(text):
            corrected = tuple(f"{kind}纠正" for kind in _kinds(text[: clean.end()]))
            yield from _zero(
                case, sentence, rule.id, words=clean[0], claim="没有被纠错", figures=corrected
            )


def all_answered(case: Case, rule: Rule) -> Iterator[Finding]:
    """全部办结 or 无结转 means that nothing is carried forward."""
    for sentence in case.sentences:
        if not sentence.about_requests:
            continue
        for pattern in (_ALL_ANSWERED, _ALL_IN_TIME, _NOTHING_LEFT):
            found = pattern.search(sentence.text)
            if not found or (pattern is not _ALL_IN_TIME and _limited(sentence, found)):
                continue
            if pattern is _ALL_IN_TIME and _of_part(sentence, found):
                continue
            if pattern is _ALL_ANSWERED and _LATER.search(sentence.text):
                continue
            yield from _zero(
                case,
                sentence,
                rule.id,
                words=found[0],
                claim="全部办结、没有结转",
                figures=("结转下年",),
            )
            break


def _limited(sentence: Sentence, claim: re.Match[str]) -> bool:
    """Tell whether a claim is one of punctuality, of a part, or of something else."""
    clauses = sentence.text[: claim.start()].split("，")
    clause = clauses[-1] + claim[0]
    if _IN_TIME.search(clause) or _IN_TIME.search(sentence.text[claim.end() :][:4]):
        return True
    return _of_part(sentence, claim)


def _of_part(sentence: Sentence, claim: re.Match[str]) -> bool:
    """Tell whether a claim is made of a part of the requests, or of something else."""
    clauses = sentence.text[: claim.start()].split("，")
    if re.search("上年|去年", clauses[-1]):
        return True
    spoken_of = "，".join(clauses[-2:])
    return bool(
        re.search(
            r"其中[^，]*$|除[^，]*外|到期|复议|诉讼|建议|提案|留言|信访|热线|工单",
            spoken_of,
        )
    )


def _kinds(words: str) -> Sequence[str]:
    return [kind for kind in ("复议", "诉讼") if kind in words]


def _zero(
    case: Case, sentence: Sentence, rule: str, *, words: str, claim: str, figures: tuple[str, ...]
) -> Iterator[Finding]:
    """Say where figures are not 0 although the text says so."""
    if case.report.figures and not case.begun:  # tables still to be filled in contradict nothing
        return
    place, quote = sentence.place, clip(sentence.quote, around=words)
    known = {name: case.total((name,)) for name in figures}
    against = {name: value for name, value in known.items() if value}
    if against:
        shown = "、".join(f"“{name}”是 {number(value)}" for name, value in against.items())
        names = [figure for name in against for figure in case.figures_of(name)]
        cells = cells_of(case.report, [name for name in names if case.report.number(name)])
        yield wrong(
            rule,
            place,
            f"正文说{claim}，表里{shown}",
            f"请与{cells}核对，改正写错的一处" if cells else "请核对，改正写错的一处",
            quote=quote,
            about=f"{claim}：{shown}",
        )
    elif None in known.values():
        yield unchecked(
            rule, place, f"正文说{claim}，表里的数没有给出", "请补齐表里的数再核对", quote=quote
        )
