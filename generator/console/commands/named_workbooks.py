"""Which workbooks a command is about."""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from generator.console.commands.files_meant import workbook_meant
from generator.console.output import complain
from generator.files.file_names import is_copy, is_published
from generator.files.os_reason import reason
from generator.form.chinese import listed
from generator.formats.xlsx.findings.problem_sheets import is_problem_list
from generator.messages.command_to_type import shown_command
from generator.model.finding import Refusal
from generator.pipeline.example import is_example

_LOCK = "~$"
"""How the names begin of what Excel puts beside a workbook while it is open."""
_WILD = frozenset("*?[")
_ANY = "*.xlsx"
_HANDED_IN = ("*.docx", "*.doc", "*.wps", "*.odt", "*.pdf", "*.htm", "*.html", "*.zip", "*.rar")
_MOST_NAMED = 5
_OTHERS = ("*.xls", "*.et", "*.xlsm")
"""What staff may have saved a workbook as; it is refused by name, not passed over."""


def named_workbooks(options: argparse.Namespace) -> list[Path]:
    """Return the workbooks that were named, or the only one there is. Raise Refusal for none."""
    workbooks = expanded(options.files) if options.files else [only_workbook()]
    if options.previous and len(workbooks) > 1:
        raise Refusal("有好几个工作簿时不能用 --previous。请去掉它，或者一个一个来。")
    return workbooks


def expanded(named: Sequence[Path]) -> list[Path]:
    """Return the files that were named; of folders and of names such as *.xlsx all workbooks.

    A folder in which there is none stands for itself, and is refused when its turn comes: it does
    not stop the others. What is named twice is done once. Raise Refusal where there is not one
    file in all.
    """
    found = [(path, list(_files_of(path))) for path in map(workbook_meant, named)]
    if not any(files for _, files in found):
        raise Refusal(_nothing_at(found[0][0]))
    own = [(path, _own(files)) for path, files in found]
    kept = {file for _, files in own for file in files}
    examples = [file for _, files in found for file in files if file not in kept]
    if examples:
        complain(
            f"{listed(map(str, examples))} 是程序自带的示例，没有算在内；要用它，请写明文件名。"
        )
    for path, files in own:
        if _is_folder(path) and (others := _passed_over(path, files)):
            some = listed(others[:_MOST_NAMED]) + ("等" if others[_MOST_NAMED:] else "")
            complain(
                f"{path} 里的 {some} 不是工作簿，没有算在内。"
                f"要汇总各单位交来的文件，请用：{shown_command('make-report', 'collect', path)}"
            )
    each = (file for path, files in own for file in files or [path])
    workbooks = list({os.path.abspath(file): file for file in each}.values())  # noqa: PTH100
    return [path for path in workbooks if not path.name.startswith(_LOCK)] or workbooks


def _passed_over(folder: Path, workbooks: Sequence[Path]) -> list[str]:
    """Return the names of what units may have handed in otherwise than as a workbook.

    What is named after a workbook was made of it.
    """
    stems = tuple(path.stem for path in workbooks)
    return [
        file.name
        for file in _in_folder(folder, *_HANDED_IN)
        if not (file.stem.startswith(stems) or is_published(file))
    ]


def _files_of(path: Path) -> Iterator[Path]:
    if _is_folder(path):
        yield from _workbooks_in(path)
    elif _WILD.intersection(path.name) and not os.path.exists(path):  # noqa: PTH110 - raises nothing
        pattern = path.name.lower()  # as Windows hands them over
        kinds = {Path(pattern).suffix, Path(_ANY).suffix}  # documents lie among the workbooks
        for file in _in_folder(path.parent, pattern):
            if _is_folder(file):
                yield from _workbooks_in(file)
            elif file.suffix.lower() in kinds:
                yield file
    else:
        yield path


def _workbooks_in(folder: Path) -> list[Path]:
    """Return the workbooks of a folder; of other formats those that nobody has saved as .xlsx."""
    workbooks = _in_folder(folder, _ANY)
    saved = {file.stem for file in workbooks}
    others = {file.stem: file for file in _in_folder(folder, *_OTHERS) if file.stem not in saved}
    return sorted([*workbooks, *others.values()])


def _in_folder(folder: Path, *patterns: str) -> list[Path]:
    """Return the workbooks of a folder, without what this program or Excel put among them.

    A folder that cannot be read holds none.
    """
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        file
        for file in files
        if any(fnmatchcase(file.name.lower(), pattern) for pattern in patterns)
        and not (file.name.startswith(_LOCK) or is_copy(file) or is_problem_list(file))
    ]


def _own(workbooks: list[Path]) -> list[Path]:
    """Return the workbooks that are no examples of the program, or all where all are."""
    if len(workbooks) == 1:
        return workbooks
    return [file for file in workbooks if not is_example(file)] or workbooks


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises below a folder that is closed


def _nothing_at(path: Path) -> str:
    """Say why a folder, or a name such as *.xlsx, stands for no workbook."""
    folder = path if _is_folder(path) else path.parent
    try:
        there = list(folder.iterdir())
    except OSError as problem:
        if _WILD.intersection(str(folder)):
            return f"{path} 当中只有最后一级可以用 * 和 ?。请写明前面的文件夹。"
        return f"读不了文件夹 {folder}：{reason(problem)}。"
    if folder is not path:
        return f"没有名字像 {path} 的工作簿。请检查路径和文件名。"
    deeper = any(map(_is_folder, there))
    also = f"要用子文件夹里的，请写 {path / '*'}。" if deeper else ""
    return f"文件夹 {path} 里没有 .xlsx 工作簿。{also}"


def names_apart(workbooks: Sequence[Path]) -> list[str]:
    """Return how people tell the workbooks apart: by name, or by path where a name repeats."""
    how_often = Counter(path.name for path in workbooks)
    return [path.name if how_often[path.name] == 1 else str(path) for path in workbooks]


def only_workbook() -> Path:
    """Return the workbook to use when none is named: the only one in the folder."""
    for folder in (Path(), Path("inputs")):
        found = _in_folder(folder, _ANY)
        found = _own(found)
        if len(found) == 1:
            return found[0]
        if found:
            names = listed(path.name for path in found)
            raise Refusal(
                f"这里有 {len(found)} 个工作簿（{names}），请指明用哪一个，"
                f"如：{shown_command('make-report', found[0])}"
            )
    raise Refusal("没有指明工作簿，这个文件夹里也没有 .xlsx 文件。输入 make-report --help 看用法。")


def one_target_each(workbooks: Sequence[Path], target_of: Callable[[Path], Path]) -> None:
    """Refuse workbooks of which one would overwrite the document of another."""
    taken: dict[str, Path] = {}
    for workbook in workbooks:
        if not workbook.name:
            raise Refusal("请指明工作簿文件，不是文件夹。输入 make-report --help 看用法。")
        target = target_of(workbook.absolute())
        other = taken.setdefault(str(target).casefold(), workbook)
        if other is not workbook:
            raise Refusal(f"{other} 和 {workbook} 会生成同一个文件 {target.name}，请分开生成。")
