"""One file of many that units handed in, and what was read of it."""

from pathlib import Path
from typing import NamedTuple

from generator.model.collection.filing import Filing
from generator.model.one_line import on_one_line
from generator.pipeline.collecting.filing import read_filing
from generator.pipeline.collecting.handed_in import HandedIn


class FilingRead(NamedTuple):
    """What was read of a file, as people see it while the others are read."""

    filing: Filing

    @property
    def line(self) -> str:
        """What was read, in a line."""
        one = self.filing
        if one.problem:
            return on_one_line(f"不能用：{one.problem}")
        how = "有必须改正的错误" if one.held_back else f"错误 {one.wrong}"
        return on_one_line(f"已读：{one.file}　{one.organ}　{how}")

    @property
    def label(self) -> str:
        """How people know it."""
        return self.filing.organ or self.filing.file

    @property
    def counts(self) -> dict[str, int]:
        """What was found."""
        return {"错误": self.filing.wrong, "不能用": int(bool(self.filing.problem))}

    @property
    def fine(self) -> bool:
        """Whether nobody has to do anything."""
        return not (self.filing.problem or self.filing.held_back)


class FilingTask(NamedTuple):
    """A file that is to be read."""

    given: HandedIn

    @property
    def file(self) -> Path:
        """The file, or the archive in which it lies."""
        return self.given.path

    def done(self) -> FilingRead:
        """Read it."""
        return FilingRead(read_filing(self.given))

    def given_up(self, why: str) -> FilingRead:
        """Say why it could not be read."""
        return FilingRead(Filing(self.given.name, "", problem=why))
