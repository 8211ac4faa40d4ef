"""What a benchmark says: a line for each thing measured, beside its goal."""

from dataclasses import dataclass

HEAD = f"{'what':58}{'measured':>12}  {'goal':>9}  "
_SAID = {True: "reached", False: "NOT REACHED", None: ""}


@dataclass(frozen=True)
class Line:
    """One thing that was measured."""

    what: str
    measured: str
    goal: str = ""
    reached: bool | None = None
    """None where there is no goal, or nothing could be measured."""

    def __str__(self) -> str:
        return f"{self.what:58}{self.measured:>12}  {self.goal:>9}  {_SAID[self.reached]}".rstrip()


def at_least(what: str, ratio: float, goal: float) -> Line:
    """Say how many times as fast we are."""
    return Line(what, f"{ratio:.2f}x", f">= {goal:g}x", ratio >= goal)


def at_most(what: str, ratio: float, goal: float) -> Line:
    """Say how many times as much something takes."""
    return Line(what, f"{ratio:.2f}x", f"<= {goal:g}x", ratio <= goal)


def taken(what: str, seconds: float) -> Line:
    """Say how long something takes, for which there is no goal: machines differ."""
    return Line(what, f"{seconds * 1000:.2f} ms")


def alike(what: str, *documents: bytes) -> Line:
    """Say whether documents are the same, byte for byte."""
    same = all(document == documents[0] for document in documents)
    return Line(what, "same bytes" if same else "differ", "same", same)


def skipped(what: str, why: str) -> Line:
    """Say why something was not measured."""
    return Line(f"{what}: skipped, {why}", "")
