"""What is no TOML is told in Chinese, with its line, and takes no time."""

from generator.form.reading.syntax import MOST, said_in
from tests.few import each


@each(
    "text, line, said",
    [
        ('a = 1\nb = "x', 2, "引号没有"),
        ("a = 1\na = 2", 2, "同一个键写了两次"),
        ("a = 1\nb", 2, "键的后面应有等号"),
        ("a = [1,\n2", 2, "方括号没有关上"),
        ("a = x", 1, "等号后面的值读不懂"),
        ("a = “x”", 1, '“ 是中文标点，要用英文的 "'),
        ("a ＝ 1", 1, "＝ 是中文标点，要用英文的 ="),
        ("a = [1，2]", 1, "， 是中文标点，要用英文的 ,"),
        ("【a】", 1, "【 是中文标点，要用英文的 ["),
        ('a = "\\d"', 1, "请改用单引号"),
        ("a = { b = 1,\n}", 1, "花括号里不能换行"),
        ("[a]\nb = 1\n[a]", 3, "写两层方括号"),
        ("a = 2024-02-30", 1, "没有这样的日期"),
        ("表 = 1", 1, "键用字母"),
        ("a = 1 b = 2", 1, "一行只能写一个键"),
        ("a = 1" + "0" * 10_000, 1, "有一个数太长"),
        ("a = " + "[" * 5_000 + "]" * 5_000, 1, "套得太深"),
        ("a" + ".a" * 10_000 + " = 1", 1, "点太多"),
        ("#" * (MOST + 1), 1, "不像表式"),
    ],
)
def test_what_is_wrong_has_its_line(text: str, line: int, said: str) -> None:
    found, [mistake] = said_in(text, "表.toml")
    assert found == {}
    assert (mistake.file, mistake.line) == ("表.toml", line)
    assert said in mistake.what


def test_what_is_right_is_read() -> None:
    assert said_in("a = 1", "表.toml") == ({"a": 1}, [])
