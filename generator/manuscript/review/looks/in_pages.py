"""What pages, headers and footers, and a document as a whole look like otherwise."""

from collections.abc import Iterator, Mapping

from generator.manuscript.looks import LineLook, Look, Looks, differing
from generator.manuscript.review.changes.change import MARGINS
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.looks.differing_looks import in_words
from generator.model.report import Place

_SIZES = "图片大小"
_WORDS = "内容"


def in_pages(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[Place, list[str]]]:
    """Yield the names of what differs of pages, of the whole document, of headers and footers."""
    place = Place(compared.edited.file)
    if len(was.sections) != len(now.sections):
        yield place, ["分节"]
    ends = zip(was.sections[-1:], now.sections[-1:], strict=False)
    all_of_them = zip(was.sections, now.sections, strict=False)
    pairs = all_of_them if len(was.sections) == len(now.sections) else ends
    names = [name for pair in pairs for name in differing(*pair)]
    same_pictures = _count(was.whole) == _count(now.whole)
    names += [name for name in differing(was.whole, now.whole) if same_pictures or name != _SIZES]
    yield place, list(dict.fromkeys(names))
    reworded = any(change.place.within == MARGINS for change in compared.changes)
    for name in {**was.margins, **now.margins}:
        what = _of_margin(was.margins, now.margins, name)
        yield place._replace(within=name), [] if reworded and what == [_WORDS] else what


def _count(whole: Look) -> int:
    return len(whole.get(_SIZES, ()))


def _of_margin(
    was: Mapping[str, tuple[LineLook, ...]], now: Mapping[str, tuple[LineLook, ...]], name: str
) -> list[str]:
    before, after = was.get(name, ()), now.get(name, ())
    if [_unpaged(line) for line in before] != [_unpaged(line) for line in after]:
        return [_WORDS]
    found: dict[str, None] = {}
    for old, new in zip(before, after, strict=True):
        found |= dict.fromkeys(in_words(old, new))
        found |= dict.fromkeys(differing(old.paragraph, new.paragraph))
    return list(found)


def _unpaged(line: LineLook) -> str:
    """Return the text without the numbers of pages, which are of no file."""
    return "".join(letter for letter in line.text if not letter.isdigit()).strip()
