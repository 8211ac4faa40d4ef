from dataclasses import replace

from generator.manuscript.alignment import align
from generator.manuscript.manuscript import Line, Manuscript
from generator.manuscript.review.comparison import Comparison, compare
from generator.manuscript.review.generated_lines import generated_lines
from generator.manuscript.review.places import parts_of_lines
from tests import samples
from tests.forms import FORM
from tests.manuscript.review.edited import compared, generated, line

SAMPLE = samples.report()
GENERATED = generated(SAMPLE)
SAID = {
    part.name: next(one.text for one in GENERATED.lines if one.text.endswith(f"{part.name}的标题"))
    for part in FORM.parts[1:]
}
OPENING = GENERATED.lines[2].text
LAST = "本年度未收取信息处理费。"
NEW = "新写的一段话。"


def parts_with(*, after: str, texts: tuple[str, ...] = (NEW,)) -> list[str]:
    """Return the parts of lines that were put after a line of the sample."""
    found = with_lines(after=after, texts=texts)
    return [part for one, part in zip(found.edited.lines, found.parts, strict=True) if new(one)]


def with_lines(*, after: str, texts: tuple[str, ...]) -> Comparison:
    return compared(SAMPLE, {after: [after, *texts]})


def new(one: Line) -> bool:
    return one.text not in {old.text for old in GENERATED.lines}


def part_of(found: Comparison, text: str) -> str:
    return found.parts[[one.text for one in found.edited.lines].index(text)]


def test_lines_that_were_printed_are_in_the_part_of_their_row() -> None:
    found = compared(SAMPLE)
    for name, heading in SAID.items():
        assert part_of(found, heading) == name


def test_the_title_and_the_headings_of_the_form_are_in_no_part() -> None:
    document = generated_lines(GENERATED.lines, SAMPLE, FORM)
    found = compared(SAMPLE)
    fixed = [at for at, line in enumerate(document) if line.row is None]
    assert [document[at].text for at in fixed][2:] == list(FORM.headings)
    assert [found.parts[at] for at in fixed] == [""] * len(fixed)


def test_a_line_is_in_the_part_of_the_line_before_it() -> None:
    assert parts_with(after=OPENING) == ["开头"]
    assert parts_with(after=SAID["第一部分"]) == ["第一部分"]
    assert parts_with(after=SAID["第四部分表前"]) == ["第四部分表前"]


def test_a_line_after_a_heading_is_in_its_section() -> None:
    assert parts_with(after=FORM.headings[0]) == ["第一部分"]
    assert parts_with(after=FORM.headings[2]) == ["第三部分表前"]


def test_a_line_after_a_table_is_in_the_part_after_the_table() -> None:
    empty = replace(SAMPLE, paragraphs=())
    document = generated(empty)
    for number, table in ((2, 0), (3, 1), (4, 2)):
        at = document.blocks.index(document.grids[table])
        blocks = (*document.blocks[: at + 1], line(NEW), *document.blocks[at + 1 :])
        found = compare(empty, document, Manuscript(blocks), FORM)
        assert part_of(found, NEW) == f"第{'一二三四'[number - 1]}部分表后"


def test_a_line_above_the_title_is_in_no_part() -> None:
    document = Manuscript((line(NEW), *GENERATED.blocks))
    assert part_of(compare(SAMPLE, GENERATED, document, FORM), NEW) == ""


def test_what_comes_after_an_appendix_begins_is_in_no_part() -> None:
    assert parts_with(after=LAST, texts=("再说一句。", "附件1：清单", NEW)) == ["第六部分", "", ""]


def test_an_appendix_that_is_spoken_of_before_the_end_is_a_line_of_its_section() -> None:
    assert parts_with(after=SAID["第一部分"], texts=("附件见网站。",)) == ["第一部分"]


def test_a_line_that_was_moved_is_in_the_part_where_it_stands_now() -> None:
    moved = "公开的渠道不够多。已加强培训，完善了制度。"
    found = compared(SAMPLE, {moved: None, LAST: [LAST, moved]})
    assert [match.moved for match in found.matches].count(True) == 1
    assert part_of(found, moved) == "第六部分"


def test_a_reworded_heading_of_the_form_still_begins_its_section() -> None:
    found = compared(SAMPLE, {FORM.headings[4]: ["五、存在的突出问题和改进情况", NEW]})
    assert part_of(found, NEW) == "第五部分"


def test_a_copy_of_a_table_that_is_none_of_the_form_s_changes_no_part() -> None:
    matches = align([one.text for one in GENERATED.lines], [one.text for one in GENERATED.lines])
    found = parts_of_lines(
        GENERATED,
        generated_lines(GENERATED.lines, SAMPLE, FORM),
        matches,
        tables={},
        report=SAMPLE,
        form=FORM,
    )
    assert found == compared(SAMPLE).parts


def test_a_heading_of_the_form_that_was_moved_begins_its_section_there() -> None:
    lines = [one.text for one in GENERATED.lines]
    fifth, sixth = lines.index(FORM.headings[4]), lines.index(FORM.headings[5])
    first = GENERATED.blocks.index(GENERATED.lines[fifth])
    blocks = list(GENERATED.blocks)
    count = sixth - fifth
    swapped = [*blocks[:first], *blocks[first + count :], *blocks[first : first + count]]
    found = compare(SAMPLE, GENERATED, Manuscript(tuple(swapped)), FORM)
    assert [part_of(found, lines[at]) for at in (fifth, fifth + 1, sixth, sixth + 1)] == [
        *("", "第五部分", "", "第六部分")
    ]


SIGNED = Manuscript((*GENERATED.blocks, line("某某市某某局"), line("2025年1月20日")))


def placed(*texts: str) -> list[str]:
    """Return the parts of the last lines of a signed document that ends in some texts."""
    document = Manuscript((*GENERATED.blocks, *map(line, texts)))
    return compare(SAMPLE, SIGNED, document, FORM).parts[-len(texts) :]


def test_what_stands_behind_the_signature_or_the_date_is_in_no_part() -> None:
    last = FORM.parts[-1].name
    assert placed("某某市某某局", "2025年1月20日", "（此件公开发布）") == ["", "", ""]
    assert placed("某某市某某局", "（此件公开发布）", "2025年1月20日") == ["", "", ""]
    assert placed(NEW, "某某市某某局", "2025年1月20日") == [last, "", ""]


def test_another_signature_in_place_of_the_old_one_is_no_text() -> None:
    assert placed("数据厅", "2025年1月20日") == ["", ""]
    last = FORM.parts[-1].name
    assert placed("新写的一段话，说了几句。", "2025年1月20日") == [last, ""]
