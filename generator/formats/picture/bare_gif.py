"""A GIF without what is not its first picture: CompuServe GIF89a."""

from generator.formats.picture.bare import Bare
from generator.formats.picture.problem import broken

_SCREEN, _FRAME = 13, 10  # bytes of the header with its screen, and of a picture's own
_EXTENSION, _PICTURE, _CONTROL = 0x21, 0x2C, 0xF9
_END = b";"


def bare_gif(content: bytes) -> Bare:
    """Return the first picture alone: what is printed. Raise PictureProblem where it is broken."""
    try:
        return Bare(_first_picture(content))
    except IndexError:
        raise broken() from None


def _first_picture(content: bytes) -> bytes:
    at = _SCREEN + _colours(content[10])
    head, control = content[:at], b""
    while content[at] == _EXTENSION:
        end = _after_blocks(content, at + 2)
        if content[at + 1] == _CONTROL:  # which colour is transparent
            control = content[at:end]
        at = end
    if content[at] != _PICTURE:
        raise broken()
    pixels = at + _FRAME + _colours(content[at + 9]) + 1
    return head + control + content[at : _after_blocks(content, pixels)] + _END


def _colours(flags: int) -> int:
    """Return how many bytes the table of colours has that follows."""
    return 3 << ((flags & 0x07) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    """Return where a row of blocks ends, each of which begins with its length; the last has 0."""
    while length := content[at]:
        at += 1 + length
    return at + 1
