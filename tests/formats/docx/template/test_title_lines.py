from hypothesis import given
from hypothesis import strategies as st

from generator.formats.docx.template.title_lines import title_lines
from tests.few import each, fewer


@each(
    "lines",
    [
        ["上海市长宁区人力资源和社会保障局"],
        ["新疆维吾尔自治区伊犁哈萨克自治州", "人力资源和社会保障局"],
        ["内蒙古自治区呼和浩特市", "玉泉区民政和社会事务局"],
        ["内蒙古自治区锡林郭勒盟", "东乌珠穆沁旗农牧和科技局"],
        ["中国（上海）自由贸易试验区", "临港新片区管理委员会"],
        ["江苏省宿迁市宿豫区城乡建设", "和市场监督管理综合行政执法局"],
        ["北京市朝阳区人民政府", "安贞街道办事处综合行政执法队"],
        ["Bureau of Everything and a Little More"],
        ["甲" * 61],
    ],
)
def test_a_long_name_goes_on_in_the_next_line_where_a_word_ends(lines: list[str]) -> None:
    assert title_lines("".join(lines)) == lines


@given(st.integers(21, 60), st.sampled_from("甲市区局和乡"))
@fewer(2)
def test_no_line_is_too_long_or_a_left_over_character_whatever_the_name(
    length: int, character: str
) -> None:
    name = character * length
    lines = title_lines(name)
    assert "".join(lines) == name
    assert all(3 <= len(line) <= 20 for line in lines)
