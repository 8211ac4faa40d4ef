"""Which workbooks a command is about."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.chinese import listed
from generator.copies import is_copy
from generator.finding import Refusal

_LOCK = "~$"
"""How the names begin of what Excel puts beside a workbook while it is open."""
_WILD = frozenset("*?[")


def named_workbooks(options: argparse.Namespace) -> list[Path]:
    """Return the workbooks that were named, or the only one there is. Raise Refusal for none."""
    workbooks = expanded(options.files, options.problems) if options.files else [only_workbook()]
    if options.previous and len(workbooks) > 1:
        raise Refusal("有好几个工作簿时不能用 --previous。请去掉它，或者一个一个来。")
    return workbooks


def expanded(named: Sequence[Path], problems: Path | None = None) -> list[Path]:
    """Return the files that were named; of folders and of names such as *.xlsx all workbooks.

    The list of problems may lie among them, and is none.
    """
    workbooks: list[Path] = []
    for path in named:
        if path.is_dir():
            found = _in_folder(path, "*.xlsx", problems)
            if not found:
                raise Refusal(f"文件夹 {path} 里没有 .xlsx 工作簿。")
        elif _WILD.intersection(path.name) and not path.exists():  # as Windows hands them over
            found = _in_folder(path.parent, path.name, problems)
            if not found:
                raise Refusal(f"没有名字像 {path} 的工作簿。请检查路径和文件名。")
        else:
            found = [path]
        workbooks += found
    return [path for path in workbooks if not path.name.startswith(_LOCK)] or workbooks


def _in_folder(folder: Path, pattern: str, problems: Path | None = None) -> list[Path]:
    """Return the workbooks of a folder, without what this program or Excel put beside them."""
    listed_in = problems.absolute() if problems else None
    return [
        path
        for path in sorted(folder.glob(pattern))
        if not (path.name.startswith(_LOCK) or is_copy(path) or path.absolute() == listed_in)
    ]


def only_workbook() -> Path:
    """Return the workbook to use when none is named: the only one in the folder."""
    for folder in (Path(), Path("inputs")):
        found = _in_folder(folder, "*.xlsx")
        if len(found) == 1:
            return found[0]
        if found:
            names = listed(path.name for path in found)
            raise Refusal(
                f"这里有 {len(found)} 个工作簿（{names}），请指明用哪一个，"
                f"如：make-report {found[0]}"
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
        if other.absolute() == workbook.absolute() and other is not workbook:
            raise Refusal(f"{workbook} 写了两遍，请只写一次。")
        if other is not workbook:
            raise Refusal(f"{other} 和 {workbook} 会生成同一个文件 {target.name}，请分开生成。")


def must_be_xlsx(target: Path) -> None:
    """Refuse a new workbook under a name that Excel would not open."""
    if target.suffix.lower() != ".xlsx":
        raise Refusal(f"工作簿的文件名要以 .xlsx 结尾，写的是“{target.name}”。")
