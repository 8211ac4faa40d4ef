"""One thing for which a document is held back before it goes out."""

from typing import NamedTuple

from generator.model.report import Place


class Obstacle(NamedTuple):
    """Something that must not go out."""

    place: Place
    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.place}：{self.what}。{self.advice}。"
