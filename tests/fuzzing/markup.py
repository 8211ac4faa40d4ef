"""Changes of how the XML of a part is written, and all changes of XML."""

import re
from random import Random

from tests.fuzzing import trees
from tests.fuzzing.zip_bytes import Change

_ENCODINGS = ("utf-16", "utf-16-be", "gb18030", "latin-1", "utf-32", "big5")
_DECLARED = ("utf-16", "gb18030", "latin-1", "utf-7", "ebcdic-cp-us", "x", "UTF8", "utf-8-sig")
_DOCTYPES = (
    '<!DOCTYPE a [<!ENTITY b "甲甲">]>',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/a"> %p;]>',
    '<!DOCTYPE a [<!ENTITY b "1"><!ENTITY c "&b;&b;"><!ENTITY d "&c;&c;">]>',
    "<!DOCTYPE a>",
)


def doctype_added(content: bytes, rng: Random) -> bytes:
    """Declare entities, and use one of them."""
    body = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", content)
    if rng.random() < 0.5:
        body = re.sub(rb">[^<>]+<", b">&b;<", body, count=1)
    return rng.choice(_DOCTYPES).encode() + body


def otherwise_encoded(content: bytes, rng: Random) -> bytes:
    """Write the XML in another encoding, or say so, or both."""
    body = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", content)
    declaration = f'<?xml version="1.0" encoding="{rng.choice(_DECLARED)}"?>'.encode()
    whole = rng.choice((b"", declaration)) + body
    if rng.random() < 0.3:
        return b"\xef\xbb\xbf" + whole
    encoded = whole.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")
    return rng.choice((encoded, whole))


def oddities_added(content: bytes, rng: Random) -> bytes:
    """Strew comments, instructions, sections and references to characters over the XML."""
    odd = rng.choice(
        (
            b"<!-- " + b"c" * rng.choice((3, 9_000, 200_000)) + b" -->",
            b'<?xml-stylesheet href="http://127.0.0.1:9/"?>',
            b"<![CDATA[ ]]&gt; <w:t> ]]>",
            b"&#0;&#8;&#xD800;",
            b"&#13;&#x202e;",
            b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"/>',
            b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
            b'markup-compatibility/2006"><mc:Choice Requires="x"/></mc:AlternateContent>',
        )
    )
    gaps = [found.end() for found in re.finditer(rb">", content)]
    at = rng.choice(gaps or [0])
    return content[:at] + odd + content[at:]


CHANGES: tuple[Change, ...] = (
    *trees.CHANGES,
    *(doctype_added, otherwise_encoded, oddities_added),
)
