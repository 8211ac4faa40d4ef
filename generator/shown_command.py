"""Commands as people are told to type them."""


def shown_command(*words: object) -> str:
    """Return a command that can be copied: names with spaces in quotation marks."""
    said = (str(word) for word in words)
    return " ".join(f'"{word}"' if " " in word or "　" in word else word for word in said)
