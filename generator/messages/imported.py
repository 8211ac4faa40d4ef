"""What an import says: how much was taken over, then what people must look at."""

import json

from generator.files.folder_beside import folder_of
from generator.form.vocabulary import ORGAN, YEAR
from generator.messages.command_to_type import shown_command
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.messages.records import finding_record
from generator.model.exhibits import FIGURE_KIND
from generator.model.finding import Finding, Severity
from generator.model.one_line import lines_said
from generator.model.report import Report
from generator.model.typed_input.charts import by_chart
from generator.pipeline.import_document import Imported

SCHEMA = 1


def spoken_import(imported: Imported, paint: Paint = plain) -> str:
    """Return the summary of an import as lines of Chinese."""
    report, findings = imported.report, imported.findings
    lost = [found for found in findings if found.severity == Severity.ERROR]
    others = [found for found in findings if found.severity != Severity.ERROR]
    lines = [
        paint(f"已新建：{imported.workbook}", Emphasis.GREEN),
        f"  从 {imported.document.name} 导入（{_who(report)}）：数字 {report.filled}/"
        f"{len(imported.form.figures)} 格，正文 {len(report.paragraphs)} 段，"
        f"基本信息 {len(report.entries)} 项",
        *_shown(imported),
        "  正文里的数字照原文，没有改成【】引用；要引用的，请自己改",
    ]
    lines += _listed("没有读到、要补填的", lost, paint, Emphasis.RED)
    lines += _listed("请核对的", others, paint, Emphasis.YELLOW)
    command = shown_command("make-report", "check", imported.workbook)
    lines.append(f"  用 Excel 或 WPS 打开，补好保存，再运行：{command}")
    return lines_said(lines)


def import_as_json(imported: Imported) -> str:
    """Return the same for programs."""
    findings = [finding_record(finding, imported.form.rules) for finding in imported.findings]
    record = {
        "schema": SCHEMA,
        "results": [
            {
                "document": str(imported.document),
                "status": "imported",
                "workbook": str(imported.workbook),
                "figures": imported.report.filled,
                "paragraphs": len(imported.report.paragraphs),
                "entries": len(imported.report.entries),
                "pictures": [*imported.pictures],
                "charts": [name for name, _ in by_chart(imported.report.chart_rows)],
                "further_tables": [*imported.report.further_tables],
                "findings": findings,
            }
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _shown(imported: Imported) -> list[str]:
    """Say how many pictures, charts and further tables were taken over, and where pictures lie."""
    report, pictures = imported.report, imported.pictures
    counts = (
        ("图", sum(text in report.exhibits for text in _texts(report))),
        ("表", len(report.further_tables)),
        ("图表", len([*by_chart(report.chart_rows)])),
    )
    said = "、".join(f"{what} {count}" for what, count in counts if count)
    where = f"；图片在文件夹 {folder_of(imported.workbook)} 里" if pictures else ""
    return [f"  带过来：{said}{where}"] if said else []


def _texts(report: Report) -> list[str]:
    return [row.text for row in report.paragraphs if row.kind == FIGURE_KIND]


def _who(report: Report) -> str:
    said = [report.entries[name].printed for name in (ORGAN, YEAR) if name in report.entries]
    return "，".join(said) or "没有认出机关和年度"


def _listed(title: str, findings: list[Finding], paint: Paint, emphasis: Emphasis) -> list[str]:
    if not findings:
        return []
    lines = [paint(f"  {title}（{len(findings)} 处）：", emphasis)]
    for number, found in enumerate(findings, 1):
        place = "".join(
            (f"『{found.place.within}』" if found.place.within else "", found.place.spot)
        )
        where = f"{place}：" if place else ""
        lines.append(f"    {number}. {where}{found.message}。")
        lines.append(f"       怎么办：{found.advice}。")
    return lines
