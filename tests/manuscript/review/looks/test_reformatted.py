"""What of a document looks otherwise than it was generated, kind by kind."""

from functools import cache

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.reading.body import Body, read_body
from generator.formats.docx.reading.looks.looks import looks_of
from generator.manuscript.looks import Looks
from generator.manuscript.review.comparison import compare
from generator.manuscript.review.looks.reformatted import reformatted
from tests.few import each
from tests.form.small import SMALL
from tests.pipeline.small_office import REPORT, small_document
from tests.reviewing.looks import LOOKS, relooked

GONE = "删除线"  # is told as words that are gone


@cache
def as_made() -> tuple[Body, Looks]:
    return looked_at(small_document())


def looked_at(data: bytes) -> tuple[Body, Looks]:
    parts = open_archive(data, "", DOCUMENT)
    body = read_body(parts, "")
    return body, looks_of(parts, body, "")


@each("kind", [kind for kind in LOOKS if kind != GONE])
def test_each_kind_is_seen_and_no_other(kind: str) -> None:
    what, data = relooked(kind, 0, small_document())
    (was, before), (now, after) = as_made(), looked_at(data)
    compared = compare(REPORT, was.manuscript, now.manuscript, SMALL)
    found = reformatted(compared, before, after)
    assert {name for one in found for name in one.what} == {what}
