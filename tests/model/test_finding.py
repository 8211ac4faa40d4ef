"""What a finding is known by."""

from generator.model.finding import wrong
from generator.model.report import Place


def test_a_finding_about_half_a_character_has_a_key_like_any_other() -> None:
    finding = wrong("X01", Place("甲.xlsx"), "写的是“\ud800”", "请改正")
    assert finding.key.startswith("X01-")
