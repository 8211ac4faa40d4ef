"""What a person should decide, or know, of the files of one unit."""

from collections.abc import Collection, Iterator, Mapping

from generator.form.chinese import listed as joined
from generator.form.vocabulary import Form
from generator.model.collection.choosing.choice import Choice
from generator.model.collection.choosing.differences import (
    figures_said,
    place_of,
    values_said,
)
from generator.model.collection.choosing.usable import called_final, may_be_newer, obstacle, year_of
from generator.model.collection.filing import Filing
from generator.model.finding import Finding, notice, wrong
from generator.model.place import Place

_CHOOSE = "请在『收到的文件』的“采用”里选定一份，不要的选“不用”"
_FILE_AGAIN = "请单位重报"


def choice_findings(
    unit: str,
    made: Choice,
    chosen: Mapping[str, bool],
    organs: Mapping[str, Collection[str]],
    *,
    form: Form,
    year: int,
) -> tuple[Finding, ...]:
    """Return all that is to be told of the files of a unit.

    `organs` are, by path, the ways to read the name of the organ that a file says.
    """
    return (
        *_of_none(unit, made, form, year),
        *_of_years(made, year),
        *_of_choices(made, chosen, form),
        *_of_newer_ones(made, form),
        *_of_differing_ones(unit, made, organs, form),
    )


def _of_none(unit: str, made: Choice, form: Form, year: int) -> Iterator[Finding]:
    """Tell why a unit is not in the sum although something came."""
    if made.taken:
        return
    for one in made.unusable:
        message = f"收到的 {one.file} 不能用：{obstacle(one, form).rstrip('。')}"
        yield wrong("C07", Place(one.file), message, f"{_FILE_AGAIN}，或者另交一份可以用的")
    for one in made.of_other_years:
        message = f"收到的 {one.file} 是 {year_of(one)} 年度的，要的是 {year} 年度的，没有计入"
        yield wrong("C03", Place(one.file), message, "请单位报本年度的；只是年度写错的，请改正")
    if made.put_aside and not (made.unusable or made.of_other_years):
        files = joined(sorted(one.file for one in made.put_aside))
        message = f"“{unit}”的文件（{files}）都选了“不用”，没有计入"
        yield notice("C05", Place(made.put_aside[0].file), message, "请核对“采用”里的选择")


def _of_years(made: Choice, year: int) -> Iterator[Finding]:
    """Tell of a file that was taken although it does not say that it is this year's."""
    if made.taken is None or (of := year_of(made.taken)) == year:
        return
    file = made.taken.file
    if of is None:
        message = f"采用的 {file} 没有写是哪一年度的，当作 {year} 年度的计入"
    else:
        message = f"采用的 {file} 写的是 {of} 年度，按“采用”里的选择当作 {year} 年度的计入"
    yield wrong("C03", Place(file), message, "请核对；不是本年度的，在“采用”里选“不用”")


def _of_choices(made: Choice, chosen: Mapping[str, bool], form: Form) -> Iterator[Finding]:
    """Tell of what people chose and cannot be had, or has been overtaken."""
    for one in made.unusable:
        if chosen.get(one.file):
            message = f"“采用”里选的 {one.file} 不能用：{obstacle(one, form).rstrip('。')}"
            yield notice("C05", Place(one.file), message, f"请另选一份，或者{_FILE_AGAIN}")
    if len(made.chosen) > 1 and made.taken:
        files = joined(sorted(one.file for one in made.chosen))
        message = f"“采用”里选了 {len(made.chosen)} 份（{files}），只采用了 {made.taken.file}"
        yield notice("C05", Place(made.taken.file), message, "请只选一份，其余的选“不用”")


def _of_newer_ones(made: Choice, form: Form) -> Iterator[Finding]:
    """Tell of what came after the file that was taken, and cannot be used."""
    taken = made.taken
    if taken is None or made.by_choice:
        return
    for one in made.unusable:
        if may_be_newer(one, taken):
            why = obstacle(one, form).rstrip("。")
            message = f"{_age(one, taken)} {one.file} 不能用（{why}），采用了 {taken.file}"
            yield notice("C02", Place(one.file), message, f"请核对；有改动的，{_FILE_AGAIN}")


def _of_differing_ones(
    unit: str, made: Choice, organs: Mapping[str, Collection[str]], form: Form
) -> Iterator[Finding]:
    """Tell of each file with other figures than that which was taken."""
    taken = made.taken
    if taken is None:
        return
    decided = len(made.chosen) == 1
    for one in made.others:
        names = made.differing[one.file]
        if not names or (decided and not one.modified > taken.modified):
            continue
        place = place_of(names[0], taken)
        about = f"{taken.file} {one.file} {values_said(names, taken, one)}"
        figures = f"有 {len(names)} 个数不同：{figures_said(names, taken, one, form)}"
        if decided:
            message = f"选定 {taken.file} 以后，又有更新的 {one.file}，{figures}"
            yield notice("C05", place, message, _CHOOSE, about=about)
        elif one.held_back and not taken.held_back and may_be_newer(one, taken):
            message = f"{_age(one, taken)} {one.file} 数字有错，先采用了 {taken.file}，{figures}"
            yield notice("C02", place, message, f"{_FILE_AGAIN}改正的；{_CHOOSE}", about=about)
        elif _of_two_organs(taken, one, organs):
            message = (
                f"{taken.file} 写的是“{taken.organ}”，{one.file} 写的是“{one.organ}”，名单里都是"
                f"“{unit}”，只采用了前一份，没有相加，{figures}"
            )
            advice = f"是合并前各自的报告的，请单位合为一份重报；是同一份报告的，{_CHOOSE}"
            yield wrong("C04", place, message, advice, about=about)
        else:
            yield wrong("C01", place, _proposed(taken, one, figures), _CHOOSE, about=about)


def _proposed(taken: Filing, other: Filing, figures: str) -> str:
    """Say which of two was taken, and by what it was told."""
    if taken.held_back != other.held_back:
        why = "（另一份数字有错）"
    elif taken.modified > other.modified and other.modified:
        why = f"（修改时间 {taken.modified}，较新）"
    else:
        why = "（分不出哪一份较新）"
    message = f"有两份不同的报告，先采用了 {taken.file}{why}，没有采用 {other.file}"
    if called_final(other) and not called_final(taken):
        message += "（文件名写明是定稿）"
    return f"{message}，{figures}"


def _of_two_organs(one: Filing, other: Filing, organs: Mapping[str, Collection[str]]) -> bool:
    """Tell whether two files of a unit say two organs, and not one in two ways."""
    said = [set(organs.get(each.file, ())) for each in (one, other)]
    return all(said) and said[0].isdisjoint(said[1])


def _age(one: Filing, taken: Filing) -> str:
    known = one.modified and taken.modified
    return "较新的" if known else "可能较新的"
