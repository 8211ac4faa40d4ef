"""What is said of something shown to those who cannot see it, where nobody has written it."""

from generator.formats.docx.exhibits.spoken import spoken
from generator.model.exhibits import Chart, Exhibit, FurtherTable


def alternative_to(exhibit: Exhibit, caption: str) -> str:
    """Return the alternative text of a picture, a chart or a table."""
    if isinstance(exhibit, Chart):
        return spoken(exhibit)
    if isinstance(exhibit, FurtherTable):
        return f"{caption or exhibit.name}，{exhibit.height} 行 {exhibit.width} 列的表。"
    return caption or "图片"
