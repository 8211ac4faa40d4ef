"""Dresses the parts of a report: by classes and one style sheet, or each part in line."""

from typing import Protocol

from generator.formats.html.elements import attribute
from generator.formats.html.looks import Look


class Dress(Protocol):
    """Says how parts look."""

    own_svg: bool
    """Whether drawings may stand in the page as they are."""

    def of(self, look: Look | None, more: str = "") -> str:
        """Return the attribute of a part that has a look, or CSS of its own, or both."""
        ...


class Classes:
    """A style sheet, and the classes that name its rules."""

    own_svg = True

    def __init__(self) -> None:
        self._names: dict[tuple[Look | None, str], str] = {}

    def of(self, look: Look | None, more: str = "") -> str:
        """Return the classes of a part."""
        names = [self._names.setdefault((look, ""), look.css_class)] if look else []
        if more:
            names.append(self._names.setdefault((None, more), f"own-{len(self._names)}"))
        return attribute("class", " ".join(names))

    def rules(self) -> str:
        """Return the rules of all that was dressed so far, in order."""
        return "\n".join(
            f".{name} {{ {look.value if look else more} }}"
            for (look, more), name in self._names.items()
        )


class InLine:
    """Every part says for itself how it looks: sites take style sheets and classes away."""

    own_svg = False  # they take drawings away, too

    def of(self, look: Look | None, more: str = "") -> str:
        """Return the style of a part."""
        said = [look.value] if look else []
        return attribute("style", "; ".join([*said, more] if more else said))
