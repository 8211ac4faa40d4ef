"""The forms that are known where people work: the program's own, and those of their office.

An office's own lie in its folder templates/: a .toml file in which sections are written, there or
in a folder of its own, its Word template and its wordings beside it.
"""

from pathlib import Path
from typing import NamedTuple

import generator.form
from generator.files.file_names import TEMPLATES
from generator.form.mistakes import FormMistakes
from generator.form.vocabulary import Form
from generator.pipeline.forms.written import form_at, state_of_form

_WRITTEN = Path(generator.form.__file__).parent
_IN_FORCE = ("disclosure/edition_2021/form.toml", "enforcement/edition_2022/form.toml")
"""Where the program's forms are written down in which reports are made."""
_EARLIER = {"disclosure-2021": ("disclosure/edition_2019/form.toml",)}
"""Editions that are only met in reports that were published, by the id of the one in force."""
_MOST_FOLDERS = 100
_HOW_FAR_ABOVE = 3
"""Folders from a file upwards, its own among them: 各单位/甲局/2024.xlsx."""
_SECTIONS = b"[[sections]]"
"""What a form has, and its wordings beside it have not."""


class KnownForm(NamedTuple):
    """A form, and where it is written down."""

    form: Form
    file: Path
    own: bool
    """Whether it is the office's own."""


class BrokenForm(NamedTuple):
    """An office's form that cannot be used."""

    file: Path
    why: FormMistakes


def first_form() -> Form:
    """Return the first of the program's own forms."""
    return form_at(_WRITTEN / _IN_FORCE[0])


def known_forms(beside: Path | None = None) -> tuple[KnownForm, ...]:
    """Return the forms that are known beside a file, the program's own first.

    Those of an office lie where it works now, or in the folder that the file is in or one of the
    two above it: what units hand in lies in folders of their own. One with the id of another is
    not known: the first has it.
    """
    program = [
        KnownForm(form_at(_WRITTEN / file), _WRITTEN / file, own=False) for file in _IN_FORCE
    ]
    office = [one for one in _of_the_office(beside) if isinstance(one, KnownForm)]
    return tuple({one.form.id: one for one in reversed([*program, *office])}.values())[::-1]


def broken_forms(beside: Path | None = None) -> list[BrokenForm]:
    """Return the office's forms that cannot be used."""
    return [one for one in _of_the_office(beside) if isinstance(one, BrokenForm)]


def state_of_forms(beside: Path | None = None) -> str:
    """Return what tells the forms that are known beside a file from what they were."""
    files = [file for folder in form_folders(beside) for file in form_files(folder)]
    return repr([(str(file), state_of_form(file)) for file in dict.fromkeys(files)])


def earlier_editions(form: Form) -> tuple[Form, ...]:
    """Return the editions of a form that only old reports have."""
    return tuple(form_at(_WRITTEN / file) for file in _EARLIER.get(form.id, ()))


def _of_the_office(beside: Path | None) -> list[KnownForm | BrokenForm]:
    found: list[KnownForm | BrokenForm] = []
    files = (file for folder in form_folders(beside) for file in form_files(folder))
    for file in dict.fromkeys(files):
        try:
            found.append(KnownForm(form_at(file), file, own=True))
        except FormMistakes as why:
            found.append(BrokenForm(file, why))
    return found


def form_folders(beside: Path | None) -> list[Path]:
    """Return the folders in which an office's forms may lie, whether they are there or not."""
    above = [] if beside is None else beside.absolute().parents[:_HOW_FAR_ABOVE]
    return [office / TEMPLATES for office in dict.fromkeys([Path.cwd(), *above])]


def form_files(folder: Path) -> list[Path]:
    """Return the files of a folder, and of those in it, in which forms are written."""
    try:
        entries = sorted(folder.iterdir())[:_MOST_FOLDERS]
        inside = [path for entry in entries if entry.is_dir() for path in entry.glob("*.toml")]
        texts = [path for path in (*entries, *sorted(inside)) if path.suffix == ".toml"]
        return [path for path in texts if _SECTIONS in path.read_bytes()]
    except OSError:
        return []
