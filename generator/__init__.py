"""make-report: official annual reports, from an Excel workbook to a Word document.

For Python callers there are `make`, `check`, `review`, `new`, `bring_in`, `publish` and `export`,
described in `pipeline/for_programs.py`; a `Refusal` says in Chinese why something cannot be used.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from generator.model.finding import Refusal
    from generator.pipeline.for_programs import (
        bring_in,
        check,
        export,
        make,
        new,
        publish,
        review,
    )

__all__ = ["Refusal", "bring_in", "check", "export", "make", "new", "publish", "review"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is: the command needs none of it to start."""
    if name == "Refusal":
        from generator.model import finding

        return finding.Refusal
    if name in __all__:
        from generator.pipeline import for_programs

        return getattr(for_programs, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
