"""What is packed is the same as what was put in, and takes little."""

import pickle

import pytest

from generator.model.collection.filing import FiledText
from generator.model.collection.packed import PackedMapping, PackedSequence
from generator.model.report import Place
from tests.model.collection.collected import filing, tie, wording

TEXTS = [FiledText("正文", f"第{number}段", Place("甲.docx", "", "")) for number in range(30)]


def test_a_packed_sequence_is_the_sequence() -> None:
    packed = PackedSequence(TEXTS)
    assert packed == TEXTS
    assert list(packed) == TEXTS
    assert (len(packed), packed[3], packed[-2:]) == (30, TEXTS[3], tuple(TEXTS[-2:]))
    assert PackedSequence(()) == ()
    assert packed != TEXTS[1:]
    with pytest.raises(IndexError):
        packed[30]


def test_a_packed_mapping_is_the_mapping() -> None:
    values = {text.text: text for text in TEXTS}
    packed = PackedMapping(values)
    assert packed == values
    assert [*packed] == [*values]
    assert packed.get("没有") is None
    with pytest.raises(KeyError):
        packed["没有"]


def test_a_packed_filing_says_the_same_and_may_be_sent_to_another_process() -> None:
    plain = filing(tie(), wording())
    packed = plain.packed()
    assert packed == plain
    assert (packed.held_back, packed.wrong) == (plain.held_back, plain.wrong) == (True, 2)
    assert pickle.loads(pickle.dumps(packed)) == plain  # noqa: S301 - our own


def test_it_is_small() -> None:
    assert len(pickle.dumps(PackedSequence(TEXTS))) < len(pickle.dumps(TEXTS)) / 3
