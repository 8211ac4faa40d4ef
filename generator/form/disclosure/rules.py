"""The rules of the annual report on open government information, in the order of checking."""

from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.form.collecting_rules import COLLECTING_RULES
from generator.form.exhibit_rules import EXHIBIT_RULES
from generator.form.general_rules import GENERAL_RULES
from generator.form.importing_rules import IMPORTING_RULES
from generator.form.rules import Rule, Severity, Words

_BLANK = "空白不等于 0；年度报告格式要求没有的填 0"
_FORM = "年度报告格式"
_TABLE_TWO = "年度报告格式表二"
_TABLE_THREE = "年度报告格式表三"
_TABLE_FOUR = "年度报告格式表四"
_OUTCOMES = "年度报告格式表四：总计为结果维持、结果纠正、其他结果、尚未审结之和"
_SAYS = "《政府信息公开条例》第五十条"
_YEAR = "《政府信息公开条例》第四十九条：上一年度"
_NOTICE = "国办公开办函〔2021〕30号"
_SAME_AS_TABLES = "年度报告的文字应与统计表一致"
_OF_THE_YEAR = "年度报告要反映本年的情况"

FOUND_WHILE_READING = (
    *(GENERAL_RULES[known] for known in ("R01", "R02", "R04")),
    Rule(
        "R05",
        "『基本信息』必填的项目都填了",
        Severity.ERROR,
        "读不准的内容不能猜",
        "机关名称、机关类型、年度、统计期限必须填写，日期和年度的写法要读得懂。",
        holds_back=True,
    ),
    *(
        GENERAL_RULES[known]
        for known in (
            *("R06", "R07", "R16", "R18", "R19", "R08", "R09", "R10", "R12", "R17", "R13", "R14"),
            "N01",
        )
    ),
    Rule(
        "T2-01",
        "表二填的是数字",
        Severity.ERROR,
        _TABLE_TWO,
        "22（其中修订16件）算数字加说明；其他文字不算。以文字形式保存的数字只提示。",
        holds_back=True,
    ),
    Rule(
        "T2-02",
        "表二的件数是不小于 0 的整数，收费金额是不小于 0 的数",
        Severity.ERROR,
        _TABLE_TWO,
        "收费金额的单位是万元，可以有小数。",
        holds_back=True,
    ),
    Rule(
        "T2-06",
        "表二没有空白",
        Severity.NOTICE,
        _BLANK,
        "空白、/、—、不适用按 0 印出。",
    ),
    Rule(
        "T3-04",
        "表三填的是不小于 0 的整数",
        Severity.ERROR,
        _TABLE_THREE,
        "数字后面可以有加括号的说明；以文字形式保存的数字只提示。",
        holds_back=True,
    ),
    Rule(
        "T3-05",
        "表三没有空白",
        Severity.NOTICE,
        _BLANK,
        "空白、/、—、不适用按 0 印出。",
    ),
    Rule(
        "T4-04",
        "表四没有空白",
        Severity.NOTICE,
        _BLANK,
        "空白、/、—、不适用按 0 印出。",
    ),
    Rule(
        "T4-05",
        "表四填的是不小于 0 的整数",
        Severity.ERROR,
        _TABLE_FOUR,
        "数字后面可以有加括号的说明；以文字形式保存的数字只提示。",
        holds_back=True,
    ),
    *IMPORTING_RULES,
    *EXHIBIT_RULES,
    *COLLECTING_RULES,
)

RULES = (
    *FOUND_WHILE_READING,
    Rule(
        "S01",
        "标题写明机关和年度",
        Severity.ERROR,
        _FORM,
        "标题是“机关全称＋年度＋年政府信息公开工作年度报告”。工作簿的标题由程序生成；"
        "从文档或 JSON 读来的，机关、年度不对是错误，写法不同只提示。",
        check="title",
        words=(Words("报告的名称", r"政府信息公开.*|政务公开.*|信息公开.*"),),
    ),
    Rule(
        "S03",
        "六个部分齐全、各一次、按次序",
        Severity.ERROR,
        _FORM,
        "从文档或 JSON 读来的一级标题，按文字认是哪一部分。",
        check="sections_in_order",
        holds_back=True,
    ),
    Rule(
        "S04",
        "六个标题逐字照格式",
        Severity.NOTICE,
        _FORM,
        "“及”写成“和”、“改进情况”写成“改进措施”之类，以及多出来的一级标题。",
        check="headings_verbatim",
    ),
    GENERAL_RULES["S15"],
    Rule(
        "S16",
        "没有2019年旧格式的栏目",
        Severity.ERROR,
        _NOTICE,
        "如“上一年项目数量”“本年新制作数量”“采购总金额”。",
        check="remains_of_older_forms",
        words=(
            Words(
                "2019年旧格式",
                r"上一年项目数量|本年增[／/]减|采购项目数量|采购总金额|本年新制作数量|本年新公开数量"
                r"|对外公开总数量",
                "请改用现行格式",
            ),
        ),
    ),
    Rule(
        "S07",
        "开头写明依据、部分、统计期限、网址、联系方式",
        Severity.ERROR,
        "年度报告的惯例",
        "开头空着、没有统计期限是错误；缺其他各项提示。写在“一、”下面、第一个标题上面的，也算。",
        check="what_the_opening_says",
        words=(
            Words(
                "统计期限",
                r"统计(?:期限|周期|时限|时间|数据|范围)|期限"
                r"|(?:1月1日|一月一日).{0,14}(?:12月31日|十二月三十一日)",
                "请写明统计期限，如“统计期限为……年1月1日至12月31日”",
            ),
            Words("编制依据", r"根据|依据|依照|按照|条例"),
            Words("六个部分", r"(?:六|6)(?:个|大)?部分|总体情况|包括|组成"),
            Words(
                "网址",
                r"www|http|网址|网站|门户|下载|查阅|电子版"
                r"|(?<![@A-Za-z0-9_.-])[A-Za-z0-9][A-Za-z0-9_.-]*\.(?:cn|com)",
            ),
            Words("联系方式", r"联系|电话|\d{3,4}-\d{7,8}|邮箱|地址|\d{7,8}"),
        ),
    ),
    Rule(
        "S08",
        "开头列出的各部分与标题一致",
        Severity.ERROR,
        "年度报告格式的六个标题",
        "名称与标题有出入的、漏写的，逐个提示；说六个部分而列出的不是六个，是错误。",
        check="sections_named_in_the_opening",
        words=(
            Words("总体情况", r"总体|概述|概况|基本(?:工作)?情况"),
            Words("主动公开", r"主动公开"),
            Words("申请", r"申请"),
            Words("复议诉讼", r"复议|诉讼"),
            Words("问题和改进", r"问题|改进|不足"),
            Words("其他事项", r"其[他它]|报告的?事项"),
        ),
    ),
    Rule(
        "S09",
        "统计期限是报告年度的1月1日至12月31日",
        Severity.ERROR,
        "《政府信息公开条例》第四十九条：上一年度报告",
        "基本信息里填错的不能生成；开头的文字写错的，请人改正。",
        check="reporting_period",
        holds_back=True,
    ),
    Rule(
        "S10",
        "引用的文号正确",
        Severity.NOTICE,
        _NOTICE,
        "仍引2019年的旧格式、把六角括号写成别的括号、把“函”写成“涵”。连同自己的标题引用的"
        "其他文件，以及开头以外引用的其他文件，不算。",
        check="notice_cited",
        words=(
            Words(
                "文号",
                r"国办(?:公开办?|信息公开办)?[函涵][^，。；）)》]{0,3}?20\d\d[^，。；）)》]{0,3}?\d+号",
            ),
            Words("六角括号〔〕和“函”字", r"国办(?:公开办)?函〔20\d\d〕\d+号"),
            Words("不是现行格式的文件", r"2019[^，。]60号|年度报告格式|政府网站年度报表"),
        ),
    ),
    Rule(
        "S11",
        "总体情况写到五个方面",
        Severity.ERROR,
        _SAYS,
        "主动公开、依申请公开、政府信息管理、平台建设、监督保障，一个方面一句也没有的才算缺。"
        "空着的不能生成。",
        check="topics_of_a_section",
        holds_back=True,
        looks_at=("第一部分",),
        words=(
            Words("主动公开", r"主动公开|公开[^，。]{0,12}信息|发布"),
            Words("依申请公开", r"依申请|信息公开的?申请|公开申请|申请公开"),
            Words(
                "政府信息管理",
                r"信息[^，。]{0,6}管理|规范管理|保密审查|公开属性|信息发布审|规范性文件|公文",
            ),
            Words("政府信息公开平台建设", r"平台|网站|网页|专栏|专区|新媒体|公众号|门户|栏目"),
            Words("监督保障", r"监督|保障|考核|培训|评议|检查|督查|督促|责任|机制|领导|组织"),
        ),
        advice="第一部分要写主动公开、依申请公开、政府信息管理、平台建设、监督保障五方面",
    ),
    Rule(
        "S12",
        "写了主要问题，也写了改进情况",
        Severity.ERROR,
        _SAYS,
        "第五部分不能空着，也不能只写“无”；写在问题里的措施提示。",
        check="problems_and_remedies",
        holds_back=True,
        looks_at=("第五部分",),
        words=(
            Words(
                "存在的主要问题",
                r"问题|不足|不够|差距|有待|短板|薄弱|欠缺|不高|不强|不深|不平衡|需进?一?步|需要|还需|仍需|"
                r"不及时|滞后|单一|缺乏|不到位|不完善|不规范|不全面|不丰富|不多|较少|偏少|尚未|亟待|亟需|未能",
            ),
            Words(
                "改进情况",
                r"改进|整改|措施|下一步|今后|提升|加强|强化|完善|优化|推进|提高|拓宽|拓展|健全|规范|丰富|加大|创新|"
                r"已[^，。；]{0,8}(?:印发|建立|开展|完成|公示|解决|落实|组织)|统一|解决|纳入|补齐|新建|新增|新设|"
                r"(?:编印|印制|印发|开展|组织|举办|修订|制定|更新|升级|配备|聘请|培训|设立|建成|增设|调整)"
                r"[^，。；]{0,20}\d",
            ),
        ),
    ),
    Rule(
        "S13",
        "写明收取信息处理费的情况",
        Severity.ERROR,
        _SAYS,
        "第六部分要写收取了多少信息处理费，或者没有收取。",
        check="matters_of_a_section",
        holds_back=True,
        looks_at=("第六部分",),
        words=(
            Words(
                "收取信息处理费的情况",
                r"处理费|收费|(?:收取|缴纳|未收|免收)[^，。]{0,12}费",
                "请写明收取了多少，没有收取的写“本年度未收取信息处理费”",
            ),
        ),
    ),
    GENERAL_RULES["S06"],
    GENERAL_RULES["S17"],
    Rule(
        "T0-01",
        "三张表不能一个数字也不填",
        Severity.ERROR,
        "空白不等于 0",
        "三张表里一个数字也没有填时，不替填报人把全部空白当作 0。从上年带来的上年结转数不算。",
        check="nothing_filled_in",
        holds_back=True,
    ),
    Rule(
        "T3-06",
        "结转下年度不多于新收加上年结转",
        Severity.ERROR,
        _TABLE_THREE,
        "每一列：结转下年度继续办理的，不会比本年新收加上年结转还多。",
        check="more_left_than_there_was",
        holds_back=True,
        looks_at=("T3-01",),
        words=(Words("新收加上年结转"),),
    ),
    Rule(
        "T3-08",
        "同一件申请没有填错列",
        Severity.NOTICE,
        _TABLE_THREE,
        "两列的收支相差的数正好一正一负、总计却平，多半是同一件填进了不同的列。",
        check="case_in_the_wrong_column",
        looks_at=("T3-01",),
        words=(Words("同一件的申请人在收和办时填进了不同的列"),),
    ),
    Rule(
        "T3-11",
        "表三不是全部填 0",
        Severity.NOTICE,
        "全是 0 的表，是没有申请还是忘了填，看表看不出来",
        "表三的 175 个数字全是 0 时提示一次；正文写明没有收到申请的，不提示。",
        check="nothing_but_zeros",
        looks_at=("申请办理",),
    ),
    Rule(
        "T3-01",
        "表三各列收支相等",
        Severity.ERROR,
        "年度报告格式表三：第一项加第二项之和，等于第三项加第四项之和",
        "每一列：本年新收＋上年结转＝办理结果总计＋结转下年度继续办理，共 7 列。空白按 0 计；"
        "有一格读不出数的列不算。",
        check="ties_within_the_report",
        holds_back=True,
    ),
    Rule(
        "T3-02",
        "表三办理结果各项之和等于其总计",
        Severity.ERROR,
        "年度报告格式表三：第（七）项为第（一）至第（六）项之和",
        "每一列：办理结果的 21 行相加，等于办理结果的总计，共 7 列。",
        check="ties_within_the_report",
        holds_back=True,
    ),
    Rule(
        "T3-03",
        "表三各类申请人之和等于总计",
        Severity.ERROR,
        "年度报告格式表三：总计为自然人与五类法人或其他组织之和",
        "每一行：六类申请人相加，等于最右边的总计，共 25 行。",
        check="ties_within_the_report",
        holds_back=True,
    ),
    Rule(
        "T4-01",
        "表四行政复议各项之和等于总计",
        Severity.ERROR,
        _OUTCOMES,
        "结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        check="ties_within_the_report",
        holds_back=True,
    ),
    Rule(
        "T4-02",
        "表四未经复议直接起诉各项之和等于总计",
        Severity.ERROR,
        _OUTCOMES,
        "结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        check="ties_within_the_report",
        holds_back=True,
    ),
    Rule(
        "T4-03",
        "表四复议后起诉各项之和等于总计",
        Severity.ERROR,
        _OUTCOMES,
        "结果维持＋结果纠正＋其他结果＋尚未审结＝总计。",
        check="ties_within_the_report",
        holds_back=True,
    ),
    Rule(
        "X01",
        "正文的申请数量与表三一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "收到、受理、收办的申请，可以是本年新收，也可以是本年新收加上年结转，"
        "两种都不符才算错。“新收”只按本年新收比；“未收到申请”“无申请”则本年新收应为 0。代表、"
        "本级、备案、通过网站、第一季度、当场等只是一部分的数，大于总数才提示。全系统、近三年、"
        "每月平均、未办结、逾期的，不是表里的数，不比；句子里有读不懂的词，也不比。写明是上年的数，"
        "与上年的表比，不符只提示。",
        check="stated_figures",
    ),
    Rule(
        "X02",
        "正文的上年结转与表三一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "上年结转、上年度转入等，应等于表三第二项的总计；写明其中自然人几件的，与那一列比。"
        "“无上年结转”则应为 0。",
        check="stated_figures",
    ),
    Rule(
        "X03",
        "正文的答复、办结数与表三一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "答复、办结应等于表三办理结果的总计；同一句另说明了撤回件数的，可以不含撤回件。"
        "“其中11件已办结”“当场答复8件”只是一部分，“未办结”“逾期答复”是另一回事，不比。",
        check="stated_figures",
    ),
    Rule(
        "X04",
        "正文的结转下年度与表三一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "结转、转入、顺延到下一年的，年底仍未办结的，应等于表三第四项的总计；写明其中自然人几件的，"
        "与那一列比。",
        check="stated_figures",
    ),
    Rule(
        "X05",
        "正文的办理结果与表三一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "予以公开、部分公开、不予公开、无法提供、不予处理、其他处理和各小项逐项比；"
        "几种说法属于同一行的，合起来比；自然人（企业等）申请的办理结果与那一列比。"
        "“没有不予公开的情形”则应为 0。列举里有表三没有的情形（如咨询件）时提示。",
        check="stated_results",
    ),
    Rule(
        "X06",
        "正文的申请人情况与表三一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "自然人、法人或其他组织的件数，可以是新收、新收加结转或办结的；“均为自然人”"
        "则其余各列应为 0。",
        check="stated_figures",
    ),
    Rule(
        "X07",
        "正文的复议、诉讼件数与表四一致",
        Severity.NOTICE,
        _SAME_AS_TABLES,
        "行政复议与表四总计比，行政诉讼为直接起诉与复议后起诉两组之和；维持、纠正、其他结果、"
        "尚未审结、已审结也与表四比。口径可能不同，只提示。",
        check="stated_figures",
    ),
    Rule(
        "X08",
        "没有复议诉讼、均获维持等说法与表四一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "“未收到复议、诉讼”则总计应为 0；“均获维持”则纠正、其他结果、尚未审结应为 0；"
        "“未被纠错”“无败诉”只看结果纠正。",
        check="stated_figures",
    ),
    Rule(
        "X09",
        "全部办结、无结转的说法与表三一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "“全部办结”“均已答复”“无结转”则结转下年度应为 0。按时、按期办结说的是时限，不算。",
        check="stated_figures",
    ),
    Rule(
        "X10",
        "正文的规章、规范性文件件数与表二一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "制发（制定、出台）、废止、现行有效逐项比；只说公开、发布多少件的，与制发、"
        "现行有效都不符才提示。“未制发规范性文件”等，则该数应为 0。拟制发、审查、备案、解读、"
        "转发、修订的件数不是制发件数，不比。",
        check="stated_figures",
    ),
    Rule(
        "X11",
        "正文的行政许可、处罚、强制件数与表二一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "作出、办理的决定件数与表二比，一个动词后面列举几项的，逐项比；“未作出行政处罚”则应为 0。"
        "公示、信息条数和案件数不是决定件数，不比。",
        check="stated_figures",
    ),
    Rule(
        "X12",
        "正文的行政事业性收费与表二一致",
        Severity.ERROR,
        _SAME_AS_TABLES,
        "元、亿元折成万元后比，允许四舍五入。减免、退还、应收的不是实收，不比；“无行政事业性收费”"
        "则应为 0。信息处理费不在表二，不比。",
        check="stated_figures",
    ),
    Rule(
        "X13",
        "百分比算得对",
        Severity.NOTICE,
        "比例应能由有关的数算出",
        "占比（括号里的也算）、公开率、办结率由同一句里的数或表里的数重算，允许末位四舍五入；"
        "按时办结率等说的是时限，不算。",
        check="shares",
    ),
    Rule(
        "X14",
        "同比算得对",
        Severity.NOTICE,
        "同比应能由两年的数算出",
        "与上年的表比，只写增减、没写本年数的也比；申请数量可以含或不含上年结转，几种算法都不符"
        "才提示。"
        "没有上年的报告时无法核对。",
        check="changes",
    ),
    Rule(
        "X15",
        "列举的各项与总数相符",
        Severity.ERROR,
        "同一句里的数字应能相加",
        "“其中”、冒号、括号里列举的各项，和写在“合计”前面的各项，相加大于总数是错误；办理结果列举得少于答复总数，"
        "提示。写了“等”、或者各项并非同一种划分的，不算；其他列举少于总数，不提示。",
        check="items_and_wholes",
    ),
    GENERAL_RULES["X18"],
    Rule(
        "X16",
        "正文里的收支自己对得上",
        Severity.ERROR,
        "第一项加第二项之和，等于第三项加第四项之和",
        "同一段里收到、上年结转、答复、结转下年四个数都写了的，"
        "应当相等（收到也可以已含上年结转，新收不含）；其中有数与表不符、已经报告的，不再重复。",
        check="requests_balance_in_text",
    ),
    GENERAL_RULES["X17"],
    Rule(
        "Y01",
        "上年结转等于上年报告的结转下年度",
        Severity.ERROR,
        "年度报告格式表三：第二项为上年度报告的第四项",
        "本年表三第二项的 7 列，逐列与上年表三第四项比较。上年的空白按 0 计，读不出的不比较，"
        "并说明没有核对。不因此停止生成，因为上年的工作簿可能不是定稿。",
        check="ties_across_years",
    ),
    Rule(
        "Y02",
        "现行有效件数与上年衔接",
        Severity.ERROR,
        "表三、表二的数要与上年报告衔接",
        "规章、规范性文件两行：上年现行有效＋本年制发－本年废止＝本年现行有效。清理文件、"
        "职能调整造成的差额，可以标明已核实。本年都还空着的不比较。",
        check="ties_across_years",
        advice="清理文件、职能调整造成的差额，核实无误的，可以标明“已核实”",
    ),
    Rule(
        "Y03",
        "与上年相比增减很大",
        Severity.NOTICE,
        "填错行列、填错单位，常常表现为突增突减",
        "各项总数增减超过一半，并且变化不小于 10、也不小于较大数的平方根的 3 倍；"
        "全部并成一条提示，最多列 8 项。各类申请人的分项、上年结转不看。",
        check="swings",
    ),
    Rule(
        "T2-03",
        "收费金额的单位是万元",
        Severity.NOTICE,
        "年度报告格式表二：单位为万元",
        "达到上年的 1000 倍时提示，可能把元填成了万元。上年是 0、没有上年的工作簿的，"
        "超过同类机关一年可能有的数时提示：街道乡镇 10 亿元，县区 50 亿元，市 500 亿元，"
        "其他 1000 亿元。",
        check="amount_in_yuan",
    ),
    Rule(
        "Y04",
        "文字与上年雷同",
        Severity.NOTICE,
        _OF_THE_YEAR,
        "连续 10 个字以上与上年相同的算雷同，年份不同也算。一个部分有六成、"
        "或者一段长文字有八成半雷同时提示，一个部分一条。开头、信息处理费、列举数字的句子、"
        "法规文件名称、机关名称、常用语、短段落都不计；标明沿用上年、"
        "还没有修改的由 Y07 报告。",
        check="copied_text",
    ),
    Rule(
        "Y05",
        "数字与上年完全相同",
        Severity.NOTICE,
        _OF_THE_YEAR,
        "三张表里不是 0 的数至少有 5 个，并且全部与上年相同时提示。",
        check="same_figures",
    ),
    Rule(
        "Y06",
        "存在的问题与上年一字不差",
        Severity.NOTICE,
        _OF_THE_YEAR,
        "第五部分的问题逐个与上年的比较，不看标点、序号和年份；少于 8 个字的、改进措施不比较。",
        check="same_problems",
        looks_at=("第五部分",),
    ),
    GENERAL_RULES["Y07"],
    Rule(
        "D01",
        "写的是报告年度的工作",
        Severity.ERROR,
        _YEAR,
        "一句话开头写着往年的年份，又不是决算、整改、同比、文件名、规划等，"
        "多半是沿用上年的文字；贯彻落实的是谁的部署、要求，与年份无关。书名号、引号、文号里的年份不算。",
        check="other_years",
        beside_text=True,
        words=(Words("本报告", r"政府信息公开(?:工作)?年度报告"),),
    ),
    Rule(
        "D02",
        "截至的日期在报告年度之内",
        Severity.NOTICE,
        _YEAR,
        "“截至……年……月……日”的年份应是报告年度。",
        check="dates_of_reckoning",
    ),
    Rule(
        "D03",
        "按时公布",
        Severity.NOTICE,
        "《政府信息公开条例》第四十九条：部门1月31日前，政府3月31日前",
        "填了成文日期的，与期限比。",
        check="published_late",
    ),
    Rule(
        "D05",
        "数字是本年度的",
        Severity.NOTICE,
        _YEAR,
        "“至今”“开播以来”等后面的数不是本年度的数。“全年累计”“今年以来”不算。",
        check="not_this_years_figures",
    ),
    *(
        GENERAL_RULES[known]
        for known in ("P01", "P02", "P03", "P09", "W01", "W02", "W03", "W04", "W07", "W10")
    ),
    *ACROSS_UNITS_RULES,
)

RULE_GROUPS = (
    ("R", "读取工作簿"),
    ("I", "导入文档"),
    ("N", "正文里的引用"),
    ("E", "图和表"),
    ("C", "汇总各单位"),
    ("T0", "三张表"),
    ("T2", "表二（主动公开）"),
    ("T3", "表三（申请办理）"),
    ("T4", "表四（复议诉讼）"),
    ("S", "结构"),
    ("X", "文字与表格是否一致"),
    ("Y", "与上年报告对照"),
    ("D", "日期"),
    ("P", "隐私"),
    ("W", "文字"),
    ("C", "各单位之间"),
)
