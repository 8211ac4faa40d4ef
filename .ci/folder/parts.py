"""Of what a folder is made, for people to read: each part, its version, its size, its licence."""

import re
from collections.abc import Iterable, Mapping
from email.parser import Parser
from pathlib import PurePosixPath
from typing import NamedTuple

from pins import HERE

_LICENCE = re.compile(r"(?i)^(licen[cs]es?|copying|notice|authors)")
_OF_CLASSIFIER = "License :: OSI Approved :: "
_LGPL = "LGPL-2.1"


class Part(NamedTuple):
    """A package, as its wheel tells of it."""

    name: str
    version: str
    licence: str
    home: str
    texts: Mapping[str, bytes]
    """Of its licence, by file name."""
    size: int
    """In the folder, unpacked."""


def part_of(wheel: Mapping[str, bytes], size: int) -> Part:
    """Return what a wheel says of itself."""
    (info,) = {name.split("/")[0] for name in wheel if name.split("/")[0].endswith(".dist-info")}
    said = Parser().parsestr(wheel[f"{info}/METADATA"].decode("utf-8"))
    classified = [one for one in said.get_all("Classifier", []) if one.startswith(_OF_CLASSIFIER)]
    named = said.get("License-Expression") or said.get("License", "").strip().partition("\n")[0]
    licence = named or "; ".join(one.removeprefix(_OF_CLASSIFIER) for one in classified)
    within = f"{info}/licenses/"
    texts = {
        name.removeprefix(within).removeprefix(f"{info}/").replace("/", "-"): data
        for name, data in wheel.items()
        if name.startswith(within)
        or (name.startswith(f"{info}/") and _LICENCE.match(PurePosixPath(name).name))
    }
    if not texts and _LGPL in licence:  # docxtpl's own files carry none
        texts = {f"{_LGPL}.txt": (HERE / "licences" / f"{_LGPL}.txt").read_bytes()}
    if not texts:
        raise SystemExit(f"{said['Name']} comes without the text of its licence")
    homes = said.get_all("Project-URL", [])
    home = said.get("Home-page") or (homes[0].partition(", ")[2] if homes else "")
    return Part(said["Name"], said["Version"], licence, home, texts, size)


def licences(parts: Iterable[Part]) -> dict[str, bytes]:
    """Return the texts of all licences, a folder for each part."""
    return {f"{one.name}/{name}": data for one in parts for name, data in one.texts.items()}


def listed(version: str, parts: Iterable[Part], closing: str) -> bytes:
    """Return the list of the parts, as a text that Notepad opens."""
    rows = sorted(parts, key=lambda one: -one.size)
    lines = [f"make-report {version}", "", "各部分（名称、版本、解压后大小、许可、网址）："]
    for one in rows:
        size = f"{one.size / 1_000_000:.1f} MB"
        lines.append(
            f"{one.name:<20}{one.version:<16}{size:>9}  {one.licence}  {one.home}".rstrip()
        )
    total = sum(one.size for one in rows) / 1_000_000
    lines += [f"{'合计':<18}{'':<16}{f'{total:.1f} MB':>9}", "", *closing.strip().splitlines()]
    return b"\xef\xbb\xbf" + "\r\n".join([*lines, ""]).encode("utf-8")
