"""What of a PDF is not certain, each with its page, and in a table its row and column."""

from collections.abc import Iterable, Iterator, Mapping

from generator.formats.pdf.reading.filled_table import FilledCell, FilledTable
from generator.formats.pdf.reading.unified import UNKNOWN
from generator.model.finding import Finding, notice, wrong
from generator.model.report import Place

NOT_READ, HOW_READ = "I05", "I12"
_SHOWN = 10
_FILL_IN = "请照原文核对，在工作簿里补填"
_COMPARE = "请照原文核对，不对的请在工作簿里改"


def about_table(table: FilledTable, place: Place) -> Iterator[Finding]:
    """Tell of cells that were not read, or not as they stand."""
    for cell in table.cells:
        if cell.doubt:
            spot = place._replace(spot=f"{_row(cell)}（第{cell.page}页）")
            said, why = " ".join(cell.doubt.text.split()), cell.doubt.why
            if cell.text:
                yield notice(HOW_READ, spot, f"读作“{said}”，但{why}", _COMPARE, quote=said)
            else:
                message = f"看上去写的是“{said}”，但{why}，留了空白"
                yield wrong(NOT_READ, spot, message, _FILL_IN, quote=said)
    broken = [cell for cell in table.cells if cell.broken and not cell.doubt]
    if broken:
        said = "、".join(f"{_row(cell)}“{' '.join(cell.text.split())}”" for cell in broken[:_SHOWN])
        more = f"等 {len(broken)} 格" if len(broken) > _SHOWN else ""
        quote = "\n".join(f"{_row(cell)} {cell.text}" for cell in broken)
        message = f"格子窄，数字断成了几行，各按一个数读：{said}{more}"
        yield notice(HOW_READ, place, message, _COMPARE, quote=quote)
    for row in table.cut_rows:
        texts = " ".join(cell.text for cell in table.cells if cell.row == row and cell.text)
        spot = place._replace(spot=f"第{row + 1}行")
        message = f"这一行跨了两页，上下两截按一行读：“{' '.join(texts.split())}”"
        yield notice(HOW_READ, spot, message, _COMPARE, quote=texts)


def _row(cell: FilledCell) -> str:
    return f"第{cell.row + 1}行第{cell.column + 1}列"


def about_joined(place: Place, text: str) -> Finding:
    """Tell of a paragraph that may be two."""
    message = "原文看不出这里分不分段，按一段读"
    return notice(
        HOW_READ, place, message, "请照原文核对，该分开的请在『正文』表里分成两行", quote=text
    )


def about_beside(name: str, page: int, text: str) -> Finding:
    """Tell of text beside a table, in none of its cells."""
    message = f"表格旁边有不在格子里的文字“{text}”，当作正文读"
    return notice(HOW_READ, Place(name, f"第{page}页"), message, _COMPARE, quote=text)


def about_unknown(name: str, pages: Mapping[int, Iterable[str]]) -> Iterator[Finding]:
    """Tell on which pages characters stand of which the file does not say which they are."""
    for page, texts in pages.items():
        found = [text for text in texts if UNKNOWN in text]
        if found:
            count = sum(text.count(UNKNOWN) for text in found)
            message = f"有 {count} 个字，文件里没有写明是什么字，写成了“{UNKNOWN}”"
            quote = "\n".join(found)
            yield wrong(NOT_READ, Place(name, f"第{page}页"), message, _FILL_IN, quote=quote)
