"""The command `make-report publish`."""

import argparse
import sys
from pathlib import Path

from generator.console.attempt import attempted
from generator.console.colour import paint_for
from generator.console.commands.files_meant import document_meant
from generator.console.exit_codes import DONE, HELD_BACK, UNUSABLE
from generator.console.output import complain, hand_over, say
from generator.form.chinese import listed
from generator.messages.publish import published_as_json, spoken_published
from generator.model.finding import Refusal
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import Ended, Published, publish


def run(options: argparse.Namespace) -> int:
    """Publish documents, each with all its files or none."""
    if not options.files:
        raise Refusal("没有指明文档，如：make-report publish outputs/2023.docx")
    only = _kinds(options.only)
    if options.like_word and Kind.PDF not in only:
        raise Refusal("--like-word 说的是 PDF 怎样做，--only 后面没有写 pdf。请加上 pdf。")
    worst = DONE
    results: list[Published | tuple[Path, str]] = []
    for document in map(document_meant, options.files):
        result = attempted(
            document,
            lambda path: publish(
                path,
                workbook=options.workbook,
                template=options.template,
                only=only,
                like_word=options.like_word,
                force=options.force,
            ),
        )
        results.append(result)
        if isinstance(result, tuple):
            worst = UNUSABLE
            if not options.json:
                complain(result[1])
            continue
        worst = max(worst, HELD_BACK if result.ended is Ended.HELD else DONE)
        if not options.json:
            say(spoken_published(result, paint_for(sys.stdout)))
    if options.json:
        hand_over(published_as_json(results))
    return worst


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
