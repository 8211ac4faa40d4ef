"""Settings, styles and fonts of a document without what only its writers need."""

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.publishing.bare_fields import take_out
from generator.formats.docx.publishing.bare_story import without_writers
from generator.formats.docx.tracked_changes.read.properties import PROPERTY_CHANGES
from generator.model.publication import LANGUAGE

_OF_WRITERS = frozenset(
    {
        *("rsids", "trackRevisions", "docVars", "revisionView", "attachedTemplate", "proofState"),
        *("mailMerge", "saveThroughXslt", "documentProtection", "writeProtection", "linkStyles"),
        *("updateFields", "docId", "schemaLibrary", "attachedSchema", "activeWritingStyle"),
        *("embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "smartTagType", "captions"),
        *(
            "documentType",
            "stylePaneFormatFilter",
            "removePersonalInformation",
            "clickAndTypeStyle",
        ),
        *("chartTrackingRefBased", "commentsTracking"),
    }
)
_EMBEDDED = tuple(f"{W}embed{kind}" for kind in ("Regular", "Bold", "Italic", "BoldItalic"))
_RSID, _LANGUAGE = W + "rsid", W + "lang"


def bare_settings(root: etree._Element) -> etree._Element:
    """Take out who may edit, with what, in which sittings, and where all that lies."""
    for one in list(root):
        if one.tag.rpartition("}")[2] in _OF_WRITERS:
            root.remove(one)
    return root


def bare_formats(root: etree._Element) -> etree._Element:
    """Take out of styles, lists or fonts who changed them when, and fonts that lie in the file."""
    for one in list(root.iter(_RSID, *_EMBEDDED, *PROPERTY_CHANGES, W + "numberingChange")):
        take_out(one)
    for element in root.iter(etree.Element):
        without_writers(element)
    for usual in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{_LANGUAGE}"):
        usual.set(W + "eastAsia", LANGUAGE)
    return root
