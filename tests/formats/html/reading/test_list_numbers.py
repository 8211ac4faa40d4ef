"""Items of lists have the numbers that browsers show."""

from generator.formats.html.reading.list_numbers import ListNumbers
from generator.formats.html.reading.markup import tree_of
from tests.few import each


@each(
    "markup, numbers",
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3.", "7.", "8."]),
        ("<ol reversed><li>a<li>b</ol>", ["2.", "1."]),
        ("<ol type=a><li>a</ol><ol type=I><li>a<li>b<li>c</ol>", ["a.", "I.", "II.", "III."]),
        ("<ol style='list-style-type: cjk-ideographic'><li>a<li>b</ol>", ["一、", "二、"]),
        ("<ol style='list-style: none'><li>a</ol>", [""]),
        ("<ul><li>a</ul>", [""]),
        ("<ol start=x><li value=''>a</ol>", ["1."]),
    ],
)
def test_numbers(markup: str, numbers: list[str]) -> None:
    found = ListNumbers()
    assert [found.of(item) for item in tree_of(markup, "").iter("li")] == numbers
