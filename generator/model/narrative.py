"""The text of a report: 【…】 references to figures, and the numbers of headings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from generator.form.chinese import heading_number, listed, number
from generator.form.pattern import Pattern
from generator.form.vocabulary import Form
from generator.model.captions import GAP, captioned, citable_captions
from generator.model.finding import Finding, Severity
from generator.model.report import FOURTH_LEVEL, INDICATORS, SECOND_LEVEL, Paragraph, Place, Report

_REFERENCE = Pattern(r"【【|【([^【】]*)】")
_PAIRED = Pattern(r"【【[^【】]*】?|【[^【】]*】")
_UNPAIRED = Pattern(r"[【】][^【】]{0,8}")
_OTHER_BRACKETS = Pattern(r"[\[［〖〔{｛]([^\[\]［］〖〗〔〕{}｛｝]+)[\]］〗〕}｝]")
_BRACKETS = Pattern(r"[【】\[［〖〔{｛]")
"""Most texts have none, and nothing to be looked for."""
_MOST_ADVISED = 10  # wrong names in one text for which the nearest are looked up
_CAPTION = Pattern(r"^(图|表)\s*[:：]\s*")
_SENTENCE_END = "。！？；：，、.!?;:,"


class PrintedParagraph(NamedTuple):
    """A paragraph of the narrative as the report prints it."""

    source: Paragraph
    number: str
    """（一）, 1. or （1）; 图1 and a gap before a caption; empty for body text."""
    heading: str
    text: str

    @property
    def place(self) -> Place:
        """Where it is written: its text, or its heading where there is nothing else."""
        return self.source.place if self.text.strip() else self.source.heading_place


def citable(report: Report, form: Form) -> dict[str, str]:
    """Return every name that text may cite, with what it is replaced by."""
    names = {name: figure.cited for name, figure in report.figures.items()}
    for total in form.sums:
        value = report.total(total.figures)
        if value is not None:
            names[total.name] = number(value)
    names |= {name: entry.printed for name, entry in report.entries.items()}
    names |= {name: indicator.printed for name, indicator in report.indicators.items()}
    return names | citable_captions(report, form)


class Piece(NamedTuple):
    """A piece of a text: as the report prints it, and as it was typed."""

    shown: str
    typed: str
    name: str = ""
    """What it cites; empty where it is plain text."""


def pieces(text: str, names: Mapping[str, str]) -> list[Piece]:
    """Return a text piece by piece: plain text, and 【…】 with what they are replaced by."""
    if "【" not in text:
        return [Piece(text, text)] if text else []
    found: list[Piece] = []
    end = 0
    for reference in _REFERENCE.finditer(text):
        if plain := text[end : reference.start()]:
            found.append(Piece(plain, plain))
        name = _as_known(reference[1] or "")
        if reference[1] is None:
            found.append(Piece("【", reference[0]))
        elif name in names:
            found.append(Piece(names[name], reference[0], name))
        else:
            found.append(Piece(reference[0], reference[0]))
        end = reference.end()
    return found + ([Piece(text[end:], text[end:])] if text[end:] else [])


def _as_known(name: str) -> str:
    """Return a name as names are known: a caption may be cited with a half-width colon too."""
    return _CAPTION.sub(r"\1：", name.strip())


def names_cited(text: str) -> list[str]:
    """Return the names that a typed text cites, as they are typed."""
    return [found[1] for found in _REFERENCE.finditer(text) if found[1] is not None]


def cited_anew(text: str, renamed: Mapping[str, str]) -> str:
    """Return a typed text that cites by their new names what is called otherwise now."""
    found = pieces(text, renamed)
    return "".join(f"【{piece.shown}】" if piece.name else piece.typed for piece in found)


def as_typed(text: str) -> str:
    """Return how a plain text is typed, so that nothing in it cites anything."""
    return text.replace("【", "【【")


def cite(
    text: str,
    names: Mapping[str, str],
    place: Place,
    form: Form,
    *,
    awaited: Collection[str] = (),
) -> tuple[str, list[Finding]]:
    """Fill in the 【…】 of a text. 【【 stands for a plain 【; unknown names stay as typed.

    `awaited` are names that have no value yet or are not known, which is reported where they are
    due; with INDICATORS among them any name may be one of those.
    """
    if not _BRACKETS.search(text):
        return text, []
    filled = "".join(piece.shown for piece in pieces(text, names))
    unknown = [name for name in names_cited(text) if _as_known(name) not in names]
    findings = list(_left_as_typed(unknown, names, place, form, awaited)) if unknown else []
    if mistyped := [*_UNPAIRED.findall(_PAIRED.sub("", text)), *_in_other_brackets(text, names)]:
        findings.append(_mistyped(mistyped, place))
    return filled, findings


def _left_as_typed(
    unknown: Sequence[str],
    names: Mapping[str, str],
    place: Place,
    form: Form,
    awaited: Collection[str],
) -> Iterator[Finding]:
    """Yield what is to be said of names that nothing is known by.

    A figure that could not be read, or a blank line that is required, is reported where it is due.
    """
    entries = {entry.name: entry for entry in form.entries}
    reported = {*entries, *form.figures, *(total.name for total in form.sums), *awaited}
    for nth, name in enumerate(unknown):
        if name.strip() not in reported and INDICATORS not in awaited:
            yield _unknown(name, names if nth < _MOST_ADVISED else {}, place)
    blank = [
        name.strip()
        for name in unknown
        if name.strip() in entries
        and not entries[name.strip()].required
        and name.strip() not in awaited
    ]
    if blank:
        yield _not_filled_in(blank, place)


class HeadingCounter:
    """Counts headings as the report numbers them, section by section."""

    def __init__(self) -> None:
        self._counts: dict[tuple[int, int], int] = {}

    def next(self, section: int, level: int) -> str:
        """Return the number of the next heading of a level; empty for body text."""
        if not level:
            return ""
        number = self.coming(section, level)
        self._counts[section, level] = self._counts.get((section, level), 0) + 1
        for deeper in range(level + 1, FOURTH_LEVEL + 1):
            self._counts.pop((section, deeper), None)
        return number

    def coming(self, section: int, level: int) -> str:
        """Return the number that the next heading of a level would have."""
        return heading_number(level, self._counts.get((section, level), 0) + 1)


def in_order(report: Report, form: Form) -> list[Paragraph]:
    """Return the narrative in the order of print."""
    return [paragraph for part in form.parts for paragraph in report.part(part.name)]


def printed(report: Report, form: Form) -> tuple[list[PrintedParagraph], list[Finding]]:
    """Return the whole narrative, numbered and with its figures filled in."""
    names = citable(report, form)
    awaited = {*report.awaited, *report.unknown}
    lines: list[PrintedParagraph] = []
    findings: list[Finding] = []
    numbers = HeadingCounter()
    captions = (caption for _, caption in captioned(report, form))
    for part in form.parts:
        for paragraph in report.part(part.name):
            level = paragraph.level
            count = numbers.next(part.section, level)
            heading, wrong = cite(
                paragraph.heading,
                names,
                paragraph.heading_place,
                form,
                awaited=awaited,
            )
            if paragraph.kind:
                findings += wrong
                caption = next(captions) + (GAP if heading.strip() else "")
                lines.append(PrintedParagraph(paragraph, caption, heading.strip(), ""))
                continue
            text, wrong_too = cite(
                paragraph.text,
                names,
                paragraph.place,
                form,
                awaited=awaited,
            )
            findings += wrong + wrong_too
            lines.append(PrintedParagraph(paragraph, count, run_in(heading, text, level), text))
    return lines, findings


def runs_in(level: int, heading: str) -> bool:
    """Tell whether the text goes on in the heading's own paragraph.

    It always does from level 3 down; a level 2 heading that ends like a sentence does too.
    """
    return level != SECOND_LEVEL or heading.endswith("。")


def run_in(heading: str, text: str, level: int) -> str:
    """End a heading with 。 where text follows it in the same paragraph."""
    if heading and text and runs_in(level, heading) and heading[-1] not in _SENTENCE_END:
        return heading + "。"
    return heading


def _unknown(name: str, names: Mapping[str, str], place: Place) -> Finding:
    near = get_close_matches(name, names, n=3, cutoff=0.4)
    advice = (
        f"请改为{listed(f'【{other}】' for other in near)}等已有的名称" if near else "请改正名称"
    )
    message = f"正文引用了【{name}】，没有叫这个名称的数字，只能照原样印出"
    return _left(place, message, f"{advice}；若就是要印出方括号，请写成【【{name}】")


def _not_filled_in(blank: list[str], place: Place) -> Finding:
    names = listed(f"【{name}】" for name in dict.fromkeys(blank))
    message = f"正文引用了{names}，基本信息里却没有填，只能照原样印出"
    return _left(place, message, "请在基本信息里填写，或者改写这一段")


def _in_other_brackets(text: str, names: Mapping[str, str]) -> list[str]:
    return [
        found[0]
        for found in _OTHER_BRACKETS.finditer(text)
        if found[1].strip() in names and not found[1].strip().isdecimal()
    ]


def _mistyped(found: list[str], place: Place) -> Finding:
    shown = listed(f"“{text}”" for text in found)
    message = f"{shown}处的方括号不成对，或者不是【 】，像是没写对的引用，只能照原样印出"
    return _left(place, message, "要引用数字请写成【名称】；要印出一个【请写【【")


def _left(place: Place, message: str, advice: str) -> Finding:
    """Say that something was left as it was typed."""
    return Finding("N01", Severity.ERROR, place, message, advice)
