"""What a document shows, in its snapshot and back."""

import hashlib
import json
from dataclasses import replace

import pytest

from generator.formats.report_json import snapshot
from generator.model.report import Report
from tests.exhibits import ALL, picture, showing
from tests.samples import report

SHOWING = showing(report(), *ALL)
MEDIA = {picture().digest: picture().content}


def back(text: str) -> Report:
    return snapshot.loads(text, MEDIA)


def test_a_snapshot_holds_all_that_is_shown() -> None:
    found = back(snapshot.dumps(SHOWING))
    assert found.exhibits == SHOWING.exhibits
    assert [line.kind for line in found.paragraphs] == [line.kind for line in SHOWING.paragraphs]


def test_one_of_a_report_that_shows_nothing_is_as_ever() -> None:
    assert json.loads(snapshot.dumps(report()))["schema"] == 1
    assert json.loads(snapshot.dumps(SHOWING))["schema"] == 2


def test_a_picture_that_is_not_there_any_more_is_known_by_its_hash() -> None:
    found = snapshot.loads(snapshot.dumps(SHOWING))
    assert found.exhibits["培训.png"] == replace(picture(), content=picture().digest.encode())


@pytest.mark.parametrize(
    "changed",
    [
        {"培训.png": {"picture": ["a", "png", 10**6, 10**6, 96, "0"]}},
        {"培训.png": {"picture": ["a", "svg", 10, 10, 96, "0"]}},
        {"培训.png": {"picture": ["a", "png", 10, 10, 0, "0"]}},
        {"a": {"table": ["a", 10**9, 3, 1, []]}},
        {"a": {"chart": ["a", "雷达图", "", "", [], []]}},
        {"a": {"film": []}},
        {"a": {}},
        {"a": []},
        {"a": {"chart": ["a", "饼图", "", "", ["b"], [["c", ["x"]]]]}},
    ],
)
def test_what_somebody_changed_in_it_is_no_snapshot(changed: dict[str, object]) -> None:
    data = json.loads(snapshot.dumps(SHOWING)) | {"exhibits": changed}
    with pytest.raises(ValueError, match=r".+"):
        snapshot.loads(json.dumps(data))


def test_no_kind_but_ours() -> None:
    data = json.loads(snapshot.dumps(SHOWING))
    data["kinds"] = {"0": "影片"}
    with pytest.raises(ValueError, match="no kind"):
        snapshot.loads(json.dumps(data))


def test_pictures_are_known_by_what_they_are_made_of() -> None:
    assert picture().digest == hashlib.sha256(picture().content).hexdigest()
