"""What a sheet holds that nobody sees and that is not printed: under merges, or far away."""

from generator.form.chinese import listed
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, held_back
from generator.model.report import Place

_SHOWN_CELLS = 10


def covered(sheet: Sheet, usual: str, file: str) -> list[Finding]:
    """Return one finding for all such cells of a sheet; `usual` is what the sheet is called."""
    if not sheet.unseen:
        return []
    cells = listed(map(address, sheet.unseen[:_SHOWN_CELLS]))
    more = f"等 {len(sheet.unseen)} 格" if len(sheet.unseen) > _SHOWN_CELLS else ""
    return [
        held_back(
            "R07",
            Place(file, sheet.name, address(sheet.unseen[0])),
            f"{cells}{more}里有内容，但被合并单元格盖住，或者离表太远，不会印出",
            "请取消合并看一看：要用的移到应填的格里，不用的清除",
            about=f"『{usual}』有 {len(sheet.unseen)} 格看不见的内容",
        )
    ]
