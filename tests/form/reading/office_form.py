"""A form as an office writes it down, which tests change in one place."""

from generator.form.mistakes import FormMistakes
from generator.form.reading.form import read_form
from generator.form.vocabulary import Form

FILE = "form.toml"
CASES = """\
id = "cases"
name = "案件统计年报"
edition = "某办〔2024〕1号"
title = "{year}年度案件统计年报"
template = "模板.docx"
opening = ""
rule_groups = [["F", "案件表"]]

[[entries]]
name = "机关名称"
hint = "机关全称"

[[entries]]
name = "年度"
hint = "年度"
kind = "year"

[[sections]]
heading = "数据表"

[[sections.tables]]
title = "案件"
not_a_number = "F0-01"
not_a_count = "F0-01"
blank = "F0-01"
rows = [
  { label = "一、收案", name = "收案" },
  { label = "二、结案", name = "结案", rows = [
    { label = "判决" },
    { label = "调解" },
  ] },
]
columns = [
  { label = "个人" },
  { label = "单位" },
]

[[sections]]
heading = "总体说明"
topics = ["做法"]

[[ties]]
rule = "F1-01"
title = "{label}的收案与结案相等"
left = ["收案*"]
right = ["结案判决*..结案调解*"]
clause = "某办〔2024〕1号"

[[sums]]
name = "*合计"
figures = ["*个人..*单位"]

[[rules]]
general = ["R01"]

[[rules]]
id = "F0-01"
title = "填的是件数"
severity = "错误"
basis = "某办〔2024〕1号"
explanation = "都要填。"

[[rules]]
id = "F1-01"
title = "收案等于结案"
severity = "错误"
basis = "某办〔2024〕1号"
explanation = "各列相等。"
check = "ties_within_the_report"
holds_back = true
"""


def form_of(text: str, **more: str) -> Form:
    """Return the form in a text, with the texts of its other files."""
    return read_form({FILE: text, **{f"{name}.toml": one for name, one in more.items()}}, FILE)


def changed(old: str, new: str) -> str:
    """Return the form with one piece of it written otherwise."""
    assert CASES.count(old) >= 1, old
    return CASES.replace(old, new, 1)


def mistakes_in(text: str, **more: str) -> list[tuple[int, str]]:
    """Return what is wrong with a text, with the lines."""
    try:
        form_of(text, **more)
    except FormMistakes as found:
        return [(one.line, one.what) for one in found.mistakes]
    return []


def line(text: str, piece: str) -> int:
    """Return the line of a text in which a piece stands."""
    return next(at for at, one in enumerate(text.splitlines(), 1) if piece in one)
