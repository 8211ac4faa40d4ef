"""用词: things that offices call by several names, and which name to use."""

from generator.form.vocabulary import Naming

NAMINGS = (
    Naming(others=("公告公示", "公示公告"), note="同一栏目两种叫法"),
    Naming(
        others=("政务公开专栏", "政务公开专区"),
        note="网上的多称专栏，线下的多称专区；确是两处的不必改",
    ),
    Naming(
        others=("政府信息公开专栏", "政府信息公开专区"),
        note="网上的多称专栏，线下的多称专区；确是两处的不必改",
    ),
    Naming(others=("法制建设",), preferred="法治建设", note="现行提法是“法治”"),
    Naming(
        others=("结转下一年",),
        preferred="结转下年度",
        allowed=("结转下一年度",),
        note="格式的用语是“结转下年度继续办理”",
    ),
    Naming(others=("行政覆议",), preferred="行政复议", note="错别字"),
    Naming(others=("规范性性文件", "规范化文件"), preferred="规范性文件", note="法定用语"),
    Naming(others=("政务新媒体", "政务新媒介"), note="同一事物两种叫法"),
    Naming(others=("结转下年度", "结转下一年度"), note="格式的用语是“结转下年度继续办理”"),
)
