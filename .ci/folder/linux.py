"""The folder for Linux desktops: wheels, and a script that needs Python 3.11 or newer alone."""

import hashlib
import tempfile
from pathlib import Path

from archives import Folder, unpacked
from for_people import for_people
from parts import Part, licences, listed, part_of
from pins import HERE, build_ours, fetch_wheels, linux_targets

MACHINES = ("x86_64", "aarch64")
"""For loongarch64 the registry has none: of lxml, Pillow, pikepdf, typst, cryptography, cffi."""
_CLOSING = """
第一次打开时，由 wheels-… 文件夹里的 pip 解包到 program 文件夹，不联网。
docxtpl 按 LGPL-2.1 使用，源代码就在它的 wheel 里，可以换成您自己改过的。
各部分的许可全文在 licences 文件夹。
"""


def linux_folder(machine: str, manual: Path | None) -> Folder:
    """Return all that is in the folder, by path."""
    with tempfile.TemporaryDirectory() as there:
        wheels = Path(there)
        for target in linux_targets(machine):
            fetch_wheels(target, wheels)
        version = build_ours(wheels).name.split("-")[1]
        files = {path.name: path.read_bytes() for path in sorted(wheels.glob("*.whl"))}
        parts: dict[str, Part] = {}
        for name, data in files.items():
            opened = unpacked(wheels / name)
            part = part_of(opened, len(data))
            before = parts.get(part.name, part._replace(size=0))
            parts[part.name] = part._replace(size=before.size + part.size)
    sums = b"".join(hashlib.sha256(files[name]).digest() for name in sorted(files))
    known = hashlib.sha256(sums).hexdigest()[:8]
    program = {
        # Named after what is in it: an update lands beside the earlier one's, not among them.
        **{f"wheels-{known}/{name}": data for name, data in files.items()},
        **{f"licences/{name}": data for name, data in licences(parts.values()).items()},
        "wheels.id": f"{known}\n".encode(),
        "清单.txt": listed(version, parts.values(), _CLOSING),
    }
    scripts = HERE / "linux"
    return {
        **for_people(manual),
        **{f"program/{name}": data for name, data in program.items()},
        "program/start.sh": (scripts / "start.sh").read_bytes(),
        "打开年度报告.sh": (scripts / "open.sh").read_bytes(),
        "make-report.sh": (scripts / "make-report.sh").read_bytes(),
    }
