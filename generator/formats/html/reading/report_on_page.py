"""Which part of a page is the report: told by where its title, headings and tables stand."""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from generator.form.chinese import listed
from generator.form.labels import label_key
from generator.formats.html.reading.flow import Item, PageLine, PageTable, is_block
from generator.formats.html.reading.furniture import (
    begins_the_end,
    is_about_the_page,
    is_attachment,
    is_button,
    is_path,
    is_sentence,
)
from generator.formats.html.reading.landmarks import Landmarks
from generator.formats.html.reading.markup import tag_of
from generator.formats.html.reading.tables import Tables
from generator.model.finding import Refusal

_FEWEST_LINKS = 3
"""So many headings without text between them are a list of contents."""
_AROUND = {"nav", "footer", "aside"}
_ROLES = {"navigation", "contentinfo", "complementary", "banner", "search"}


class Sorted(NamedTuple):
    """The items of a page, sorted."""

    kept: list[Item]
    left: list[Item]
    """What belongs to the site, not to the report."""
    again: bool = False
    """Whether the page holds the very same report once more, as for phones."""
    known: bool = True
    """Whether any heading or table of a form is there; else all is kept."""


class _Span(NamedTuple):
    """One report on a page, by the numbers of items."""

    headings: dict[int, int]
    """Each with its section."""
    end: int
    """Where the next one begins."""


def sorted_items(items: Sequence[Item], tables: Tables, landmarks: Landmarks, name: str) -> Sorted:
    """Sort the items of a page. Raise Refusal where it holds different reports."""
    texts = [one.shown.text if isinstance(one, PageLine) else "" for one in items]
    headings = landmarks.headings(texts)
    contents = set(_contents(headings))
    repeated = set(_repeated(headings, items))
    headings = {at: section for at, section in headings.items() if at not in contents | repeated}
    titles = [one for one in landmarks.titles(texts) if not is_path(texts[one.start])]
    spans = _spans(headings, titles, len(items), landmarks.fewest_headings)
    same = _only_one(spans, items, tables, titles, name)
    own = spans[0] if spans else _Span(headings, len(items))
    start = min(own.headings, default=0)
    official = [
        at
        for at, one in enumerate(items[: own.end])
        if isinstance(one, PageTable) and at >= start and tables.is_official(one)
    ]
    marks = sorted({*own.headings, *official})
    if not marks:
        return Sorted(list(items), [], known=False)
    article = _common([items[at].element for at in marks])
    above = [one for one in titles if one.stop <= marks[0] + 1 and one.start < marks[0]]
    title = above[-1] if above else range(0)
    sorter = _Sorter(items, article, marks, title, own.end)
    kept = [at for at in sorter.kept() if at not in contents | repeated]
    left = [at for at in range(len(items)) if at not in {*kept}]
    return Sorted([items[at] for at in kept], [items[at] for at in left], again=same)


def _contents(headings: dict[int, int]) -> Iterator[int]:
    """Yield headings that stand right below one another and come again later: links to them."""
    runs: list[list[int]] = []
    for line in sorted(headings):
        if not runs or line != runs[-1][-1] + 1 or headings[line] <= headings[line - 1]:
            runs.append([])
        runs[-1].append(line)
    for run in runs:
        later = {section for line, section in headings.items() if line > run[-1]}
        if len(run) >= _FEWEST_LINKS and later.issuperset(headings[line] for line in run):
            yield from run


def _repeated(headings: dict[int, int], items: Sequence[Item]) -> Iterator[int]:
    """Yield headings that say the one right above once more, as captions of tables do."""
    for line, section in headings.items():
        if headings.get(line - 1) == section and isinstance(items[line], PageLine):
            yield line


def _spans(headings: dict[int, int], titles: Sequence[range], end: int, fewest: int) -> list[_Span]:
    """Return the reports: headings in the order of the form, until they begin anew."""
    runs: list[dict[int, int]] = []
    for at, section in sorted(headings.items()):
        if not runs or section < max(runs[-1].values()):
            runs.append({})
        runs[-1][at] = section
    whole = [run for run in runs if len({*run.values()}) >= fewest]
    found: list[_Span] = []
    for number, run in enumerate(whole):
        begins = end
        if number + 1 < len(whole):
            first = min(whole[number + 1])
            between = [one.start for one in titles if max(run) < one.start < first]
            begins = min(between, default=first)
        found.append(_Span(run, begins))
    return found


def _only_one(
    spans: Sequence[_Span],
    items: Sequence[Item],
    tables: Tables,
    titles: Sequence[range],
    name: str,
) -> bool:
    """Tell whether one report is there several times. Raise Refusal where there are several."""
    if len(spans) < 2:  # noqa: PLR2004 - one or none
        return False
    said = {
        tuple(_words(items[min(span.headings) : max(span.headings) + 1], tables)) for span in spans
    }
    if len(said) == 1:
        return True
    called = []
    for span in spans:
        above = [one for one in titles if one.start < min(span.headings)]
        words = [items[at] for at in above[-1]] if above else []
        called.append("".join(one.shown.text for one in words if isinstance(one, PageLine)))
    which = f"（{listed(f'“{one}”' for one in called)}）" if all(called) else ""
    raise Refusal(
        f"{name} 里有 {len(spans)} 份报告{which}，不知道要哪一份，没有导入。"
        "请在浏览器里打开它，选中要的那一份，复制到新建的 Word 文档里，保存以后再导入。"
    )


def _words(items: Sequence[Item], tables: Tables) -> Iterator[str]:
    for one in items:
        if isinstance(one, PageLine):
            yield label_key(one.shown.text)
        elif isinstance(one, PageTable):
            yield from (label_key(text) for text in tables.texts(one).values())


def _common(elements: Sequence[etree._Element]) -> etree._Element:
    """Return the innermost block that holds all of some; of one alone, what it stands in."""
    paths = [[*filter(is_block, reversed([*one.iterancestors()])), one] for one in elements]
    if len(paths) == 1:
        return paths[0][-2] if len(paths[0]) > 1 else paths[0][0]
    common = paths[0][0]
    for level in zip(*paths, strict=False):
        if any(one is not level[0] for one in level):
            break
        common = level[0]
    return common


class _Sorter:
    """Says of each item whether it is of the report."""

    def __init__(
        self,
        items: Sequence[Item],
        article: etree._Element,
        marks: Sequence[int],
        title: Collection[int],
        end: int,
    ) -> None:
        self._items, self._article, self._end = items, article, end
        self._first, self._last, self._title = marks[0], marks[-1], title
        self._marks = {*marks, *title}
        self._inside: dict[etree._Element, bool] = {}
        self._around: dict[etree._Element, bool] = {}

    def kept(self) -> Iterator[int]:
        """Yield the numbers of the items that are of the report."""
        for at in range(min(self._title, default=0), self._end):
            one = self._items[at]
            if at > self._last and isinstance(one, PageLine) and begins_the_end(one.shown.text):
                return
            if at in self._marks or (not self._is_around(one.element) and self._keeps(at, one)):
                yield at

    def _keeps(self, at: int, one: Item) -> bool:
        inside = self._is_inside(one.element)
        if not isinstance(one, PageLine):
            return inside
        text = one.shown.text
        if at < self._first:
            return not is_about_the_page(text) and (inside or is_sentence(text))
        if at < self._last:
            return not is_button(text)
        leads_away = one.shown.linked and not is_attachment(text)
        return inside and not leads_away and not is_button(text)

    def _is_inside(self, element: etree._Element) -> bool:
        """Tell whether something stands where the report does."""
        if element not in self._inside:
            ancestors = (element, *element.iterancestors())
            self._inside[element] = any(one is self._article for one in ancestors)
        return self._inside[element]

    def _is_around(self, element: etree._Element) -> bool:
        """Tell whether the page itself says that something is no part of its content."""
        if element not in self._around:
            up = (element, *element.iterancestors())
            within = takewhile(lambda one: one is not self._article, up)
            self._around[element] = any(
                tag_of(one) in _AROUND or one.get("role") in _ROLES for one in within
            )
        return self._around[element]


def said_by(items: Sequence[Item], tables: Tables) -> list[str]:
    """Return the texts of items, of tables cell by cell."""
    found: list[str] = []
    for one in items:
        if isinstance(one, PageLine):
            found.append(one.shown.text)
        elif isinstance(one, PageTable):
            found += tables.texts(one).values()
    return [text.strip() for text in found if text.strip()]
