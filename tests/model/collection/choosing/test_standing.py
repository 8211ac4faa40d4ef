from collections.abc import Mapping, Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.collection.choosing.standing import standings
from generator.model.collection.collection import FileStanding, FileState, State, UnitStanding
from generator.model.collection.filing import Filing
from generator.model.collection.unit import UnitList
from generator.model.finding import Finding, held_back, notice, wrong
from generator.model.report import Place
from tests.form.small import SMALL
from tests.model.collection.units import FIGURES, filing, unit_list

CIVIL, SCHOOLS, MONEY = "民政局", "教育局", "财政局"
LISTED = unit_list("上海市长宁区人民政府", CIVIL, SCHOOLS, MONEY)
TIE = held_back("F1-01", Place("1"), "不相等", "请改正")
WORDING = wrong("X01", Place("1"), "写错了", "请改正")
LOOK = notice("W01", Place("1"), "看一看", "请核对")
OTHER = {**FIGURES, "收案个人": 5}
NEWER = "2025-01-20 15:00:00"


class Stood:
    """What became of units and files, by name and by path."""

    def __init__(
        self,
        *filings: Filing,
        listed: UnitList = LISTED,
        answers: Mapping[str, str] | None = None,
        chosen: Mapping[str, bool] | None = None,
    ) -> None:
        units, files = standings(listed, filings, answers or {}, chosen or {}, form=SMALL)
        assert [one.unit for one in units] == [*listed.units]
        assert [one.filing.file for one in files] == sorted(one.file for one in filings)
        self.units: dict[str, UnitStanding] = {one.unit.name: one for one in units}
        self.files: dict[str, FileStanding] = {one.filing.file: one for one in files}

    def state(self, unit: str = CIVIL) -> tuple[State, str]:
        """Return the state of a unit and the file that was taken of it."""
        standing = self.units[unit]
        return standing.state, standing.filing.file if standing.filing else ""

    def rules(self, unit: str = CIVIL) -> list[str]:
        """Return the rules under which something is told of a unit."""
        return [one.rule for one in self.units[unit].findings]

    def only_finding(self, unit: str = CIVIL) -> Finding:
        """Return the one thing that is told of a unit."""
        (found,) = self.units[unit].findings
        return found


@pytest.mark.parametrize(
    ("sent", "state", "file_state"),
    [
        (filing("1.xlsx", CIVIL), State.FILED, FileState.TAKEN),
        (filing("1.xlsx", CIVIL, findings=(LOOK,)), State.FILED, FileState.TAKEN),
        (filing("1.xlsx", CIVIL, findings=(WORDING,)), State.WITH_ERRORS, FileState.TAKEN),
        (filing("1.xlsx", CIVIL, findings=(TIE,)), State.HELD, FileState.TAKEN),
    ],
)
def test_a_unit_that_filed_stands_by_what_is_wrong_with_its_file(
    sent: Filing, state: State, file_state: FileState
) -> None:
    found = Stood(sent)
    assert found.state() == (state, "1.xlsx")
    assert (found.files["1.xlsx"].state, found.files["1.xlsx"].unit) == (file_state, CIVIL)
    assert found.rules() == []
    assert found.state(SCHOOLS) == (State.MISSING, "")


def test_a_report_of_another_year_is_not_taken() -> None:
    found = Stood(filing("1.xlsx", CIVIL, year=2023))
    assert found.state() == (State.OTHER_YEAR, "")
    assert found.files["1.xlsx"].state == FileState.OTHER_YEAR
    assert found.rules() == ["C03"]
    assert "2023" in found.only_finding().message


def test_last_year_s_beside_this_year_s_is_only_said() -> None:
    found = Stood(filing("1.xlsx", CIVIL), filing("2.xlsx", CIVIL, year=2023, modified=NEWER))
    assert found.state() == (State.FILED, "1.xlsx")
    assert found.rules() == []
    assert "本年度的采用了 1.xlsx" in found.files["2.xlsx"].said


def test_a_file_that_cannot_be_used_leaves_its_unit_unusable() -> None:
    found = Stood(filing("民政局.pdf", problem="是扫描件，没有文字。", figures={}))
    assert found.state() == (State.UNUSABLE, "")
    assert found.files["民政局.pdf"].state == FileState.UNUSABLE
    assert found.rules() == ["C07"]
    assert "是扫描件，没有文字" in found.only_finding().message
    nobody = Stood(filing("1.pdf", problem="是扫描件，没有文字。"))
    assert nobody.files["1.pdf"].state == FileState.UNUSABLE
    assert nobody.files["1.pdf"].said == "是扫描件，没有文字。"


def test_a_report_in_another_form_is_not_usable() -> None:
    found = Stood(filing("1.docx", CIVIL, form="older"))
    assert found.state() == (State.UNUSABLE, "")
    assert "另一种格式" in found.files["1.docx"].said


def test_a_report_that_says_no_year_is_taken_by_its_name_or_told() -> None:
    found = Stood(filing("民政局2024年年报.pdf", CIVIL, year=None))
    assert (found.state(), found.rules()) == ((State.FILED, "民政局2024年年报.pdf"), [])
    found = Stood(filing("民政局2023年年报.pdf", CIVIL, year=None))
    assert (found.state(), found.rules()) == ((State.OTHER_YEAR, ""), ["C03"])
    found = Stood(filing("民政局20250110.pdf", CIVIL, year=None))
    assert (found.state()[0], found.rules()) == (State.FILED, ["C03"])


def test_files_of_organs_that_are_not_listed_and_doubtful_ones_are_nobody_s() -> None:
    found = Stood(
        filing("1.xlsx", "长宁区审计局"),
        filing("2.xlsx", "教委"),
        filing("3.xlsx"),
        filing("财政局.xlsx", "区民政局"),
    )
    assert [one.state for one in found.files.values()] == [
        FileState.OTHER_ORGAN,
        *[FileState.DOUBTFUL] * 3,
    ]
    assert [one.candidates for one in found.files.values()] == [
        (),
        (SCHOOLS,),
        (),
        (CIVIL, MONEY),
    ]
    assert all(one.unit == "" and one.said for one in found.files.values())
    assert [found.rules(unit) for unit in (CIVIL, SCHOOLS, MONEY)] == [["C06"]] * 3
    assert "2.xlsx" in found.only_finding(SCHOOLS).message
    assert {one.state for one in found.units.values()} == {State.MISSING}


def test_a_unit_that_has_filed_is_not_told_of_what_may_be_its_own_too() -> None:
    found = Stood(filing("1.xlsx", SCHOOLS), filing("2.xlsx", "教委"))
    assert found.rules(SCHOOLS) == []


def test_what_people_wrote_beside_a_file_goes_before_what_it_says() -> None:
    sent = (filing("1.xlsx", "教委"), filing("2.xlsx", CIVIL), filing("3.xlsx", "审计局"))
    found = Stood(*sent, answers={"1.xlsx": "区教育局", "2.xlsx": MONEY, "gone.xlsx": CIVIL})
    assert found.state(SCHOOLS) == (State.FILED, "1.xlsx")
    assert found.state(MONEY) == (State.FILED, "2.xlsx")
    assert found.state(CIVIL) == (State.MISSING, "")
    assert "按里面写的是民政局" in found.files["2.xlsx"].said
    same = Stood(filing("2.xlsx", CIVIL), answers={"2.xlsx": CIVIL})
    assert same.files["2.xlsx"].said == ""


def test_an_answer_that_names_no_unit_is_told_and_the_file_is_nobody_s() -> None:
    found = Stood(filing("1.xlsx", CIVIL), answers={"1.xlsx": "老干部局"})
    assert found.files["1.xlsx"].state == FileState.DOUBTFUL
    assert found.files["1.xlsx"].candidates == (CIVIL,)
    assert "“老干部局”不是名单里的单位" in found.files["1.xlsx"].said
    assert found.state() == (State.MISSING, "")
    unknown = Stood(filing("1.xlsx", "审计局"), answers={"1.xlsx": "老干部局"})
    assert unknown.files["1.xlsx"].state == FileState.DOUBTFUL


def test_a_copy_is_the_same_and_nothing_is_to_be_decided() -> None:
    found = Stood(
        filing("民政局.xlsx", CIVIL, digest="a"), filing("民政局（1）.xlsx", CIVIL, digest="a")
    )
    assert found.rules() == []
    assert sorted(one.state for one in found.files.values()) == [
        FileState.SAME,
        FileState.TAKEN,
    ]


def test_of_the_same_report_in_several_formats_the_workbook_is_taken() -> None:
    blank = {**FIGURES, "收案个人": None}
    printed = {**FIGURES, "收案个人": 0}
    found = Stood(
        filing("1.xlsx", CIVIL, figures=blank),
        filing("2.docx", CIVIL, kind="Word 文档", figures=printed, modified=NEWER),
        filing("3.pdf", CIVIL, kind="PDF", figures=printed, modified=NEWER, text="全年 平稳。"),
    )
    assert found.state() == (State.FILED, "1.xlsx")
    assert found.rules() == []
    assert [one.state for one in found.files.values()] == [
        FileState.TAKEN,
        FileState.SAME,
        FileState.SAME,
    ]


def test_of_the_same_figures_with_other_words_the_newest_is_taken_and_said() -> None:
    found = Stood(
        filing("1.xlsx", CIVIL),
        filing("2.docx", CIVIL, kind="Word 文档", text="审阅后。", modified=NEWER),
    )
    assert found.state() == (State.FILED, "2.docx")
    assert found.rules() == []
    assert found.files["1.xlsx"].state == FileState.ANOTHER_TAKEN
    assert "数字与采用的 2.docx 相同，文字有不同" in found.files["1.xlsx"].said


def test_of_two_that_differ_the_newest_is_proposed_with_the_figures_and_their_places() -> None:
    found = Stood(
        filing("民政局最终版.xlsx", CIVIL),
        filing("民政局.xlsx", CIVIL, figures=OTHER, modified=NEWER),
    )
    assert found.state() == (State.FILED, "民政局.xlsx")
    told = found.only_finding()
    assert told.rule == "C01"
    assert told.stands_as_wrong
    assert "收案／个人采用的一份是 5（『案件』C5），另一份是 3（『案件』C5）" in told.message
    assert "有 1 个数不同" in told.message
    assert NEWER in told.message
    assert "定稿" in told.message
    assert told.place == Place("民政局.xlsx", "案件", "C5")
    assert found.files["民政局最终版.xlsx"].state == FileState.ANOTHER_TAKEN


def test_where_no_time_tells_the_name_does_and_the_doubt_is_said() -> None:
    for first, second in (
        ("民政局.xlsx", "民政局（定稿）.xlsx"),
        ("民政局v1.xlsx", "民政局v2.xlsx"),
        ("民政局（1）.xlsx", "民政局（2）.xlsx"),
        ("民政局初稿.xlsx", "民政局.xlsx"),
    ):
        found = Stood(
            filing(first, CIVIL, modified=""), filing(second, CIVIL, figures=OTHER, modified="")
        )
        assert found.state() == (State.FILED, second)
        assert "分不出哪一份较新" in found.only_finding().message
        assert "文件名写明是定稿" not in found.only_finding().message


def test_the_key_of_what_differs_stays_until_a_figure_changes() -> None:
    def key(modified: str, figures: Mapping[str, int]) -> str:
        other = filing("2.xlsx", CIVIL, figures=figures, modified=modified)
        return Stood(filing("1.xlsx", CIVIL), other).only_finding().key

    assert key(NEWER, OTHER) == key("2025-01-21 08:00:00", OTHER)
    assert key(NEWER, OTHER) != key(NEWER, {**OTHER, "收案个人": 6})


@pytest.mark.parametrize("chosen", [{"1.xlsx": True}, {"2.xlsx": False}])
def test_what_people_chose_is_taken_and_nothing_more_is_asked(chosen: Mapping[str, bool]) -> None:
    sent = (filing("1.xlsx", CIVIL), filing("2.xlsx", CIVIL, figures=OTHER))
    found = Stood(*sent, chosen=chosen)
    assert found.state() == (State.FILED, "1.xlsx")
    assert found.rules() == []
    assert found.files["2.xlsx"].state in (FileState.ANOTHER_TAKEN, FileState.NOT_WANTED)


def test_what_came_after_people_chose_is_told() -> None:
    sent = (filing("1.xlsx", CIVIL), filing("2.xlsx", CIVIL, figures=OTHER, modified=NEWER))
    found = Stood(*sent, chosen={"1.xlsx": True})
    assert found.state() == (State.FILED, "1.xlsx")
    assert found.rules() == ["C05"]
    decided = Stood(*sent, chosen={"1.xlsx": True, "2.xlsx": False})
    assert decided.rules() == []


def test_a_choice_that_cannot_be_followed_is_told() -> None:
    good = filing("1.xlsx", CIVIL)
    both = Stood(
        good, filing("2.xlsx", CIVIL, figures=OTHER), chosen={"1.xlsx": True, "2.xlsx": True}
    )
    assert both.rules() == ["C05", "C01"]
    broken = Stood(good, filing("2.pdf", CIVIL, problem="打不开。"), chosen={"2.pdf": True})
    assert broken.state() == (State.FILED, "1.xlsx")
    assert broken.rules()[0] == "C05"
    none = Stood(good, chosen={"1.xlsx": False})
    assert none.state() == (State.MISSING, "")
    assert none.rules() == ["C05"]
    assert none.files["1.xlsx"].state == FileState.NOT_WANTED


def test_a_report_of_another_year_is_taken_only_where_people_chose_it() -> None:
    found = Stood(filing("1.xlsx", CIVIL, year=2023), chosen={"1.xlsx": True})
    assert found.state() == (State.FILED, "1.xlsx")
    assert found.rules() == ["C03"]
    assert "2023" in found.only_finding().message
    two = (filing(f"{at}.xlsx", CIVIL, year=2023, figures={}) for at in (1, 2))
    both = Stood(*two, chosen={"1.xlsx": True, "2.xlsx": True})
    assert both.files["2.xlsx"].state == FileState.SAME


def test_one_that_can_be_added_goes_before_a_newer_one_that_cannot_and_that_is_said() -> None:
    good = filing("1.xlsx", CIVIL)
    broken = filing("2.pdf", CIVIL, problem="打不开。", modified=NEWER)
    wrong_sums = filing("2.xlsx", CIVIL, figures=OTHER, findings=(TIE,), modified=NEWER)
    for later in (broken, wrong_sums):
        found = Stood(good, later)
        assert found.state() == (State.FILED, "1.xlsx")
        assert found.rules() == ["C02"]
        assert later.file in found.only_finding().message
    assert "收案／个人" in Stood(good, wrong_sums).only_finding().message
    earlier = "2025-01-01 08:00:00"
    assert Stood(good, broken._replace(modified=earlier)).rules() == []
    older = Stood(good, wrong_sums._replace(modified=earlier))
    assert older.rules() == ["C01"]
    assert "另一份数字有错" in older.only_finding().message
    assert Stood(good, broken, chosen={"1.xlsx": True}).rules() == []


def test_of_the_same_report_the_one_whose_figures_can_be_trusted_is_taken() -> None:
    found = Stood(
        filing("1.xlsx", CIVIL, findings=(TIE,)), filing("2.pdf", CIVIL, kind="PDF", modified="")
    )
    assert found.state() == (State.FILED, "2.pdf")


def test_a_folder_for_several_units_contradicts_none_of_them() -> None:
    sent = [filing(f"教育局/{at}.xlsx", organ) for at, organ in enumerate((CIVIL, SCHOOLS, MONEY))]
    assert {one.state for one in Stood(*sent).units.values()} == {State.FILED}
    assert Stood(*sent[:2]).state() == (State.MISSING, "")


def test_reports_of_units_that_were_merged_are_told_and_not_added() -> None:
    listed = unit_list("上海市长宁区人民政府", "文化和旅游局|原文化局|旅游局")
    unit = "文化和旅游局"
    sent = (filing("1.xlsx", "区文化局"), filing("2.xlsx", "区旅游局", figures=OTHER))
    found = Stood(*sent, listed=listed)
    assert found.state(unit)[0] == State.FILED
    told = found.only_finding(unit)
    assert told.rule == "C04"
    assert told.stands_as_wrong
    assert "“区文化局”" in told.message
    assert "“区旅游局”" in told.message
    assert "没有相加" in told.message
    renamed = Stood(
        filing("1.xlsx", "区旅游局"), filing("2.xlsx", "旅游局", figures=OTHER), listed=listed
    )
    assert renamed.rules(unit) == ["C01"]


def test_two_rows_of_one_name_do_not_count_a_file_twice() -> None:
    found = standings(
        unit_list("甲区人民政府", CIVIL, CIVIL), [filing("1.xlsx", CIVIL)], {}, {}, form=SMALL
    )
    assert [one.state for one in found[0]] == [State.FILED, State.MISSING]


def test_nothing_at_all_is_a_collection_too() -> None:
    assert {one.state for one in Stood().units.values()} == {State.MISSING}


MANY = (
    filing("民政局.xlsx", "区民政局"),
    filing("民政局（1）.xlsx", "区民政局", figures=OTHER),
    filing("民政局.pdf", "长宁区民政局", kind="PDF"),
    filing("教委.docx", "教委"),
    filing("a/1.xlsx", "教育局", findings=(TIE,), modified=NEWER),
    filing("a/2.xlsx", "教育局", modified=""),
    filing("a/3.xlsx", "教育局", problem="打不开。"),
    filing("b/财政局.html", "民政局"),
    filing("b/4.xlsx", "上海市长宁区财政局", year=2023),
    filing("b/5.xlsx", "南京市长宁区财政局"),
    filing("6.xlsx"),
)


@given(st.permutations(MANY))
def test_in_whatever_order_the_files_come_the_result_is_the_same(order: Sequence[Filing]) -> None:
    assert _stood(order) == _stood(MANY)


def _stood(filings: Sequence[Filing]) -> object:
    chosen = {"民政局.pdf": False}
    return standings(LISTED, filings, {"6.xlsx": MONEY}, chosen, form=SMALL)


def test_of_three_versions_the_same_is_taken_in_every_order() -> None:
    three = [
        filing("民政局.xlsx", CIVIL),
        filing("民政局.docx", CIVIL, kind="Word 文档", modified=NEWER),
        filing("民政局修改.xlsx", CIVIL, figures=OTHER, modified=NEWER),
    ]
    assert len({Stood(*order).state() for order in permutations(three)}) == 1


def test_each_file_says_what_became_of_it_beside_its_unit() -> None:
    found = Stood(filing("1.xlsx", CIVIL, findings=(TIE,)), filing("民政局.docx", ""))
    assert found.state() == (State.FILED, "民政局.docx")
    assert "按“民政局”认作民政局" in found.files["民政局.docx"].said
    assert found.files["1.xlsx"].said


def test_a_report_of_another_form_is_left_out_and_told_and_its_unit_has_not_filed() -> None:
    of_civil, of_nobody = (
        filing(file, organ, form="enforcement", form_name="行政执法统计年报")
        for file, organ in (("1.xlsx", CIVIL), ("2.xlsx", "某某局"))
    )
    found = Stood(of_civil, of_nobody)
    assert (found.state(), found.rules()) == ((State.MISSING, ""), [])
    for one in found.files.values():
        assert one.state == FileState.OTHER_FORM
        assert one.said == "是“行政执法统计年报”，要另行汇总"
    assert found.files["1.xlsx"].unit == CIVIL
    both = Stood(of_civil, filing("3.xlsx", CIVIL))
    assert (both.state(), both.rules()) == ((State.FILED, "3.xlsx"), [])
