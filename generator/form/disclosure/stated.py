"""How reports state the numbers that they compare with the year before.

Data without functions, in the words and the order of published reports.
"""

from generator.form.wordings import Stated

_REQUESTS = "政府信息公开申请"

STATED = (
    Stated("规章制发", "制发规章"),
    Stated("规章废止", "废止规章"),
    Stated("规章现行有效", "现行有效规章"),
    Stated("行政规范性文件制发", "制发行政规范性文件"),
    Stated("行政规范性文件废止", "废止行政规范性文件"),
    Stated("行政规范性文件现行有效", "现行有效行政规范性文件"),
    Stated("行政许可", "作出行政许可决定"),
    Stated("行政处罚", "作出行政处罚决定"),
    Stated("行政强制", "作出行政强制决定"),
    Stated("行政事业性收费", "收取行政事业性收费"),
    Stated("本年新收", f"新收{_REQUESTS}"),
    Stated("本年新收自然人", f"新收自然人提出的{_REQUESTS}"),
    Stated("本年新收法人", f"新收法人或其他组织提出的{_REQUESTS}"),
    Stated("上年结转", f"上年结转{_REQUESTS}"),
    Stated("办理结果总计", f"办结{_REQUESTS}"),
    Stated("予以公开", "予以公开"),
    Stated("部分公开", "部分公开"),
    Stated("不予公开", "不予公开"),
    Stated("无法提供", "无法提供"),
    Stated("不予处理", "不予处理"),
    Stated("其他处理", "作其他处理"),
    Stated("结转下年", f"结转下年度继续办理{_REQUESTS}"),
    Stated("复议总计", "因政府信息公开工作被申请行政复议"),
    Stated("复议维持", "行政复议结果维持"),
    Stated("复议纠正", "行政复议结果纠正"),
    Stated("诉讼总计", "因政府信息公开工作被提起行政诉讼"),
    Stated("诉讼维持", "行政诉讼结果维持"),
    Stated("诉讼纠正", "行政诉讼结果纠正"),
)
