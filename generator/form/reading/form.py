"""A form from the TOML in which it is written down, or all that is wrong with it."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.form.mistakes import FormMistakes, Mistake, Steps
from generator.form.reading.equations import read_sums, read_ties
from generator.form.reading.figures_meant import places_of
from generator.form.reading.phrases import put_phrases
from generator.form.reading.placing import Placing, in_order
from generator.form.reading.rules import read_rules
from generator.form.reading.syntax import said_in
from generator.form.reading.tables import read_table
from generator.form.reading.typed import Reader
from generator.form.vocabulary import Form, Section
from generator.form.wordings import Wordings

Texts = Mapping[str, str]
"""The text of each file of a form's folder that is TOML, by its name."""

_READ_HERE = frozenset({"sections", "ties", "sums", "rules", "wordings"})


def read_form(
    texts: Texts, name: str, look_over: Callable[[Form], list[Mistake]] | None = None
) -> Form:
    """Return the form in one of some texts, its wordings from the one that it names.

    `look_over` finds what else is wrong with it. Raise FormMistakes with everything that is wrong,
    each with its file and line.
    """
    said, mistakes = said_in(texts[name], name)
    if mistakes:
        raise FormMistakes(name, mistakes)
    reader = Reader()
    file = str(reader.read(str, said.get("wordings", ""), ("wordings",)))
    wordings, unreadable = _wordings(texts, file, reader) if file else (Wordings(), [])
    form = None
    try:
        form = _form(said, wordings, reader)
        beyond = look_over(form) if look_over else []
    except FormMistakes as said_of_it:
        beyond, refused = list(said_of_it.mistakes), said_of_it.refused
        if look_over and isinstance(refused, Form):
            beyond += look_over(refused)
    except RecursionError:
        beyond = [Mistake((), "括号套得太深")]
    placing = Placing(texts, name, file, reader.origins)
    found = [placing.placed(one, as_written=True) for one in reader.mistakes]
    found += _not_following(
        [placing.placed(one, as_written=False) for one in beyond], reader.mistakes
    )
    if found or unreadable or form is None:
        raise FormMistakes(name, [*in_order(found, name), *unreadable])
    return form


def _not_following(beyond: list[Mistake], told: list[Mistake]) -> list[Mistake]:
    """Leave out what only follows from what has been told: of the same value, or the same tie."""
    known = {one.steps for one in told}
    unreadable = {one.steps[:2] for one in told if one.steps[:1] in (("ties",), ("sums",))}
    return [
        one
        for one in beyond
        if one.steps not in known
        and (one.steps[:2] not in unreadable or one.steps[-1:] == ("rule",))
        and not (one.steps[:1] == ("deadlines",) and one.steps in {way[:2] for way in known})
    ]


def _form(said: dict[str, Any], wordings: Wordings, reader: Reader) -> Form:
    fields = reader.fields(Form, said, (), but=_READ_HERE)
    sections = _sections(said.get("sections"), reader)
    places = places_of(table for section in sections for table in section.tables)
    return Form(
        **fields,
        sections=sections,
        ties=read_ties(said.get("ties", []), places, reader),
        sums=read_sums(said.get("sums", []), places, reader),
        rules=read_rules(said.get("rules", []), reader),
        wordings=wordings,
    )


def _sections(value: object, reader: Reader) -> tuple[Section, ...]:
    if value is None:
        reader.tell((), "缺少 sections")
        return ()
    found = []
    for at, item in enumerate(reader.items(value, ("sections",))):
        steps: Steps = ("sections", at)
        section = dict(reader.table(item, steps))
        tables = tuple(
            read_table(one, (*steps, "tables", number), reader)
            for number, one in enumerate(reader.items(section.pop("tables", []), steps))
        )
        fields = reader.fields(Section, section, steps, but=frozenset({"tables"}))
        found.append(Section(tables=tables, **fields))
    return tuple(found)


def _wordings(texts: Texts, file: str, reader: Reader) -> tuple[Wordings, list[Mistake]]:
    if file not in texts:
        reader.tell(("wordings",), f"旁边没有叫“{file}”的文件")
        return Wordings(), []
    said, mistakes = said_in(texts[file], file)
    steps: Steps = ("wordings",)
    return reader.read(Wordings, put_phrases(said, steps, reader), steps), mistakes
