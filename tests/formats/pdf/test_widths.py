from generator.formats.pdf.widths import NARROWEST, ROOM, WIDEST, shares
from tests.forms import FORM
from tests.publications import further, official


def test_a_column_is_as_wide_as_what_stands_in_it() -> None:
    township, *numbers = shares(further())
    assert township > max(numbers)


def test_long_labels_leave_room_for_the_figures() -> None:
    for section in FORM.sections:
        for table in section.tables:
            found = shares(official(table, section.heading))
            assert min(found) >= NARROWEST
            assert max(found) <= WIDEST
            assert sum(found) <= ROOM + 2
