"""One thing is done at a time, and none is cut off."""

from pathlib import Path
from threading import Event, Thread

import pytest

from generator.model.finding import Refusal
from generator.web.work import Work


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path, lambda _: None)


def test_of_two_things_at_once_one_is_told_to_wait(work: Work) -> None:
    with work.doing("正在生成报告"), pytest.raises(Refusal, match="正在生成报告"), work.doing("x"):
        pytest.fail("both were done")
    with work.doing("again"):
        assert work.now["doing"] == "again"


def test_in_a_folder_that_is_gone_nothing_is_done(work: Work, tmp_path: Path) -> None:
    tmp_path.rmdir()
    with pytest.raises(Refusal, match="找不到文件夹"), work.doing("x"):
        pytest.fail("it was done")
    tmp_path.mkdir()
    with work.doing("x"):
        pass


def test_what_is_being_done_is_brought_to_its_next_step_before_the_program_ends(
    work: Work,
) -> None:
    begun, done = Event(), Event()

    def do() -> None:
        with work.doing("x"):
            begun.set()
            while not work.watch.stop():
                pass
            done.set()

    Thread(target=do).start()
    begun.wait(20)
    work.end()
    assert done.is_set()
    with pytest.raises(Refusal), work.doing("more"):
        pytest.fail("something was begun")
