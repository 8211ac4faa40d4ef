"""What is told of the files of the units of a collection, whatever the form: which are taken."""

from generator.form.rules import Rule, Severity

_NO_GUESSING = "用哪一份由人决定，程序只提出建议"
_NO_SILENCE = "收到的文件不能不声不响地丢掉"

COLLECTING_RULES = (
    Rule(
        "C01",
        "一个单位的几份报告数字相同",
        Severity.ERROR,
        _NO_GUESSING,
        "数字不同的，先采用修改时间最新的，列出不同的数各是多少、在哪里；"
        "在『收到的文件』的“采用”里选定以后不再说。同一份的副本、空白与 0 不算不同。",
    ),
    Rule(
        "C02",
        "采用的是最新的一份",
        Severity.NOTICE,
        _NO_GUESSING,
        "较新的一份不能用，或者数字有错的，先采用较旧而可用的，并说明是哪两份。",
    ),
    Rule(
        "C03",
        "报告是本年度的",
        Severity.ERROR,
        "汇总的是本年度的数字",
        "只收到别的年度的，不计入；没有写年度的，看文件名，文件名也看不出的计入并提出来。",
    ),
    Rule(
        "C04",
        "合并的单位合为一份报告",
        Severity.ERROR,
        "合并前各自的报告，由合并后的单位合为一份；程序不替它相加",
        "同一单位的几份报告写的是名单里它的不同名称、数字又不同的，只采用一份，并提出来。",
    ),
    Rule(
        "C05",
        "“采用”里选的作数",
        Severity.NOTICE,
        _NO_GUESSING,
        "一个单位选了几份、选的一份不能用、选了以后又收到更新的、几份都选了“不用”的，提出来。",
    ),
    Rule(
        "C06",
        "没有报的单位确实没有报",
        Severity.NOTICE,
        _NO_SILENCE,
        "有文件可能是这个单位的，列出来；是的，在『收到的文件』的“对应单位”里填上。",
    ),
    Rule(
        "C07",
        "收到的文件有可以用的",
        Severity.ERROR,
        _NO_SILENCE,
        "一个单位的文件都不能用的，说明每一份为什么不能用。",
    ),
    Rule(
        "C08",
        "汇总时改过的数，单位没有再改",
        Severity.NOTICE,
        _NO_SILENCE,
        "在『各单位数字』里改过一个数，后来这个单位又报来不同的数，就用新报来的，并说明前后各是多少。",
    ),
    Rule(
        "C09",
        "各单位的问题都列出来了",
        Severity.NOTICE,
        _NO_SILENCE,
        "一个单位的问题超过 40 处的（单位很多时还要少些），『各单位问题』里只列最要紧的，"
        "并写明还有多少处。",
    ),
    Rule(
        "C17",
        "写在汇总里的，再汇总时都带过来了",
        Severity.NOTICE,
        _NO_SILENCE,
        "原来的汇总有人改过的，另存一份；在公式上直接填的数、规定各栏以外写的字、认不出部分的正文、"
        "另加的列和表、批注、插入的图片，新的一份里没有的，逐处写明在哪张表哪一格、写的是什么、怎么办。",
    ),
)
"""In the order of their ids."""
