"""In our profile nothing in a document acts, and nothing is fetched for it."""

import os
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.files.zip_archive import package
from generator.formats.libreoffice import convert
from generator.formats.libreoffice.convert import Conversion, converted
from generator.formats.libreoffice.profile import remove_socket, socket_of, write_profile
from tests.libreoffice import needs_libreoffice

OOR = "{http://openoffice.org/2001/registry}"
FROM_ODT = Conversion("odt", "writer8", "docx", "MS Word 2007 XML", b"PK")
FROM_HTML = Conversion("html", "HTML (StarWriter)", "docx", "MS Word 2007 XML", b"PK")
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        **{name: name for name in ("office", "text", "manifest")},
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)
LINKS = f'{NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
ODT = "application/vnd.oasis.opendocument.text"


def odt(body: str) -> bytes:
    """Return a document with this in it."""
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in {"/": ODT, "content.xml": "text/xml"}.items()
    )
    content = f"<office:document-content {LINKS}>{body}</office:document-content>"
    parts = {
        "mimetype": ODT,
        "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}>{listed}</manifest:manifest>",
        "content.xml": content,
    }
    return package({name: text.encode() for name, text in parts.items()})


@pytest.fixture
def web() -> Iterator[tuple[str, list[str]]]:
    """Serve pages; return their address, and what was asked for."""
    asked: list[str] = []

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_it_forbids_macros_and_links(tmp_path: Path) -> None:
    write_profile(tmp_path / "profile", {})
    root = ET.parse(tmp_path / "profile" / "user" / "registrymodifications.xcu").getroot()  # noqa: S314
    said = {}
    for item in root:
        (prop,) = item
        said[item.get(f"{OOR}path", "").rpartition("/")[2], prop.get(f"{OOR}name")] = prop[0].text
    assert said["Scripting", "DisableMacrosExecution"] == "true"
    assert said["Scripting", "MacroSecurityLevel"] == "3"
    assert said["Scripting", "BlockUntrustedRefererLinks"] == "true"
    assert said["Update", "Link"] == "2"
    assert said["VirtualMachine", "Enable"] == "false"


def test_it_names_the_fonts_that_stand_in_for_others(tmp_path: Path) -> None:
    write_profile(tmp_path / "profile", {"仿宋_GB2312": "A&B"})
    said = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text("utf-8")
    texts = [one.text for one in ET.fromstring(said).iter("value")]  # noqa: S314
    assert texts[-4:] == ["仿宋_GB2312", "A&B", "true", "false"]


@pytest.mark.skipif(sys.platform == "win32", reason="what it leaves there ends with it")
def test_what_libreoffice_leaves_when_it_is_killed_is_removed() -> None:
    profile = Path("/nowhere/profile")
    seen = "/tmp/OSL_PIPE_0_SingleOfficeIPC_25b6b1274c36952f4b41112e1ea88322"  # noqa: S108
    assert str(socket_of(profile, 0)) == seen
    own = socket_of(profile, os.getuid())
    own.touch()
    remove_socket(profile)
    remove_socket(profile)
    assert not own.exists()


@needs_libreoffice
def test_a_picture_on_the_web_is_not_fetched(
    web: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked = web
    shown = (
        "<office:body><office:text><text:p>"
        '<draw:frame svg:width="3cm" svg:height="3cm">'
        f'<draw:image xlink:href="{address}/a.png" xlink:type="simple" xlink:actuate="onLoad"/>'
        "</draw:frame></text:p></office:text></office:body>"
    )
    page = f'<html><body><p>a<img src="{address}/a.png"></p></body></html>'.encode()
    for content, how in ((odt(shown), FROM_ODT), (page, FROM_HTML)):
        converted(content, "", how, instead="")
        assert asked == []
    monkeypatch.setattr(convert, "write_profile", lambda *_: None)
    converted(page, "", FROM_HTML, instead="")
    assert asked, "without our profile it is fetched, so this test sees it"
