"""A body, a header or a note as its readers see it: nothing of those who wrote it."""

import re

from lxml import etree

from generator.formats.docx.package import allowed
from generator.formats.docx.package.part_names import W
from generator.formats.docx.publishing.bare_fields import flatten_fields, take_out, unwrap
from generator.formats.docx.reading.run_looks import RunLooks
from generator.formats.docx.reading.standing_text import leave_what_stands
from generator.formats.docx.tracked_changes.read.accepted_and_original import TRACE, accepted

_NOT_SEEN = (
    f"{TRACE}gone",
    *(
        W + kind
        for kind in (
            *("commentRangeStart", "commentRangeEnd", "annotationRef", "proofErr", "highlight"),
            *("lastRenderedPageBreak", "permStart", "permEnd", "sdtPr", "sdtEndPr", "smartTagPr"),
            *("customXmlPr", "printerSettings"),
        )
    ),
)
_AROUND = tuple(W + kind for kind in ("sdt", "sdtContent", "smartTag", "customXml"))
"""What stands around text and shows nothing: controls, and marks of what it is."""
_ACTING = tuple(f"{{*}}{kind}" for kind in allowed.ACTING)
_OF_WORD = (
    "{http://schemas.openxmlformats.org/word",
    "{http://schemas.microsoft.com/office/word/",
)
_OF_A_SITTING = ("author", "date", "initials", "userId", "dateUtc", "paraId", "textId")
_NAMES = ("name", "descr", "title", "alt")
_TITLE = "{urn:schemas-microsoft-com:office:office}title"
_DRAWN_NAMES = ("docPr", "cNvPr", "shape", "imagedata")
_PATH = re.compile(r"(?:[A-Za-z]:[\\/]|\\\\|file:|/(?:home|Users|mnt|tmp)/)[^\s]*", re.I)
_FOLDERS = re.compile(r".*[\\/]")
_SHADED = f"{W}rPr/{W}shd"
_REFERRED = re.compile(r'[\w"]+')


def bare_story(root: etree._Element, looks: RunLooks) -> etree._Element:
    """Return a part as it goes out, all 修订 accepted."""
    root = accepted(root)
    leave_what_stands(root, looks)
    for kind in ("comment", "annotation"):
        for reference in list(root.iter(f"{W}{kind}Reference")):
            run = reference.getparent()
            take_out(run if run is not None and run.tag == f"{W}r" else reference)
    for element in [*root.iter(*_NOT_SEEN), *root.iter(*_ACTING)]:
        take_out(element)
    for shading in [one for run in root.iter(W + "r") for one in run.findall(_SHADED)]:
        take_out(shading)
    for element in list(root.iter(*_AROUND)):
        unwrap(element)
    flatten_fields(root)
    _take_out_bookmarks(root)
    for element in root.iter(etree.Element):
        without_writers(element)
        _without_paths(element)
    return root


def without_writers(element: etree._Element) -> None:
    """Take off an element in which sitting, or by whom, it was typed."""
    for attribute in list(element.attrib):
        space, _, own = str(attribute).rpartition("}")
        of_word = space.startswith(_OF_WORD)
        typed = str(attribute).startswith(TRACE) or own.startswith("rsid")
        if typed or (of_word and own in _OF_A_SITTING):
            del element.attrib[attribute]


def _without_paths(element: etree._Element) -> None:
    """Leave of the names of pictures nothing but the name of the file."""
    if element.tag.rpartition("}")[2] in _DRAWN_NAMES:
        for attribute in (*_NAMES, _TITLE):
            if _PATH.search(element.get(attribute, "")):
                element.set(attribute, _FOLDERS.sub("", element.get(attribute, "")))


def _take_out_bookmarks(root: etree._Element) -> None:
    """Take out the bookmarks that nothing in the part refers to: people name them."""
    said = [one.text or "" for one in root.iter(W + "instrText")]
    said += [one.get(W + "instr", "") for one in root.iter(W + "fldSimple")]
    said += [one.get(W + "anchor", "") for one in root.iter(W + "hyperlink")]
    referred = {word.strip('"') for text in said for word in _REFERRED.findall(text)}
    gone = {
        one.get(W + "id")
        for one in root.iter(W + "bookmarkStart")
        if one.get(W + "name") not in referred
    }
    for mark in list(root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
        if mark.get(W + "id") in gone:
            take_out(mark)
