"""Labels of tables without what offices add to them or leave out: numbers and explanations."""

import re
from functools import lru_cache

from generator.form.labels import label_key
from generator.form.vocabulary import Table
from generator.manuscript.alignment import likeness

_SAME_LABEL = 0.6
_LONGEST = 500  # characters; what is longer is no label, and would be searched for very long
_EXPLANATION = re.compile(r"(?<=.)(?:\((?:[^()]|\([^()]*\))*\))+$")
_NUMBER = re.compile(r"^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[.、,])")
_SAME_WORD = {"合计": "总计"}
_ENDS = ".:;,、"


@lru_cache(maxsize=10_000)
def bare(text: str) -> str:
    """Return the words of a label: （七）总计 is 总计, 规章（没有填 0） is 规章."""
    words = unnumbered(text)
    if len(words) <= _LONGEST:
        words = _EXPLANATION.sub("", words) or words
    return _SAME_WORD.get(words, words)


@lru_cache(maxsize=10_000)
def unnumbered(text: str) -> str:
    """Return the words of a label with its explanation."""
    key = label_key(text).strip(_ENDS)
    return _NUMBER.sub("", key) or key


def reworded(text: str, official: str) -> bool:
    """Tell whether a label is one of the form's in other words."""
    return likeness(bare(text), bare(official)) >= _SAME_LABEL


def labels_of(table: Table) -> set[str]:
    """Return all labels of a table as `bare`."""
    texts = {text for block in table.blocks for text in (block.caption, block.corner) if text}
    for block in table.blocks:
        texts.update(label for row in block.rows for label in row.label)
        texts.update(label for column in block.columns for label in column.label)
    return {bare(text) for text in texts}
