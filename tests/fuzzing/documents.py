"""Documents as they come back: edited by a reviewer, or with another record of their making."""

from random import Random

from lxml import etree

from tests.fuzzing.json_writing import CHANGES
from tests.fuzzing.members import archive_of, members_of
from tests.fuzzing.texts import fit_for_xml
from tests.reviewing import extras
from tests.reviewing.reviewer import review

_SNAPSHOT, _PROPERTIES = "customXml/item1.xml", "docProps/custom.xml"


def reviewed(document: bytes, rng: Random) -> bytes:
    """Return a document with the edits, and perhaps the comments and tables, of a reviewer."""
    truth = review(document, rng, tracked=rng.choice((True, False, None)))
    for extra in (extras.add_comment, extras.add_appendix, extras.add_table, extras.late_row):
        if rng.random() < 0.2:
            truth = extra(truth, rng)
    return truth.data


def with_another_snapshot(document: bytes, rng: Random) -> bytes:
    """Change what a document says that it was made from, and take the hash away that tells."""
    parts = dict(members_of(document))
    root = etree.fromstring(parts[_SNAPSHOT])
    other = rng.choice(CHANGES)((root.text or "").encode(), rng)
    root.text = fit_for_xml(other.decode("utf-8", "replace"))
    parts[_SNAPSHOT] = etree.tostring(root)
    parts[_PROPERTIES] = parts[_PROPERTIES].replace(b".snapshot-sha256", b".other")
    return archive_of(list(parts.items()), rng)
