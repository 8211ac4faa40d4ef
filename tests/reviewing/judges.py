"""Independent readers of a document: pandoc, python-docx and LibreOffice."""

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

PANDOC = shutil.which("pandoc")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="needs pandoc")


def by_pandoc(data: bytes, changes: str) -> tuple[list[str], list[list[str]]]:
    """Return the paragraphs outside tables, and of each table the cells that are not empty.

    `changes` is accept or reject. Spaces are left out.
    """
    done = subprocess.run(
        [PANDOC or "pandoc", "-f", "docx", "-t", "json", f"--track-changes={changes}"],
        input=data,
        check=True,
        capture_output=True,
        timeout=60,
    )
    read = json.loads(done.stdout)
    blocks = read["blocks"]
    title = squeezed(_words(read["meta"].get("title", [])))  # of the style Title, not in the body
    lines = [title, *(squeezed(_words(block)) for block in blocks if block["t"] != "Table")]
    tables = [_cells(block["c"]) for block in blocks if block["t"] == "Table"]
    return [line for line in lines if line], tables


def by_python_docx(data: bytes) -> tuple[list[str], list[list[str]]]:
    """Return the same of a document without tracked changes, spaces kept, by python-docx."""
    document = docx.Document(BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    tables = []
    for table in document.tables:
        cells = [cell for row in table.rows for cell in row._tr.tc_lst]
        texts = ["\n".join(paragraph.text or "" for paragraph in cell.p_lst) for cell in cells]
        tables.append([text for text in texts if text])
    return lines, tables


def by_libreoffice(text: Path) -> list[str]:
    """Return the lines that are not empty of a file that LibreOffice made for txt:Text."""
    lines = text.read_text(encoding="utf-8-sig").splitlines()
    return [squeezed(line) for line in lines if line.strip()]


def squeezed(text: str) -> str:
    """Return a text without any spaces."""
    return "".join(text.split())


def _cells(table: list[Any]) -> list[str]:
    _, _, _, head, bodies, foot = table
    rows = [*head[1], *(row for body in bodies for row in [*body[2], *body[3]]), *foot[1]]
    texts = [squeezed(_words(cell[4])) for row in rows for cell in row[1]]
    return [text for text in texts if text]


def _words(node: Any) -> str:
    """Return the words below a node of pandoc's tree."""
    if isinstance(node, list):
        return "".join(_words(part) for part in node)
    if not isinstance(node, dict):
        return ""
    if node["t"] == "Str":
        return str(node["c"])
    return _words(node.get("c", []))
