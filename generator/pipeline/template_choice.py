"""Which Word template a workbook is printed with."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.files.file_names import INPUTS, NOTICE_TEMPLATE, OUTPUTS, TEMPLATES
from generator.files.zip_archive import read_file
from generator.form.vocabulary import Form
from generator.model.finding import Refusal
from generator.pipeline import edition
from generator.pipeline.forms.known import known_forms
from generator.pipeline.sources import A_TEMPLATE, Given, source_of

_HERE = Path(__file__).parent.parent


@dataclass(frozen=True)
class TemplateChoice:
    """A template and where it comes from."""

    path: Path
    """Where it lies; only a name where it lies nowhere."""
    source: str
    """In Chinese, for the summary."""
    content: bytes | None = field(default=None, repr=False)
    """Itself, where it was not handed over by its path."""

    def read(self) -> bytes:
        """Return the file. Raise Refusal where that is not possible."""
        return read_file(self.path) if self.content is None else self.content


def choose_template(beside: Path | None, named: Given | None, form: Form) -> TemplateChoice:
    """Return the template: the one named, else the office's own, else the packaged one.

    An office's own lies in the folder templates/ beside its inputs/ and outputs/, in which
    `beside`, the workbook or the document, is; one that has the name of another form's is not for
    this one, and only the usual form's may have any name. That of a form of the office's own lies
    beside the form. Raise Refusal where that folder holds several and none has the usual name, or
    where there is none at all.
    """
    if named is not None:
        file = source_of(named, A_TEMPLATE)
        return TemplateChoice(file.known_as, "命令里指定的", file.content)
    with_form = _beside_the_form(beside, form)
    if with_form is not None and with_form.is_file():
        return TemplateChoice(with_form, f"表式“{form.name}”的")
    own = _own_templates(beside)
    usual = [path for path in own if path.name == form.template]
    if not usual and form.id == edition.usual_form().id:
        others = {one.template for one in edition.forms(beside)}
        usual = [path for path in own if path.name not in others]
    if len(usual) > 1:
        raise Refusal(
            f"{usual[0].parent} 里有 {len(usual)} 个模板，不知道该用哪一个。"
            f"请把要用的改名为“{form.template}”（或用 --template 指定）。"
        )
    if usual:
        return TemplateChoice(usual[0], "本单位 templates 文件夹里的")
    packaged = packaged_template(form)
    if not packaged.exists():
        if with_form:
            raise Refusal(
                f"没有模板“{form.template}”。请把它放在表式旁边；还没有的，请维护表式的人画一个"
                f"（make-report form template {with_form.parent}；或用 --template 指定）。"
            )
        raise Refusal(
            f"没有模板“{form.template}”。请把它放进 inputs 旁边的 templates 文件夹"
            "（或用 --template 指定）。"
        )
    return TemplateChoice(packaged, "程序自带的")


def choose_notice_template(beside: Path | None, named: Given | None = None) -> TemplateChoice:
    """Return the template of notices: the one named, else the office's own, else the packaged one.

    An office's own lies in the folder templates/, beside the workbook `beside` into which it
    collects, or beside the folder inputs/ or outputs/ that this is in. Raise Refusal where there is
    none at all.
    """
    if named is not None:
        file = source_of(named, A_TEMPLATE)
        return TemplateChoice(file.known_as, "命令里指定的", file.content)
    folders = (beside.with_name(TEMPLATES), templates_beside(beside)) if beside else ()
    for folder in folders:
        if folder is not None and (folder / NOTICE_TEMPLATE).is_file():
            return TemplateChoice(folder / NOTICE_TEMPLATE, "本单位 templates 文件夹里的")
    packaged = _packaged(NOTICE_TEMPLATE)
    if not packaged.exists():
        raise Refusal(
            f"没有模板“{NOTICE_TEMPLATE}”。请把它放进输出的工作簿旁边的 templates 文件夹。"
        )
    return TemplateChoice(packaged, "程序自带的")


def known_templates(beside: Path | None, form: Form) -> list[Path]:
    """Return all templates that a document may have been made with: the office's, the packaged."""
    others = (_beside_the_form(beside, form), packaged_template(form))
    return [*_own_templates(beside), *(path for path in others if path and path.exists())]


def _beside_the_form(beside: Path | None, form: Form) -> Path | None:
    """Return where the template of a form of the office's own lies, whether it is there or not."""
    if form.id == edition.usual_form().id:
        return None
    own = (one.file for one in known_forms(beside) if one.own and one.form.id == form.id)
    file = next(own, None)
    return file.with_name(form.template) if file else None


def _own_templates(beside: Path | None) -> list[Path]:
    folder = templates_beside(beside)
    found = sorted(folder.glob("*.docx")) if folder else []
    return [
        path for path in found if not path.name.startswith("~$") and path.name != NOTICE_TEMPLATE
    ]


def templates_beside(beside: Path | None) -> Path | None:
    """Return the folder of an office's own templates, whether it is there or not.

    None where `beside`, a workbook or a document, is in none of the office's folders.
    """
    folder = beside.absolute().parent if beside else None
    if folder is None or folder.name not in (INPUTS, OUTPUTS):
        return None
    return folder.parent / TEMPLATES


def packaged_template(form: Form) -> Path:
    """Return the template of a form: beside the code once installed, else in the checkout."""
    return _packaged(form.template)


def _packaged(name: str) -> Path:
    installed = _HERE / "templates" / name
    return installed if installed.exists() else _HERE.parent / "templates" / name
