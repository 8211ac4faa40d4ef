"""Long texts of people, as far as a message shows them."""

LONGEST = 60  # characters of a text that is shown


def clipped(text: str) -> str:
    """Return a text on one line, and of a long one its beginning and how long it is."""
    text = text.replace("\n", "／")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…（共 {len(text)} 字）"
