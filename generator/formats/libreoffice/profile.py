"""The settings with which LibreOffice runs for us: nothing in a document acts or is fetched.

They lie in a profile of its own, so that the one in which a person works is never touched.
"""

from collections.abc import Iterator
from pathlib import Path

_COMMON, _WRITER = "/org.openoffice.Office.Common", "/org.openoffice.Office.Writer"
_NEVER = "2"  # of links: always, on request, never
_BY_HAND = "2"  # of proxies: none, those of the system, those named here
_NOBODY = "127.0.0.1", "9"
"""A proxy that does not answer: whatever asks the network after all gets nothing."""
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
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


def write_profile(folder: Path) -> None:
    """Write a new profile into a folder, which must not be there."""
    target = folder / "user" / "registrymodifications.xcu"
    target.parent.mkdir(parents=True)
    target.write_text("".join(_lines()), encoding="utf-8")


def _lines() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    for path, name, value in _SETTINGS:
        yield f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        yield f"<value>{value}</value></prop></item>\n"
    yield "</oor:items>\n"
