"""Which form people mean by a word: one by its name, a file in which one is written, a folder."""

from pathlib import Path

from generator.model.finding import Refusal
from generator.pipeline.edition import said_of_broken
from generator.pipeline.forms.known import KnownForm, form_files, known_forms
from generator.pipeline.forms.written import form_at


def form_meant(said: str) -> KnownForm:
    """Return the form that a word means. Raise FormMistakes, or Refusal where it means none."""
    file = file_meant(said)
    if file is not None:
        return KnownForm(form_at(file), file, own=True)
    known = known_forms()
    for one in known:
        if said.strip() in (one.form.id, one.form.name):
            return one
    names = "、".join(f"“{one.form.name}”" for one in known)
    raise Refusal(f"没有叫“{said}”的表式，也没有这个文件。已有的表式：{names}。{said_of_broken()}")


def file_meant(said: str) -> Path | None:
    """Return the file that a word names; None where it names none.

    Raise Refusal for a folder in which no form is written, or several are.
    """
    path = Path(said)
    if not path.is_dir():
        return path if path.exists() or path.suffix.lower() == ".toml" else None
    files = form_files(path)
    if len(files) != 1:
        found = "没有表式" if not files else f"有 {len(files)} 个表式"
        raise Refusal(f"文件夹 {path} 里{found}。请写明是哪个 .toml 文件。")
    return files[0]
