"""批注: who noted what, on which words, and whether it is settled."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from generator.formats.docx.package.ooxml import parse, related
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.commented_words import CommentedWords, commented_words
from generator.formats.docx.text import visible_text

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_YES = ("1", "true", "on")
_NOWHERE = CommentedWords(None, "")


@dataclass(frozen=True)
class Comment:
    """One 批注."""

    author: str
    when: str
    """As the file has it: 2024-01-20T09:30:00Z."""
    words: str
    """The text that it hangs on, paragraphs on lines of their own; cut off where very long."""
    text: str
    paragraph: etree._Element | None
    """Where its words begin; None where the document does not show it."""
    done: bool
    """Whether it is resolved, by itself or with the one that it answers."""


def comments_of(parts: Mapping[str, bytes], root: etree._Element, name: str) -> list[Comment]:
    """Return the comments in the order of the document; those it does not show come last.

    `root` is that of word/document.xml, with tracked changes accepted. Raise Refusal where a part
    of the comments is broken.
    """
    told = [_part(parts, kind, name) for kind in ("comments", "commentsExtended")]
    elements: dict[str, etree._Element] = {}
    for element in told[0].iter(W + "comment") if told[0] is not None else ():
        elements.setdefault(element.get(W + "id", ""), element)
    threads = _threads(told[1])
    places = commented_words(root) if elements else {}
    in_order = [at for at in places if at in elements] + [at for at in elements if at not in places]
    return [_comment(elements[at], places.get(at, _NOWHERE), threads) for at in in_order]


def _comment(
    element: etree._Element, place: CommentedWords, threads: Mapping[str, tuple[bool, str]]
) -> Comment:
    paragraphs = list(element.iter(W + "p"))
    named = (paragraph.get(_W14 + "paraId", "").upper() for paragraph in reversed(paragraphs))
    own = next((threads[paragraph] for paragraph in named if paragraph in threads), (False, ""))
    done, answered = own
    return Comment(
        author=element.get(W + "author", ""),
        when=element.get(W + "date", ""),
        words=place.words,
        text="\n".join(map(visible_text, paragraphs)),
        paragraph=place.paragraph,
        done=done or threads.get(answered, (False, ""))[0],
    )


def _threads(extended: etree._Element | None) -> dict[str, tuple[bool, str]]:
    """Return by the id of a comment's last paragraph: resolved, and what it answers."""
    return {
        element.get(_W15 + "paraId", "").upper(): (
            element.get(_W15 + "done", "") in _YES,
            element.get(_W15 + "paraIdParent", "").upper(),
        )
        for element in (() if extended is None else extended.iter(_W15 + "commentEx"))
    }


def _part(parts: Mapping[str, bytes], kind: str, name: str) -> etree._Element | None:
    part = related(parts, kind)
    return parse(parts[part], part, name) if part in parts else None
