"""How offices speak of the figures of the annual report on open government information.

Data without functions; `generator/form/wordings.py` says what each entry means. Subjects are tried
in the order in which they stand here.
"""

from generator.form.wordings import (
    ApplicantWordings,
    Claim,
    ClaimedKind,
    DocumentWordings,
    Interpretation,
    RequestWordings,
    ResultWordings,
    ReviewKind,
    ReviewOutcome,
    ReviewWordings,
    Subject,
    Wordings,
)

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

_CHANNELS = (
    r"线上|线下|在线|网上|网络|网站|平台|邮寄|信函|信件|当面|现场|邮件|邮箱|来信|来函|来访|来人|上门|"
    r"快递|纸质|挂号|自助|柜台|书面|传真|窗口|渠道"
)

# ── 申请的收支 ────────────────────────────────────────────────────────────────────────────

_CARRIED_FORWARD = Subject(
    "结转下年",
    "X04",
    rf"(?:结转|转结|转入|转至|转到|转|顺延|延续|延期|延|留|跨)(?:至|到|入|为|由|给)?{_NEXT_YEAR}|"
    rf"结转至?下|{_NEXT_YEAR}(?:继续)?(?:办理|答复)|(?<!上年)(?<!去年)跨年度?办理|[期年]末(?:在办|未办结)|"
    r"^(?:尚|仍)?(?:在办|正在办理|未办结|在办理)中?$|(?:正在|尚在|仍在)(?:办理|处理|答复|办)(?:之?中|过程中)|"
    rf"(?:[年期][底末]|目前|尚|仍|还)(?:有|还)?(?:未|没有)(?:办结|答复|办理完[毕成])的?{_OBJECT}{_END}",
    (("结转下年",),),
    "flow",
)
_BROUGHT_FORWARD = Subject(
    "上年结转",
    "X02",
    rf"{_LAST_YEAR}(?:度)?(?:未办结|跨年)?的?(?:结转|转结|转入|转来|顺延|延续|遗留|结余|留存|跨年|延期|留办|未办[完结]|"
    r"待办)|"
    rf"(?:结转|承接|接续|顺延)自?{_LAST_YEAR}",
    (("上年结转",),),
    "flow",
)
_ANSWERED = Subject(
    "答复、办结",
    "X03",
    r"(?:答复|办结|办复|办理完毕|处理完毕|办理完成|回复)"
    rf"(?:[^，。；率书]{{0,8}}(?:申请|依申请公开|信息公开|政府信息)|{_OBJECT}){_END}|"
    rf"已(?:经)?(?:全部)?(?:办理|处理)(?:完[毕成])?{_OBJECT}{_END}",
    (("办理结果总计",),),
    "flow",
)
_PROCESSED = Subject(
    "办理的申请",
    "X03",
    rf"(?:办理|处理){_OBJECT}{_END}",
    (("办理结果总计",), ("本年新收",), ("本年新收", "上年结转")),
    "flow",
)
_NEWLY_RECEIVED = Subject(
    "本年新收",
    "X01",
    rf"(?:新收|新增|新受理|新收到)(?:[^，]{{0,6}}(?:法人|自然人|公民|企业|组织)[^，]{{0,8}})?{_OBJECT}(?:申请|依申请公开)(?:事项|案件|件|信息)?{_END}|"
    rf"(?:新收|新受理){_END}",
    (("本年新收",),),
    "flow",
)
_RECEIVED = Subject(
    "收到的申请",
    "X01",
    rf"(?:申请[书表]?|依申请公开)(?:信息公开|公开信息|政府信息公开|政府信息)?(?:事项|案件|件|信息|来信|来函|"
    rf"公开)*{_END}|(?:收到|受理|接收|接到|收办|承办|收悉){_END}",
    (("本年新收",), ("本年新收", "上年结转")),
    "flow",
)

# ── 办理结果 ──────────────────────────────────────────────────────────────────────────────

_OTHER_RESULTS = Subject(
    "其他处理",
    "X05",
    r"其[他它]处理|^(?:作|做|属于?|因)?其[他它](?:情形|情况|结果|类|方式|类型|原因)?(?:的|处理)*$",
    (("其他处理",), ("其他情形",)),
    "result",
)
_KINDS_OF_RESULTS: tuple[tuple[str, str, tuple[Interpretation, ...]], ...] = (
    ("部分公开", r"部分公开|部分(?:内容)?予以公开|部分内容公开|区分处理", (("部分公开",),)),
    ("不予公开", r"不予公开|不予以公开|不公开|不同意公开", (("不予公开",),)),
    (
        "予以公开",
        r"(?<!部分)(?<!内容)(?<!不)予以公开|全部公开|全部(?=或|及|和)|全面公开",
        (("予以公开",),),
    ),
    ("已主动公开", r"已?主动公开的?$", ()),
    (
        "公开",
        r"(?<!不)同意公开|^(?:其中)?公开答复|^(?:其中)?(?:给予)?公开的?$",
        (("予以公开",), ("予以公开", "部分公开")),
    ),
    ("属于国家秘密", r"国家秘密", (("国家秘密",),)),
    ("危及三安全一稳定", r"三安全", (("三安全一稳定",),)),
    ("保护第三方合法权益", r"第三方|商业秘密|个人隐私", (("第三方权益",),)),
    ("内部事务信息", r"内部(?:事务|管理)", (("内部事务信息",),)),
    ("过程性信息", r"过程性", (("过程性信息",),)),
    ("行政执法案卷", r"执法案卷", (("行政执法案卷",),)),
    ("行政查询事项", r"行政查询|查询事项", (("行政查询事项",),)),
    ("法律行政法规禁止公开", r"法律.{0,6}禁止", (("法律法规禁止",),)),
    ("无法提供", r"无法提供(?!.*(?:不掌握|现成|不明确))", (("无法提供",),)),
    (
        "本机关不掌握相关政府信息",
        r"不掌握|不存在|(?:不属于?|非)(?:本|我|该)(?:机关|单位|行政机关|部门|局|委|办|厅|街道|镇|乡|区|"
        r"市|县)|职责范围|公开范围",
        (("不掌握",),),
    ),
    ("没有现成信息需要另行制作", r"现成|另行制作|加工", (("需另行制作",),)),
    ("补正后申请内容仍不明确", r"不明确", (("补正仍不明确",),)),
    ("不予处理", r"不予处理|不再处理$", (("不予处理",),)),
    ("信访举报投诉类申请", r"信访|举报", (("信访举报投诉",),)),
    ("重复申请", r"重复申请|重复提出", (("重复申请",),)),
    ("要求提供公开出版物", r"出版物", (("公开出版物",),)),
    ("大量反复申请", r"大量反复|大量、?反复", (("大量反复申请",),)),
    ("确认或重新出具", r"重新出具|确认或", (("确认或重新出具",),)),
    (
        "逾期不补正",
        r"(?:逾期|到期|未按?期)[^，]{0,4}补正|不补正|未补正",
        (("逾期不补正",),),
    ),
    ("逾期未缴纳费用", r"(?:未|不)[^，]{0,10}(?:缴纳|缴费|交费)", (("逾期未缴费",),)),
)
_RESULTS = (
    *(
        Subject(name, "X05", pattern, interpretations, "result")
        for name, pattern, interpretations in _KINDS_OF_RESULTS
    ),
    _OTHER_RESULTS,
)
_GROUPS = ("不予公开", "无法提供", "不予处理", "其他处理")
_UNDIVIDED = ("予以公开", "公开", "已主动公开", "部分公开")

# ── 申请人 ────────────────────────────────────────────────────────────────────────────────

_ENTITIES, _NATURAL_PERSONS, _OTHER_ORGANISATIONS = "法人或其他组织", "自然人", "其他组织"
_KINDS_OF_APPLICANTS = (
    (_ENTITIES, r"法人|(?<!其他)其他(?:社会)?组织", "法人"),
    ("商业企业", r"企业|公司", "商业企业"),
    ("科研机构", r"科研机构|科研院所", "科研机构"),
    ("社会公益组织", r"公益组织", "社会公益组织"),
    ("法律服务机构", r"法律服务机构|律师事务所|律所", "法律服务机构"),
    (_NATURAL_PERSONS, r"自然人|公民|个人", "自然人"),
    (_OTHER_ORGANISATIONS, r"^(?!.*法人)(?:其中|以及|和|及|由|来自)*其他(?:社会)?组织", "其他组织"),
)
_APPLICANTS = {
    name: Subject(
        name,
        "X06",
        pattern,
        (
            (f"本年新收{column}",),
            (f"本年新收{column}", f"上年结转{column}"),
            (f"办理结果总计{column}",),
        ),
        "applicant",
        column=column,
    )
    for name, pattern, column in _KINDS_OF_APPLICANTS
}

# ── 申请 ──────────────────────────────────────────────────────────────────────────────────

_OTHER_MATTERS = (
    r"建议|提案|信访|热线|工单|留言|来电|诉求|线索|投诉|听证|许可|处罚|强制|收费|处理费|延长|平均|月均|日均|人均|"
    r"延期|补正通知|征求|意见|培训|指南|稿|资金|认定|社保|职称|工伤|仲裁|审批|登记证|救助|补贴|"
    r"补助|公证|城市道路|执法|奖励|调解|建议书|回执|邮件|告知书|答复书|文书|满意|疑问|咨询电话"
)

_REQUESTS = RequestWordings(
    table="表三",
    unit="件",
    sections=(3, 4),
    topic=(
        r"信息公开的?申请|依申请|申请公开|公开申请|申请(?:政府)?信息|申请件|[封份件]申请(?=[，。；])|新收[^，。]{0,10}申请"
    ),
    other_proceedings=r"复议|诉讼|许可|提案|信访|处罚|仲裁",
    other_matters=_OTHER_MATTERS,
    of_documents=r"公文|公开属性|属性(?:审核|认定)|件主动公开",
    receiving=r"收|受理|接",
    answering=r"答复|办结|办复|回复",
    brought_forward=_BROUGHT_FORWARD,
    newly_received=_NEWLY_RECEIVED,
    received=_RECEIVED,
    answered=_ANSWERED,
    processed=_PROCESSED,
    carried_forward=_CARRIED_FORWARD,
    results=ResultWordings(
        kinds=_RESULTS,
        groups=_GROUPS,
        rows=tuple(kind.name for kind in _RESULTS if kind.name not in _GROUPS + _UNDIVIDED),
        other=_OTHER_RESULTS,
        withdrawn=r"撤回|撤销|撤件|撤诉|终止",
    ),
    applicants=ApplicantWordings(
        kinds=tuple(kind for kind in _APPLICANTS.values() if kind.name != _OTHER_ORGANISATIONS),
        natural_persons=_APPLICANTS[_NATURAL_PERSONS],
        entities=_APPLICANTS[_ENTITIES],
        entity=r"法人",
        entities_divided=(r"其他组织", r"企业"),
        others=_APPLICANTS[_OTHER_ORGANISATIONS],
        as_in_the_table=r"商业企业|科研机构|公益组织|法律服务机构",
    ),
    wholes=(("办理结果总计",), ("本年新收",), ("本年新收", "上年结转")),
    volume=r"申请量|办件量|受理量",
    rate=r"(?:公开率|办结率|答复率|办复率|回复率)(?:均?为|均?达到?|保持|约|是|到)*+$",
    rate_of_all=r"(?:办结率|答复率|办复率|回复率)(?:均?为|均?达到?|保持|约|是|到)*+$",
    rate_of_others=r"按时|按期|及时|法定|期限|满意|合格|应公开|应答复",
    dealt_with=r"公开|办结|答复|办复|回复",
)

# ── 行政复议、行政诉讼 ────────────────────────────────────────────────────────────────────

_ENDED = ("维持", "纠正", "其他结果")
_REVIEWS = ReviewWordings(
    rule="X07",
    topic=r"复议|诉讼|起诉|应诉",
    matter=r"信息公开|依申请|政务公开",
    sections=(3, 4),
    other_cases=(
        r"处罚|许可|强制|征收|工伤|劳动|各类|司法|复议机关|(?<!公开)(?<!公开工作)引发|民事|刑事"
    ),
    parts=r"撤销|驳回|胜诉|履行|违法|和解|[一二]审|再审|受理|出庭",
    kinds=tuple(
        ReviewKind(*kind)
        for kind in (
            (
                "复议后起诉",
                r"复议后(?:再|又)?(?:提起)?(?:起诉|诉讼|行政诉讼|应诉)",
                ("复议后起诉",),
            ),
            ("未经复议直接起诉", r"(?:未经复议)?直接(?:提起)?(?:行政)?(?:起诉|诉讼)", ("直接起诉",)),
            (
                "行政复议和行政诉讼",
                r"复议(?:案件)?(?:、|和|及|与|以及|或|及其|，)?(?:行政)?诉讼|诉讼(?:、|和|及|与)(?:行政)?复议",
                ("复议", "诉讼"),
            ),
            ("行政诉讼", r"诉讼|起诉|应诉", ("诉讼",)),
            ("行政复议", r"复议", ("复议",)),
        )
    ),
    outcomes=tuple(
        ReviewOutcome(*outcome)
        for outcome in (
            (
                "尚未审结",
                r"(?:尚未|还未|仍未|未|没有)(?:审结|结案|办结)|(?:尚在|正在|仍在|在)(?:审理|办理|审查)(?:之?中)?",
                ("未审结",),
            ),
            (
                "其他结果",
                r"撤[销回](?:行政)?(?:复议|诉讼)(?:申请)?|撤诉|终止(?:审理|复议)?|其[他它](?:处理)?(?:结果|情形)",
                ("其他结果",),
            ),
            ("结果维持", r"维持", ("维持",)),
            ("结果纠正", r"纠正|纠错|败诉|撤销原|确认违法|责令", ("纠正",)),
            ("已审结", r"审结|结案|办结", _ENDED),
        )
    ),
    all_outcomes=(("总计",), _ENDED),
)

# ── 规章、行政规范性文件 ──────────────────────────────────────────────────────────────────

_MAKING = (
    r"(?:制发|制定|制订|新制定|新制发|出台|新增|新出台|新印发|新发布)(?:发布|印发|公布|出台|并)*"
    r"(?:政府|部门|本级)?(?:行政)?"
)

_OF_DOCUMENTS = ("件", "份", "条", "部", "个", "项", "篇", "次", "宗", "则")

_DOCUMENTS = DocumentWordings(
    nouns=r"规范性文件|规章(?!制度)",
    subjects=(
        *(
            Subject(name, "X10", pattern, ((row + column,),), "document", units=_OF_DOCUMENTS)
            for row, noun in (
                ("行政规范性文件", r"规范性文件(?:类)?"),
                ("规章", r"规章(?!制度)"),
            )
            for name, pattern, column in (
                (
                    f"{row}现行有效件数",
                    rf"(?:现行|^)有效的?(?:[^，]*{noun}|文件)?(?:文件)?{_END}|{noun}现行有效{_END}",
                    "现行有效",
                ),
                (
                    f"{row}本年废止件数",
                    rf"(?:废止|失效)(?:和失效)?(?:[^，]*{noun}|文件)?(?:文件)?{_END}|{noun}废止{_END}",
                    "废止",
                ),
                (
                    f"{row}本年制发件数",
                    rf"{_MAKING}{noun}{_END}|{noun}(?:本年)?(?:制发|制定){_END}|^(?:本年度?|全年|共|其中)*(?:制发|制定){_END}",
                    "制发",
                ),
            )
        ),
        *(
            Subject(
                row,
                "X10",
                rf"^(?:其中|含|包括|主动|公开|公布|发布|印发|共|各类|政府|部门|本级|行政|我局|全年|本年|，|：)*"
                rf"{noun}{_END}",
                ((f"{row}制发",), (f"{row}现行有效",), (f"{row}制发", f"{row}废止")),
                "document",
                tentative=True,
                units=_OF_DOCUMENTS,
            )
            for row, noun in (("行政规范性文件", "规范性文件"), ("规章", "规章(?!制度)"))
        ),
    ),
    stocktaking=r"清理",
)

# ── 不写数字的说法 ────────────────────────────────────────────────────────────────────────

_NONE = (
    r"(?:未曾?|没有|无|零|均未|均无|尚未)"
    r"(?:收到|受理|接到|接收|接|发生|出现|产生|存在|涉及|引发|发现|提起|被)?"
)
_SOME_APPLICANTS = (
    r"^(?!.*(?:(?:公民|个人|自然人)、?法人|法人(?:和|或)))(?=.*(?:企业|法人|自然人|公民|组织))"
)
_IN_TIME = r"按时|按期|期限内|时限内|规定时间|及时|限期|率|\d件[均都]|要求按|书面|除|其余|剩余|其他"
_OF_A_PART = (
    r"(?:上年|去年)[^，]*$|"
    r"其中[^，]*$|除[^，]*外|到期|复议|诉讼|建议|提案|留言|信访|热线|工单"
)
_NOTHING_CARRIED_FORWARD = "全部办结、没有结转"
_UPHELD = r"(?:均|全部|都|均已|均被|均获|全被)(?:予以|被|获|获得|得到|依法)?维持"

_REQUEST_CLAIMS = (
    Claim(
        says="未收到申请",
        rule="X01",
        pattern=(
            rf"{_NONE}[^，。；]{{0,40}}?(?:信息公开的?申请|依申请公开|公开申请|申请公开)"
            r"(?:件|事项|案件|信息|政府信息)?(?:和[^，。；]*申请件?|的申请)?(?:的?情况)?(?:$|[，。；）])"
            r"|(?:申请|依申请公开)(?:件|事项)?(?:数量|总数|量|数)?(?:均?为)(?:0|零)(?![\d.件条])"
            r"|本年(?:未|没有)收到新的申请"
        ),
        figures=("本年新收",),
        unless_in_it=(
            rf"复议|诉讼|延期|逾期|正当|收费|上年|去年|结转|{_OTHER_MATTERS}|{_SOME_APPLICANTS}"
        ),
        unless_in_it_with_numbers=_CHANNELS,
    ),
    Claim(
        says="没有上年结转",
        rule="X02",
        pattern=(
            r"(?:无|没有|未有|不存在)(?:上一?|去|往|以前)年度?的?(?:未办结)?的?(?:结转|转入|转结|遗留|顺延|申请结转)|"
            r"(?<!由)(?<!从)(?:上一?|去)年度?(?:无|没有|未有|不存在)[^，。；\d]{0,6}(?:结转|转入|转结|遗留|顺延)"
        ),
        figures=("上年结转",),
        within="requests",
    ),
    Claim(
        says="申请人均为自然人",
        rule="X06",
        pattern=(
            r"(?:均|都|全部|全)(?:为|是|系|由|来自|来源于)?(?:自然人|公民|个人)|申请人(?:均|都|全部)为自然人"
        ),
        figures=("本年新收法人",),
        within="requests",
    ),
    Claim(
        says=_NOTHING_CARRIED_FORWARD,
        rule="X09",
        pattern=(
            r"(?:全部|均已?|都已?|已全部|已经全部)(?:按要求|依法|依规|按规定|按照规定|依法依规)?(?:全部)?"
            r"(?:办结|答复|办理完毕|办理完成|办理完结|答复完毕|处理完毕)"
            r"|(?:均|全部|都)[^，。；]{0,10}?(?:办理完成|办理完毕|办理完结)"
        ),
        figures=("结转下年",),
        within="requests",
        unless_around=_IN_TIME,
        unless_before=_OF_A_PART,
        unless_in_sentence=r"下年|次年",
    ),
    Claim(
        says=_NOTHING_CARRIED_FORWARD,
        rule="X09",
        pattern=r"(?<!在)全部(?:按时|按期|如期)(?:办结|答复|办理完毕)",
        figures=("结转下年",),
        within="requests",
        unless_before=_OF_A_PART,
    ),
    Claim(
        says=_NOTHING_CARRIED_FORWARD,
        rule="X09",
        pattern=(
            r"(?:无|没有|未有|不存在)[^，。；上去往\d]{0,12}(?:结转|转结|顺延|转[至入]?下)|未跨年|"
            r"未(?:有)?(?:结转|顺延)(?!的)"
        ),
        figures=("结转下年",),
        within="requests",
        unless_around=_IN_TIME,
        unless_before=_OF_A_PART,
    ),
)
_NOT = r"(?:(?:均|都|也|并|从|暂|尚|亦)?(?:未曾?|没有|无)|零|不存在|未有)"
_ENDS_HERE = r"(?=[，。；）]|$)"
_AND = r"(?:、|和|及|与|或|或者|以及|，)?"
_DECISIONS = r"(?:行政)?(?:许可|处罚|强制)(?:措施|执行|行为)?(?:的?决定书?|案件|事项|职权|职能|权限|业务)?"
_DOCUMENT_NOUNS = r"(?:(?:本级|部门|政府)?(?:行政)?(?:规范性文件|规章(?!制度)))"
_MAKE = r"(?:新?制定|新?制发|制订|新?出台|新?印发|新?发布|公布|新增)"


_ACTIVE_CLAIMS = (
    *(
        Claim(
            says=says,
            rule="X10",
            pattern=(
                rf"{_NOT}{verbs}(?:过|任何|新的|的)*(?P<what>(?:{_DOCUMENT_NOUNS}{_AND})+)"
                rf"(?:的?(?:情况|情形|工作))?{_ENDS_HERE}"
            ),
            kinds=tuple(
                ClaimedKind(noun, noun, (row + column,))
                for noun, row in (("规范性文件", "行政规范性文件"), ("规章", "规章"))
            ),
            only_understood=True,
        )
        for says, column, verbs in (
            (
                "没有制发{kinds}",
                "制发",
                rf"(?:(?:{_MAKE}|修改|修订|废止){_AND})*{_MAKE}(?:{_AND}(?:{_MAKE}|修改|修订|废止))*",
            ),
            ("没有制发{kinds}", "制发", ""),
            (
                "没有废止{kinds}",
                "废止",
                rf"(?:(?:{_MAKE}|修改|修订){_AND})*(?:废止|失效)(?:{_AND}(?:{_MAKE}|修改|修订|失效))*",
            ),
            ("没有现行有效的{kinds}", "现行有效", r"现行有效的?"),
        )
    ),
    *(
        Claim(
            says="没有作出{kinds}",
            rule="X11",
            pattern=pattern,
            kinds=tuple(
                ClaimedKind(name[2:], name, (name,)) for name in ("行政许可", "行政处罚", "行政强制")
            ),
            only_understood=True,
        )
        for pattern in (
            rf"{_NOT}(?:作出|做出|实施|办理|下达|开展|发生|产生|进行|涉及|有|行使)?(?:过|任何|新的)*"
            rf"(?P<what>(?:{_DECISIONS}{_AND})+)(?:的?(?:情况|情形))?{_ENDS_HERE}",
            rf"(?P<what>(?:{_DECISIONS}{_AND})+)(?:数量?|件数|总数)?(?:均|都)?为(?:零|0(?![\d.件宗]))",
        )
    ),
    Claim(
        says="没有行政事业性收费",
        rule="X12",
        pattern=(
            rf"(?:{_NOT}|不)(?:收取|征收|产生|涉及|发生|存在|设立|设置|有|开展)?(?:过|任何)?行政事业性收费"
            rf"(?:的?(?:项目|事项|情况|收入|行为|业务|职能))?{_ENDS_HERE}|"
            r"行政事业性收费(?:项目)?(?:总?金额|总?额|收入)?(?:均|都)?为(?:零|0(?![\d.万元]))"
        ),
        figures=("行政事业性收费",),
        only_understood=True,
    ),
)
_NO_REQUESTS = Claim(
    says="未收到申请",
    rule="X01",
    pattern=(
        rf"{_NOT}(?:新?收到|接到|接收|受理|收悉|接|有|发生|产生|涉及)?(?:过|任何|相关|有关|该项|该类|此类|新的)*"
        r"(?:(?:公民|个人|自然人)(?:、|和|或)?法人(?:和|或|或者|及|、)*其他(?:社会)?组织(?:的|提出的?|提交的?)?)?"
        r"(?:政府信息公开|信息公开|政府信息|依申请公开|依申请)?的?(?:申请|来信|来函|来件|政府信息|办件|件)"
        rf"(?:事项|案件|件|表|情况|信息)?{_ENDS_HERE}|"
        rf"(?:零申请|零受理){_ENDS_HERE}"
    ),
    figures=("本年新收",),
    within="requests",
    only_understood=True,
    unless_in_it=rf"复议|诉讼|{_OTHER_MATTERS}",
    unless_in_sentence=r"复议|诉讼",
)
_RESULT_CLAIMS = (
    Claim(
        says="没有{kinds}",
        rule="X05",
        pattern=(
            rf"{_NOT}(?:作出|出现|发生|有|产生)?(?P<what>(?:(?:部分公开|不予公开|无法提供|不予处理){_AND})+)"
            rf"(?:的?(?:情形|情况|决定|答复|申请|件|案件|信息))*{_ENDS_HERE}"
        ),
        kinds=tuple(ClaimedKind(name, name, (name,)) for name in _UNDIVIDED[-1:] + _GROUPS[:-1]),
        within="requests",
        only_understood=True,
    ),
    Claim(
        says="没有法人或其他组织的申请",
        rule="X06",
        pattern=(
            rf"{_NOT}(?:收到|接到|受理|有)?(?:法人(?:或|和|及|或者|、)?其他(?:社会)?组织|法人|企业|商业企业)"
            rf"(?:提出|提交)?的?(?:政府信息公开|信息公开)?申请(?:件)?{_ENDS_HERE}"
        ),
        figures=("本年新收法人",),
        within="requests",
        only_understood=True,
    ),
    Claim(
        says="没有自然人的申请",
        rule="X06",
        pattern=(
            r"(?:均|都|全部|全)(?:为|是|系|由|来自)(?:法人(?:或|和|及|或者|、)?其他(?:社会)?组织|法人|企业)(?:提出|提交|申请)?"
            rf"(?:的?申请)?{_ENDS_HERE}"
        ),
        figures=("本年新收自然人",),
        within="requests",
    ),
)
_REVIEW_CLAIMS = tuple(
    Claim(
        says=says,
        rule="X08",
        pattern=pattern,
        kinds=tuple(
            ClaimedKind(kind, f"行政{kind}", tuple(kind + outcome for outcome in outcomes))
            for kind in ("复议", "诉讼")
        ),
        within="matter",
        unless_in_it=unless_in_it,
        unless_in_sentence=unless_in_sentence,
    )
    for says, pattern, outcomes, unless_in_it, unless_in_sentence in (
        (
            "没有{kinds}",
            r"(?:未(?!经|审|结|被)曾?|没有|无(?!正当|法)|零|均未|均无|不存在|暂无)"
            r"[^，。；\d]{0,30}?(?P<what>(?:行政)?(?:复议|诉讼)[^，。；\d]{0,24})",
            ("总计",),
            r"纠错|纠正|败诉|撤销|违法|维持|审结|代表|不服|责令|市政府|区政府|县政府|监督|直接起诉|应诉出庭",
            "",
        ),
        ("均获维持", _UPHELD, ("纠正", "其他结果", "未审结"), "", r"已审结"),
        ("均获维持", _UPHELD, ("纠正", "其他结果"), "", ""),
        (
            "没有被纠错",
            r"(?:未|没有|无|均未)[^，。；]{0,14}?(?:纠错|纠正|撤销原)",
            ("纠正",),
            "",
            "",
        ),
    )
)

_NOT_LOST = Claim(
    says="没有败诉",
    rule="X08",
    pattern=rf"{_NOT}[^，。；]{{0,24}}?败诉|零败诉|败诉率?为?(?:零|0(?![\d.件]))",
    figures=("诉讼纠正",),
    within="matter",
    unless_in_sentence=_REVIEWS.other_cases,
)

_UNITS = ("件", "件次", "份", "封", "宗", "起", "例", "条", "次", "条次")

WORDINGS = Wordings(
    units=(*_UNITS, "项", "个", "人次"),
    subjects=tuple(
        Subject(name, "X11", pattern, ((name,),), units=units)
        for name in ("行政许可", "行政处罚", "行政强制")
        for pattern, units in (
            (
                rf"(?:作出|做出|下达)(?:的?各类)?(?:的)?(?:{name}|{name[2:]})(?:处理)?(?:的?决定书?|事项决定)?{_END}|"
                rf"{name}(?:处理)?决定书?(?:数量?)?{_END}",
                (*_UNITS, "项", "人次"),
            ),
            (
                rf"(?:办理|实施|处理|办结|完成)(?:的?各类)?(?:的)?{name}(?:处理)?(?:决定书?)?{_END}|"
                rf"^(?:全年|本年度?)?{name}(?:措施|决定)?(?:总数|总量|数量|件数|数)(?:为|共|是|达|有)*$",
                _UNITS,
            ),
        )
    ),
    amounts=(Subject("行政事业性收费", "X12", r"行政事业性收费", (("行政事业性收费",),)),),
    documents=_DOCUMENTS,
    requests=_REQUESTS,
    reviews=_REVIEWS,
    claims=(*_REQUEST_CLAIMS, _NO_REQUESTS, *_RESULT_CLAIMS, *_REVIEW_CLAIMS, _NOT_LOST, *_ACTIVE_CLAIMS),
    understood=(
        r"政府信息公开|政务信息公开|信息公开|政务公开|政府信息|政务信息|依申请公开|依申请|申请公开|公开申请|申请人|申请件|申请[书表单]|"
        r"主动公开|公开|公民|法人|(?:其他|社会)?组织|社会各界|社会|群众|公众|行政|许可|处罚|强制|决定书?|文件|规范性|规章|"
        r"复议|诉讼|起诉|答复书?|回复|办复|办件|来信|来函|新收|收件|结转|转结|转入|顺延|延续|跨年度?|书面|条例|事业性|收费|"
        r"提起|引发|引起|发生|产生|存在|情形|职责|范围|第三方|合法权益|商业秘密|个人隐私|过程性|内部事务|内部管理|国家秘密|"
        r"执法案卷|查询|法律、?(?:行政)?法规|行政法规|禁止|掌握|现成|制作|加工|明确|理由|补正|缴纳|"
        r"同意|拒绝|提供|处理|重复|出版物|信访|举报|投诉|类型|转下|上一年|因为|由于|原因|"
        r"公文类|各级|门户网站|电子邮件|商业|科研|公益|法律服务|机构|单位|自然人|企业"
    ),
    uncounted=r"建议|提案|信访|热线|工单|留言|来电|诉求|线索|投诉|举报件",
    channels=_CHANNELS,
    taken_through=(
        rf"(?:收|受理|接)[^，。；\d]{{0,60}}(?:{_CHANNELS})|(?:{_CHANNELS})[^，。；\d]{{0,60}}(?:收|受理|接)"
    ),
    predicates=r"^(?:驳回|撤回|撤销|结转|予以|不予|部分公开|无法提供)",
    not_open_ended=r"部分公开",
    set_phrases=(
        "中华人民共和国政府信息公开条例",
        "坚持以公开为常态不公开为例外",
        "公开为常态不公开为例外",
        "应公开尽公开",
        "公民法人和其他组织",
        "法人或其他组织",
        "知情权参与权表达权和监督权",
        "知情权参与权表达权监督权",
        "政府信息公开工作年度报告",
        "政府信息公开",
        "行政复议行政诉讼",
    ),
    set_sentences=r"信息处理费",
)
