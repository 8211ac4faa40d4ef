"""Makes the manual, or the pictures in it: `python .ci/manual OUT`, `python .ci/manual pictures`.

The manual is README.zh-CN.md as people who know Word read it: 使用手册 and, of its marked part,
三分钟上手 on one page, each as .docx and .pdf. Needs LibreOffice, and for the pictures chromium and
what pyproject.toml lists under dev.
"""

import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(1, str(ROOT))

from pdf import as_pdf, pages_of, pages_of_headings  # noqa: E402 - the path first
from pictures import take_pictures  # noqa: E402
from source import blocks_of, on_one_page  # noqa: E402
from word import as_word  # noqa: E402

MADE_ON = date(2024, 1, 1)
"""Of every manual, so that the same source gives the same bytes."""


def main() -> None:
    """Make what is asked for."""
    asked = sys.argv[1:]
    if asked == ["pictures"]:
        take_pictures(ROOT / ".github" / "pictures")
        return
    out = Path(*asked) if asked else ROOT / "dist" / "manual"
    out.mkdir(parents=True, exist_ok=True)
    source = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
    for name, text, large in (
        ("使用手册", source, True),
        ("三分钟上手", on_one_page(source), False),
    ):
        blocks = blocks_of(text)
        first = as_pdf(as_word(blocks, ROOT, MADE_ON, {}, large=large), name, MADE_ON)
        word = as_word(blocks, ROOT, MADE_ON, pages_of_headings(first), large=large)
        pdf = as_pdf(word, name, MADE_ON)
        pages = pages_of(pdf)
        if not large and pages != 1:
            sys.exit(f"{name} has {pages} pages")
        (out / f"{name}.docx").write_bytes(word)
        (out / f"{name}.pdf").write_bytes(pdf)
        sys.stdout.write(f"{out / name}: {pages} pages\n")


if __name__ == "__main__":
    main()
