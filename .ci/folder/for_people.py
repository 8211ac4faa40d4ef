"""What people open in a folder, whatever the system: the manual, the example, the templates.

Nothing lies where people keep their own files: `generator/files/unzipped.py` has that folder, which
the program makes.
"""

from pathlib import Path

from pins import ROOT

MANUAL = ("使用手册.docx", "使用手册.pdf", "三分钟上手.docx", "三分钟上手.pdf")
_EXAMPLE = "program/example"
_TEMPLATES = "自带的模板"
_SECOND = ROOT / "inputs" / "2024行政执法统计年报.xlsx"
"""A report of the other form; the first start lays out only that of the usual one."""


def for_people(manual: Path | None) -> dict[str, bytes]:
    """Return these files by path. Exit where the manual is not all there."""
    found = {}
    if manual is not None:
        missing = [name for name in MANUAL if not (manual / name).is_file()]
        if missing:
            raise SystemExit(f"not in {manual}: {', '.join(missing)}")
        found = {name: (manual / name).read_bytes() for name in MANUAL}
    return {
        **found,
        f"{_EXAMPLE}/2023.xlsx": (ROOT / "inputs" / "2023.xlsx").read_bytes(),
        **{f"{_TEMPLATES}/{one.name}": one.read_bytes() for one in (*_templates(), _SECOND)},
    }


def _templates() -> list[Path]:
    return sorted((ROOT / "templates").glob("*.docx"))
