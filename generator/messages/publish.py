"""What is said of a published document: Chinese for people, the same as JSON for programs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from generator.form.chinese import listed
from generator.messages.command_to_type import shown_command
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.messages.excerpts import clipped
from generator.messages.review_records import records_as_json, unusable_record
from generator.model.correction import Correction
from generator.model.one_line import lines_said
from generator.pipeline.publishing.publish import Ended, Published
from generator.pipeline.publishing.stand_ins import StandIn

_MOST_CORRECTIONS = 40
_AROUND = 8  # characters on both sides of what was corrected
_BROKEN_OFF = "已中断：还有 {} 份文档没有处理。再运行一次同样的命令，就接着做。"
_ENDINGS = {Ended.PUBLISHED: "已发布", Ended.CURRENT: "已是最新", Ended.HELD: "没有发布"}
_UNUSABLE = "不能用"


def spoken_published(published: Published, paint: Paint = plain) -> str:
    """Return what went out, or what hangs in it, and what is to be done."""
    return lines_said([*_said(published, paint), *_fonts(published.stand_ins)])


def spoken_many(became: Sequence[Published | str], left: int, paint: Paint = plain) -> str:
    """Return a summary, then what people must look at; `left` were broken off."""
    return lines_said(_many(became, left, paint))


def published_as_json(results: Sequence[Published | tuple[Path, str]], left: int = 0) -> str:
    """Return the same for programs; a document that could not be used comes with its message."""
    records = (
        _record(one) if isinstance(one, Published) else unusable_record(*one) for one in results
    )
    return records_as_json(records, _BROKEN_OFF.format(left) if left else "")


def headline(published: Published) -> str:
    """Return what became of a document, in a line."""
    name, many = published.document, len(published.obstacles)
    if published.ended is Ended.HELD:
        return f"没有发布：{name} 里还有 {many} 个问题，什么也没有写"
    if published.ended is Ended.CURRENT:
        return f"已是最新：{name} 发布过的文件与它一样"
    return f"已发布：{name}" + (f"，没有理会下面 {many} 个问题" if many else "")


def _many(became: Sequence[Published | str], left: int, paint: Paint) -> Iterator[str]:
    if left:
        yield paint(_BROKEN_OFF.format(left), Emphasis.ALARM)
    counts = Counter(_UNUSABLE if isinstance(one, str) else _ENDINGS[one.ended] for one in became)
    counted = (f"{how} {counts[how]}" for how in (*_ENDINGS.values(), _UNUSABLE) if counts[how])
    yield paint(f"共 {len(became)} 份文档：{'，'.join(counted)}。", Emphasis.BOLD)
    for one in became:
        if isinstance(one, str):
            yield paint(one, Emphasis.ALARM)
        elif one.obstacles or one.corrections:
            yield from _said(one, paint)
    used = {stand_in for one in became if not isinstance(one, str) for stand_in in one.stand_ins}
    yield from _fonts(sorted(used))


def _said(published: Published, paint: Paint) -> Iterator[str]:
    emphasis = Emphasis.ALARM if published.ended is Ended.HELD else Emphasis.BOLD
    yield paint(headline(published), emphasis)
    yield from (f"  {line}" for line in _details(published))


def _details(published: Published) -> Iterator[str]:
    for number, one in enumerate(published.obstacles, 1):
        yield f"{number}. {one.place}：{one.what}。"
        yield f"   怎么办：{one.advice}。"
    if published.ended is Ended.HELD:
        again = shown_command("make-report", "publish", published.document)
        yield f"改好以后再运行：{again}"
        yield "核对过、确实要这样发布的，加 --force。"
        return
    for path in published.files:
        yield str(path)
    if published.kept:
        yield f"原来发布的 {len(published.kept)} 个文件另存为：{published.kept[0].name} 等"
    yield from _corrections(published.corrections)
    if published.left:
        names = listed(path.name for path in published.left)
        yield f"没有一起换掉：{names}，说的可能还是原来的；要一起换，不要加 --only"


def _fonts(stand_ins: Sequence[StandIn]) -> Iterator[str]:
    """Say what the PDF is set in; the parts that one font is used for together."""
    if not stand_ins:
        return
    yield "PDF 的字体（这台电脑上没有的，用相近的代替；不影响 Word 文档和网页）："
    by_font: dict[tuple[str, bool], list[StandIn]] = {}
    for one in stand_ins:
        by_font.setdefault((one.used, one.barred), []).append(one)
    for (used, barred), those in by_font.items():
        wanted = listed(f"{one.part}的{one.wanted}" if one.part else one.wanted for one in those)
        why = "（装了，但它的许可不让放进 PDF）" if barred else ""
        yield f"  {wanted}{why}，用 {used} 代替"
    if any(not one.part for one in stand_ins):
        yield "  字的宽窄不同，换行、分页会与在 Word 里不一样；请在装有这些字体的电脑上再发布一次"


def _corrections(found: Sequence[Correction]) -> Iterator[str]:
    if not found:
        return
    yield f"与原来发布的相比，改了 {len(found)} 处，更正说明里可以这样写："
    yield from (f"  {one.where}：{_corrected(one)}" for one in found[:_MOST_CORRECTIONS])
    if len(found) > _MOST_CORRECTIONS:
        yield f"  还有 {len(found) - _MOST_CORRECTIONS} 处，用 --json 看全部"


def _corrected(one: Correction) -> str:
    if one.was == one.now:  # it was moved, which is said where it stands
        return f"“{clipped(one.now)}”"
    was, now = map(clipped, _differing(one.was, one.now))
    if one.was and one.now:
        return f"“{was}”更正为“{now}”"
    return f"增加“{now}”" if one.now else f"删去“{was}”"


def _differing(was: str, now: str) -> tuple[str, str]:
    """Return two texts from where they begin to differ to where they end to, with words around."""
    start = _shared(was, now)
    rest = _shared(was[start:][::-1], now[start:][::-1])
    first = max(0, start - _AROUND)
    last = max(0, rest - _AROUND)
    before, after = "…" if first else "", "…" if last else ""
    shown = [f"{before}{text[first : len(text) - last]}{after}" for text in (was, now)]
    return shown[0], shown[1]


def _shared(one: str, other: str) -> int:
    """Return with how many characters two texts begin alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _record(published: Published) -> dict[str, Any]:
    return {
        "document": str(published.document),
        "status": published.ended.value,
        "obstacles": [
            {"place": str(one.place), "message": one.what, "advice": one.advice}
            for one in published.obstacles
        ],
        "files": [str(path) for path in published.files],
        "fonts": [one._asdict() for one in published.stand_ins],
        "kept": [str(path) for path in published.kept],
        "left": [str(path) for path in published.left],
        "corrections": [
            {"where": one.where, "was": one.was, "now": one.now} for one in published.corrections
        ],
    }
