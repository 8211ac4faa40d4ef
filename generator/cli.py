"""The command `make-report`: what to run, what to say, which exit code. Knows no rules."""

import argparse
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from generator import __version__
from generator.arguments import (
    CHECK,
    CHECK_TEMPLATE,
    EXPLAIN,
    EXPORT,
    HELP,
    IMPORT,
    NEW,
    REVIEW,
    REVISE,
    SHOW_HELP,
    SHOW_VERSION,
    parse,
)
from generator.chinese import listed
from generator.double_click import opened_by_double_click, wait_for_enter
from generator.explanation import (
    rules_as_json,
    rules_named,
    spoken_catalogue,
    spoken_rules,
)
from generator.finding import Refusal
from generator.import_text import import_as_json, spoken_import
from generator.ink import Paint, paint_for
from generator.pipeline import (
    Outcome,
    Status,
    annotated_copy,
    carry_over,
    check_template,
    check_workbook,
    default_output,
    export,
    import_document,
    is_copy,
    make,
    new_workbook,
    report_schema,
    review_document,
    revise_document,
)
from generator.review.three_sides import Side
from generator.review_text import reviews_as_json, spoken_review
from generator.revise import Revised
from generator.revise_text import revised_as_json, spoken_revised
from generator.summary import (
    as_json,
    spoken,
    spoken_carried_over,
    spoken_template,
    templates_as_json,
)
from generator.way_back import Review

DONE, HELD_BACK, UNUSABLE = 0, 1, 2

_Result = TypeVar("_Result", Outcome, Review, Revised)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    _speak_anywhere()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = _run(parse(given))
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


def _run(options: argparse.Namespace) -> int:
    if options.command in (SHOW_HELP, SHOW_VERSION):
        version = f"make-report {__version__}"
        _say(HELP.rstrip() if options.command == SHOW_HELP else version)
        return DONE
    commands = {
        CHECK: _check,
        CHECK_TEMPLATE: _check_templates,
        EXPLAIN: _explain,
        EXPORT: _export,
        IMPORT: _import,
        NEW: _new,
        REVIEW: _review,
        REVISE: _revise,
    }
    return commands.get(options.command, _make)(options)


def _check(options: argparse.Namespace) -> int:
    workbooks = _workbooks(options)
    if options.annotate:
        _one_document_each(workbooks, annotated_copy)

    def run(workbook: Path) -> Outcome:
        return check_workbook(workbook, previous=options.previous, annotate=options.annotate)

    return _each(workbooks, run, _code_of_check, as_data=options.json)


def _export(options: argparse.Namespace) -> int:
    if options.schema:
        _say(report_schema().rstrip())
        return DONE
    sources = options.files or [_only_workbook()]
    if options.output and len(sources) > 1:
        raise Refusal("有好几个工作簿时不能用 -o。请去掉 -o，或者一个一个写。")
    _one_document_each(sources, default_output)

    def run(source: Path) -> Outcome:
        return export(source, output=options.output)

    return _each(sources, run, _code_of_make, as_data=options.json)


def _make(options: argparse.Namespace) -> int:
    workbooks = _workbooks(options)
    if options.output and len(workbooks) > 1:
        raise Refusal("有好几个工作簿时不能用 -o。请去掉 -o，或者一个一个生成。")
    _one_document_each(workbooks, default_output)

    def run(workbook: Path) -> Outcome:
        return make(
            workbook,
            output=options.output,
            template=options.template,
            previous=options.previous,
            draft=options.draft,
            strict=options.strict,
            force=options.force,
        )

    return _each(workbooks, run, _code_of_make, as_data=options.json)


def _check_templates(options: argparse.Namespace) -> int:
    if not options.files:
        raise Refusal("没有指明模板，如：make-report check-template templates/年度报告模板.docx")
    worst = DONE
    found: dict[Path, list[str] | str] = {}
    for template in options.files:
        try:
            found[template] = check_template(template)
        except Refusal as refusal:
            found[template] = str(refusal)
        usable, refused = not found[template], isinstance(found[template], str)
        worst = max(worst, UNUSABLE if refused else DONE if usable else HELD_BACK)
    if options.json:
        _say(templates_as_json(found))
    else:
        for template, problems in found.items():
            (_complain if isinstance(problems, str) else _say)(spoken_template(template, problems))
    return worst


def _workbooks(options: argparse.Namespace) -> list[Path]:
    workbooks: list[Path] = options.files or [_only_workbook()]
    if options.previous and len(workbooks) > 1:
        raise Refusal("有好几个工作簿时不能用 --previous。请去掉它，或者一个一个来。")
    return workbooks


def _review(options: argparse.Namespace) -> int:
    def run(document: Path, take: Side | None) -> Review:
        return review_document(document, workbook=options.workbook, take=take, apply=options.apply)

    return _documents(options, run, spoken_review, reviews_as_json, _code_of_review)


def _revise(options: argparse.Namespace) -> int:
    def run(document: Path, take: Side | None) -> Revised:
        return revise_document(document, workbook=options.workbook, take=take)

    return _documents(options, run, spoken_revised, revised_as_json, _code_of_revise)


def _documents(
    options: argparse.Namespace,
    run: Callable[[Path, Side | None], _Result],
    spoken_result: Callable[[_Result, Paint], str],
    results_as_json: Callable[[Sequence[_Result | tuple[Path, str]]], str],
    code_of: Callable[[_Result], int],
) -> int:
    """Run every document, one bad file not stopping the others; return the worst exit code."""
    if not options.files:
        raise Refusal(f"没有指明文档，如：make-report {options.command} outputs/2023.docx")
    if options.workbook and len(options.files) > 1:
        raise Refusal("有好几个文档时不能用 --workbook。请去掉它，或者一个一个来。")
    take = Side(options.take) if options.take else None
    worst = DONE
    results: list[_Result | tuple[Path, str]] = []
    for document in options.files:
        result = _one(document, lambda path: run(path, take))
        results.append(result)
        if isinstance(result, tuple):
            worst = UNUSABLE
            if not options.json:
                _complain(result[1])
            continue
        worst = max(worst, code_of(result))
        if not options.json:
            _say(spoken_result(result, paint_for(sys.stdout)))
    if options.json:
        _say(results_as_json(results))
    return worst


def _code_of_review(review: Review) -> int:
    wrong = any(finding.stands_as_wrong for finding in review.findings)
    return HELD_BACK if review.conflicts or (wrong and not review.applied) else DONE


def _code_of_revise(revised: Revised) -> int:
    return HELD_BACK if revised.conflicts else DONE


def _explain(options: argparse.Namespace) -> int:
    rules = rules_named(options.rules)
    if options.json:
        _say(rules_as_json(rules) if rules else rules_as_json())
    else:
        _say(spoken_rules(rules) if rules else spoken_catalogue())
    return DONE


def _new(options: argparse.Namespace) -> int:
    if options.source:
        return _new_from(options)
    organ = (options.organ or "").strip()
    if not organ or not options.year:
        raise Refusal("新建工作簿要写明机关和年度，如：make-report new --organ 某某局 --year 2024")
    if not organ.isprintable():
        raise Refusal("机关名称里有看不见的控制字符，请重新输入。")
    year = _year(options.year)
    folder = Path("inputs") if Path("inputs").is_dir() else Path()
    target = options.output or folder / f"{options.year}.xlsx"
    _must_be_xlsx(target)
    new_workbook(organ, year, target)
    _say(f"已新建：{target}")
    _say(f"  用 Excel 或 WPS 打开，照“填写说明”填好保存，再运行：make-report {target}")
    return DONE


def _new_from(options: argparse.Namespace) -> int:
    if options.organ:
        raise Refusal("--from 沿用上年工作簿里的机关名称，请去掉 --organ。")
    if options.output:
        _must_be_xlsx(options.output)
    year = _year(options.year) if options.year else None
    carried = carry_over(options.source, year=year, target=options.output)
    _say(spoken_carried_over(carried, options.source))
    return DONE


def _import(options: argparse.Namespace) -> int:
    if len(options.files) != 1:
        raise Refusal("请指明一份文档，如：make-report import 已发布.docx -o inputs/2022.xlsx")
    if options.output:
        _must_be_xlsx(options.output)
    imported = import_document(options.files[0], target=options.output)
    if options.json:
        _say(import_as_json(imported))
    else:
        _say(spoken_import(imported, paint_for(sys.stdout)))
    return DONE


def _year(typed: str) -> int:
    if not re.fullmatch(r"20\d\d", typed):
        raise Refusal(f"年度“{typed}”不对，请写四位数字，如 --year 2024。")
    return int(typed)


def _must_be_xlsx(target: Path) -> None:
    if target.suffix.lower() != ".xlsx":
        raise Refusal(f"工作簿的文件名要以 .xlsx 结尾，写的是“{target.name}”。")


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
        result = _one(workbook, run)
        results.append(result)
        worst = max(worst, code_of(result) if isinstance(result, Outcome) else UNUSABLE)
        if as_data:
            continue
        if isinstance(result, Outcome):
            _say(spoken(result, paint_for(sys.stdout)))
        else:
            _complain(result[1])
    if as_data:
        _say(as_json(results))
    return worst


def _one(workbook: Path, run: Callable[[Path], _Result]) -> _Result | tuple[Path, str]:
    """Return what became of a file, or why it could not be used."""
    try:
        return run(workbook)
    except Refusal as refusal:
        return workbook, str(refusal)
    except BrokenPipeError:
        raise
    except Exception as problem:  # noqa: BLE001 - one bad file must not stop the others
        return workbook, f"{workbook}：{_unforeseen(problem)}"


def _one_document_each(workbooks: Sequence[Path], target_of: Callable[[Path], Path]) -> None:
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


def _code_of_make(outcome: Outcome) -> int:
    return DONE if outcome.status in (Status.WRITTEN, Status.CURRENT) else HELD_BACK


def _code_of_check(outcome: Outcome) -> int:
    wrong = any(finding.stands_as_wrong for finding in outcome.findings)
    return HELD_BACK if wrong else DONE


def _only_workbook() -> Path:
    """Return the workbook to use when none is named: the only one in the folder."""
    for folder in (Path(), Path("inputs")):
        found = sorted(
            path
            for path in folder.glob("*.xlsx")
            if not path.name.startswith("~$") and not is_copy(path)
        )
        if len(found) == 1:
            return found[0]
        if found:
            names = listed(path.name for path in found)
            raise Refusal(
                f"这里有 {len(found)} 个工作簿（{names}），请指明用哪一个，"
                f"如：make-report {found[0]}"
            )
    raise Refusal("没有指明工作簿，这个文件夹里也没有 .xlsx 文件。输入 make-report --help 看用法。")


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
