"""What a number in the text is about: the wordings that offices use for the form's figures.

Data, no logic. The patterns are read against the words around a number (see statements.py), in
this order; years are written as 上年, 本年 and 下年 there. A reading is a set of figures or sums
of the form whose total the number may be; a statement holds when one of its readings does.
"""

import re
from dataclasses import dataclass

Reading = tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """One thing that offices state numbers of."""

    name: str
    """As messages call it."""
    rule: str
    pattern: re.Pattern[str]
    readings: tuple[Reading, ...]
    dimension: str
    """Parts of a list are summed within one: flow, result, applicant, review, rule, decision."""


def _subject(
    name: str, rule: str, pattern: str, *readings: Reading, dimension: str = "result"
) -> Subject:
    return Subject(name, rule, re.compile(pattern), readings, dimension)


REQUEST = re.compile(
    r"信息公开的?申请|依申请|申请公开|公开申请|申请(?:政府)?信息|申请件|[封份件]申请(?=[，。；])|新收[^，。]{0,10}申请"
)
"""Words that say that requests for information are meant."""

LETTERS = re.compile(r"建议|提案|信访|热线|工单|留言|来电|诉求|线索|投诉|举报件")
"""Words that say that a sentence is about other things that are answered."""
OTHER_MATTERS = re.compile(
    r"建议|提案|信访|热线|工单|留言|来电|诉求|线索|投诉|听证|许可|处罚|强制|收费|处理费|延长|平均|月均|日均|人均|"
    r"延期|补正通知|征求|意见|培训|指南|稿|资金|认定|社保|职称|工伤|仲裁|审批|登记证|救助|补贴|"
    r"补助|公证|城市道路|执法|奖励|调解|建议书|回执|邮件|告知书|答复书|文书|满意|疑问|咨询电话"
)
"""Words that say that something else is counted."""

_END = (
    r"(?:的|了|尚存|现存|尚有|仍有|还有|共|共计|总计|合计|累计|数量?|总数|总量|为|有|计|达到?|"
    r"量|约)*+$"
)
_OBJECT = (
    r"(?:各类|各种|群众|公众)?(?:政府信息公开|信息公开|依申请公开|申请公开|公开)?(?:的?申请)?"
    r"(?:事项|案件|件)?"
)
_NEXT_YEAR = r"(?:下一?个?年度?|次年度?|来年|明年|翌年)"
_LAST_YEAR = r"(?:上一?个?年度?|去年度?|往年|以前年度|前一年度?)"

CARRIED_OUT = _subject(
    "结转下年",
    "X04",
    rf"(?:结转|转结|转入|转至|转到|转|顺延|延续|延期|延|留|跨)(?:至|到|入|为|由|给)?{_NEXT_YEAR}|"
    rf"结转至?下|{_NEXT_YEAR}(?:继续)?(?:办理|答复)|(?<!上年)(?<!去年)跨年度?办理|[期年]末(?:在办|未办结)|"
    r"^(?:尚|仍)?(?:在办|正在办理|未办结|在办理)中?$",
    ("结转下年",),
    dimension="flow",
)
CARRIED_IN = _subject(
    "上年结转",
    "X02",
    rf"{_LAST_YEAR}(?:度)?(?:未办结|跨年)?的?(?:结转|转结|转入|转来|顺延|延续|遗留|结余|留存|跨年|延期|留办|未办[完结]|"
    r"待办)|"
    rf"(?:结转|承接|接续|顺延)自?{_LAST_YEAR}",
    ("上年结转",),
    dimension="flow",
)
ANSWERED = _subject(
    "答复、办结",
    "X03",
    r"(?:答复|办结|办复|审结|办理完毕|处理完毕|办理完成|回复)"
    rf"(?:[^，。；率书]{{0,8}}(?:申请|依申请公开|信息公开|政府信息)|{_OBJECT}){_END}",
    ("办理结果总计",),
    dimension="flow",
)
PROCESSED = _subject(
    "办理的申请",
    "X03",
    rf"(?:办理|处理){_OBJECT}{_END}",
    ("办理结果总计",),
    ("本年新收",),
    ("本年新收", "上年结转"),
    dimension="flow",
)
NEWLY_RECEIVED = _subject(
    "本年新收",
    "X01",
    rf"(?:新收|新增|新受理|新收到).*(?:申请|依申请公开)(?:事项|案件|件|信息)?{_END}|"
    rf"(?:新收|新受理){_END}",
    ("本年新收",),
    dimension="flow",
)
RECEIVED = _subject(
    "收到的申请",
    "X01",
    rf"(?:申请[书表]?|依申请公开)(?:信息公开|公开信息|政府信息公开|政府信息)?(?:事项|案件|件|信息|来信|来函|"
    rf"公开)*{_END}|(?:收到|受理|接收|接到|收办|承办|收悉){_END}",
    ("本年新收",),
    ("本年新收", "上年结转"),
    dimension="flow",
)

OTHER_RESULTS = _subject(
    "其他处理",
    "X05",
    r"其[他它]处理|^(?:作|做|属于?|因)?其[他它](?:情形|情况|结果|类|方式|类型|原因)?(?:的|处理)*$",
    ("其他处理",),
    ("其他情形",),
)
RESULTS = (
    _subject(
        "部分公开", "X05", r"部分公开|部分(?:内容)?予以公开|部分内容公开|区分处理", ("部分公开",)
    ),
    _subject("不予公开", "X05", r"不予公开|不予以公开|不公开|不同意公开", ("不予公开",)),
    _subject(
        "予以公开",
        "X05",
        r"(?<!部分)(?<!内容)(?<!不)予以公开|全部公开|全部(?=或|及|和)|全面公开",
        ("予以公开",),
    ),
    Subject("已主动公开", "X05", re.compile(r"已?主动公开的?$"), (), "result"),
    _subject(
        "公开",
        "X05",
        r"(?<!不)同意公开|^(?:其中)?公开答复|^(?:其中)?(?:给予)?公开的?$",
        ("予以公开",),
        ("予以公开", "部分公开"),
    ),
    _subject("属于国家秘密", "X05", r"国家秘密", ("国家秘密",)),
    _subject("危及三安全一稳定", "X05", r"三安全", ("三安全一稳定",)),
    _subject("保护第三方合法权益", "X05", r"第三方|商业秘密|个人隐私", ("第三方权益",)),
    _subject("内部事务信息", "X05", r"内部(?:事务|管理)", ("内部事务信息",)),
    _subject("过程性信息", "X05", r"过程性", ("过程性信息",)),
    _subject("行政执法案卷", "X05", r"执法案卷", ("行政执法案卷",)),
    _subject("行政查询事项", "X05", r"行政查询|查询事项", ("行政查询事项",)),
    _subject("法律行政法规禁止公开", "X05", r"法律.{0,6}禁止", ("法律法规禁止",)),
    _subject("无法提供", "X05", r"无法提供(?!.*(?:不掌握|现成|不明确))", ("无法提供",)),
    _subject(
        "本机关不掌握相关政府信息",
        "X05",
        r"不掌握|不存在|(?:不属于?|非)(?:本|我|该)(?:机关|单位|行政机关|部门|局|委|办|厅|街道|镇|乡|区|"
        r"市|县)|职责范围|公开范围",
        ("不掌握",),
    ),
    _subject("没有现成信息需要另行制作", "X05", r"现成|另行制作|加工", ("需另行制作",)),
    _subject("补正后申请内容仍不明确", "X05", r"不明确", ("补正仍不明确",)),
    _subject("不予处理", "X05", r"不予处理|不再处理$", ("不予处理",)),
    _subject("信访举报投诉类申请", "X05", r"信访|举报", ("信访举报投诉",)),
    _subject("重复申请", "X05", r"重复申请|重复提出", ("重复申请",)),
    _subject("要求提供公开出版物", "X05", r"出版物", ("公开出版物",)),
    _subject("大量反复申请", "X05", r"大量反复|大量、?反复", ("大量反复申请",)),
    _subject("确认或重新出具", "X05", r"重新出具|确认或", ("确认或重新出具",)),
    _subject(
        "逾期不补正", "X05", r"(?:逾期|到期|未按?期)[^，]{0,4}补正|不补正|未补正", ("逾期不补正",)
    ),
    _subject("逾期未缴纳费用", "X05", r"(?:未|不)[^，]{0,10}(?:缴纳|缴费|交费)", ("逾期未缴费",)),
    OTHER_RESULTS,
)
DOCUMENT_ATTRIBUTES = re.compile(r"公文|公开属性|属性(?:审核|认定)|件主动公开")
"""Words that say that 主动公开, 依申请公开 and 不予公开 are attributes of documents."""
OTHER_CASES = re.compile(
    r"处罚|许可|强制|征收|工伤|劳动|各类|司法|复议机关|(?<!公开)(?<!公开工作)引发|民事|刑事"
)
"""Words that say that reviews and suits are not about disclosure."""
OTHER_PROCEEDINGS = re.compile(r"复议|诉讼|许可|提案|信访|处罚|仲裁")
GROUPS = frozenset({"不予公开", "无法提供", "不予处理", "其他处理"})
"""Results that have rows of their own under them."""
WITHDRAWN = re.compile(r"撤回|撤销|撤件|撤诉|终止")
"""Requests taken back: the table counts them under 其他处理."""

NATURAL_PERSONS = _subject(
    "自然人",
    "X06",
    r"自然人|公民|个人",
    ("本年新收自然人",),
    ("本年新收自然人", "上年结转自然人"),
    ("办理结果总计自然人",),
    dimension="applicant",
)
ENTITIES = _subject(
    "法人或其他组织",
    "X06",
    r"法人|(?<!其他)其他(?:社会)?组织",
    ("本年新收法人",),
    ("本年新收法人", "上年结转法人"),
    ("办理结果总计法人",),
    dimension="applicant",
)
_KINDS_OF_ENTITIES = (
    ("商业企业", r"企业|公司"),
    ("科研机构", r"科研机构|科研院所"),
    ("社会公益组织", r"公益组织"),
    ("法律服务机构", r"法律服务机构|律师事务所|律所"),
)
APPLICANTS = (
    ENTITIES,
    *(
        _subject(
            kind,
            "X06",
            words,
            (f"本年新收{kind}",),
            (f"本年新收{kind}", f"上年结转{kind}"),
            (f"办理结果总计{kind}",),
            dimension="applicant",
        )
        for kind, words in _KINDS_OF_ENTITIES
    ),
    NATURAL_PERSONS,
)

REVIEWS_AND_SUITS = _subject(
    "行政复议和行政诉讼",
    "X07",
    r"复议(?:案件)?(?:、|和|及|与|以及|或|及其|，)?(?:行政)?诉讼|诉讼(?:、|和|及|与)(?:行政)?复议",
    ("复议总计", "诉讼总计"),
    dimension="review",
)
REVIEWS = _subject(
    "行政复议",
    "X07",
    r"复议",
    ("复议总计",),
    ("复议维持", "复议纠正", "复议其他结果"),
    dimension="review",
)
SUITS = _subject(
    "行政诉讼",
    "X07",
    r"诉讼|起诉|应诉",
    ("诉讼总计",),
    ("诉讼维持", "诉讼纠正", "诉讼其他结果"),
    dimension="review",
)

DIRECT_SUITS = _subject(
    "未经复议直接起诉",
    "X07",
    r"直接(?:提起)?(?:起诉|诉讼)",
    ("直接起诉总计",),
    ("直接起诉维持", "直接起诉纠正", "直接起诉其他结果"),
    dimension="review",
)
SUITS_AFTER_REVIEW = _subject(
    "复议后起诉",
    "X07",
    r"复议后(?:再|又)?(?:提起)?(?:起诉|诉讼|行政诉讼)",
    ("复议后起诉总计",),
    ("复议后起诉维持", "复议后起诉纠正", "复议后起诉其他结果"),
    dimension="review",
)

_RULE_MADE = (
    r"(?:制发|制定|制订|新制定|新制发|出台|新增|新出台|新印发|新发布)(?:发布|印发|公布|出台|并)*"
    r"(?:政府|部门|本级)?(?:行政)?"
)
DOCUMENT_NOUNS = re.compile(r"规范性文件|规章(?!制度)")
DOCUMENTS = tuple(
    _subject(name, "X10", pattern, (figure + part,), dimension="rule")
    for figure, noun in (
        ("行政规范性文件", r"规范性文件(?:类)?"),
        ("规章", r"规章(?!制度)"),
    )
    for name, pattern, part in (
        (
            f"{figure}现行有效件数",
            rf"(?:现行|^)有效的?(?:[^，]*{noun}|文件)?(?:文件)?{_END}|{noun}现行有效{_END}",
            "现行有效",
        ),
        (
            f"{figure}本年废止件数",
            rf"(?:废止|失效)(?:和失效)?(?:[^，]*{noun}|文件)?(?:文件)?{_END}|{noun}废止{_END}",
            "废止",
        ),
        (
            f"{figure}本年制发件数",
            rf"{_RULE_MADE}{noun}{_END}|{noun}(?:本年)?(?:制发|制定){_END}|^(?:本年度?|全年|共|其中)*(?:制发|制定){_END}",
            "制发",
        ),
    )
)
PUBLISHED_DOCUMENTS = tuple(
    _subject(
        figure,
        "X10",
        rf"^(?:其中|含|包括|主动|公开|公布|发布|印发|共|各类|政府|部门|本级|行政|我局|全年|本年|，|：)*"
        rf"{noun}{_END}",
        (figure + "制发",),
        (figure + "现行有效",),
        (figure + "制发", figure + "废止"),
        dimension="rule",
    )
    for figure, noun in (("行政规范性文件", "规范性文件"), ("规章", "规章(?!制度)"))
)
DECISIONS = tuple(
    _subject(
        name,
        "X11",
        rf"(?:作出|做出|下达|办理|实施|处理|办结|完成)(?:的?各类)?(?:的)?{name}(?:处理)?(?:决定书?|案件|事项决定)?{_END}"
        rf"|{name}(?:处理)?决定(?:数量?)?{_END}",
        (name,),
        dimension="decision",
    )
    for name in ("行政许可", "行政处罚", "行政强制")
)
FEES = _subject(
    "行政事业性收费",
    "X12",
    r"行政事业性收费",
    ("行政事业性收费",),
    dimension="fee",
)

COUNTS = frozenset({"件", "件次", "份", "封", "宗", "起", "例", "条", "次", "条次"})
"""Units in which requests and cases are counted."""
MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}

REVIEW_OUTCOMES = re.compile(
    r"维持|纠正|撤销|驳回|审结|败诉|胜诉|纠错|履行|违法|和解|终止|[一二]审|再审|结案|受理"
)
"""Words that make a number of reviews or suits a part of all."""

POPULATION = re.compile(
    r"代(?=市|省|区|县|政府)|本级|备案|各(?:镇|街道|部门|单位|区|县|乡)|[市区县省]政府(?!信息|部门)|"
    r"[市区县省]级|下属|局属|指导|区本部|机关本部|上半年|下半年|[一二三四]季度|截[至止]到?(?!本年(?:12|底|末)|12|年底|年末|目前)|月份"
)
"""Qualifiers after which a number is not that of the whole report."""
OF_OTHERS = re.compile(r"报备|代拟|协助|受[^，。]{1,8}委托|分别统计|审查|合法性审核")
"""Words after which a number is of other organs' work and says nothing of this report."""
REPRESENTING = re.compile(r"(?<!人大)(?<!党)代表(?!建议|委员|性|大会|人)(?=[市省区县政])")
CHANNEL = re.compile(
    r"线上|线下|在线|网上|网络|网站|平台|邮寄|信函|信件|当面|现场|邮件|邮箱|来信|来函|来访|来人|上门|快递|纸质|挂号|自助|柜台|书面|传真|窗口|渠道"
)
TAKEN_THROUGH = re.compile(
    rf"(?:收|受理|接)[^，。；\d]{{0,60}}(?:{CHANNEL.pattern})|(?:{CHANNEL.pattern})[^，。；\d]{{0,60}}(?:收|受理|接)"
)
"""Words that begin what is told of one channel: its requests, its answers, what was left."""
WHOLE = re.compile(r"等|各")
"""Words that make a number whole although channels are named."""
COMPARED = re.compile(
    r"上年|去年|同期|同比|环比|较|相比|比上|增长|增加|减少|下降|降低|上升|提高|提升|多了|少了"
)
"""Words of a comparison: the number is not this year's."""
