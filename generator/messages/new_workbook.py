"""What is said of a new workbook."""

from pathlib import Path

from generator.form.chinese import listed
from generator.messages.command_to_type import shown_command
from generator.model.one_line import lines_said
from generator.pipeline.new import FromLastYear


def spoken_new(workbook: Path) -> str:
    """Return what is to be done with a blank workbook."""
    return lines_said(
        [
            f"已新建：{workbook}",
            "  用 Excel 或 WPS 打开，照“填写说明”填好保存，再运行："
            f"{shown_command('make-report', workbook)}",
        ]
    )


def spoken_from_last_year(new: FromLastYear, source: Path) -> str:
    """Return what a workbook that goes on from last year's holds, and what is to be done."""
    report = new.report
    to_revise = sum(bool(line.unrevised) for line in report.paragraphs)
    lines = [
        f"已新建：{new.workbook}",
        f"  从 {source.name} 沿用：正文 {len(report.paragraphs)} 段（{to_revise} 段待修改），"
        f"指标 {len(report.awaited)} 个（数值待填）{_brought_forward(new)}",
        "  机关信息照用，年度和统计期限已改；上年的数放在各表旁边或下面，供对照，不印出",
        *(
            [f"  核对记录 {new.verifications} 条说的是上年的数，仍留在 {source.name} 里，没有沿用"]
            if new.verifications
            else []
        ),
        *(f"  {'没有沿用' if found.holds_back else '请留意'}：{found}" for found in new.remarks),
        "  用 Excel 或 WPS 打开，填好、改好保存，再运行："
        f"{shown_command('make-report', new.workbook)}",
    ]
    return lines_said(lines)


def _brought_forward(new: FromLastYear) -> str:
    """Say how many figures were filled in that are last year's by the form's own ties."""
    form = new.form
    rows = dict.fromkeys(form.figures[name].row.name or name for name in form.brought_forward)
    return f"，{listed(rows)} {len(new.report.figures)} 格" if rows else ""
