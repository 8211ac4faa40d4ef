"""All of them by name."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.pipeline.publishing.nasty.changes import CHANGES
from tests.pipeline.publishing.nasty.data import DATA
from tests.pipeline.publishing.nasty.fields import FIELDS
from tests.pipeline.publishing.nasty.marked import WORDS
from tests.pipeline.publishing.nasty.means import (
    Nasty,
)
from tests.pipeline.publishing.nasty.things import THINGS_THERE
from tests.reviewing.ooxml import Package, W
from tests.reviewing.runs import text_of

ALL: Mapping[str, Nasty] = MappingProxyType(
    {
        f"{kind}: {name}": nasty
        for kind, those in (
            ("修订", CHANGES),
            ("文字", WORDS),
            ("域", FIELDS),
            ("东西", THINGS_THERE),
            ("数据", DATA),
        )
        for name, nasty in those.items()
    }
)


def with_nasty(content: bytes, name: str) -> bytes:
    """Return a document with one of them before its longest paragraph."""
    package = Package.open(content)
    before = max(package.body.iterchildren(f"{{{W}}}p"), key=lambda one: len(text_of(one)))
    ALL[name].put(package, before)
    return package.save()
