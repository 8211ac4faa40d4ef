"""What people type after `make-report`, understood or refused in Chinese."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from generator.finding import Refusal

MAKE, CHECK, NEW, CHECK_TEMPLATE = "make", "check", "new", "check-template"
EXPORT = "export"
SHOW_HELP, SHOW_VERSION = "help", "version"

HELP = """\
make-report：用 Excel 工作簿生成政府信息公开工作年度报告（Word 文档）

用法：
  make-report 工作簿…                       生成报告
  make-report check 工作簿…                 只核对，不生成
  make-report new --organ 机关全称 --year 年度   新建空白工作簿
  make-report check-template 模板…          检查 Word 模板能不能用
  make-report export 工作簿…                写成 JSON，交给别的系统

别的系统导出的 JSON 报告可以当工作簿用：核对、生成都行。

例子：
  make-report inputs/2023.xlsx              生成 outputs/2023.docx
  make-report D:\\年报\\2023.xlsx             在工作簿旁边生成 2023.docx
  make-report --draft inputs/2023.xlsx      有错也先生成草稿 2023.草稿.docx
  make-report new --organ 某某市某某局 --year 2024
  make-report check-template templates/年度报告模板.docx
  make-report export inputs/2023.xlsx       写出 outputs/2023.json
  make-report check 2023.json

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

写成 JSON 的选项：
  -o, --output 文件      写到指定的文件；已有而内容不同的文件不覆盖
  --schema               显示 JSON 的格式说明（JSON Schema），不写文件

其他选项：
  --json                 把结果以 JSON 写到标准输出，供程序使用（生成、核对、检查模板可用）
  --version              显示版本
  -h, --help             显示本说明

退出码：0 已生成或已是最新；1 有错误没有生成，或者文档被人改过；2 文件或命令不能用
"""


_SEE_HELP = "输入 make-report --help 看用法。"


def parse(given: Sequence[str]) -> argparse.Namespace:
    """Return the options; `command` is one of the commands above, `json` is always there.

    Raise Refusal for anything that is not a command of this program.
    """
    words = [argument for argument in given if argument != "--json"]
    command = words[0] if words and words[0] in (CHECK, NEW, CHECK_TEMPLATE, EXPORT) else MAKE
    rest = list(given)
    if command != MAKE:
        rest.remove(command)
    options, unknown = _parser(command).parse_known_intermixed_args(rest)
    if options.help or options.version:
        options.command = SHOW_HELP if options.help else SHOW_VERSION
    elif unknown:
        raise Refusal(f"不认识“{' '.join(unknown)}”。{_SEE_HELP}")
    return options


class _Parser(argparse.ArgumentParser):
    """An argument parser that refuses in Chinese."""

    def error(self, message: str) -> NoReturn:
        option = re.search(r"argument (\S+?)[:/]", message)
        if "expected one argument" in message and option:
            raise Refusal(f"选项 {option[1]} 后面少了内容。{_SEE_HELP}")
        if option:
            raise Refusal(f"选项 {option[1]} 后面不能写内容。{_SEE_HELP}")
        raise Refusal(f"命令写得不对。{_SEE_HELP}")


def _parser(command: str) -> _Parser:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.set_defaults(command=command)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--json", action="store_true")
    if command == NEW:
        parser.add_argument("--organ")
        parser.add_argument("--year")
    else:
        parser.add_argument("files", nargs="*", type=Path)
    if command in (MAKE, NEW, EXPORT):
        parser.add_argument("-o", "--output", type=Path)
    if command == EXPORT:
        parser.add_argument("--schema", action="store_true")
    if command == MAKE:
        parser.add_argument("--template", type=Path)
        for flag in ("--draft", "--strict", "--force"):
            parser.add_argument(flag, action="store_true")
    return parser
