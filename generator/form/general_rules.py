"""The rules that hold for any report whatever its form, by their ids. A form picks from them."""

from generator.form.rules import Rule, Severity

_NO_GUESSING = "读不准的内容不能猜"
_NOTHING_LOST = "填了的内容不能不声不响地丢掉"
_LAW = "《政府信息公开条例》第十五条：涉及个人隐私的不得公开"
_READABLE = "公布的文字应通顺、规范"

_RULES = (
    Rule(
        "R01",
        "规定的工作表都在，并且各只有一张",
        Severity.ERROR,
        _NO_GUESSING,
        "按表里的行名、列名认表，不看工作表的名称。少了一张、或者有两张一样的，都不能生成；"
        "不是本程序的表只提示一句。",
        holds_back=True,
    ),
    Rule(
        "R02",
        "表里的行名、列名、隐藏的行号列号互相对得上",
        Severity.ERROR,
        _NO_GUESSING,
        "插入、删除、排序、剪切以后，行名与隐藏的编号对不上，或者表格以外还有数字，"
        "就不能确定哪个数填在哪里。",
        holds_back=True,
    ),
    Rule(
        "R04",
        "『正文』各行的部分、层级、标题、正文读得懂",
        Severity.ERROR,
        _NO_GUESSING,
        "没有选部分、层级写法不对、是公式不是文字，都读不懂；段落排在后面部分之间只是提示。",
        holds_back=True,
    ),
    Rule(
        "R06",
        "『指标』每行有名称和数值",
        Severity.ERROR,
        _NO_GUESSING,
        "名称不能与表里的数字重名，数值要是数字。",
        holds_back=True,
    ),
    Rule(
        "R07",
        "没有盖住的、隐藏的、离得太远的内容",
        Severity.ERROR,
        _NOTHING_LOST,
        "合并单元格盖住的格、离表很远的格里有内容时，不会印出，所以要先移走；"
        "隐藏的行、列、工作表里的内容照样印出，只提示一句。",
        holds_back=True,
    ),
    Rule(
        "R16",
        "没有用删除线划去的内容",
        Severity.ERROR,
        _NO_GUESSING,
        "划去的内容还算不算，只有填的人知道，所以不能生成；『用词』『核对记录』里的只是提示。",
        holds_back=True,
    ),
    Rule(
        "R18",
        "条件格式没有让单元格显示成别的样子",
        Severity.ERROR,
        _NO_GUESSING,
        "条件格式里自带数字格式或删除线的，看到的和读到的不一样，所以不能生成；只变颜色的不管。",
        holds_back=True,
    ),
    Rule(
        "R19",
        "汇总的各单位都计入了",
        Severity.ERROR,
        "没有汇总齐的数不能当作全部",
        "汇总的工作簿里，名单上还有单位没有报、不能用或者选了不计入的，不能生成；"
        "可以先看草稿（加 --draft）。",
        holds_back=True,
    ),
    Rule(
        "R08",
        "文字里没有 Word 文档装不下的字符",
        Severity.NOTICE,
        _NOTHING_LOST,
        "看不见的控制字符在 Word 文档里放不下。",
    ),
    Rule(
        "R09",
        "工作簿没有正在别处打开",
        Severity.NOTICE,
        "刚输入、还没有保存的内容读不到",
        "旁边有 Excel 或 WPS 的锁文件时提示。",
    ),
    Rule(
        "R10",
        "『核对记录』每行有编号、核实人、理由，并且有对应的问题",
        Severity.NOTICE,
        "核实过的，要写明是谁、为什么",
        "编号照抄问题前面〔〕里的。问题改正了，或者数值、文字变了，编号就对不上，"
        "这时提示重新核实，记录不会删去。",
    ),
    Rule(
        "R12",
        "『用词』每行有可以比较的写法",
        Severity.NOTICE,
        "本单位自己的用词要求",
        "“应写作”“不写作”合起来至少要有两种写法；这张表可以不填。",
    ),
    Rule(
        "R17",
        "『本地规则』每行看得懂",
        Severity.NOTICE,
        "看不懂的规则不能不声不响地放过",
        "管什么、哪一部分、要求，有一样看不懂，这一行就没有核对；编号、级别、依据写得不对的只提示。"
        "templates 文件夹里的 本地规则.xlsx 也一样；它用不了的时候，里面的规则无法核对，"
        "报告照样生成。",
    ),
    Rule(
        "R13",
        "要印的内容都给出了",
        Severity.UNCHECKED,
        "不知道不等于没有",
        "JSON 报告里没有写的表、数字、部分和基本信息，无法核对，也不能生成；每一类只说一次。",
    ),
    Rule(
        "R14",
        "JSON 报告合乎格式说明",
        Severity.ERROR,
        _NO_GUESSING,
        "不认识的名称、类型不对的内容不读，逐处列出。",
        holds_back=True,
    ),
    Rule(
        "N01",
        "正文里【】引用的名称都有",
        Severity.ERROR,
        "正文的数字应来自表格",
        "【名称】要是表里的数字、合计、基本信息或指标的名称；没有的照原样印出，"
        "并提出最接近的名称。",
    ),
    Rule(
        "S15",
        "表的行名、列名逐字照格式",
        Severity.NOTICE,
        "年度报告格式",
        "只查从文档或 JSON 读来的表；工作簿的行名、列名由程序印出。",
        check="labels_verbatim",
    ),
    Rule(
        "S06",
        "序号按 一、（一）1.（1）逐级编，不跳号",
        Severity.ERROR,
        "年度报告格式",
        "选了层级的段落由程序编号，开头再写序号就会印两遍，是错误；层级跳级、序号不连续、"
        "全角半角括号混用的提示。",
        check="numbering",
    ),
    Rule(
        "S17",
        "序号和标题没有写进正文",
        Severity.ERROR,
        "年度报告格式",
        "正文以序号（如（一）、一、1.（1）①）或别的标题的名称开头的，多半是粘贴时错了一行，"
        "或者序号会印两遍。标题下面自成一列的（1.……2.……）、整个部分都不由程序编号的，不算；"
        "“1.2万人次”“2023年”“一是”不是序号。",
        check="headings_in_text",
    ),
    Rule(
        "X18",
        "点了数的名称与列出的一样多",
        Severity.NOTICE,
        "写几个就应列几个",
        "如 6家单位（……）、……4个板块：列出的名称个数不符时提示；写了“等”的不算。",
        check="counted_names",
    ),
    Rule(
        "X17",
        "同一个数前后一致",
        Severity.NOTICE,
        "同一个数只有一个值",
        "表里没有的数，前后写法一样而数不同时提示。",
        check="one_value_each",
    ),
    Rule(
        "Y07",
        "沿用上年的文字都改过了",
        Severity.ERROR,
        "年度报告要反映本年的情况",
        "从上年的工作簿开始写的，逐段标明沿用上年、待修改；还有标记的，每次都列出来，"
        "不停止生成（--strict 除外）。还没有修改的文字，除了个人信息，不再作别的核对。",
        check="not_revised",
        of_any_text=True,
    ),
    Rule(
        "P01",
        "没有身份证号码",
        Severity.ERROR,
        _LAW,
        "18 位、中间 8 位是出生的年月日、校验码正确的才算；写明是信用代码的不算。",
        check="identity_numbers",
        beside_text=True,
        of_any_text=True,
    ),
    Rule(
        "P02",
        "没有个人的手机号码",
        Severity.ERROR,
        _LAW,
        "开头一段的办公联系方式不算，座机不算。",
        check="mobile_numbers",
        beside_text=True,
        of_any_text=True,
    ),
    Rule(
        "P03",
        "没有申请人、原告的姓名",
        Severity.ERROR,
        _LAW,
        "“申请人”“原告”等后面紧接姓名的；写成“某某”的不算。",
        check="names_of_persons",
        beside_text=True,
        of_any_text=True,
    ),
    Rule(
        "P09",
        "没有别处同类机关的名称",
        Severity.NOTICE,
        "内容不得照抄",
        "正文里出现同级别、同类型而地名不同的机关，多半是复制来的。",
        check="organs_elsewhere",
    ),
    Rule(
        "W01",
        "没有写重的字词",
        Severity.NOTICE,
        _READABLE,
        "如“的的”“资金资金”“媒体上等媒体”“全面落实《……》，全面落实……”“共收到……共9件”；重叠的字，"
        "只在去掉一个正是报告里、表式里别处有的词时才算（过程性性信息）。“人人”“刚刚”、排比句不算。",
        check="doubled",
    ),
    Rule(
        "W02",
        "没有粘重的文字",
        Severity.NOTICE,
        _READABLE,
        "上一段末尾与下一段开头相同，或整句话出现两遍。",
        check="repeated_text",
    ),
    Rule(
        "W03",
        "标点和空格",
        Severity.NOTICE,
        _READABLE,
        "中文里的半角标点、多余的空格、写重的标点、“2023 年”与“2023年”混用，"
        "每种提示一次。程序不会替人改。",
        check="punctuation",
    ),
    Rule(
        "W04",
        "段落完整",
        Severity.NOTICE,
        _READABLE,
        "一段末尾是逗号、顿号，或成句的段落末尾没有句号。",
        check="broken_paragraphs",
    ),
    Rule(
        "W07",
        "没有漏写的数字",
        Severity.ERROR,
        _READABLE,
        "如“共主动公开条”“XX件”“2024年 月 日”。",
        check="numbers_left_out",
        beside_text=True,
    ),
    Rule(
        "W10",
        "同一件事用同一个说法",
        Severity.NOTICE,
        "用词应前后一致",
        "用词表随程序提供，工作簿的『用词』表可以再加；一个机关对自己的称呼超过 4 种也提示；"
        "写了“以下简称”而后面没有用到简称的也提示。",
        check="names_of_one_thing",
    ),
)

GENERAL_RULES = {rule.id: rule for rule in _RULES}
"""What is true of any report: how it is read, numbered and worded, and what nobody may publish."""
