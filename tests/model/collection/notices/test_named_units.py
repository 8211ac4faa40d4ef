"""Messages about several units, as one of them reads them."""

import pytest

from generator.model.collection.notices.named_units import without_names
from generator.model.collection.unit import Unit
from generator.model.finding import wrong
from generator.model.report import Place

OWN = Unit("某某区民政局", ("民政局",))
OTHERS = (Unit("某某区水务局"), Unit("某某区人力资源和社会保障局", ("人社局",)))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("与“某某区水务局”的这一段相同", "与另一个单位的这一段相同"),
        ("与某某区水务局、人社局的这一段相同", "与另外几个单位的这一段相同"),
        ("某某区民政局和某某区人力资源和社会保障局的这一段相同", "你单位和另一个单位的这一段相同"),
        ("民政局与某某区水务局的数相同", "你单位和另一个单位的数相同"),
        ("这一段没有写完", "这一段没有写完"),
    ],
)
def test_no_other_unit_is_named(written: str, read: str) -> None:
    finding = wrong("C01", Place("a"), written, f"请看{written}")
    told = without_names(finding, OWN, OTHERS)
    assert (told.message, told.advice) == (read, f"请看{read}")
    assert told.key == finding.key


def test_without_others_there_is_nobody_to_hide() -> None:
    finding = wrong("C01", Place("a"), "某某区民政局的数", "请改")
    assert without_names(finding, OWN, ()) is finding
