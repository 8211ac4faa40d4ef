"""What every document says of itself, whatever computer its template was made on.

It is Chinese, of the day of the report, and by the organ. What its template says of itself without
a tag, such as keywords or the name of who drew it, is not its business.
"""

from collections.abc import Mapping

from lxml import etree

from generator.form.reserved_names import DATED
from generator.form.vocabulary import ORGAN
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import CORE, W

_STYLES, _SETTINGS = "word/styles.xml", "word/settings.xml"
_CHINESE, _NONE = "zh-CN", "x-none"
_TERMS = "http://purl.org/dc/terms/"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def about_itself(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return the parts of a template so that its documents say of themselves what is true."""
    core = parse(parts[CORE], CORE, name)
    for element in list(core):
        if "{{" in (element.text or ""):
            continue
        if element.tag == _CREATOR:
            element.text = f"{{{{ {ORGAN} }}}}"
        else:
            core.remove(element)
    for own in ("created", "modified"):
        _date(core, f"{{{_TERMS}}}{own}")
    _set(core, _LANGUAGE, _CHINESE)
    styles = _in_chinese(parts[_STYLES], _STYLES, name)
    settings = parts.get(_SETTINGS)
    if settings is None:
        return {**parts, CORE: serialize(core), _STYLES: styles}
    settings = _in_chinese(settings, _SETTINGS, name)
    return {**parts, CORE: serialize(core), _STYLES: styles, _SETTINGS: settings}


def _date(core: etree._Element, kind: str) -> None:
    """Let a date be filled in."""
    element = _set(core, kind, f"{{{{ {DATED} }}}}")
    element.set(_TYPE, "dcterms:W3CDTF")


def _set(core: etree._Element, kind: str, text: str) -> etree._Element:
    """Give a property a value; it is added where the template has none."""
    element = core.find(kind)
    if element is None:
        element = etree.SubElement(core, kind, nsmap={"dcterms": _TERMS})
    element.text = text
    return element


def _in_chinese(content: bytes, part: str, name: str) -> bytes:
    """Return styles or settings whose usual language is Chinese.

    Latin letters have none: they are numbers and addresses, which LibreOffice breaks anywhere where
    they are said to be Chinese.
    """
    root = parse(content, part, name)
    usual = root.iterfind(f"{W}docDefaults//{W}lang")
    for language in [*usual, *root.iterfind(f"{W}themeFontLang")]:
        language.set(W + "val", _NONE)
        if not language.get(W + "eastAsia", "").startswith("zh"):
            language.set(W + "eastAsia", _CHINESE)
    return serialize(root)
