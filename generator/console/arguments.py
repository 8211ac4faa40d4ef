"""What people type after `make-report`, understood or refused in Chinese."""

import argparse
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from generator.manuscript.review.side import Side
from generator.model.finding import Refusal

MAKE, CHECK, NEW, CHECK_TEMPLATE = "make", "check", "new", "check-template"
EXPLAIN, EXPORT, REVIEW, REVISE = "explain", "export", "review", "revise"
IMPORT = "import"
SHOW_HELP, SHOW_VERSION = "help", "version"
MOST_JOBS = 32
SIDES = tuple(side.value for side in Side)

HELP = """\
make-report：用 Excel 工作簿生成政府信息公开工作年度报告（Word 文档）

用法：
  make-report 工作簿…                       生成报告；写文件夹，就是里面所有的工作簿
  make-report check 工作簿…                 只核对，不生成
  make-report new --organ 机关全称 --year 年度   新建空白工作簿
  make-report new --from 上年的工作簿        从上年的工作簿开始，新建今年的
  make-report check-template 模板…          检查 Word 模板能不能用
  make-report import 文档                   从已发布的报告（.docx）新建工作簿
  make-report review 文档…                  看审阅时改了什么，核对改后的文档，写回工作簿
  make-report revise 文档…                  把工作簿后来的改动，以修订写进审阅中的文档
  make-report explain [规则编号…]           解释核对规则；不写编号，列出全部规则
  make-report export 工作簿…                写成 JSON，交给别的系统

别的系统导出的 JSON 报告可以当工作簿用：核对、生成都行。

例子：
  make-report inputs/2023.xlsx              生成 outputs/2023.docx
  make-report D:\\年报\\2023.xlsx             在工作簿旁边生成 2023.docx
  make-report --draft inputs/2023.xlsx      有错也先生成草稿 2023.草稿.docx
  make-report inputs --problems 问题清单.xlsx   inputs 里所有单位的，问题列成一张表
  make-report check --annotate inputs/2023.xlsx   把问题标在副本 inputs/2023.核对.xlsx 里
  make-report new --organ 某某市某某局 --year 2024
  make-report new --from inputs/2023.xlsx   新建 inputs/2024.xlsx
  make-report import 已发布.docx -o inputs/2022.xlsx
  make-report review outputs/2023.docx      列出对 outputs/2023.docx 的修改和批注
  make-report review --apply outputs/2023.docx   把修改写回 inputs/2023.xlsx
  make-report revise outputs/2023.docx      inputs/2023.xlsx 又改了，写进审阅中的文档
  make-report check-template templates/年度报告模板.docx
  make-report explain T3-01                 T3-01 查什么、依据是什么
  make-report export inputs/2023.xlsx       写出 outputs/2023.json
  make-report check 2023.json

生成报告的选项：
  -o, --output 文件      写到指定的文件（只能有一个工作簿）
  --template 文件        用指定的 Word 模板；不指定时，先用 inputs 旁边 templates
                         文件夹里的，没有再用程序自带的
  --draft                生成标有“草稿”的文档，有错也生成
  --strict               正文里的错误也一律不予生成
  --force                文档被人改过也重新生成，改过的那份另存为带日期的副本；已是最新的也重写

核对的选项：
  --annotate             在工作簿旁边另存一份“….核对.xlsx”，问题标在格上，并列成一张表
生成、核对的选项：
  --previous 工作簿      与上年的工作簿对照（只能有一个工作簿）；不指定时，自动用放在旁边的，
                         如 2024.xlsx 旁边的 2023.xlsx、某局2024年.xlsx 旁边的 某局2023年.xlsx

很多工作簿的选项（生成、核对、写成 JSON 都可用）：
  --problems 清单.xlsx   把所有问题列成一张表，一个单位一行，一处问题一行
  --jobs 个数            同时用几个进程；不指定时，工作簿多了自动用
  --cluster 地址         用 Dask 集群，如 tcp://10.0.0.1:8786；文件放在各机器都能读写的共享文件夹

审阅、修订的选项：
  --workbook 工作簿      文档的工作簿；不指定时找 inputs 里（或旁边）同名的，
                         没有就按文档里记的机关和年度找
  --apply                （只用于 review）把修改写回工作簿，只写改了的格；原来的工作簿另存为
                         带日期的副本
  --take document        两边都改过、又改得不一样的，以文档为准；--take workbook 以工作簿为准

新建工作簿的选项：
  --organ 机关全称       与公章一致
  --year 年度            报告的年度，如 2024
  --from 工作簿          沿用上年的工作簿：机关信息照用，上年带来的数填好，文字逐段标明待修改，
                         上年的数放在旁边供对照；不用再写 --organ，--year 可以不写
  --form 表式            有几种表式时，写明用哪一种，如 --form 政府信息公开年度报告
  -o, --output 文件      不指定时，写到 inputs 文件夹（没有就写在当前文件夹），以年度为名；
                         用 --from 时，写在上年的工作簿旁边

从已发布的报告新建的选项：
  -o, --output 文件      不指定时，写到 inputs 文件夹（没有就写在文档旁边），以年度为名

写成 JSON 的选项：
  -o, --output 文件      写到指定的文件；已有而内容不同的文件不覆盖
  --schema               显示 JSON 的格式说明（JSON Schema），不写文件；--form 表式 指明哪一种

其他选项：
  --json                 把结果以 JSON 写到标准输出，供程序使用（新建以外都可用）
  --version              显示版本
  -h, --help             显示本说明

退出码：0 已生成、已是最新，或者核对没有错误；1 有错误（已核实的不算），或者文档被人改过，
          或者有两边不同、要人来定的修改；
        2 文件或命令不能用
"""


_COMMANDS = (CHECK, NEW, CHECK_TEMPLATE, EXPLAIN, EXPORT, REVIEW, REVISE, IMPORT)
_EVERY = (MAKE, *_COMMANDS)
_WITH_FILES = tuple(command for command in _EVERY if command not in (NEW, EXPLAIN))
_REPORTS = (MAKE, CHECK, EXPORT)
_FLAG: dict[str, Any] = {"action": "store_true"}
_PATH: dict[str, Any] = {"type": Path}
_OPTIONS: tuple[tuple[tuple[str, ...], tuple[str, ...], dict[str, Any]], ...] = (
    (_EVERY, ("-h", "--help"), _FLAG),
    (_EVERY, ("--version",), _FLAG),
    (_EVERY, ("--json",), _FLAG),
    (_WITH_FILES, ("files",), {"nargs": "*", "type": Path}),
    ((EXPLAIN,), ("rules",), {"nargs": "*"}),
    ((NEW,), ("--organ",), {}),
    ((NEW,), ("--year",), {}),
    ((NEW,), ("--from",), {"dest": "source", "type": Path}),
    ((NEW, EXPORT), ("--form",), {}),
    ((MAKE, NEW, EXPORT, IMPORT), ("-o", "--output"), _PATH),
    ((CHECK,), ("--annotate",), _FLAG),
    ((MAKE, CHECK), ("--previous",), _PATH),
    ((REVIEW, REVISE), ("--workbook",), _PATH),
    ((REVIEW, REVISE), ("--take",), {"choices": SIDES}),
    ((REVIEW,), ("--apply",), _FLAG),
    ((EXPORT,), ("--schema",), _FLAG),
    ((MAKE,), ("--template",), _PATH),
    (_REPORTS, ("--problems",), _PATH),
    (_REPORTS, ("--jobs",), {"type": int}),
    (_REPORTS, ("--cluster",), {}),
    ((MAKE,), ("--draft",), _FLAG),
    ((MAKE,), ("--strict",), _FLAG),
    ((MAKE,), ("--force",), _FLAG),
)
"""Which commands take which options."""

_SEE_HELP = "输入 make-report --help 看用法。"


def parse(given: Sequence[str]) -> argparse.Namespace:
    """Return the options; `command` is one of the commands above, `json` is always there.

    Raise Refusal for anything that is not a command of this program.
    """
    words = [argument for argument in given if argument != "--json"]
    command = words[0] if words and words[0] in _COMMANDS else MAKE
    rest = list(given)
    if command != MAKE:
        rest.remove(command)
    options, unknown = _parser(command).parse_known_intermixed_args(rest)
    if options.help or options.version:
        options.command = SHOW_HELP if options.help else SHOW_VERSION
    elif unknown:
        raise Refusal(f"不认识“{' '.join(unknown)}”。{_SEE_HELP}")
    elif command == MAKE:
        _no_command_among(options.files)
    if command in _REPORTS:
        _many(options)
    return options


def _many(options: argparse.Namespace) -> None:
    """See that what is said of many workbooks makes sense together."""
    if options.jobs is not None and not 1 <= options.jobs <= MOST_JOBS:
        raise Refusal(f"--jobs 后面请写 1 到 {MOST_JOBS} 的整数：同时用几个进程。")
    if options.jobs and options.cluster:
        raise Refusal("--jobs 和 --cluster 只能用一个：前者用本机的几个进程，后者用集群。")
    if options.problems and options.problems.suffix.lower() != ".xlsx":
        raise Refusal(
            f"问题清单的文件名要以 .xlsx 结尾，如 问题清单.xlsx，写的是“{options.problems}”。"
        )
    if options.cluster:  # its machines share the folder, but work elsewhere
        options.files = [file.absolute() for file in options.files]
        for name in ("output", "template", "previous", "problems"):
            if path := getattr(options, name, None):
                setattr(options, name, path.absolute())


def _no_command_among(files: Sequence[Path]) -> None:
    """Refuse what was meant as a command, before any file is made."""
    for file in files:
        word = str(file)
        if word in _COMMANDS and not file.exists():
            raise Refusal(f"命令 {word} 要写在最前面，如：make-report {word} inputs/2024.xlsx")
        near = get_close_matches(word, _COMMANDS, n=1, cutoff=0.7)
        if near and not file.suffix and not file.exists():
            raise Refusal(f"没有“{word}”这个命令，是不是 {near[0]}？{_SEE_HELP}")


class _Parser(argparse.ArgumentParser):
    """An argument parser that refuses in Chinese."""

    def error(self, message: str) -> NoReturn:
        option = re.search(r"argument (\S+?)[:/]", message)
        if "expected one argument" in message and option:
            raise Refusal(f"选项 {option[1]} 后面少了内容。{_SEE_HELP}")
        if "invalid int" in message and option:
            raise Refusal(f"选项 {option[1]} 后面请写整数。{_SEE_HELP}")
        if "invalid choice" in message and option:
            raise Refusal(f"选项 {option[1]} 后面只能写 {'、'.join(SIDES)}。{_SEE_HELP}")
        if option:
            raise Refusal(f"选项 {option[1]} 后面不能写内容。{_SEE_HELP}")
        raise Refusal(f"命令写得不对。{_SEE_HELP}")


def _parser(command: str) -> _Parser:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.set_defaults(command=command)
    for commands, names, how in _OPTIONS:
        if command in commands:
            parser.add_argument(*names, **how)
    return parser
