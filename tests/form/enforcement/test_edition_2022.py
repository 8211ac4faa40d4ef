"""行政执法统计年报 as it is published in Zhejiang."""

from generator.pipeline.edition import form_named

FORM = form_named("行政执法统计年报")


def test_it_has_five_tables_in_its_first_part_and_text_in_its_second() -> None:
    assert [len(table.figures) for table in FORM.tables] == [11, 5, 12, 11, 3]
    assert FORM.headings == ("第一部分　行政执法数据表", "第二部分　行政执法总体情况")
    assert [FORM.number_of(table) for table in FORM.tables] == [1, 2, 3, 4, 5]
    assert [part.name for part in FORM.parts][2:4] == ["第一部分表一后", "第一部分表二后"]
    assert FORM.opening == ""


def test_every_table_has_a_caption_and_notes() -> None:
    for table in FORM.tables:
        assert "{organ}{year}年度" in table.caption
        assert table.notes[0].startswith("说明：1.")


def test_kinds_add_up_and_the_rate_is_a_quotient() -> None:
    assert len(FORM.totals["处罚合计"]) == 9
    assert len(FORM.totals["强制合计"]) == 11
    assert [*FORM.quotients] == ["持证率"]
    assert {tie.relation for tie in FORM.ties} == {"=", "<=", "both"}


def test_its_units_are_its_own() -> None:
    units = {spec.column.unit for spec in FORM.figures.values()}
    assert units == {"宗", "次", "人", "万元", "％"}
