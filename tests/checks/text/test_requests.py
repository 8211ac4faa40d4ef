"""What words say of requests."""

from generator.checks.text.requests import result_of
from tests.forms import WORDINGS

assert WORDINGS.requests
RESULTS = WORDINGS.requests.results


def test_results_named_together_are_summed() -> None:
    found = result_of("予以公开、部分公开的", RESULTS)
    assert found
    assert len(found.interpretations[0]) == 2


def test_what_no_figure_counts_is_not_counted_with_others_either() -> None:
    found = result_of("不掌握、已主动公开的", RESULTS)
    assert found
    assert (found.name, found.interpretations) == ("已主动公开", ())
