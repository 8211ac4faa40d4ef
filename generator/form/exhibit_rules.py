"""What is asked of pictures, charts and further tables, whatever the form."""

from generator.form.rules import Rule, Severity

_NOTHING_LEFT_OUT = "报告里写了要印的，不能不声不响地漏掉"

EXHIBIT_RULES = (
    Rule(
        "E01",
        "图片可以印出",
        Severity.ERROR,
        _NOTHING_LEFT_OUT,
        "图片要放在工作簿旁边，或者放在旁边与工作簿同名的文件夹里，是 PNG、JPEG 或 GIF。找不到的、"
        "打不开的、Word 里显示不了的（HEIC、WebP、SVG、CMYK 等）、大得不像照片的，都不能生成。"
        "动图只印第一帧；照片里的拍摄地点、时间、相机等信息不会带进文档。",
        holds_back=True,
    ),
    Rule(
        "E02",
        "图表的数据齐全",
        Severity.ERROR,
        _NOTHING_LEFT_OUT,
        "『图表』里要有这个名称的图表，种类、年份看得懂，引用的数都有；空白的数不当作 0。",
        holds_back=True,
    ),
    Rule(
        "E03",
        "另附的表可以印出",
        Severity.ERROR,
        _NOTHING_LEFT_OUT,
        "工作簿里要有这个名称的工作表，里面有内容，行数、列数是一份报告印得下的。",
        holds_back=True,
    ),
    Rule(
        "E04",
        "图、表有标题，各不相同",
        Severity.NOTICE,
        "读者靠标题认图、表，正文靠标题引用",
        "图和表各自编号；没有标题的、标题相同的提示。",
    ),
    Rule(
        "E05",
        "另附的表合计相符",
        Severity.ERROR,
        "合计应等于各项之和",
        "行名或列名是“合计”“总计”的，与它所合计的各数之和比。",
    ),
)
"""In the order of their ids."""
