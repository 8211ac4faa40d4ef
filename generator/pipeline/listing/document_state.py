"""How far a document is, beside its workbook."""

from collections.abc import Mapping
from pathlib import Path

from generator.files.zip_archive import DOCUMENT, read_file, unpacked
from generator.formats.docx.package.seal import untouched
from generator.model.finding import Refusal
from generator.pipeline.listing.around import kept_copies
from generator.pipeline.listing.states import DocumentState
from generator.pipeline.review import Review, review


def document_state(
    document: Path, workbook: Path | None, made: bytes | None = None
) -> DocumentState:
    """Return how far a document is; `made` is what its workbook makes now, if it makes one."""
    try:
        content = read_file(document)
        parts = unpacked(content, document.name, DOCUMENT)
        if not untouched(parts):
            return _edited(document, review(document, workbook=workbook))
    except Refusal as refusal:
        return DocumentState(document, edited=True, problem=str(refusal))
    if made is None or not _same(made, content, parts):
        return DocumentState(document)
    reviewed = workbook is not None and _all_of_a_copy(document, workbook)
    return DocumentState(document, current=True, reviewed=reviewed)


def _same(made: bytes, there: bytes, parts: Mapping[str, bytes]) -> bool:
    return made == there or unpacked(made, "", DOCUMENT) == parts


def _edited(document: Path, found: Review) -> DocumentState:
    edited, merge = found.comparison.edited, found.merge
    state = DocumentState(
        document,
        edited=True,
        revisions=edited.revised,
        remarks=sum(not one.done for one in edited.remarks),
        remarks_done=sum(one.done for one in edited.remarks),
        changes=len(found.comparison.changes),
        cells=found.cells,
        conflicts=len(found.conflicts),
        newer=len(merge.newer) if merge else 0,
        leftovers=len(found.leftovers),
        formatting=len(found.formatting),
    )
    return state._replace(current=merge is not None and state.in_workbook)


def _all_of_a_copy(document: Path, workbook: Path) -> bool:
    """Tell whether the newest copy that reviewers worked on says what the workbook says now.

    What was written back is printed anew: then the document is nobody's, and the copy tells that
    it was reviewed.
    """
    for copy in kept_copies(document)[:1]:
        state = document_state(copy, workbook)
        return state.edited and state.in_workbook
    return False
