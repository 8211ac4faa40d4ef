"""The program as a folder that was unzipped and not installed: what lies where in it.

make-report/ itself, over which an update is unzipped, holds what people read, such as 使用手册.pdf;
program/ in it Python, the libraries in lib-SUM, and the example; 我的年报/ is made at the first
start. No archive has a file in that, so no update touches it.
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from generator.files.file_names import INPUTS, OUTPUTS, TEMPLATES
from generator.files.os_reason import reason
from generator.files.private_cache import PROGRAM
from generator.files.whole_file import write
from generator.model.finding import Refusal

OWN = "我的年报"
MANUALS = ("三分钟上手", "使用手册")
_PARTS = "清单.txt"
_EXAMPLE = Path("example", "2023.xlsx")
_LIBRARIES = "lib-*"


def unzipped_at(program: Path = PROGRAM) -> Path | None:
    """Return the folder that was unzipped; None where the program was installed."""
    inner = program.parents[1]
    return inner.parent if (inner / _PARTS).is_file() else None


def manuals(program: Path = PROGRAM) -> dict[str, Path]:
    """Return the manuals that are there, by what they are called."""
    root = unzipped_at(program)
    found = {name: root / f"{name}.pdf" for name in MANUALS} if root else {}
    return {name: path for name, path in found.items() if path.is_file()}


def own_folder(root: Path, program: Path = PROGRAM) -> Path:
    """Return the folder for people's own files; it is made, with the example in it, if need be.

    What an earlier version left of itself is cleared away. Raise Refusal where nothing can be
    written.
    """
    own = root / OWN
    try:
        if not own.exists():
            with tempfile.TemporaryDirectory(dir=root) as begun:
                _lay_out(Path(begun) / OWN, program)
                (Path(begun) / OWN).rename(own)
    except OSError as problem:
        raise Refusal(
            f"在 {root} 里写不了东西：{reason(problem)}。请把整个文件夹复制到能写的地方"
            "（如 D 盘、桌面），再从那里打开。"
        ) from None
    _clear_earlier(program)
    return own


def _lay_out(own: Path, program: Path) -> None:
    for name in (INPUTS, OUTPUTS, TEMPLATES):
        (own / name).mkdir(parents=True)
    example = program.parents[1] / _EXAMPLE
    write(example.read_bytes(), own / INPUTS / example.name)


def _clear_earlier(program: Path) -> None:
    """Remove the libraries of other versions; those that still run cannot be moved on Windows."""
    library = program.parent
    for other in library.parent.glob(_LIBRARIES):
        if other != library:
            gone = other.with_name(f"gone-{other.name}")
            with suppress(OSError):
                other.rename(gone)
    for gone in library.parent.glob(f"gone-{_LIBRARIES}"):
        shutil.rmtree(gone, ignore_errors=True)
