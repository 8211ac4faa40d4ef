"""Whose a file is: by the organ that it says itself, and by what it is called and where it lies.

What a file says goes before what it is called. Where the two name different units it is nobody's
until a person says whose: somebody took another unit's file as a pattern, or mixed up two.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from generator.form.chinese import listed as joined
from generator.form.labels import label_key
from generator.form.pattern import Pattern
from generator.model.collection.owners.names import Candidate, Meaning, Names
from generator.model.collection.owners.places import leading_places
from generator.model.collection.owners.resemblance import SHORTENED

_NO_NAME = Pattern(
    r"[\W_]+|(?:19|20)\d\d年?度?|(?<!第)\d+|政府信息公开|政务公开|信息公开|依申请公开"
    r"|工作年度报告|工作年报|年度报告|年度|年报|工作报告|报告|关于|报送|上报|填报|提交|呈报|印发"
    r"|最终版?|终稿|定稿|初稿|修改[稿版]?|修订[稿版]?|送审稿|审核稿|发布稿|正式版|第.[版稿次]"
    r"|副本|复件|(?<!新)材料|附件|工作簿|文档|由(?=.+编[制写])|(?:负责)?编[制写](?!委员会|办)"
    r"|本单位|单位名称|填报单位|copy|final"
)
"""What stands in names of files, or around an organ in a text, and is no part of its name."""
_WITHIN = Pattern(r"[/\\›]")
_ENDING = Pattern(r"\.[0-9A-Za-z]{1,5}$")
_LEAST_NAME = 2
_SAID, _CALLED = 0.6, 0.4
"""How likely each is where a file says one unit and is called by another."""
_CALLED_ONLY = 0.5
_SHARED_BY = 3
"""Units whose files lie in a folder that is no unit's own."""


class Owner(NamedTuple):
    """Whose a file is."""

    unit: str = ""
    """Name of the unit, where that is certain."""
    candidates: tuple[Candidate, ...] = ()
    """Where it is not: the units that it may be of, the likeliest first; none: nobody's."""
    said: str = ""
    """What people should know of how that was told; a sentence without its full stop."""
    answered: bool = False
    """Whether a person said whose it is, in words that name no unit."""


class _Evidence(NamedTuple):
    """What a name of a file or folder, or a text, says."""

    meaning: Meaning
    words: str
    of_folder: bool = False


def shared_folders(files: Iterable[tuple[str, str]], names: Names) -> frozenset[str]:
    """Return the folders that tell nothing, from (file, organ): those of several units' files."""
    units: defaultdict[str, set[str]] = defaultdict(set)
    for file, organ in files:
        if unit := names.meaning(organ).unit:
            for folder in _folders(file):
                units[folder].add(unit)
    return frozenset(folder for folder, of in units.items() if len(of) >= _SHARED_BY)


def owner_of(
    organ: str,
    names: Names,
    *,
    file: str = "",
    texts: Sequence[str] = (),
    shared: Collection[str] = (),
) -> Owner:
    """Return whose a file is, by the organ that it says and, after that, by its path and texts.

    `shared` are the folders of its path that tell nothing.
    """
    meaning = names.meaning(organ)
    called = _of_path(file, names, shared)
    if meaning.unit:
        return _unless_contradicted(organ, meaning.unit, called, names)
    blank = not organ.strip()
    if not blank and not meaning.candidates:
        return _of_no_unit(organ, called, names)
    told = [one for one in (called, *(_of_text(text, names) for text in texts)) if one]
    told += [] if blank else _with_places(organ, file, names)
    possible = {one.unit for one in meaning.candidates}
    settled = {one.meaning.unit: one.words for one in told if blank or one.meaning.unit in possible}
    settled.pop("", None)
    written = "里面没有写是哪个单位的" if blank else f"里面写的单位是“{organ}”"
    if len(settled) == 1:
        ((unit, words),) = settled.items()
        return Owner(unit, said=f"{written}，按“{words}”认作{unit}")
    likely = [*meaning.candidates, *(each for one in told for each in _possible(one))]
    ranked = names.ranked(likely)
    return Owner("", ranked, written if blank else f"{written}，和名单里的不完全一样")


def _unless_contradicted(organ: str, unit: str, called: _Evidence | None, names: Names) -> Owner:
    others = _clearly_called(called) if called else ()
    if not called or not others or unit in others:
        return Owner(unit)
    if called.of_folder and all(names.lies_in(unit, other) for other in others):
        return Owner(unit)
    ranked = names.ranked([Candidate(unit, _SAID), *(Candidate(one, _CALLED) for one in others)])
    what = "文件夹" if called.of_folder else "文件名"
    return Owner("", ranked, f"里面写的单位是“{organ}”，{what}写的是“{called.words}”，对不上")


def _clearly_called(called: _Evidence) -> tuple[str, ...]:
    """Return the units that a name of a file means, or shortens: not what only resembles it."""
    if called.meaning.unit:
        return (called.meaning.unit,)
    candidates = called.meaning.candidates
    return tuple(one.unit for one in candidates if one.likelihood >= SHORTENED)


def _of_no_unit(organ: str, called: _Evidence | None, names: Names) -> Owner:
    """Return what is left where a file says an organ that is no unit: never more than likely."""
    units = _possible(called) if called and not called.of_folder else []
    said = f"里面写的单位是“{organ}”，名单里没有"
    if units and called:
        said += f"；文件名写的是“{called.words}”"
    return Owner("", names.ranked(units), said)


def _with_places(organ: str, file: str, names: Names) -> list[_Evidence]:
    """Return what an organ's name means with the places in its path: 财政局 that lies in 甲区."""
    pieces = [piece for part in _WITHIN.split(file) for piece in _pieces(part)]
    placed = [
        _Evidence(names.meaning(f"{piece}{organ.removeprefix(piece[-1])}"), piece)
        for piece in pieces
        if "".join(leading_places(piece)) == piece
    ]
    return [one for one in placed if one.meaning.unit]


def _possible(told: _Evidence) -> list[Candidate]:
    if told.meaning.unit:
        return [Candidate(told.meaning.unit, _CALLED_ONLY)]
    return list(told.meaning.candidates)


def _of_path(file: str, names: Names, shared: Collection[str]) -> _Evidence | None:
    """Return what the name of a file says, else the nearest folder that says anything."""
    if not file:
        return None
    own = _WITHIN.split(file)[-1]
    if found := _of_pieces(_pieces(own), names):
        return found
    for folder in sorted(_folders(file), key=len, reverse=True):
        if folder not in shared and (
            found := _of_pieces(_pieces(_WITHIN.split(folder)[-1]), names)
        ):
            return found._replace(of_folder=True)
    return None


def _of_text(text: str, names: Names) -> _Evidence | None:
    return _of_pieces(_pieces(text), names)


def _of_pieces(pieces: Sequence[str], names: Names) -> _Evidence | None:
    """Return what some words say: a unit where they name only one."""
    meanings = {piece: names.meaning(piece) for piece in pieces}
    units = {one.unit: piece for piece, one in meanings.items() if one.unit}
    if len(units) == 1:
        ((unit, words),) = units.items()
        return _Evidence(Meaning(unit), words)
    possible = [
        *(Candidate(unit, _CALLED_ONLY) for unit in units),
        *(each for one in meanings.values() for each in one.candidates),
    ]
    if not possible:
        return None
    words = joined(piece for piece, one in meanings.items() if one.unit or one.candidates)
    return _Evidence(Meaning("", names.ranked(possible)), words)


def _pieces(text: str) -> list[str]:
    """Return the words that may be names, in a name of a file or a text."""
    plain = label_key(_ENDING.sub("", text)).lower()
    return [one for one in map(_bare, _NO_NAME.split(plain)) if len(one) >= _LEAST_NAME]


def _bare(piece: str) -> str:
    return piece.removesuffix("的")


def _folders(file: str) -> list[str]:
    """Return the folders and archives in which a file lies, each as a path."""
    return [file[: found.start()] for found in _WITHIN.finditer(file)]
