"""What people wrote beside a file goes along with it when it is renamed or moved."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.model.collection.answers import Answers
from generator.model.collection.filing import Filing

_Answer = TypeVar("_Answer")


def followed(answers: Answers, filings: Iterable[Filing]) -> Answers:
    """Return the answers with those for files that lie elsewhere now, known by their content.

    What was written beside the very path goes first; where several of the same content had
    different answers, none is taken.
    """
    now = {one.file: one.digest for one in filings}
    left: dict[str, list[str]] = {}
    for file, digest in answers.digests.items():
        if digest and now.get(file) != digest:
            left.setdefault(digest, []).append(file)

    def along(given: Mapping[str, _Answer]) -> dict[str, _Answer]:
        found = dict(given)
        for file, digest in now.items():
            said = {given[was] for was in left.get(digest, ()) if was in given}
            if file not in given and len(said) == 1:
                found[file] = said.pop()
        return found

    return replace(answers, whose=along(answers.whose), chosen=along(answers.chosen))
