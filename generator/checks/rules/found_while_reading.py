"""读表: what is found while a file is read, before any comparison."""

from generator.checks.case import Rule
from generator.model.finding import Severity

_UNREADABLE = "读不准的内容不能猜"
_BLANK = "空白不等于 0；年度报告格式要求没有的填 0"


_LEFT_TO_PEOPLE = ("N01",)


def _found(rule: str, title: str, severity: Severity, basis: str, explanation: str) -> Rule:
    holds_back = severity == Severity.ERROR and rule not in _LEFT_TO_PEOPLE
    return Rule(rule, title, severity, basis, explanation, find=None, holds_back=holds_back)


READING = (
    _found(
        "R01",
        "规定的工作表都在，并且各只有一张",
        Severity.ERROR,
        _UNREADABLE,
        "按表里的行名、列名认表，不看工作表的名称。少了一张、或者有两张一样的，都不能生成；"
        "不是本程序的表只提示一句。",
    ),
    _found(
        "R02",
        "表里的行名、列名、隐藏的行号列号互相对得上",
        Severity.ERROR,
        _UNREADABLE,
        "插入、删除、排序、剪切以后，行名与隐藏的编号对不上，或者表格以外还有数字，就不能确定"
        "哪个数填在哪里。",
    ),
    _found(
        "R04",
        "『正文』各行的部分、层级、标题、正文读得懂",
        Severity.ERROR,
        _UNREADABLE,
        "没有选部分、层级写法不对、是公式不是文字，都读不懂；段落排在后面部分之间只是提示。",
    ),
    _found(
        "R05",
        "『基本信息』必填的项目都填了",
        Severity.ERROR,
        _UNREADABLE,
        "机关名称、机关类型、年度、统计期限必须填写，日期和年度的写法要读得懂。",
    ),
    _found(
        "R06",
        "『指标』每行有名称和数值",
        Severity.ERROR,
        _UNREADABLE,
        "名称不能与表里的数字重名，数值要是数字。",
    ),
    _found(
        "R07",
        "没有盖住的、离得太远的内容",
        Severity.ERROR,
        "填了的内容不能不声不响地丢掉",
        "合并单元格盖住的格、离表很远的格里有内容时，不会印出，所以要先移走。",
    ),
    _found(
        "R08",
        "文字里没有 Word 文档装不下的字符",
        Severity.NOTICE,
        "填了的内容不能不声不响地丢掉",
        "看不见的控制字符在 Word 文档里放不下。",
    ),
    _found(
        "R09",
        "工作簿没有正在别处打开",
        Severity.NOTICE,
        "刚输入、还没有保存的内容读不到",
        "旁边有 Excel 或 WPS 的锁文件时提示。",
    ),
    _found(
        "R10",
        "『核对记录』每行有编号、核实人、理由，并且有对应的问题",
        Severity.NOTICE,
        "核实过的，要写明是谁、为什么",
        "编号照抄问题前面〔〕里的。问题改正了，或者数值、文字变了，编号就对不上，这时提示重新核实，"
        "记录不会删去。",
    ),
    _found(
        "R12",
        "『用词』每行有可以比较的写法",
        Severity.NOTICE,
        "本单位自己的用词要求",
        "“应写作”“不写作”合起来至少要有两种写法；这张表可以不填。",
    ),
    _found(
        "R13",
        "要印的内容都给出了",
        Severity.UNCHECKED,
        "不知道不等于没有",
        "JSON 报告里没有写的表、数字、部分和基本信息，无法核对，也不能生成；每一类只说一次。",
    ),
    _found(
        "R14",
        "JSON 报告合乎格式说明",
        Severity.ERROR,
        _UNREADABLE,
        "不认识的名称、类型不对的内容不读，逐处列出。",
    ),
    _found(
        "N01",
        "正文里【】引用的名称都有",
        Severity.ERROR,
        "正文的数字应来自表格",
        "【名称】要是表里的数字、合计、基本信息或指标的名称；没有的照原样印出，并提出最接近的名称。",
    ),
    _found(
        "T2-01",
        "表二填的是数字",
        Severity.ERROR,
        "年度报告格式表二",
        "22（其中修订16件）算数字加说明；其他文字不算。以文字形式保存的数字只提示。",
    ),
    _found(
        "T2-02",
        "表二的件数是不小于 0 的整数，收费金额是不小于 0 的数",
        Severity.ERROR,
        "年度报告格式表二",
        "收费金额的单位是万元，可以有小数。",
    ),
    _found("T2-06", "表二没有空白", Severity.NOTICE, _BLANK, "空白、/、—、不适用按 0 印出。"),
    _found(
        "T3-04",
        "表三填的是不小于 0 的整数",
        Severity.ERROR,
        "年度报告格式表三",
        "数字后面可以有加括号的说明；以文字形式保存的数字只提示。",
    ),
    _found("T3-05", "表三没有空白", Severity.NOTICE, _BLANK, "空白、/、—、不适用按 0 印出。"),
    _found("T4-04", "表四没有空白", Severity.NOTICE, _BLANK, "空白、/、—、不适用按 0 印出。"),
    _found(
        "T4-05",
        "表四填的是不小于 0 的整数",
        Severity.ERROR,
        "年度报告格式表四",
        "数字后面可以有加括号的说明；以文字形式保存的数字只提示。",
    ),
)
