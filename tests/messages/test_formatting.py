from generator.manuscript.review.looks.reformatted import Reformatted
from generator.messages.formatting import formatting_lines
from generator.messages.review import spoken_review
from generator.model.report import Place
from tests.manuscript.review.edited import DOCUMENT
from tests.messages.test_review import reviewed

HERE = [Place(DOCUMENT, "", f"第{at}段“甲”") for at in range(1, 9)]
PAGES = Place(DOCUMENT)


def lines(*formatting: Reformatted, known: bool = True) -> list[str]:
    return list(formatting_lines(reviewed(formatting=[*formatting], formatting_known=known)))


def test_formatting_is_told_by_place_and_of_all_pages_without_one() -> None:
    head, *told = lines(Reformatted(HERE[0], ("字号", "加粗")), Reformatted(PAGES, ("页边距",)))
    assert head.startswith("排版（2 处")
    assert told == ["  第1段“甲”：字号、加粗", "  页边距"]


def test_many_places_that_look_otherwise_alike_are_one_line() -> None:
    _, told = lines(*(Reformatted(place, ("字号",)) for place in HERE))
    assert told == f"  {'、'.join(place.spot for place in HERE[:5])}等 8 处：字号"


def test_nothing_is_said_where_all_looks_as_generated() -> None:
    assert lines() == []


def test_it_is_said_where_formatting_could_not_be_compared() -> None:
    (told,) = lines(known=False)
    assert told.startswith("生成时用的模板找不到了，或者后来改过")
    assert "排版没有比较" in told


def test_a_review_names_it_in_its_headline_and_offers_nothing_that_loses_it() -> None:
    said = spoken_review(reviewed(formatting=[Reformatted(PAGES, ("页边距",))]))
    assert "文字和数字都与生成时一样，排版改了 1 处" in said
    assert "要按工作簿重新生成，请运行" not in said
