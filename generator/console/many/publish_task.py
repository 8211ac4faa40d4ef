"""One document of many that is to go out, and what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.console.attempt import attempted
from generator.console.exit_codes import DONE, HELD_BACK, UNUSABLE
from generator.messages.publish import headline
from generator.model.one_line import on_one_line
from generator.pipeline.publishing.publish import Ended, Published


class PublishResult(NamedTuple):
    """What became of a document."""

    document: Path
    became: Published | str
    """Why it could not be used, in a sentence."""

    @property
    def for_programs(self) -> Published | tuple[Path, str]:
        """What became of it, with the document where that does not say it."""
        return (self.document, self.became) if isinstance(self.became, str) else self.became

    @property
    def code(self) -> int:
        """Exit code, were it the only one."""
        if isinstance(self.became, str):
            return UNUSABLE
        return HELD_BACK if self.became.ended is Ended.HELD else DONE

    @property
    def line(self) -> str:
        """What became of it, in a line."""
        said = self.became if isinstance(self.became, str) else headline(self.became)
        return on_one_line(said)

    @property
    def label(self) -> str:
        """How people know it."""
        return self.document.name

    @property
    def counts(self) -> dict[str, int]:
        """How many were not published."""
        return {"没有发布": int(not self.fine)}

    @property
    def fine(self) -> bool:
        """Whether nobody has to do anything."""
        return self.code == DONE


class PublishTask(NamedTuple):
    """A document that is to go out."""

    document: Path
    how: Callable[[Path], Published]

    @property
    def file(self) -> Path:
        """The document."""
        return self.document

    def done(self) -> PublishResult:
        """Publish it."""
        became = attempted(self.document, self.how)
        return PublishResult(self.document, became[1] if isinstance(became, tuple) else became)

    def given_up(self, why: str) -> PublishResult:
        """Say why it could not be published."""
        return PublishResult(self.document, why)
