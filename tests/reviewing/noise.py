"""What Word leaves behind while one types; it never changes the text."""

from random import Random

from lxml.etree import _Element as Element

from tests.reviewing.ooxml import Package, new, w
from tests.reviewing.runs import cut, cut_run, hint_of, runs_of, text_of


def sprinkle(package: Package, rng: Random, *, share: float = 0.4) -> None:
    """Break runs apart and strew marks over a share of all paragraphs."""
    for paragraph in list(package.body.iter(w("p"))):
        if rng.random() < share * (0.2 if paragraph.getparent() is not package.body else 1):
            if rng.random() < 0.7:
                paragraph.set(w("rsidR"), _session(rng))
                paragraph.set(w("rsidRDefault"), _session(rng))
            _sprinkle(package, paragraph, rng)
    if rng.random() < 0.15:
        last = [found for found in package.body if found.tag == w("p")][-1]
        last.addprevious(new("p", new("pPr", new("rPr", new("rFonts", hint="eastAsia")))))


def break_up(package: Package, rng: Random) -> None:
    """Break some runs of inserted and deleted words, too."""
    for name in ("ins", "del", "moveFrom", "moveTo"):
        for change in list(package.body.iter(w(name))):
            for one in list(change.iterchildren(w("r"))):
                length = sum(len(words.text or "") for words in one.iter(w("t"), w("delText")))
                if length > 1 and rng.random() < 0.3:
                    cut_run(one, rng.randint(1, length - 1))


def _sprinkle(package: Package, paragraph: Element, rng: Random) -> None:
    length = len(text_of(paragraph))
    for _ in range(rng.randint(0, 3) if length > 1 else 0):
        cut(paragraph, rng.randint(1, length - 1))
    runs = runs_of(paragraph)
    for one in runs:
        if rng.random() < 0.5:
            one.set(w("rsidR"), _session(rng))
        if rng.random() < 0.3:
            hint_of(one)
    if runs:
        _mark(package, runs, rng)


def _mark(package: Package, runs: list[Element], rng: Random) -> None:
    for kind, often in (("spell", 0.4), ("gram", 0.2)):
        if rng.random() < often:
            _around(rng, runs, *(new("proofErr", type=f"{kind}{end}") for end in ("Start", "End")))
    if rng.random() < 0.25:
        key = package.next_id()
        name = rng.choice((f"_Toc{rng.randint(10**8, 10**9)}", f"_GoBack{key}", f"OLE_LINK{key}"))
        start = new("bookmarkStart", id=key, name=name)
        _around(rng, runs, start, new("bookmarkEnd", id=key))
    if rng.random() < 0.15:
        one = rng.choice(runs)
        one.insert(len(one.findall(w("rPr"))), new("lastRenderedPageBreak"))
    if rng.random() < 0.1:
        rng.choice(runs).addnext(new("r", new("rPr", new("rFonts", hint="eastAsia"))))


def _around(rng: Random, runs: list[Element], start: Element, end: Element) -> None:
    first = rng.randrange(len(runs))
    runs[first].addprevious(start)
    runs[rng.randrange(first, len(runs))].addnext(end)


def _session(rng: Random) -> str:
    return f"00{rng.randrange(16**6):06X}"
