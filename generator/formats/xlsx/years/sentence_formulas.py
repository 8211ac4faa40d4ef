"""The formulas of sentences: they say what the model says, of whatever the cells hold."""

from generator.formats.xlsx.years.sheets import at
from generator.formats.xlsx.years.summary_sheet import SummarySheet
from generator.model.collection.over_years import changes
from generator.model.collection.over_years.year_sentences import BLANK, LAST_BLANK, Sentence, begun


def sentence_formula(sentence: Sentence, year: int, summary: SummarySheet) -> str:
    """Return the formula of a sentence, which says what `text_of` does."""
    now = at(summary.sheet.title, summary.spot(sentence.trend.name, year))
    words = [_text(begun(sentence, year)), now, _text(sentence.trend.unit)]
    if sentence.compared:
        words.append(_compared(sentence, year, summary))
    return f'IF(COUNT({now})=0,"",{"&".join([*words, _text("。")])})'


def remark_formula(sentence: Sentence, year: int, summary: SummarySheet) -> str:
    """Return the formula of what is said beside it, as `remark_of` does."""
    name, sheet = sentence.trend.name, summary.sheet.title
    said = _text(sentence.remark)
    if sentence.compared:
        before = at(sheet, summary.spot(name, year - 1))
        said = f"IF(COUNT({before})=0,{_text(LAST_BLANK.format(year=year - 1))},{said})"
    now = at(sheet, summary.spot(name, year))
    return f"IF(COUNT({now})=0,{_text(BLANK.format(year=year))},{said})"


def _compared(sentence: Sentence, year: int, summary: SummarySheet) -> str:
    """Return what says the words of `compared_in_words`."""
    name, unit, sheet = sentence.trend.name, sentence.trend.unit, summary.sheet.title
    before = at(sheet, summary.spot(name, year - 1))
    row, column = summary.compared(name)
    more, ratio = at(sheet, (row, column)), at(sheet, (row, column + 1))
    share = f'IF({ratio}=0,{_text(changes.HARDLY)},TEXT(ABS({ratio})*100,"0.0")&"%")'
    by_words = f"IF({more}>0,{_text(changes.MORE)},{_text(changes.LESS)})"
    grown = f"IF({more}>0,{_text(changes.GREW)},{_text(changes.SHRANK)})"
    changed = "&".join(
        (_text("，比上年"), by_words, f"ABS({more})", _text(f"{unit}，"), grown, share)
    )
    level, none = _text(f"，{changes.LEVEL}"), _text(f"，{changes.NONE_BEFORE}")
    return f'IF(COUNT({before})=0,"",IF({more}=0,{level},IF({before}=0,{none},{changed})))'


def _text(words: str) -> str:
    quoted = words.replace('"', '""')
    return f'"{quoted}"'
