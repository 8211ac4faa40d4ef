"""What an import tells of a document, whatever the form: each said once, of that import."""

from generator.form.rules import Rule, Severity

_NO_GUESSING = "读不准的内容不能猜"
_NOTHING_LOST = "文档里有的内容不能不声不响地丢掉"

IMPORTING_RULES = (
    Rule(
        "I01",
        "认得出机关和年度",
        Severity.ERROR,
        _NO_GUESSING,
        "从标题、开头和落款认；年度认不出来的要补填，机关类型按名称推定的请核对。",
    ),
    Rule(
        "I02",
        "各部分的标题都找得到",
        Severity.ERROR,
        _NO_GUESSING,
        "没有找到的部分，它的文字接在前一部分后面；按序号或者相近的写法认出的、"
        "不是规定的一级标题的，请核对。",
    ),
    Rule(
        "I03",
        "开头写明『基本信息』的各项",
        Severity.NOTICE,
        _NO_GUESSING,
        "网址、联系部门、电话、邮箱在开头没有写，或者写了几个的，留空白。",
    ),
    Rule(
        "I04",
        "段落的序号合乎格式",
        Severity.NOTICE,
        "年度报告格式",
        "序号的写法或次序与（一）1.（1）不同的段落，照原样放进正文，不由程序编号。",
    ),
    Rule(
        "I05",
        "表格里的数字都读到了",
        Severity.ERROR,
        _NO_GUESSING,
        "没有找到的表、对不上表头的行、读不出的数、单位不同的金额，都留空白，逐处列出；"
        "原文就是空白的、没有表头而按次序读的，只是提示。",
    ),
    Rule(
        "I06",
        "旧格式的表按意思带过来",
        Severity.ERROR,
        "意思不同的数不能互相代替",
        "旧格式与现行格式意思相同的数才带过来；要拆分成几行的留空白，现行格式没有的列出来。",
    ),
    Rule(
        "I07",
        "表的行名、列名照格式",
        Severity.NOTICE,
        "年度报告格式",
        "写法不同而读得懂的，列出读作什么，请核对；工作簿里的名称照格式。",
    ),
    Rule(
        "I08",
        "表里没有格式以外的内容",
        Severity.NOTICE,
        _NOTHING_LOST,
        "表里的备注、多出来的行列，工作簿里没有地方放，列出来由人决定；图片、图表和另附的表，"
        "带不过来的也逐处说明为什么。",
    ),
    Rule(
        "I09",
        "导入的不是本程序生成的文档",
        Severity.NOTICE,
        "原来的工作簿更完整",
        "本程序生成的文档有原来的工作簿；从文档导入，正文里的【】引用会成为普通文字。",
    ),
    Rule(
        "I10",
        "网页上只有报告",
        Severity.NOTICE,
        _NOTHING_LOST,
        "报告在网页里从哪里到哪里，按标题、规定的一级标题和表格在哪里来定；导航、来源、页脚等不带过来，"
        "列出来请看一眼。同样的报告有两遍的，只读第一遍；有几份不同报告的，不导入。",
    ),
    Rule(
        "I11",
        "网页存得完整",
        Severity.ERROR,
        _NO_GUESSING,
        "框架里的内容不在网页文件里，读不出的字显示成“�”；写明的编码与内容不一致的，按内容读并说明。",
    ),
    Rule(
        "I12",
        "PDF 的分段、跨页的表格读得确定",
        Severity.NOTICE,
        _NO_GUESSING,
        "PDF 里没有段落和表格，只有字和线的位置；断成几行的数、跨页的一行、分不分段看不出来的，"
        "怎样读的逐处列出，请核对。",
    ),
    Rule(
        "I14",
        "文件是直接读的",
        Severity.NOTICE,
        _NO_GUESSING,
        ".doc、.wps、.odt、.rtf 等旧格式由 LibreOffice 转换成 .docx 再读，请对照原文核对。",
    ),
)
"""In the order of their ids."""
