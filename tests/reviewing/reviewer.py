"""A simulated reviewer, who edits a report as people do in Word and WPS.

The texts before and after are worked out on strings, apart from the XML, and nothing of
generator/ is imported: what the program under test gets wrong cannot be wrong here as well.
"""

from collections.abc import Sequence
from random import Random

from tests.reviewing.body import REVISIONS
from tests.reviewing.desk import Desk
from tests.reviewing.edits import MAKERS
from tests.reviewing.noise import break_up, sprinkle
from tests.reviewing.ooxml import Package
from tests.reviewing.record import Cell, Comment, Edit, Grid, Kind, Reviewed
from tests.reviewing.runs import Pen

__all__ = ["Cell", "Comment", "Edit", "Grid", "Kind", "Reviewed", "review", "unedited"]

_MOST = 4
_AUTHORS = ("张敏", "李建国", "办公室-陈", "Administrator", "王处长", "微软用户", "法规科")


def review(
    data: bytes,
    rng: Random,
    *,
    kinds: Sequence[Kind] = tuple(Kind),
    count: int | None = None,
    tracked: bool | None = False,
    crowded: bool = False,
    noise: bool = True,
    nested: bool = True,
    looks: Sequence[str] = (),
) -> Reviewed:
    """Make random edits in a .docx and return it with the truth about them.

    `count` edits (at random one to four) of the given `kinds` are made, or fewer where the
    document has no more room: each touches other paragraphs or cells than the rest, and at
    least one untouched paragraph lies between two edits, unless `crowded`. `tracked` writes
    修订; None decides so edit by edit. `noise` strews what Word leaves in the XML.
    `nested` lets a colleague strike some inserted words again (w:del in w:ins); LibreOffice 7.4
    may save that as a plain w:del, so that rejecting brings back words that never were.
    With `looks`, such as strike, what is deleted without 修订 mostly gets one of them instead.

    Raises:
        ValueError: the document has tracked changes already, or no edit is possible.

    """
    package = Package.open(data)
    if next(package.body.iter(*REVISIONS), None) is not None:
        raise ValueError("the document has tracked changes already")
    if noise:
        sprinkle(package, rng)
    desk = Desk(package, rng, crowded)
    authors = rng.sample(_AUTHORS, rng.randint(1, 3))
    colleague = rng.choice([name for name in _AUTHORS if name not in authors]) if nested else ""
    made = 0
    for _ in range(count or rng.randint(1, _MOST)):
        for kind in rng.sample(list(kinds), len(kinds)):
            pen = Pen(
                package,
                rng,
                tracked=rng.random() < 0.5 if tracked is None else tracked,
                author=rng.choice(authors),
                date=_date(rng),
                colleague=colleague,
                look=rng.choice(looks) if looks and rng.random() < 0.8 else "",
            )
            if MAKERS[kind](desk, pen):
                made += 1
                break
    if not made:
        raise ValueError("there is nothing to edit")
    if noise:
        break_up(package, rng)
    return desk.reviewed()


def unedited(data: bytes) -> Reviewed:
    """Return a document with the truth about it, nothing changed."""
    nothing_random = Random(0)
    return Desk(Package.open(data), nothing_random, crowded=False).reviewed()


def _date(rng: Random) -> str | None:
    if rng.random() < 0.1:
        return None
    day, hour, minute = rng.randint(1, 28), rng.randint(8, 17), rng.randint(0, 59)
    return f"2024-01-{day:02}T{hour:02}:{minute:02}:00Z"
