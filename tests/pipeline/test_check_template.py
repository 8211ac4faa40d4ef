"""What is wrong with a template, whatever it is of."""

from pathlib import Path

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.pipeline.check_template import check_template
from generator.pipeline.template_choice import choose_notice_template, packaged_template
from tests.formats.docx.templates import changed
from tests.forms import FORM


def test_those_that_come_along_are_usable() -> None:
    assert check_template(packaged_template(FORM)) == []
    assert check_template(choose_notice_template(None).path) == []


def test_one_of_notices_is_told_what_is_wrong_with_it_as_such(tmp_path: Path) -> None:
    parts = open_archive(choose_notice_template(None).read(), "a.docx", DOCUMENT)
    file = tmp_path / "整改单模板.docx"
    file.write_bytes(package(changed(parts, ("{{ 段.正文 }}", "略"))))
    assert check_template(file) == ["“情况”印不出来"]
    assert len(check_template(file, form=FORM)) > 100
