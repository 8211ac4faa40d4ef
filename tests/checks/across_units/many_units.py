"""Collections of units that plausible offices hand in: heavy-tailed counts, many zeros, own words.

Figures of a unit follow its size; each year differs from the one before as far as honest years do.
Every tie of the form holds, within the year and with the year before.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.model.collection.collection import Collection, State, UnitStanding
from generator.model.collection.filing import FiledFigure, FiledText, Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.report import Place
from tests.forms import FORM

YEAR = 2024
DISTRICT = "某某区"
KINDS = ("部门", "街道", "学校")


def filing(
    name: str,
    figures: Mapping[str, int | Decimal | None],
    texts: Sequence[tuple[str, str]] = (),
    *,
    year: int = YEAR,
    form: Form = FORM,
) -> Filing:
    """Return what was read of a unit's file: figures, and (part, text) one below the other."""
    file = f"{name}.xlsx"
    return Filing(
        file,
        "工作簿",
        form=form.id,
        organ=f"{DISTRICT}{name}",
        year=year,
        figures={
            figure: FiledFigure(
                None if value is None else Decimal(value), Place(file, "表", f"『{figure}』")
            )
            for figure, value in figures.items()
        },
        texts=tuple(
            FiledText(part, text, Place(file, "正文", f"D{at}"))
            for at, (part, text) in enumerate(texts, 5)
        ),
    )


def standing(unit: Unit, filed: Filing | None, state: State = State.FILED) -> UnitStanding:
    """Return a unit with what it filed; without a file it is missing."""
    return UnitStanding(unit, state if filed else State.MISSING, filed)


def collection(
    standings: Iterable[UnitStanding], *, year: int = YEAR, form: Form = FORM
) -> Collection:
    """Return a collection of these units."""
    units = tuple(standings)
    listed = UnitList(DISTRICT, year, tuple(one.unit for one in units))
    return Collection(form, listed, units, ())


class Office(NamedTuple):
    """A unit through two years."""

    unit: Unit
    last_year: dict[str, int]
    this_year: dict[str, int]


def offices(count: int, seed: int = 1) -> list[Office]:
    """Return honest units, each with its figures of two years."""
    random = Random(seed)
    return [_office(at, random) for at in range(count)]


def both_years(
    units: Sequence[Office], texts: Mapping[str, Sequence[tuple[str, str]]] | None = None
) -> tuple[Collection, Collection]:
    """Return the collection of this year, and that of the last."""
    said = texts or {}
    return (
        collection(
            standing(one.unit, filing(one.unit.name, one.this_year, said.get(one.unit.name, ())))
            for one in units
        ),
        collection(
            (
                standing(one.unit, filing(one.unit.name, one.last_year, year=YEAR - 1))
                for one in units
            ),
            year=YEAR - 1,
        ),
    )


def tied(figures: dict[str, int]) -> dict[str, int]:
    """Work out the totals of a unit's figures, as the formulas of a workbook do."""
    for _ in range(2):  # totals of totals need their parts first
        for name, parts in FORM.totals.items():
            figures[name] = sum(figures[part] for part in parts)
    return figures


APPLICANTS = {
    "自然人": 0.82,
    "商业企业": 0.1,
    "科研机构": 0.004,
    "社会公益组织": 0.01,
    "法律服务机构": 0.026,
    "其他组织": 0.04,
}
_RESULTS = {
    "予以公开": 0.42,
    "部分公开": 0.12,
    "国家秘密": 0.002,
    "法律法规禁止": 0.02,
    "内部事务信息": 0.03,
    "过程性信息": 0.02,
    "行政查询事项": 0.02,
    "不掌握": 0.2,
    "需另行制作": 0.03,
    "补正仍不明确": 0.02,
    "信访举报投诉": 0.04,
    "重复申请": 0.03,
}
_COUNTED = {  # figure: (how many units have any, the usual number of those)
    "行政规范性文件制发": (0.3, 2),
    "行政许可": (0.45, 300),
    "行政处罚": (0.45, 90),
    "行政强制": (0.2, 12),
    "复议维持": (0.15, 2),
    "复议纠正": (0.06, 1),
    "直接起诉维持": (0.12, 2),
    "复议后起诉维持": (0.05, 1),
}
_VOLATILE = 0.35
"""How much a count changes from one year to the next beside chance: about a third."""


def _office(at: int, random: Random) -> Office:
    size = random.lognormvariate(0, 1.2)
    rates = {
        name: size * usual * random.lognormvariate(0, 1.3) if random.random() < share else 0.0
        for name, (share, usual) in _COUNTED.items()
    }
    requests = size * 8 * random.lognormvariate(0, 0.6)
    money = size * 40 * random.lognormvariate(0, 1.5) if random.random() < 0.25 else 0.0
    stock = int(10 * size * random.random()) if rates["行政规范性文件制发"] else 0
    unit = Unit(f"{_name(at)}{'局' if at % 3 == 0 else '街道' if at % 3 == 1 else '学校'}")
    unit = unit._replace(kind=KINDS[at % 3])
    years: list[dict[str, int]] = []
    pending: Mapping[str, int] = {}
    for _ in range(2):
        figures = dict.fromkeys(FORM.figures, 0)
        for name, rate in rates.items():
            figures[name] = _count(_moved(rate, random), random)
        figures["行政事业性收费"] = _count(_moved(money, random), random)
        made, repealed = figures["行政规范性文件制发"], _count(stock * 0.1, random)
        figures["行政规范性文件废止"] = min(repealed, stock + made)
        stock += made - figures["行政规范性文件废止"]
        figures["行政规范性文件现行有效"] = stock
        pending = _requests(figures, _moved(requests, random), pending, random)
        years.append(tied(figures))
    return Office(unit, years[0], years[1])


def _requests(
    figures: dict[str, int], rate: float, pending: Mapping[str, int], random: Random
) -> Mapping[str, int]:
    """Fill in the requests of a year; return what is left of each kind of applicants."""
    left: dict[str, int] = {}
    for column, share in APPLICANTS.items():
        received, brought = _count(rate * share, random), pending.get(column, 0)
        figures[f"本年新收{column}"], figures[f"上年结转{column}"] = received, brought
        left[column] = sum(random.random() < 0.06 for _ in range(received))
        figures[f"结转下年{column}"] = left[column]
        for _ in range(received + brought - left[column]):
            (row,) = random.choices([*_RESULTS], [*_RESULTS.values()])
            figures[row + column] += 1
    return left


def _moved(rate: float, random: Random) -> float:
    surge = random.choice((0.25, 4)) if random.random() < 0.01 else 1
    return rate * random.lognormvariate(0, _VOLATILE) * surge


def _count(rate: float, random: Random) -> int:
    """Return a number of things that happen by chance at some rate."""
    if rate > 50:
        return max(0, round(random.gauss(rate, rate**0.5)))
    number, waited = 0, random.expovariate(1)
    while waited < rate:
        number += 1
        waited += random.expovariate(1)
    return number


def _name(at: int) -> str:
    """Return a name that no other unit has: 甲子, 乙丑, …, with a number from the 60th on."""
    return (
        "甲乙丙丁戊己庚辛壬癸"[at % 10]
        + "子丑寅卯辰巳午未申酉戌亥"[at % 12]
        + (str(at // 60) if at >= 60 else "")
    )
