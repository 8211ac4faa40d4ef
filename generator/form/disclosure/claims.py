"""What offices say of the figures without a number: that there was none, that all was done.

Data without functions; `generator/form/wordings.py` says what each entry means.
"""

from generator.form.disclosure.phrases import (
    CHANNELS,
    GROUPS,
    OF_A_KIND,
    OTHER_CASES,
    OTHER_MATTERS,
    UNDIVIDED,
)
from generator.form.wordings import Claim, ClaimedKind

_NONE = (
    r"(?:未曾?|没有|无|零|均未|均无|尚未)"
    r"(?:收到|受理|接到|接收|接|发生|出现|产生|存在|涉及|引发|发现|提起|被)?"
)
_SOME_APPLICANTS = (
    r"^(?!.*(?:(?:公民|个人|自然人)、?法人|法人(?:和|或)))(?=.*(?:企业|法人|自然人|公民|组织))"
)
_IN_TIME = r"按时|按期|期限内|时限内|规定时间|及时|限期|率|\d件[均都]|要求按|书面|除|其余|剩余|其他"
_OF_A_PART = (
    r"(?:上年|去年)[^，]*$|(?:^|，)(?:将|对|把)?(?:上年|去年)[^，（]*，(?![^，]*(?:所有|申请))[^，]*$|"
    r"其中[^，]*$|除[^，]*外|到期|复议|诉讼|建议|提案|留言|信访|热线|工单"
)
_NOTHING_CARRIED_FORWARD = "全部办结、没有结转"
_UPHELD = r"(?:均|全部|都|均已|均被|均获|全被)(?:予以|被|获|获得|得到|依法)?维持"

_REQUEST_CLAIMS = (
    Claim(
        says="未收到申请",
        rule="X01",
        pattern=(
            rf"{_NONE}[^，。；]{{0,40}}?"
            r"(?:信息公开的?申请|依申请公开|公开申请|申请公开|申请(?:政府)?信息公开)"
            r"(?:件|事项|案件|信息|政府信息|诉求|来信|来函)?(?:和[^，。；]*申请件?|的申请)?(?:的?情况)?(?:$|[，。；）])"
            r"|(?:申请|依申请公开)(?:件|事项)?(?:(?:受理|收件|收到|办理|申请)?(?:数量|件数|总数|总量|量|数|情况))?(?:均?为|：)(?:0|零)(?![\d.件条])"
            r"|本年(?:未|没有)收到新的申请"
        ),
        figures=("本年新收",),
        unless_in_it=(
            rf"复议|诉讼|延期|逾期|正当|收费|上年|去年|结转|{OTHER_MATTERS}|{OF_A_KIND}|"
            rf"{_SOME_APPLICANTS}"
        ),
        unless_in_it_with_numbers=CHANNELS,
        only_understood=True,
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
            r"(?:全部|(?<![平月日人])均已?|都已?|已全部|已经全部)(?:按要求|依法|依规|按规定|按照规定|依法依规)?(?:全部)?"
            r"(?:办结|答复|办理完毕|办理完成|办理完结|答复完毕|处理完毕)"
            r"|(?:(?<![平月日人])均|全部|都)[^，。；]{0,10}?(?:办理完成|办理完毕|办理完结)"
        ),
        figures=("结转下年",),
        within="requests",
        only_of_all=True,
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
        only_of_all=True,
        unless_before=_OF_A_PART,
        unless_in_sentence=r"(?:按时|按期|如期|法定期限内)(?:办结|答复|回复|办理|办复)率",
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
_NOT = (
    r"(?:不(?:涉及|具有|具备|行使|实施|存在|承担|履行)|"
    r"(?:均|都|也|并|从|暂|尚|亦)?(?:未曾?|没有|无)|零|未有)"
)
_ENDS_HERE = r"(?=[，。；）]|、(?:无|零|未|没有)|$)"
_AND = r"(?:、|和|及|与|或|或者|以及|，)?"
_DECISIONS = (
    r"(?:行政)?(?:许可|处罚|强制|审批|检查|征收|确认)(?:措施|执行|行为)?"
    r"(?:的?决定书?|案件|事项|职权|职能|职责|权限|业务)?"
)
_DOCUMENT_NOUNS = r"(?:(?:本级|部门|政府)?(?:行政)?(?:规范性文件|规章(?!制度)))"
_MAKE = r"(?:新?制作|新?制定|新?制发|制订|新?出台|新?印发|新?发布|公布|新增)"


_ACTIVE_CLAIMS = (
    *(
        Claim(
            says=says,
            rule="X10",
            pattern=(
                rf"{_NOT}{verbs}(?:过|任何|新的|的)*(?P<what>(?:{_DOCUMENT_NOUNS}{_AND})+)"
                rf"{after}(?:的?(?:情况|情形|工作|任务))?{_ENDS_HERE}"
            ),
            words=words,
            kinds=tuple(
                ClaimedKind(noun, noun, (row + column,))
                for noun, row in (("规范性文件", "行政规范性文件"), ("规章", "规章"))
            ),
            only_understood=True,
        )
        for says, column, verbs, after, words in (
            (
                "没有制发{kinds}",
                "制发",
                rf"(?:(?:{_MAKE}|修改|修订|废止){_AND})*{_MAKE}(?:{_AND}(?:{_MAKE}|修改|修订|废止))*",
                "",
                ("规范性文件", "规章"),
            ),
            (
                "没有制发{kinds}",
                "制发",
                "",
                rf"(?:的?{_MAKE}(?:{_AND}(?:{_MAKE}|修改|修订|废止|清理))*)?",
                ("规范性文件", "规章"),
            ),
            (
                "没有废止{kinds}",
                "废止",
                rf"(?:(?:{_MAKE}|修改|修订){_AND})*(?:废止|失效)(?:{_AND}(?:{_MAKE}|修改|修订|失效))*",
                "",
                ("废止", "失效"),
            ),
            ("没有现行有效的{kinds}", "现行有效", r"现行有效的?", "", ("现行有效",)),
        )
    ),
    *(
        Claim(
            words=("许可", "处罚", "强制"),
            says="没有作出{kinds}",
            rule="X11",
            pattern=pattern,
            kinds=tuple(
                ClaimedKind(name[2:], name, (name,))
                for name in ("行政许可", "行政处罚", "行政强制")
            ),
            only_understood=True,
        )
        for pattern in (
            rf"{_NOT}(?:作出|做出|实施|办理|下达|开展|发生|产生|进行|涉及|有|行使)?(?:过|任何|新的)*"
            rf"(?P<what>(?:{_DECISIONS}{_AND})+)(?:的?(?:情况|情形|工作|活动))?{_ENDS_HERE}",
            rf"(?P<what>(?:{_DECISIONS}{_AND})+)(?:数量?|件数|总数)?"
            r"(?:(?:均|都)为(?:零|0(?![\d.]))|为(?:零|0(?![\d.件宗])))",
        )
    ),
    Claim(
        words=("行政事业性",),
        says="没有行政事业性收费",
        rule="X12",
        pattern=(
            rf"(?:{_NOT}|不)(?:收取|征收|产生|涉及|发生|存在|设立|设置|有|开展)?(?:过|任何)?行政事业性(?:收费|费用)"
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
        rf"{_NOT}(?:新?收到|接到|接收|受理|收悉|接|有|发生|产生|涉及|办理)?(?:过|任何|相关|有关|该项|该类|此类|新的)*"
        r"(?:(?:公民|个人|自然人|公众|群众)(?:、|和|或)?法人(?:和|或|或者|及|、)*其他(?:社会)?组织(?:的|提出的?|提交的?)?)?"
        r"(?:(?:要求|申请)?(?:公开|获取|提供)(?:政府)?信息的?)?"
        r"(?:政府信息公开|信息公开|政府信息|依申请公开|依申请)?(?:事项|事宜)?的?"
        r"(?:申请|来信|来函|来件|政府信息|办件|诉求|需求|件|办理事项)"
        rf"(?:事项|案件|件|表|情况|信息)?{_ENDS_HERE}|"
        rf"{_NOT}(?:人|公民|群众|单位和个人|任何人)?(?:提出)?申请(?:公开)?政府信息(?:公开)?(?:的?(?:情况|情形))?{_ENDS_HERE}|"
        rf"(?:零申请|零受理){_ENDS_HERE}"
    ),
    figures=("本年新收",),
    within="requests",
    only_understood=True,
    unless_in_it=rf"复议|诉讼|{OTHER_MATTERS}|{OF_A_KIND}",
    unless_before=r"复议|诉讼",
)
_RESULT_CLAIMS = (
    Claim(
        words=("公开", "提供", "处理"),
        says="没有{kinds}",
        rule="X05",
        pattern=(
            rf"{_NOT}(?:作出|出现|发生|有|产生)?(?P<what>(?:(?:部分公开|不予公开|无法提供|不予处理){_AND})+)"
            rf"(?:的?(?:情形|情况|决定|答复|申请|件|案件|信息))*{_ENDS_HERE}"
        ),
        kinds=tuple(ClaimedKind(name, name, (name,)) for name in UNDIVIDED[-1:] + GROUPS[:-1]),
        within="requests",
        only_understood=True,
    ),
    Claim(
        words=("法人", "企业"),
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
        words=("法人", "企业"),
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
        only_understood=says == "没有{kinds}",
        unless_in_it=unless_in_it,
        unless_in_sentence=unless_in_sentence,
    )
    for says, pattern, outcomes, unless_in_it, unless_in_sentence in (
        (
            "没有{kinds}",
            r"(?:未(?!经|审|结|被)曾?|没有|无(?!正当|法)|零|均未|均无|不存在|暂无)"
            r"[^，。；\d]{0,30}?(?P<what>(?:行政)?(?:复议|诉讼)[^，。；\d]{0,24})",
            ("总计",),
            r"纠错|纠正|败诉|撤销|违法|维持|审结|代表|不服|责令|市政府|区政府|县政府|监督|直接起诉|应诉出庭|"
            r"处罚|许可|强制|征收|工伤|劳动|执法",
            "",
        ),
        ("均获维持", _UPHELD, ("纠正", "其他结果", "未审结"), "", r"已审结"),
        ("均获维持", _UPHELD, ("纠正", "其他结果"), "", ""),
        (
            "没有{kinds}",
            r"(?P<what>(?:行政)?(?:复议|诉讼)(?:案件|申请)?)(?:均|都)?(?:零发生|零案件|为零)",
            ("总计",),
            "",
            "",
        ),
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
    words=("败诉",),
    says="没有败诉",
    rule="X08",
    pattern=rf"{_NOT}[^，。；]{{0,24}}?败诉|零败诉|败诉率?为?(?:零|0(?![\d.件]))",
    figures=("诉讼纠正",),
    within="matter",
    unless_in_sentence=OTHER_CASES,
)

CLAIMS = (
    *_REQUEST_CLAIMS,
    _NO_REQUESTS,
    *_RESULT_CLAIMS,
    *_REVIEW_CLAIMS,
    _NOT_LOST,
    *_ACTIVE_CLAIMS,
)
