"""Changes of how JSON is written, and all changes of JSON."""

import re
from random import Random

from tests.fuzzing import json_values
from tests.fuzzing.zip_bytes import OF_BYTES, Change

_LITERALS = (
    *("NaN", "-Infinity", "1e400", "-1e-400", "9" * 300, "1e99999", "-0", "00", "1.", "0x1", "1E5"),
    *('"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"\\u001b[31m"', '"\\x"', "'甲'", "nul", "//"),
    *('"' + "长" * 300_000 + '"', "[" * 200_000, "[" * 900 + "]" * 900, '{"a":' * 5_000, "[1,]"),
    *('{"a":1,"a":2}', '"\t"', "", ",", "}"),
)
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(?:\.\d+)?|null|true|false')


def literal_replaced(data: bytes, rng: Random) -> bytes:
    """Write what no JSON may hold, or hardly."""
    written = data.decode("utf-8", "surrogateescape")
    found = rng.choice(list(_LITERAL.finditer(written)) or [re.compile("").match(written)])
    if found is None:
        return data
    changed = written[: found.start()] + rng.choice(_LITERALS) + written[found.end() :]
    return changed.encode("utf-8", "surrogateescape")


def key_twice(data: bytes, rng: Random) -> bytes:
    """Have a key twice in an object."""
    pairs = list(re.finditer(rb'("(?:[^"\\]|\\.)*"\s*:\s*)(?=[^\s{\[])', data))
    if not pairs:
        return data
    pair = rng.choice(pairs)
    return data[: pair.start()] + pair[1] + b"1, " + data[pair.start() :]


def written_otherwise(data: bytes, rng: Random) -> bytes:
    """Write it in another encoding, with a mark, or with more behind it."""
    said = data.decode("utf-8", "replace")
    encoding = rng.choice(("utf-8-sig", "utf-16", "gb18030", "utf-32", "latin-1", "utf-7"))
    return rng.choice(
        (
            said.encode(encoding, "replace"),
            said.encode(encoding, "replace"),
            data + data,
            data + b"\x00",
            b"\xff\xfe" + data,
            b" \n\t" * 2_000 + data,
            data.replace(b"\xe5", b"\xc0\xaf", 1),
            data.replace(b"\xe6", b"\xed\xa0\x80", 1),
        )
    )


CHANGES: tuple[Change, ...] = (
    *(*json_values.CHANGES * 4, *OF_BYTES),
    *(literal_replaced, literal_replaced, key_twice, written_otherwise),
)
