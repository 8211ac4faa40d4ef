"""Words that qualify a number, whatever it counts: by them it is not simply the report's own."""

from generator.form.pattern import Pattern

COMPARED = Pattern(
    r"上年|去年|同期|同比|环比|较|相比|比上|增长|增加|减少|下降|降低|上升|提高|提升|多了|少了"
)
"""Words of a comparison: the number is not this year's."""
POPULATION = Pattern(
    r"代(?=市|省|区|县|政府)|本级|备案|各(?:镇|街道|部门|单位|区|县|乡)|[市区县省]政府(?!信息|部门)|"
    r"[市区县省]级|下属|局属|指导|区本部|机关本部|上半年|下半年|[一二三四]季度|截[至止]到?(?!本年(?:12|底|末)|12|年底|年末|目前)|月份"
)
"""Qualifiers after which a number is not that of the whole report."""
OF_OTHERS = Pattern(r"报备|代拟|协助|受[^，。]{1,8}委托|分别统计|(?<!经)审查|合法性审核")
"""Words after which a number is of other organs' work and says nothing of this report."""
REPRESENTING = Pattern(r"(?<!人大)(?<!党)代表(?!建议|委员|性|大会|人)(?=[市省区县政])")
"""Words that say that a sentence tells of work done for another organ."""
WHOLE = Pattern(r"等|各")
"""Words that make a number whole although channels are named."""
