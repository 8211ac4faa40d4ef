"""The pictures of a report, from files that lie beside its workbook."""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from generator.files.os_reason import reason
from generator.files.zip_archive import read_file
from generator.form.chinese import listed
from generator.formats.picture.limits import must_be_of_a_size
from generator.formats.picture.problem import PictureProblem
from generator.model.captions import shown_by
from generator.model.exhibits import Picture
from generator.model.finding import Finding, Refusal, held_back
from generator.model.report import Paragraph

_PRINTED = (".png", ".jpg", ".jpeg", ".gif")
_OTHERS = (".heic", ".heif", ".avif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".emf", ".wmf")
_ENDINGS = (*_PRINTED, *_OTHERS)
_ELSEWHERE = re.compile(r"/|[A-Za-z]:|\w+://")
_MOST_COMPARED = 1_000  # pictures of a folder whose names are compared: it takes a while for each
_NEAR, _ALIKE = 3, 0.5  # how many names are offered, and how alike they are
_PUT_THERE = "请把图片放在工作簿旁边，这里只写它的文件名"
_MOST_SHOWN = 80  # characters of a name that may be a pasted text


def picture_shown(paragraph: Paragraph, workbook: Path | None) -> Picture | Finding:
    """Return the picture that a row names, or E01 with what is wrong with it.

    `workbook` is where the report lies, if anywhere; a report in JSON as well.
    """
    from generator.formats.picture.reading import read_picture  # few reports have pictures

    name = shown_by(paragraph).name
    try:
        return read_picture(find_picture(name, workbook), name)
    except PictureProblem as problem:
        short = name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}……"
        message = f"图片{f'“{short}”' if name else ''}{problem.what}"
        return held_back("E01", paragraph.place, message, problem.advice)


def find_picture(name: str, workbook: Path | None) -> bytes:
    """Return the content of the file that a row names. Raise PictureProblem.

    It lies beside the workbook, in a folder there, or in the folder of the workbook's name. Names
    are looked for among those that are there and never opened as they were typed: so no other
    file is read, and what a system takes for a device is none.
    """
    if workbook is None:
        raise PictureProblem(
            "找不到：这份报告不是文件，不知道图片放在哪里",
            "请把报告存成文件，图片放在它旁边",
        )
    parts = _parts(name)
    bases = _bases(workbook)
    for fits in (_exactly, _but_for_case, _but_for_ending):
        found = {
            os.path.realpath(path): path
            for base in bases
            for path in _below(base, parts, fits, bases[0])
        }
        if len(found) > 1:
            both = listed(sorted(_said(path, bases[0]) for path in found.values()))
            raise PictureProblem(f"不知道是哪一个：有 {both}", "请写明后缀或文件夹，或者移走不用的")
        for path in found.values():
            return _content(path, bases[0])
    raise _nowhere(parts[-1], bases, workbook.stem)


def _parts(name: str) -> list[str]:
    """Return the folders and the file that a name consists of, on whatever system it was typed."""
    typed = name.strip().strip('"“”').strip().replace("\\", "/")
    if _ELSEWHERE.match(typed):
        raise PictureProblem("写的是别处的路径或网址，没有去读", _PUT_THERE)
    parts = [part for part in typed.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise PictureProblem("的路径到了工作簿所在的文件夹外面，没有去读", _PUT_THERE)
    if not parts:
        raise PictureProblem("没有写文件名", "请在正文一栏写图片的文件名，图片放在工作簿旁边")
    return parts


def _bases(workbook: Path) -> list[Path]:
    """Return the folders in which pictures of a workbook lie, its own first."""
    folder, own = workbook.parent, workbook.parent / workbook.stem
    is_there = os.path.isdir(own)  # noqa: PTH112 - is_dir may raise
    return [folder, own] if is_there and _lies_in(own, folder) else [folder]


_Fits = Callable[[str, str], bool]


def _exactly(there: str, typed: str) -> bool:
    return there == typed


def _but_for_case(there: str, typed: str) -> bool:
    return _folded(there) == _folded(typed)


def _but_for_ending(there: str, typed: str) -> bool:
    stem, ending = os.path.splitext(there)  # noqa: PTH122 - a plain name
    return ending.lower() in _ENDINGS and _folded(stem) == _folded(typed)


def _folded(name: str) -> str:
    """Return a name as people read it: Macs take letters apart, and brackets have two widths."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def _below(base: Path, parts: list[str], fits: _Fits, folder: Path) -> list[Path]:
    """Return the paths below a folder whose names fit those typed."""
    *folders, file = parts
    here = [base]
    for typed in folders:
        is_it = _exactly if fits is _exactly else _but_for_case
        here = [one for above in here for one in _inside(above, folder) if is_it(one.name, typed)]
    found = [one for above in here for one in _inside(above, folder) if fits(one.name, file)]
    printed = [one for one in found if one.suffix.lower() in _PRINTED]
    return printed if printed and fits is _but_for_ending else found


def _inside(above: Path, folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, which is the workbook's or lies in it. Raise PictureProblem."""
    _must_lie_in(above, folder)
    try:
        with os.scandir(above) as entries:
            names = sorted(entry.name for entry in entries)
    except NotADirectoryError:
        return
    except OSError as problem:
        what = f"所在的文件夹打不开：{reason(problem)}"
        raise PictureProblem(what, "请检查文件夹的权限") from None
    yield from (above / name for name in names)


def _lies_in(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _must_lie_in(path: Path, folder: Path) -> None:
    if not _lies_in(path, folder):
        raise PictureProblem("是指向别处的链接，没有去读", "请把图片本身复制到工作簿旁边")


def _content(path: Path, folder: Path) -> bytes:
    _must_lie_in(path, folder)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise PictureProblem("是文件夹，不是图片", "请写明其中图片的文件名")
        if not stat.S_ISREG(found.st_mode):
            raise PictureProblem("不是普通文件，没有打开", _PUT_THERE)
        must_be_of_a_size(found.st_size)
        return read_file(path)
    except OSError as problem:
        raise PictureProblem(f"读不了：{reason(problem)}", "请重新复制一份") from None
    except Refusal as refusal:
        what, _, advice = str(refusal).partition("。")
        raise PictureProblem(f"读不了：{what}", advice.rstrip("。") or "请重新复制一份") from None


def _nowhere(typed: str, bases: list[Path], stem: str) -> PictureProblem:
    """Return that there is no such file, with the pictures there whose names are nearest."""
    pictures: dict[str, list[Path]] = {}
    for base in bases:
        there = (path for path in _inside(base, bases[0]) if path.suffix.lower() in _ENDINGS)
        for path in islice(there, _MOST_COMPARED):
            pictures.setdefault(_folded(path.stem), []).append(path)
    wanted = _folded(os.path.splitext(typed)[0])  # noqa: PTH122 - a plain name
    near = get_close_matches(wanted[:_MOST_SHOWN], pictures, _NEAR, _ALIKE)
    names = [_said(path, bases[0]) for one in near for path in pictures[one]][:_NEAR]
    if names:
        return PictureProblem("找不到", f"是不是 {listed(names)}？请照图片的文件名写")
    where = f"工作簿旁边，或者旁边名为“{stem}”的文件夹里"
    return PictureProblem("找不到", f"请把它放在{where}，并照文件名写")


def _said(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
