"""The cells of a large sheet behave as a dictionary of them does."""

from hypothesis import given
from hypothesis import strategies as st

from generator.formats.xlsx.cells_by_row import CellsByRow

SPOTS = st.tuples(st.integers(1, 6), st.integers(1, 6))


@given(st.lists(st.tuples(SPOTS, st.one_of(st.none(), st.integers(), st.text(max_size=2)))))
def test_it_is_a_dictionary(changes: list[tuple[tuple[int, int], object]]) -> None:
    cells, plain = CellsByRow(), dict[tuple[int, int], object]()
    for spot, value in changes:
        if value is None:
            assert cells.pop(spot, None) == plain.pop(spot, None)
        else:
            cells[spot] = plain[spot] = value
    assert dict(cells) == plain
    assert (len(cells), bool(cells)) == (len(plain), bool(plain))
    assert [*cells] == [*cells.keys()]
    assert all((spot in cells) == (spot in plain) for spot in [(1, 1), (6, 6), (7, 1)])
