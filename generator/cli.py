"""The command `make-report`: arguments, exit codes, and nothing that knows a rule."""

import argparse
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from generator import __version__
from generator.chinese import listed
from generator.double_click import opened_by_double_click, wait_for_enter
from generator.finding import Refusal, Severity
from generator.pipeline import Outcome, Status, check_workbook, default_output, make, new_workbook
from generator.summary import as_json, spoken

DONE, HELD_BACK, UNUSABLE = 0, 1, 2

HELP = """\
make-report：用 Excel 工作簿生成政府信息公开工作年度报告（Word 文档）

用法：
  make-report 工作簿…                       生成报告
  make-report check 工作簿…                 只核对，不生成
  make-report new --organ 机关全称 --year 年度   新建空白工作簿

例子：
  make-report inputs/2023.xlsx              生成 outputs/2023.docx
  make-report D:\\年报\\2023.xlsx             在工作簿旁边生成 2023.docx
  make-report --draft inputs/2023.xlsx      有错也先生成草稿 2023.草稿.docx
  make-report new --organ 某某市某某局 --year 2024

生成报告的选项：
  -o, --output 文件      写到指定的文件（只能有一个工作簿）
  --template 文件        用指定的 Word 模板；不指定时，先用 inputs 旁边 templates
                         文件夹里的，没有再用程序自带的
  --draft                生成标有“草稿”的文档，有错也生成
  --strict               正文里的错误也一律不予生成
  --force                文档被人改过也重新生成；改过的那份另存为带日期的副本

新建工作簿的选项：
  --organ 机关全称       与公章一致
  --year 年度            报告的年度，如 2024
  -o, --output 文件      不指定时，写到 inputs 文件夹（没有就写在当前文件夹），以年度为名

其他选项：
  --json                 把结果以 JSON 写到标准输出，供程序使用（生成、核对可用）
  --version              显示版本
  -h, --help             显示本说明

退出码：0 已生成或已是最新；1 有错误没有生成，或者文档被人改过；2 文件或命令不能用
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    _speak_anywhere()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(given)
    except Refusal as refusal:
        code = _refused(str(refusal), as_data="--json" in given)
    except KeyboardInterrupt:
        code = _refused("已中断。没有写完的文件不会留下。", as_data=False)
    except BrokenPipeError:  # the reader of our output left; it has what it wanted
        sys.stdout = None  # so that Python does not flush it again
        code = UNUSABLE
    except Exception as problem:  # noqa: BLE001 - people must never see a traceback
        code = _refused(_unforeseen(problem), as_data="--json" in given)
    if arguments is None and opened_by_double_click():
        wait_for_enter()
    return code


def _run(given: list[str]) -> int:
    commands: dict[str, Callable[[list[str]], int]] = {"check": _check, "new": _new}
    words = [argument for argument in given if argument != "--json"]
    if not words or words[0] not in commands:
        return _make(given)
    given.remove(words[0])
    return commands[words[0]](given)


def _make(given: list[str]) -> int:
    parser = _parser("make-report")
    parser.add_argument("workbooks", nargs="*", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--template", type=Path)
    parser.add_argument("--draft", action="store_true")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = _parse(parser, given)
    if options is None:
        return DONE
    workbooks = options.workbooks or [_only_workbook()]
    if options.output and len(workbooks) > 1:
        raise Refusal("有好几个工作簿时不能用 -o。请去掉 -o，或者一个一个生成。")
    _one_document_each(workbooks)

    def run(workbook: Path) -> Outcome:
        return make(
            workbook,
            output=options.output,
            template=options.template,
            draft=options.draft,
            strict=options.strict,
            force=options.force,
        )

    return _each(workbooks, run, _code_of_make, as_data=options.json)


def _check(given: list[str]) -> int:
    parser = _parser("make-report check")
    parser.add_argument("workbooks", nargs="*", type=Path)
    parser.add_argument("--json", action="store_true")
    options = _parse(parser, given)
    if options is None:
        return DONE
    workbooks = options.workbooks or [_only_workbook()]
    return _each(workbooks, check_workbook, _code_of_check, as_data=options.json)


def _new(given: list[str]) -> int:
    parser = _parser("make-report new")
    parser.add_argument("--organ")
    parser.add_argument("--year")
    parser.add_argument("-o", "--output", type=Path)
    options = _parse(parser, given)
    if options is None:
        return DONE
    if not options.organ or not options.organ.strip() or not options.year:
        raise Refusal("新建工作簿要写明机关和年度，如：make-report new --organ 某某局 --year 2024")
    if not re.fullmatch(r"20\d\d", options.year):
        raise Refusal(f"年度“{options.year}”不对，请写四位数字，如 --year 2024。")
    if not options.organ.isprintable():
        raise Refusal("机关名称里有看不见的控制字符，请重新输入。")
    folder = Path("inputs") if Path("inputs").is_dir() else Path()
    target = options.output or folder / f"{options.year}.xlsx"
    if target.suffix.lower() != ".xlsx":
        raise Refusal(f"工作簿的文件名要以 .xlsx 结尾，写的是“{target.name}”。")
    new_workbook(options.organ.strip(), int(options.year), target)
    _say(f"已新建：{target}")
    _say(f"  用 Excel 或 WPS 打开，照“填写说明”填好保存，再运行：make-report {target}")
    return DONE


def _each(
    workbooks: Sequence[Path],
    run: Callable[[Path], Outcome],
    code_of: Callable[[Outcome], int],
    *,
    as_data: bool,
) -> int:
    """Run every workbook, one bad file not stopping the others; return the worst exit code."""
    worst = DONE
    results: list[Outcome | tuple[Path, str]] = []
    for workbook in workbooks:
        try:
            outcome = run(workbook)
        except Refusal as refusal:
            message = str(refusal)
        except (BrokenPipeError, KeyboardInterrupt):
            raise
        except Exception as problem:  # noqa: BLE001 - one bad file must not stop the others
            message = f"{workbook}：{_unforeseen(problem)}"
        else:
            message = ""
        if message:
            results.append((workbook, message))
            worst = UNUSABLE
            if not as_data:
                _complain(message)
            continue
        results.append(outcome)
        worst = max(worst, code_of(outcome))
        if not as_data:
            _say(spoken(outcome))
    if as_data:
        _say(as_json(results))
    return worst


def _one_document_each(workbooks: Sequence[Path]) -> None:
    """Refuse workbooks of which one would overwrite the document of another."""
    taken: dict[str, Path] = {}
    for workbook in workbooks:
        target = default_output(workbook.absolute())
        other = taken.setdefault(str(target).casefold(), workbook)
        if other is not workbook:
            raise Refusal(f"{other} 和 {workbook} 会生成同一个文档 {target.name}，请分开生成。")


def _code_of_make(outcome: Outcome) -> int:
    return DONE if outcome.status in (Status.WRITTEN, Status.CURRENT) else HELD_BACK


def _code_of_check(outcome: Outcome) -> int:
    wrong = any(finding.severity == Severity.ERROR for finding in outcome.findings)
    return HELD_BACK if wrong else DONE


def _only_workbook() -> Path:
    """Return the workbook to use when none is named: the only one in the folder."""
    for folder in (Path(), Path("inputs")):
        found = sorted(path for path in folder.glob("*.xlsx") if not path.name.startswith("~$"))
        if len(found) == 1:
            return found[0]
        if found:
            names = listed(path.name for path in found)
            raise Refusal(
                f"这里有 {len(found)} 个工作簿（{names}），请指明用哪一个，"
                f"如：make-report {found[0]}"
            )
    raise Refusal("没有指明工作簿，这个文件夹里也没有 .xlsx 文件。输入 make-report --help 看用法。")


class _Parser(argparse.ArgumentParser):
    """An argument parser that refuses in Chinese."""

    def error(self, message: str) -> NoReturn:
        option = re.search(r"argument (\S+?)[:/]", message)
        if "expected one argument" in message and option:
            raise Refusal(f"选项 {option[1]} 后面少了内容。输入 make-report --help 看用法。")
        if option:
            raise Refusal(f"选项 {option[1]} 后面不能写内容。输入 make-report --help 看用法。")
        raise Refusal("命令写得不对。输入 make-report --help 看用法。")


def _parser(name: str) -> _Parser:
    parser = _Parser(prog=name, add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    return parser


def _parse(parser: _Parser, given: list[str]) -> argparse.Namespace | None:
    """Return the options, or None where help or the version was all that was asked."""
    options, unknown = parser.parse_known_intermixed_args(given)
    if options.help:
        _say(HELP.rstrip())
        return None
    if options.version:
        _say(f"make-report {__version__}")
        return None
    if unknown:
        raise Refusal(f"不认识“{' '.join(unknown)}”。输入 make-report --help 看用法。")
    return options


def _speak_anywhere() -> None:
    """Let Chinese through to any terminal, file or pipe: UTF-8 where it is not a terminal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _unforeseen(problem: Exception) -> str:
    if os.environ.get("MAKE_REPORT_DEBUG"):
        traceback.print_exception(problem)
    last = traceback.extract_tb(problem.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"程序遇到了没有料到的问题（{type(problem).__name__}，{where}）。"
        "没有写完的文件不会留下。请把工作簿和这句话发给维护人员。"
    )


def _refused(message: str, *, as_data: bool) -> int:
    if as_data:
        _say(as_json([], message=message))
    else:
        _complain(message)
    return UNUSABLE


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the command's voice


def _complain(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - the command's voice
