"""What is said of a form: what is wrong with it, its figures by name, its ties and its rules."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.form.chinese import listed
from generator.form.reading.check_words import CHECK_WORDS
from generator.form.rules_of_any_form import RULES_OF_ANY_FORM
from generator.form.vocabulary import Form, Term, Tie
from generator.messages.as_json import as_json
from generator.pipeline.forms.examined import ExaminedForm

_MOST_TOLD = 100
"""Mistakes of a form that are listed for people."""
_UNITS = {"text": "文字", "date": "日期", "choice": "选项"}
_RELATIONS = {"=": "＝", "<=": "≤", ">=": "≥", "both": "（同为 0 或同不为 0）"}


def spoken_examined(found: ExaminedForm) -> str:
    """Say whether a form can be used, or everything that is wrong with it."""
    if found.form is None:
        lines = [f"用不了：{found.file}，{len(found.mistakes)} 处要改正"]
        lines += [f"  {one.place}：{one.what}" for one in found.mistakes[:_MOST_TOLD]]
        if len(found.mistakes) > _MOST_TOLD:
            lines.append("  ……先改正上面这些")
        return "\n".join(lines)
    form = found.form
    said = (
        f"{len(form.tables)} 张表，{len(form.figures)} 个数字，{len(form.ties)} 条勾稽关系，"
        f"{len(form.rules)} 条规则"
    )
    lines = [f"可以用：{found.file}", f"  表式“{form.name}”（{form.id}）：{said}"]
    if found.template is None:
        drawn = f"make-report form template {found.file} -o {found.file.with_name(form.template)}"
        lines.append(f"  旁边还没有模板“{form.template}”。画一个：{drawn}")
    elif found.template_problems:
        lines.append(f"  模板 {found.template.name} 有 {len(found.template_problems)} 处要改正：")
        lines += [f"    {problem}" for problem in found.template_problems]
    else:
        lines.append(f"  模板：{found.template.name}，可以用")
    return "\n".join(lines)


def examined_as_json(found: ExaminedForm) -> str:
    """Return the same for programs."""
    said: dict[str, Any] = {
        "file": str(found.file),
        "usable": found.usable,
        "id": found.form.id if found.form else None,
        "mistakes": [
            {"file": one.file, "line": one.line, "message": one.what} for one in found.mistakes
        ],
        "template": str(found.template) if found.template else None,
        "template_problems": list(found.template_problems),
    }
    return as_json(said)


def spoken_form(form: Form) -> str:
    """List the figures of a form by name, its sums, its ties and its rules."""
    lines = [f"{form.name}（{form.id}），{form.edition}", "", "数字"]
    for row in figure_rows(form):
        unit = f"（{row[3]}）" if row[3] else ""
        lines.append(f"  {row[0]}　{row[1]}：{row[2].removesuffix(unit)}{unit}")
    if form.sums:
        lines += ["", "正文可以引用的合计"]
        lines += [f"  {one.name}　{'＋'.join(one.figures)}" for one in form.sums]
    if form.ties:
        lines += ["", "勾稽关系"]
        lines += [f"  {tie.rule}　{tie.title}：{equation(tie)}" for tie in form.ties]
    lines += ["", "规则"]
    lines += [f"  {rule.id:<6}{rule.title}（{rule.severity.value}）" for rule in form.rules]
    return "\n".join(lines)


def spoken_choices() -> str:
    """List what the rules of a form may choose from: general rules, and kinds of checks."""
    general = [
        f"  {name:<6}{rules[0].title if len(rules) == 1 else f'一类，共 {len(rules)} 条'}"
        for name, rules in RULES_OF_ANY_FORM.items()
    ]
    checks = [f"  {name}\n      {said}" for name, said in CHECK_WORDS.items()]
    return "\n".join(
        [
            "通用规则：general 里写编号，或者一类的名称",
            *general,
            "",
            "自己的规则：check 写下面的一种；读工作簿时就发现的（填的不是数字、空白）不写 check",
            *checks,
        ]
    )


def form_as_json(form: Form) -> str:
    """Return the same for programs."""
    said: dict[str, Any] = {
        "id": form.id,
        "name": form.name,
        "edition": form.edition,
        "figures": [
            dict(zip(("name", "table", "label", "unit"), row, strict=True))
            for row in figure_rows(form)
        ],
        "sums": {one.name: list(one.figures) for one in form.sums},
        "ties": [
            {"rule": tie.rule, "title": tie.title, "equation": equation(tie), "clause": tie.clause}
            for tie in form.ties
        ],
        "rules": [
            {"id": rule.id, "title": rule.title, "severity": rule.severity.value}
            for rule in form.rules
        ],
    }
    return as_json(said)


def overview_sheets(form: Form) -> list[tuple[str, Sequence[str], Sequence[Sequence[str]]]]:
    """Return the same as lists for a workbook: name, columns and rows of each."""
    sums = [(one.name, "＋".join(one.figures)) for one in form.sums]
    ties = [(tie.rule, tie.title, equation(tie), tie.clause) for tie in form.ties]
    rules = [
        (rule.id, rule.title, rule.severity.value, rule.basis, rule.explanation)
        for rule in form.rules
    ]
    return [
        ("数字", ("名称", "表", "行、列", "单位"), [*figure_rows(form)]),
        ("合计", ("名称", "是哪些数的和"), sums),
        ("勾稽关系", ("规则", "说明", "关系", "依据"), ties),
        ("规则", ("编号", "名称", "级别", "依据", "说明"), rules),
    ]


def figure_rows(form: Form) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, table, labels and unit of every figure."""
    for table in form.tables:
        for spec in table.figures:
            labels = "／".join((*spec.row.label, *spec.column.label))
            yield spec.name, table.title, labels, _UNITS.get(spec.column.kind, spec.column.unit)


def equation(tie: Tie) -> str:
    """Return a tie as an equation of names."""
    left = _sum(tie.left)
    if tie.divided_by:
        left = f"{_bracketed(tie.left)}÷{_bracketed(tie.divided_by)}"
    return f"{left}{_RELATIONS[tie.relation]}{_sum(tie.right)}"


def _bracketed(terms: tuple[Term, ...]) -> str:
    return _sum(terms) if len(terms) == 1 else f"（{_sum(terms)}）"


def _sum(terms: tuple[Term, ...]) -> str:
    return "＋".join(f"{'上年的' if term.last_year else ''}{term.figure}" for term in terms)


def spoken_drawn(target: str, form: Form) -> str:
    """Say that a template was drawn, and what comes next."""
    return (
        f"已画好：{target}\n  表式“{form.name}”的模板，用 Word 打开可以改字体、版式；"
        f"标签{listed(['{{ }}', '{%p %}'])}要留着\n"
        f"  改好以后检查：make-report check-template {target}"
    )
