"""Damage to the bytes of a zip archive: by disks, by transfers, and on purpose."""

import struct
from collections.abc import Callable
from random import Random

Change = Callable[[bytes, Random], bytes]
"""Changes some bytes; the same way for the same state of the random numbers."""

_SIZES = {2: "<H", 4: "<I"}
_FIELDS = {  # of a header, by its signature: where its numbers are, and how many bytes each has
    b"PK\x01\x02": [
        *((6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 4), (24, 4)),
        *((28, 2), (30, 2), (32, 2), (34, 2), (42, 4)),
    ],
    b"PK\x03\x04": [(4, 2), (6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)],
    b"PK\x05\x06": [(4, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)],
}
_EXTREMES = (0, 1, 8, 9, 12, 14, 99, 255, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1)


def bits_flipped(data: bytes, rng: Random) -> bytes:
    """Flip one bit, or a few, or many."""
    damaged = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 30, 1_000)) if data else 0):
        damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
    return bytes(damaged)


def cut_short(data: bytes, rng: Random) -> bytes:
    """Leave out the end, or the beginning."""
    start, end = _span(data, rng)
    return data[:start] if rng.random() < 0.8 else data[end:]


def cut_out(data: bytes, rng: Random) -> bytes:
    """Leave out something in the middle."""
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def doubled(data: bytes, rng: Random) -> bytes:
    """Have something twice."""
    start, end = _span(data, rng)
    return data[:end] + data[start:]


def spliced(data: bytes, rng: Random) -> bytes:
    """Put something where it does not belong."""
    start, end = _span(data, rng)
    foreign = rng.choice((rng.randbytes(end - start), bytes(end - start), data[: end - start]))
    return data[:start] + foreign + data[end:]


def wrapped(data: bytes, rng: Random) -> bytes:
    """Put something before the archive, or behind it."""
    more = rng.choice((b"\x00" * 100, b"PK\x05\x06" + bytes(18), b"#!/bin/sh\n", b"\xef\xbb\xbf"))
    return more + data if rng.random() < 0.5 else data + more


def headers_changed(data: bytes, rng: Random) -> bytes:
    """Have a header say a wrong size, sum, method, flag, place or number of members."""
    damaged = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        signature = rng.choice(list(_FIELDS))
        places = _all(data, signature)
        if not places:
            continue
        at, size = rng.choice(_FIELDS[signature])
        start = rng.choice(places) + at
        if start + size <= len(damaged):
            number = rng.choice((*_EXTREMES, rng.randrange(2**32))) % 2 ** (8 * size)
            damaged[start : start + size] = struct.pack(_SIZES[size], number)
    return bytes(damaged)


def _span(data: bytes, rng: Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.choice((1, 4, 50, 2_000, len(data))))


def _all(data: bytes, signature: bytes) -> list[int]:
    places, at = [], data.find(signature)
    while at >= 0:
        places.append(at)
        at = data.find(signature, at + 1)
    return places


OF_BYTES: tuple[Change, ...] = (bits_flipped, cut_short, cut_out, doubled, spliced)
"""Changes that any bytes can suffer."""
OF_AN_ARCHIVE: tuple[Change, ...] = (*OF_BYTES, wrapped, headers_changed, headers_changed)
