"""Changes of the members of an archive: which there are, and what they are called."""

import warnings
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

Members = list[tuple[str, bytes]]
"""Names and contents; a name may stand twice."""
Reshuffle = Callable[[Members, Random], None]

_STRANGE = (
    *("/{}", "../{}", "../../../../{}", "C:\\{}", "\\\\host\\{}", "./{}", "{}/", "xl//{}", "{} "),
    *("{}\x00.txt", "{}.bak", "文件{}", "_rels/{}", "word/{}", "xl/{}", "a" * 400 + "{}"),
)
_ADDED = (
    *(
        "xl/vbaProject.bin",
        "word/vbaProject.bin",
        "mimetype",
        "content.xml",
        "ppt/presentation.xml",
    ),
    *("customXml/item1.xml", "docProps/custom.xml", "word/comments.xml", "xl/sharedStrings.xml"),
    *("word/numbering.xml", "xl/calcChain.xml", "word/document2.xml", "EncryptedPackage"),
)
_MANY = (450, 600, 3_000)
_LARGE = 150_000_000


def members_of(data: bytes) -> Members:
    """Return the members of a whole archive."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(member.filename, archive.read(member)) for member in archive.infolist()]


def archive_of(members: Sequence[tuple[str, bytes]], rng: Random) -> bytes:
    """Return an archive, mostly compressed as usual; two members may have one name."""
    method = zipfile.ZIP_DEFLATED if rng.random() < 0.9 else zipfile.ZIP_STORED
    content = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(content, "w", method) as archive:
        warnings.simplefilter("ignore")  # a name that stands twice is meant
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, method)
    return content.getvalue()


def gone(members: Members, rng: Random) -> None:
    """Leave one out."""
    members.pop(rng.randrange(len(members)))


def renamed(members: Members, rng: Random) -> None:
    """Give one a name that leads elsewhere, or a name in other letters."""
    at = rng.randrange(len(members))
    name, data = members[at]
    strange = rng.choice(_STRANGE).format(name)
    members[at] = (rng.choice((strange, strange, name.upper(), rng.choice(_ADDED))), data)


def twice(members: Members, rng: Random) -> None:
    """Have one twice, under its own name or a strange one."""
    name, data = rng.choice(members)
    if rng.random() < 0.5:
        name = rng.choice(_STRANGE).format(name)
    members.insert(rng.randrange(len(members) + 1), (name, data))


def swapped(members: Members, rng: Random) -> None:
    """Put the content of one under the name of another."""
    at, name = rng.randrange(len(members)), rng.choice(members)[0]
    members[at] = (name, members[at][1])


def emptied(members: Members, rng: Random) -> None:
    """Leave nothing in one, or nothing but a root."""
    at = rng.randrange(len(members))
    members[at] = (members[at][0], rng.choice((b"", b" ", b"<a/>", b"\x00" * 100, b"<")))


def added(members: Members, rng: Random) -> None:
    """Put one in that does not belong there."""
    data = rng.choice((b"", b"<a/>", rng.randbytes(500), rng.choice(members)[1]))
    members.append((rng.choice(_ADDED), data))


def many(members: Members, rng: Random) -> None:
    """Put in a great number of them."""
    members += [(f"more/{number}.xml", b"<a/>") for number in range(rng.choice(_MANY))]


def bomb(members: Members, rng: Random) -> None:
    """Put in what is small in the archive only."""
    data = rng.choice((b"\x00", b" ", b"<a>")) * (_LARGE // 3)
    members.append((rng.choice((rng.choice(members)[0], "bomb.xml", "bomb.bin")), data))


def embedded(members: Members, rng: Random) -> None:
    """Put in an archive, with what is in this one, or with far too much, or one in another."""
    inside: Members = rng.choice(
        (
            members[:3],
            [("a.xml", b"<a>" + b"<b/>" * 600_000 + b"</a>")],
            [("b.bin", b"\x00" * 40_000_000)],
        )
    )
    data = archive_of(inside, rng)
    for _ in range(rng.choice((0, 0, 1, 5))):
        data = archive_of([("word/embeddings/a.xlsx", data)] * rng.choice((1, 4)), rng)
    if rng.random() < 0.2:
        data = data[: rng.randrange(len(data))]
    members.append((f"{rng.choice(('word', 'xl'))}/embeddings/sheet.xlsx", data))


def with_doctype(members: Members, rng: Random) -> None:
    """Have one declare what it is, and perhaps an entity that it then uses."""
    at = rng.randrange(len(members))
    name, data = members[at]
    declared = rng.choice((b"", b' SYSTEM "http://a.example/a"', b' [<!ENTITY a "aa">]'))
    head, end, rest = data.partition(b"?>")
    members[at] = (name, head + end + b"<!DOCTYPE a" + declared + b">" + rest)


def shuffled(members: Members, rng: Random) -> None:
    """Put them in another order."""
    rng.shuffle(members)


USUAL: tuple[Reshuffle, ...] = (
    *(gone, renamed, twice, swapped, emptied, added, shuffled),
    *(embedded, with_doctype),
)
LARGE: tuple[Reshuffle, ...] = (many, bomb)
