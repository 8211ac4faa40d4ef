"""What is wrong with how a command ended: what it said, what it wrote, what it left behind."""

import json
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch

from tests.fuzzing.case import Case
from tests.fuzzing.live import live_texts
from tests.fuzzing.offices import documents
from tests.fuzzing.playing import Played
from tests.fuzzing.whole import faults_of_file, members_or_none

DONE, HELD_BACK, UNUSABLE = 0, 1, 2
_UNFORESEEN = "程序遇到了没有料到的问题"
_SENTENCE = re.compile(r'[\u4e00-\u9fff][^\n]*。(?:",?)?$', re.MULTILINE)
_PROBLEMS = re.compile(r"请在 Word 里改正：\n {2}\S")
_WRITES_ALL_THE_SAME = {"check", "collect", "import", "review"}
"""Commands whose exit code 1 is about what they found: they may have written."""


def judge(case: Case, played: Played) -> list[str]:
    """Return everything that should not be, in English, an empty list where all is well."""
    return [
        *_faults_of_words(case, played),
        *_faults_of_files(case, played),
        *_planted(case.files, played.after),
    ]


def _faults_of_words(case: Case, played: Played) -> Iterator[str]:
    said = played.out + played.err
    if played.code not in (DONE, HELD_BACK, UNUSABLE):
        yield f"exit code {played.code}"
    if _UNFORESEEN in said:
        yield "an unforeseen problem"
    if "Traceback" in said:
        yield f"a traceback: {_last_lines(said)}"
    if "Warning: " in played.err:
        yield "a warning of Python"
    if played.code == UNUSABLE and not (_SENTENCE.search(said) or _PROBLEMS.search(said)):
        yield "exit code 2 without a sentence"
    if played.code in (DONE, HELD_BACK) and not played.out.strip():
        yield "nothing said"
    if "--json" in case.command:
        try:
            json.loads(played.out)
        except ValueError:
            yield "what --json says is no JSON"


def _faults_of_files(case: Case, played: Played) -> Iterator[str]:
    before, after = case.files, played.after
    written = {name: data for name, data in after.items() if before.get(name) != data}
    for name in written:
        if fnmatch(name, "*.make-report-*.tmp"):
            yield f"{name} left behind"
        elif not case.writes or not fnmatch(name, case.writes):
            yield f"{name} written or changed"
    for name, data in before.items():
        if data not in after.values() and not _as_generated(data):
            yield f"{name} lost"
    if written and _writes_nothing(case, played):
        yield f"exit code {played.code}, but {', '.join(written)} written"
    new = {name: data for name, data in written.items() if data not in before.values()}
    for name, data in new.items():  # a copy is as whole as what it was made of
        old = set(faults_of_file(name, before[name])) if name in before else set()
        yield from (fault for fault in faults_of_file(name, data) if fault not in old)


def _writes_nothing(case: Case, played: Played) -> bool:
    held = played.code == HELD_BACK and case.command[0] not in _WRITES_ALL_THE_SAME
    return held or played.code == UNUSABLE


def _as_generated(data: bytes) -> bool:
    """Tell whether a document says what the program wrote: that it may write anew."""
    parts = members_or_none(data)
    return parts is not None and parts in map(members_or_none, documents())


def _planted(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Find texts of the input that have become formulas, links or names in what was written."""
    given = {text for name, data in before.items() for text in live_texts(name, data)}
    for name, data in after.items():
        if before.get(name) != data:
            yield from (f"live in {name}: {text}" for text in live_texts(name, data) - given)


def _last_lines(said: str) -> str:
    frames = re.findall(r'File "([^"]+)", line (\d+)', said)
    lines = [
        line for line in said.splitlines() if re.match(r"[A-Za-z.]+(Error|Exception)?\b", line)
    ]
    where = " < ".join(f"{path.rpartition('/')[2]}:{line}" for path, line in frames[:-4:-1])
    return f"{(lines or ['?'])[-1][:200]} at {where}"
