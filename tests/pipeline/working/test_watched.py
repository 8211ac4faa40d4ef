"""Long work: told before each file, stopped between two, one bad file stops no other."""

from pathlib import Path

import pytest

from generator.model.finding import Refusal
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.working.watched import Watch, each_done
from tests.pipeline.office import document_of, workbook_of

FILES = [Path("甲"), Path("乙"), Path("丙")]


def test_each_is_told_before_it_is_done() -> None:
    told: list[tuple[int, int, str]] = []
    done = each_done(FILES, str, Watch(lambda *at: told.append((*at[:2], str(at[2])))))
    assert told == [(0, 3, "甲"), (1, 3, "乙"), (2, 3, "丙")]
    assert done.results == {path: str(path) for path in FILES}
    assert done.left == ()


def test_it_stops_between_two_files_and_says_what_is_left() -> None:
    begun: list[Path] = []
    done = each_done(FILES, begun.append, Watch(stop=lambda: len(begun) == 1))
    assert begun == FILES[:1]
    assert done.left == tuple(FILES[1:])


def test_one_that_cannot_be_used_stops_no_other() -> None:
    def do(path: Path) -> str:
        if path == FILES[1]:
            raise Refusal("用不了。")
        return path.name

    done = each_done(FILES, do)
    assert done.results == {FILES[0]: "甲", FILES[2]: "丙"}
    assert done.refused == {FILES[1]: "用不了。"}
    assert done.left == ()


def test_an_error_of_the_program_is_not_passed_over() -> None:
    with pytest.raises(ZeroDivisionError):
        each_done(FILES, lambda _: 1 / 0)


def test_reports_are_made_one_by_one(office: Path) -> None:
    document_of(office).unlink()
    missing = workbook_of(office).with_name("没有.xlsx")
    done = each_done([workbook_of(office), missing], make)
    assert done.results[workbook_of(office)].status is Status.WRITTEN
    assert "没有.xlsx" in done.refused[missing]
