"""What nobody sees in a template stays with its owner; what locks it is refused."""

from collections.abc import Mapping

import pytest

from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.part_names import (
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    OFFICE,
    PACKAGE_RELATIONSHIPS,
    TYPES,
    W,
)
from generator.formats.docx.template.left_out import without_unseen
from generator.model.finding import Refusal
from tests.few import each
from tests.formats.docx.short_template import (
    NAME,
    changed_parts,
    compiled,
    filled,
    parts,
    problems,
    with_parts,
)
from tests.samples import report

SETTINGS, FONTS = "word/settings.xml", "word/fontTable.xml"
APPLICATION = "docProps/app.xml"
PRIVATE = "内部电话12345"
BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"


def wired(part: str, content: str, kind: str, relation: str, of: str) -> dict[str, bytes]:
    """Return the template with one more part that another one refers to."""
    announced = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    related = (
        f'<Relationship Id="more" Type="{OFFICE}/relationships/{relation}" Target="/{part}"/>'
        "</Relationships>"
    )
    types = changed_parts(("</Types>", announced), part=TYPES)[TYPES]
    relations = changed_parts(("</Relationships>", related), part=of)[of]
    return {**parts(), TYPES: types, of: relations, part: content.encode()}


def left(template: Mapping[str, bytes]) -> bytes:
    """Return all that every document takes along of a template that is right, in one."""
    assert problems(template) == []
    taken = without_unseen(template, NAME)
    assert foreign(taken, "") == []
    assert problems(taken) == []
    return b"".join([*map(str.encode, taken), *taken.values()])


@each(
    "part, end, content",
    [
        (
            SETTINGS,
            "<w:decimalSymbol",
            f'<w:docVars><w:docVar w:name="x" w:val="{PRIVATE}"/></w:docVars>',
        ),
        (APPLICATION, "</Properties>", f"<Company>{PRIVATE}</Company>"),
        (APPLICATION, "</Properties>", f"<Manager>{PRIVATE}</Manager>"),
        (APPLICATION, "</Properties>", f"<Template>{PRIVATE}.dotm</Template>"),
    ],
)
def test_data_of_the_owner_stays_with_the_owner(part: str, end: str, content: str) -> None:
    assert PRIVATE.encode() not in left(changed_parts((end, content + end), part=part))


@each(
    "part, content, kind, relation, of",
    [
        (
            "customXml/item1.xml",
            "<x>{}</x>",
            "application/xml",
            "customXml",
            DOCUMENT_RELATIONSHIPS,
        ),
        (
            "customXml/item1.xml",
            f'<b:Sources xmlns:b="{BIBLIOGRAPHY}">{{}}</b:Sources>',
            "application/xml",
            "customXml",
            DOCUMENT_RELATIONSHIPS,
        ),
        (
            "word/people.xml",
            "<people>{}</people>",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml",
            "people",
            DOCUMENT_RELATIONSHIPS,
        ),
        (
            "docProps/thumbnail.jpeg",
            "",
            "image/jpeg",
            "metadata/thumbnail",
            PACKAGE_RELATIONSHIPS,
        ),
    ],
)
def test_parts_that_nobody_sees_stay_with_the_owner(
    part: str, content: str, kind: str, relation: str, of: str
) -> None:
    template = wired(part, content.format(PRIVATE), kind, relation, of)
    if kind == "image/jpeg":
        template[part] = b"\xff\xd8\xff" + PRIVATE.encode()
    assert PRIVATE.encode() not in left(template)


def test_literature_that_is_cited_stays() -> None:
    item = f'<b:Sources xmlns:b="{BIBLIOGRAPHY}">书</b:Sources>'
    template = wired(
        "customXml/item1.xml", item, "application/xml", "customXml", DOCUMENT_RELATIONSHIPS
    )
    citing = (
        '<w:p><w:fldSimple w:instr=" CITATION 某 "><w:r><w:t>（某）</w:t></w:r></w:fldSimple></w:p>'
    )
    body = changed_parts(("<w:sectPr", f"{citing}<w:sectPr"))[DOCUMENT]
    assert without_unseen({**template, DOCUMENT: body}, NAME) == {**template, DOCUMENT: body}


def test_a_template_without_any_of_it_stays_as_it_is() -> None:
    assert without_unseen(parts(), NAME) == parts()


@each(
    "setting, said",
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="x"/>', "限制编辑"),
        ('<w:documentProtection w:edit="forms" w:enforcement="true"/>', "限制编辑"),
        ('<w:writeProtection w:hash="x" w:salt="y"/>', "修改权限密码"),
        ('<w:writeProtection w:recommended="1"/>', "以只读方式打开"),
    ],
)
def test_a_template_that_locks_every_report_is_refused(setting: str, said: str) -> None:
    locked = changed_parts(("<w:zoom", f"{setting}<w:zoom"), part=SETTINGS)
    (found,) = problems(locked)
    assert said in found


def test_what_is_left_of_a_protection_is_taken_out() -> None:
    setting = '<w:documentProtection w:edit="forms" w:enforcement="0" w:hash="x"/>'
    unlocked = changed_parts(("<w:zoom", f"{setting}<w:zoom"), part=SETTINGS)
    assert b"documentProtection" not in left(unlocked)


def test_instructions_to_programs_are_left_out() -> None:
    told = '<?xml-stylesheet type="text/xsl" href="http://evil.example/x.xsl"?>'
    declaration, rest = parts()[FONTS].decode().split("?>", 1)
    undeclared = parts()[APPLICATION].decode().split("?>", 1)[-1]
    telling = {FONTS: f"{declaration}?>{told}{rest}", APPLICATION: told + undeclared}
    made = compiled(with_parts({part: text.encode() for part, text in telling.items()}))
    for part in telling:
        assert b"evil.example" not in made.static[part]


def test_a_report_is_not_taken_for_a_template() -> None:
    with pytest.raises(Refusal, match="是已经生成的报告，不是模板") as refusal:
        compiled(filled(report()))
    assert "\n" not in str(refusal.value)
    empty = {DOCUMENT: parts()[DOCUMENT].replace(b"{", b"")}
    with pytest.raises(Refusal, match="标签 }}，不是模板"):
        compiled(with_parts(empty))


HEADER = (
    "word/header9.xml",
    f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:r><w:t>{PRIVATE}</w:t></w:r></w:p></w:hdr>',
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "header",
    DOCUMENT_RELATIONSHIPS,
)


def test_a_header_that_was_deleted_and_that_the_program_kept_is_left_out() -> None:
    assert PRIVATE.encode() not in left(wired(*HEADER))
    used = wired(*HEADER)
    reference = f"<w:headerReference xmlns:r=\"{OFFICE}/relationships\" r:id='more'/>"
    used[DOCUMENT] = used[DOCUMENT].replace(b"</w:body>", f"{reference}</w:body>".encode())
    assert PRIVATE.encode() in b"".join(without_unseen(used, NAME).values())


@each("part", ["word/../evil.xml", "word/own/data.xml", "elsewhere/data.xml"])
def test_parts_to_which_nothing_leads_are_left_out(part: str) -> None:
    assert PRIVATE.encode() not in left({**parts(), part: f"<data>{PRIVATE}</data>".encode()})


def test_the_address_of_a_link_that_was_deleted_is_left_out() -> None:
    link = (
        f'<Relationship Id="more" Type="{OFFICE}/relationships/hyperlink" '
        f'Target="http://{PRIVATE}.example/" TargetMode="External"/></Relationships>'
    )
    template = changed_parts(("</Relationships>", link), part=DOCUMENT_RELATIONSHIPS)
    assert PRIVATE.encode() not in left(template)


def test_properties_that_nobody_sees_are_left_out() -> None:
    property_ = f'<property name="{PRIVATE}"/>'
    own = f'<Properties xmlns="{OFFICE}/custom-properties">{property_}</Properties>'
    template = {**parts(), "docProps/custom.xml": own.encode()}
    assert PRIVATE.encode() not in left(template)


def test_whom_a_protection_let_edit_is_left_out() -> None:
    mark = f'<w:body><w:permStart w:id="1" w:ed="{PRIVATE}"/><w:permEnd w:id="1"/>'
    taken = left(changed_parts(("<w:body>", mark)))
    assert PRIVATE.encode() not in taken
    assert b"permEnd" not in taken
