from generator.formats.svg.lettering import broken, fitted, wide


def test_no_line_is_wider_than_its_room() -> None:
    text = "关于2023年某某事项的government信息公开申请"
    lines = broken(text, 9, 60)
    assert max(wide(line, 9) for line in lines) <= 60
    assert "".join(lines) == text


def test_numbers_are_not_broken_while_they_fit() -> None:
    assert broken("某某2023年", 10, 40) == ("某某", "2023年")
    assert broken("20232024", 10, 23) == ("2023", "2024")


def test_texts_that_need_more_room_are_smaller_and_whole() -> None:
    long = "某某市某某局第一处室的全称" * 2
    names = fitted([long, "甲"], 9, 60, 25)
    assert names.size < 9
    assert names.high <= 25
    assert "".join(names.lines[0]) == long
