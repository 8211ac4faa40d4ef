"""Takes out of a document what is struck out or hidden: it is no text that stands.

A person who strikes 5 without 修订 and types 7 beside it means 7. Where the text was, a trace
stays, as one does of what was deleted under 修订. Whether digits on both sides of it now join
into a number that nobody wrote is told as a doubt.
"""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.text import SHOWS, bits, own_text
from generator.formats.docx.tracked_changes.read.accepted_and_original import GONE, HOW, TEXT
from generator.formats.docx.tracked_changes.read.joined_paragraphs import join_paragraphs
from generator.formats.docx.tracked_changes.read.view import M
from generator.manuscript.doubtful_numbers import struck_doubt
from generator.manuscript.manuscript import Doubt, Unseen

_BLANK = frozenset({W + "br", W + "cr", W + "tab", W + "ptab"})


def leave_what_stands(root: etree._Element, looks: RunLooks) -> bool:
    """Take out of a part without 修订 what is not to be read, and leave traces of it.

    Return whether there may be any.
    """
    if not looks.may_hide_any(root):
        return False
    for run in list(root.iter(W + "r", M + "r")):
        if how := looks.unseen(run):
            _take_out(run, how)
    unmarked = [paragraph for paragraph in root.iter(W + "p") if looks.runs_on(paragraph)]
    if unmarked:
        join_paragraphs({paragraph: [] for paragraph in unmarked})
    return True


def unseen_of(paragraph: etree._Element) -> Iterator[tuple[Unseen, str]]:
    """Yield what was taken out of a paragraph, neighbours as one."""
    gone = (one for one in paragraph.iter(GONE) if HOW in one.attrib)
    for how, group in groupby(gone, key=lambda one: one.get(HOW, "")):
        yield Unseen(how), "".join(one.get(TEXT, "") for one in group)


def doubt_of(paragraph: etree._Element) -> Doubt | None:
    """Return the first number of a paragraph of which it is not clear what is left."""
    return struck_doubt(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield the text of a paragraph in order, with what was taken out of it."""
    own = {bit.element: bit.text for bit in bits(paragraph)}
    for element in paragraph.iter():
        if element in own:
            yield own[element], False
        elif element.tag == GONE and HOW in element.attrib:
            yield element.get(TEXT, ""), True


def _take_out(run: etree._Element, how: Unseen) -> None:
    shown = [(child, own_text(child)) for child in run]
    shown = [(child, text) for child, text in shown if text]
    words = [child for child, _ in shown if child.tag not in _BLANK]
    if not shown or (how == Unseen.STRUCK and not words):
        return  # a line break or a tab alone shows no line through it
    gone = etree.Element(GONE)
    gone.set(HOW, how.value)
    gone.set(TEXT, "".join(text for _, text in shown))
    run.addprevious(gone)
    for child, _ in shown:
        if SHOWS in child.attrib:
            del child.attrib[SHOWS]
        else:
            run.remove(child)
