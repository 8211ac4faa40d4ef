"""Long texts of people, as far as a message shows them."""

_LONGEST = 60  # characters


def clipped(text: str) -> str:
    """Return a text on one line, and of a long one its beginning and how long it is."""
    text = text.replace("\n", "／")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…（共 {len(text)} 字）"
