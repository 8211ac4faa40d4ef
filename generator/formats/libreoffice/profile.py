"""The settings with which LibreOffice runs for us: nothing in a document acts or is fetched.

They lie in a profile of its own, so that the one in which a person works is never touched.
"""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_COMMON, _WRITER = "/org.openoffice.Office.Common", "/org.openoffice.Office.Writer"
_FONTS = f"{_COMMON}/Font/Substitution"
_EVERYWHERE = {"Always": "true", "OnScreenOnly": "false"}
_NEVER = "2"  # of links: always, on request, never
_BY_HAND = "2"  # of proxies: none, those of the system, those named here
_NOBODY = "127.0.0.1", "9"
"""A proxy that does not answer: whatever asks the network after all gets nothing."""
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (_FONTS, "Replacement", "true"),
    (f"{_COMMON}/Misc", "UseSystemFileDialog", "false"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    (f"{_WRITER}/Content/Update", "Link", _NEVER),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", _NEVER),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", _BY_HAND),
    *(
        ("/org.openoffice.Inet/Settings", f"ooInet{kind}Proxy{what}", value)
        for kind in ("HTTP", "HTTPS", "FTP")
        for what, value in zip(("Name", "Port"), _NOBODY, strict=True)
    ),
)


def write_profile(folder: Path, fonts: Mapping[str, str]) -> None:
    """Write a new profile into a folder, which must not be there.

    `fonts` are those that are to stand in for others, by the names of these.
    """
    target = folder / "user" / "registrymodifications.xcu"
    target.parent.mkdir(parents=True)
    target.write_text("".join(_lines(fonts)), encoding="utf-8")


def remove_socket(folder: Path) -> None:
    """Remove what LibreOffice leaves when it is killed; on Windows that ends with it."""
    if sys.platform != "win32":
        socket_of(folder, os.getuid()).unlink(missing_ok=True)


def socket_of(folder: Path, user: int) -> Path:
    """Return where LibreOffice waits for others that are started with the same profile."""
    url = folder.as_uri().encode("utf-16-le")
    name = "".join(f"{byte:x}" for byte in hashlib.md5(url, usedforsecurity=False).digest())
    return Path(f"/tmp/OSL_PIPE_{user}_SingleOfficeIPC_{name}")  # noqa: S108 - its choice


def _lines(fonts: Mapping[str, str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    for path, name, value in _SETTINGS:
        yield f"<item oor:path={quoteattr(path)}>{_property(name, value)}</item>\n"
    for number, (wanted, used) in enumerate(fonts.items()):
        pair = {"ReplaceFont": wanted, "SubstituteFont": used, **_EVERYWHERE}
        said = "".join(_property(name, value) for name, value in pair.items())
        node = f'<node oor:name="_{number}" oor:op="replace">{said}</node>'
        yield f'<item oor:path="{_FONTS}/FontPairs">{node}</item>\n'
    yield "</oor:items>\n"


def _property(name: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop>'
