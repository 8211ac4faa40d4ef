"""What a report shows, as rows of 正文, with what they name: files, charts, sheets."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.form.chinese import listed
from generator.manuscript.importing.exhibits.beside_text import BesideText, Drawn, TableThere
from generator.manuscript.importing.exhibits.captions import Caption
from generator.manuscript.importing.exhibits.charts import chart_rows, cites, points_left_out
from generator.manuscript.importing.exhibits.kept import Around, Kept, sorted_exhibits
from generator.manuscript.importing.exhibits.names import Names, ending_for, stem_of
from generator.manuscript.importing.exhibits.references import references
from generator.manuscript.importing.table_remarks import NOT_TAKEN
from generator.model.captions import Source
from generator.model.exhibits import Chart, ChartRow, Exhibit, FurtherTable, Picture
from generator.model.finding import Finding, notice
from generator.model.narrative import as_typed
from generator.model.report import BODY, Paragraph, Place

_PICTURE, _CHART, _TABLE = "图", "图表", "表"
"""What those are called that have no name, each with a number."""
_SHOWN = 5


@dataclass
class Exhibits:
    """What a report shows."""

    rows: list[tuple[int, Paragraph]] = field(default_factory=list)
    """Each with how many lines of the document stand before it."""
    captions: list[Caption | None] = field(default_factory=list)
    """Of each row, as the document has it."""
    chart_rows: list[ChartRow] = field(default_factory=list)
    tables: dict[str, FurtherTable] = field(default_factory=dict)
    pictures: dict[str, Exhibit] = field(default_factory=dict)
    """By what a row says of it; the name of its file is in it."""
    findings: list[Finding] = field(default_factory=list)
    caption_lines: Collection[int] = ()
    """Lines of the document that are captions of these rows."""
    grids: Collection[int] = ()
    """Numbers of the tables of the document of which nothing has to be told."""

    @property
    def citations(self) -> dict[tuple[str, str], str]:
        """How text cites them, by their kind and number in the document."""
        return references([row for _, row in self.rows], self.captions)


def exhibits_of(beside: BesideText, around: Around, taken: Sequence[str]) -> Exhibits:
    """Return what the report shows of what its document does, and tell of the rest.

    `taken` are names of files that pictures cannot have.
    """
    found = sorted_exhibits(beside, around)
    made = _Maker(around, beside.names, taken).made(found.kept)
    made.caption_lines = found.caption_lines
    made.grids = found.grids
    made.findings = [*found.told, *made.findings]
    return made


class _Maker:
    """Gives names in the order in which things stand."""

    def __init__(
        self,
        around: Around,
        names: Mapping[tuple[str, str], str],
        taken: Sequence[str],
    ) -> None:
        self._grids, self._known, self._names = around.manuscript.grids, around.known, names
        self._files, self._charts, self._sheets = Names(taken), Names(), Names()
        self._called: dict[str, str] = {}

    def made(self, kept: Sequence[Kept]) -> Exhibits:
        rows = Exhibits()
        for one in kept:
            said = one.caption.words if one.caption else ""
            names = [self._names.get((one.kind, said), ""), said]
            text, place, alternative = self._shown(one, names, rows)
            alternative = "" if alternative == said else alternative
            text = "\n".join(filter(None, (text, alternative)))
            row = Paragraph(one.part, BODY, as_typed(said), text, place, place, kind=one.kind)
            rows.rows.append((one.lines_before, row))
            rows.captions.append(one.caption)
            if isinstance(one.shows, Drawn) and isinstance(one.shows.shows, Picture):
                picture = one.shows.shows
                name = self._called[picture.digest]
                rows.pictures[text] = _renamed(picture, name)
        return rows

    def _shown(self, one: Kept, names: list[str], rows: Exhibits) -> tuple[str, Place, str]:
        """Return what a row says of what it shows, where that stands, and its alternative text."""
        shows = one.shows
        if isinstance(shows, TableThere):
            name = self._sheets.free(names, _TABLE)
            rows.tables[name] = shows.table._replace(name=name)
            return _cited(Source.TABLE, name), self._grids[one.grid].place, shows.alternative
        if isinstance(shows.shows, Chart):
            name = self._charts.free([*names, shows.shows.title], _CHART)
            made = chart_rows(shows.shows, name, self._known)
            rows.chart_rows += made
            rows.findings += _of_both_years(name, shows.place) if cites(made) else []
            rows.findings += _gaps(shows.shows, shows.place)
            return _cited(Source.CHART, name), shows.place, shows.alternative
        assert isinstance(shows.shows, Picture)  # noqa: S101 - nothing else is kept
        rows.findings += _altered(shows)
        return self._file(shows, shows.shows, names), shows.place, shows.alternative

    def _file(self, drawn: Drawn, picture: Picture, names: list[str]) -> str:
        """Return the name of a picture's file; one that is shown twice has one file."""
        if picture.digest not in self._called:
            own = self._names.get((_PICTURE, picture.digest), "") or drawn.file_name
            wanted = [*names, stem_of(own)]
            if (_PICTURE, picture.digest) in self._names:
                wanted.insert(0, stem_of(own))
            ending = ending_for(picture.media_type, own)
            self._called[picture.digest] = self._files.free(wanted, _PICTURE, ending)
        return self._called[picture.digest]


def _renamed(picture: Picture, name: str) -> Picture:
    return Picture(
        name,
        picture.content,
        picture.media_type,
        picture.width,
        picture.height,
        picture.dots_per_inch,
    )


def _cited(source: Source, name: str) -> str:
    return f"【{source.value}：{name}】"


def _altered(drawn: Drawn) -> Iterator[Finding]:
    if drawn.altered:
        message = f"图片在文档里{drawn.altered}，带过来的是原来的整张图片"
        advice = "请核对露出来的部分能不能公开；要裁的、要转的，请用看图软件改好，同名保存"
        yield notice(NOT_TAKEN, drawn.place, message, advice)


def _of_both_years(name: str, place: Place) -> Iterator[Finding]:
    message = f"图表“{name}”有上年和本年的数，照名称引用带过来，上年的数没有带过来"
    yield notice(NOT_TAKEN, place, message, "上年的数取自上年的工作簿，生成时请放在旁边并核对")


def _gaps(chart: Chart, place: Place) -> Iterator[Finding]:
    if left := points_left_out(chart):
        more = f"等 {len(left)} 项" if len(left) > _SHOWN else ""
        said = listed(f"“{label}”" for label in left[:_SHOWN])
        message = f"图表里{said}{more}没有数，没有带过来"
        yield notice(NOT_TAKEN, place, message, "请看原文；有数的，请在『图表』里补一行")
