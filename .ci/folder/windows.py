"""The folder for Windows: Python inside, nothing to install."""

import hashlib
import io
import re
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from archives import Folder, unpacked
from for_people import for_people
from left_out import is_left_out
from parts import Part, licences, listed, part_of
from pins import HERE, WINDOWS, build_ours, fetch_python, fetch_wheels

_NOT_NEEDED = ("_asyncio.pyd", "_overlapped.pyd", "_sqlite3.pyd", "sqlite3.dll", "winsound.pyd")
_VERSION = re.compile("ProductVersion".encode("utf-16-le") + rb"\0+((?:[\d.]\0)+)")
"""As python.exe says it of itself: the package that brings it has a number of its own."""
_CLOSING = """
Python 是 python.org 的嵌入版，一个文件也没有改。
docxtpl 按 LGPL-2.1 使用，就是 lib 文件夹里的 docxtpl，源代码都在，可以换成您自己改过的。
各部分的许可全文在 licences 文件夹。
没有放进来的：Babel 的其他语言，各部分的测试和 C 语言源文件，
Pillow 读 AVIF 的部分，Python 的 SQLite 和 asyncio。
"""


def windows_folder(manual: Path | None) -> Folder:
    """Return all that is in the folder, by path."""
    with tempfile.TemporaryDirectory() as there:
        python = _python(fetch_python(Path(there)))
        wheels = Path(there) / "wheels"
        fetch_wheels(WINDOWS, wheels)
        ours = build_ours(Path(there))
        version = ours.name.split("-")[1]
        opened = [unpacked(path) for path in (ours, *sorted(wheels.glob("*.whl")))]
    library: dict[str, bytes] = {}
    parts = [_of_python(python)]
    for wheel in opened:
        kept = {name: data for name, data in wheel.items() if not is_left_out(name)}
        library.update(kept)
        parts.append(part_of(wheel, sum(map(len, kept.values()))))
    lib = f"lib-{_sum(library)}"
    path = f"python{''.join(WINDOWS.python.split('.'))}"
    program = {
        **python,
        f"{path}._pth": f"{path}.zip\r\n.\r\n{lib}\r\n".encode(),
        **{f"{lib}/{name}": data for name, data in library.items()},
        **{f"licences/{name}": data for name, data in licences(parts).items()},
        "清单.txt": listed(version, parts, _CLOSING),
    }
    return {
        **for_people(manual),
        **{f"program/{name}": data for name, data in program.items()},
        "打开年度报告.bat": batch("open.bat"),
        "make-report.bat": batch("make-report.bat"),
    }


def batch(name: str) -> bytes:
    """Return a batch file as cmd reads it in China; beyond GB 2312 a byte may mean a command."""
    text = (HERE / "windows" / name).read_text(encoding="utf-8")
    return text.replace("\n", "\r\n").encode("gb2312")


def _python(archive: Path) -> dict[str, bytes]:
    """Return python.org's files, less those that nothing here imports."""
    with tarfile.open(archive) as outer:
        (inner,) = [name for name in outer.getnames() if name.endswith("/data.zip")]
        found = outer.extractfile(inner)
        files = unpacked(io.BytesIO(found.read() if found else b""))
    named = {PurePosixPath(name).name: data for name, data in files.items()}
    return {name: data for name, data in named.items() if name not in _NOT_NEEDED}


def _of_python(files: Folder) -> Part:
    texts = {"LICENSE.txt": files["LICENSE.txt"]}
    size = sum(map(len, files.values()))
    (version,) = {one[1].decode("utf-16-le") for one in _VERSION.finditer(files["python.exe"])}
    return Part("Python", version, "PSF-2.0", "https://www.python.org", texts, size)


def _sum(files: Folder) -> str:
    """Return what tells these files from those of any other version.

    So the modules of two versions never mix, however an update was unpacked.
    """
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return whole.hexdigest()[:8]
