"""The command `make-report publish`."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial

from generator.console.colour import paint_for
from generator.console.commands.named_documents import named_documents
from generator.console.exit_codes import DONE, UNUSABLE
from generator.console.many.publish_task import PublishResult, PublishTask
from generator.console.output import complain, hand_over, say
from generator.form.chinese import listed
from generator.messages.publish import published_as_json, spoken_many, spoken_published
from generator.model.finding import Refusal
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import publish


def run(options: argparse.Namespace) -> int:
    """Publish documents, each with all its files or none."""
    if not options.files:
        raise Refusal("没有指明文档，如：make-report publish outputs/2023.docx")
    only = _kinds(options.only)
    if options.like_word and Kind.PDF not in only:
        raise Refusal("--like-word 说的是 PDF 怎样做，--only 后面没有写 pdf。请加上 pdf。")
    how = partial(
        publish,
        workbook=options.workbook,
        template=options.template,
        only=only,
        like_word=options.like_word,
        force=options.force,
    )
    documents = named_documents(options.files)
    if options.workbook and len(documents) > 1:
        raise Refusal("有好几份文档时不能用 --workbook。请去掉它，或者一份一份发布。")
    tasks = [PublishTask(document, how) for document in documents]
    if len(tasks) == 1:
        return _one(tasks[0].done(), as_json=options.json)
    from generator.console.many.each import each_done  # most publish one document
    from generator.console.many.interruption import undisturbed

    with undisturbed():
        results = each_done(options, tasks)
        return _many(results, len(tasks) - len(results), as_json=options.json)


def _one(result: PublishResult, *, as_json: bool) -> int:
    if as_json:
        hand_over(published_as_json([result.for_programs]))
    elif isinstance(result.became, str):
        complain(result.became)
    else:
        say(spoken_published(result.became, paint_for(sys.stdout)))
    return result.code


def _many(results: Sequence[PublishResult], left: int, *, as_json: bool) -> int:
    if as_json:
        hand_over(published_as_json([one.for_programs for one in results], left))
    else:
        say(spoken_many([one.became for one in results], left, paint_for(sys.stdout)))
    return max(UNUSABLE if left else DONE, *(one.code for one in results), DONE)


def _kinds(typed: str | None) -> tuple[Kind, ...]:
    """Return which forms were asked for; all where none was."""
    if typed is None:
        return tuple(Kind)
    words = [word.strip().lower() for word in typed.replace("，", ",").split(",") if word.strip()]
    unknown = [word for word in words if word not in [*Kind]]
    if unknown or not words:
        known = listed(kind.value for kind in Kind)
        raise Refusal(f"--only 后面写{known}，用逗号隔开，写的是“{typed}”。")
    return tuple(kind for kind in Kind if kind.value in words)
