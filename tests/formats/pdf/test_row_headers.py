from functools import cache

import pytest

from generator.formats.pdf.document import pdf_of
from generator.formats.pdf.fonts import fonts_to_use
from generator.model.publication import PublishedTable, Scope
from tests.formats.pdf.as_read_aloud import Element, catalog, tree
from tests.formats.pdf.drawings import drawn
from tests.publications import publication


@cache
def sample() -> bytes:
    return pdf_of(publication(), fonts_to_use(()), drawn)


@cache
def read() -> Element:
    return tree(sample())


def cells(number: int) -> list[Element]:
    tables = [one for one in read().all() if one.tag == "Table"]
    return [one for one in tables[number].all() if one.tag in {"TH", "TD"}]


@pytest.mark.long
def test_header_cells_have_the_scope_of_the_publication() -> None:
    shown = [block for block in publication().blocks if isinstance(block, PublishedTable)]
    scopes = {"": None, "col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}
    for number, table in enumerate(shown):
        wanted = [scopes[cell.scope] for cell in sorted(table.cells)]
        found = [one.attributes.get("Scope") for one in cells(number)]
        assert [scope and scope.name for scope in found] == wanted
        assert {cell.scope for cell in table.cells} >= {Scope.NONE, Scope.COLUMN}


def test_a_cell_names_the_headers_of_its_row_and_column() -> None:
    name = {one.attributes["ID"]: one.text for one in cells(2) if "ID" in one.attributes}
    numbers = [one for one in cells(2) if one.tag == "TD"]
    heads = [[name[each] for each in one.attributes["Headers"]] for one in numbers]
    labels = [set(each) for each in heads]
    assert {"一、本年新收政府信息公开申请数量", "申请人情况", "自然人"} <= labels[0]
    assert any(
        {"三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"} <= each for each in labels
    )


def test_every_name_of_a_header_is_found_in_order() -> None:
    names = catalog(sample())["StructTreeRoot"]["IDTree"]["Names"]
    given = [one.attributes["ID"] for one in read().all() if "ID" in one.attributes]
    assert names[::2] == sorted(names[::2])
    assert sorted(given) == names[::2]
    assert len(given) == len(set(given)) > 60
