"""What a published document says of itself: by which organ, of which day, in which language."""

from xml.sax.saxutils import escape

from generator.model.publication import LANGUAGE, Publication

APPLICATION = "docProps/app.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator>{organ}</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)
_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"/>'
)


def bare_core(publication: Publication) -> bytes:
    """Return the properties of the document: no person is named in them."""
    said = _CORE.format(
        title=escape(publication.name),
        organ=escape(publication.organ),
        day=publication.issued.isoformat(),
        language=LANGUAGE,
    )
    return f"{_HEAD}{said}".encode()


def bare_application() -> bytes:
    """Return what a program says of the document: nothing."""
    return f"{_HEAD}{_APPLICATION}".encode()
