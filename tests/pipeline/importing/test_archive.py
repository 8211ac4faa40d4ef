"""A .zip in which a unit has packed its report."""

import zipfile
from io import BytesIO

import pytest

from generator.model.finding import Refusal
from generator.pipeline.importing.archive import report_in
from generator.pipeline.importing.read_published import read_published
from generator.pipeline.sources import Source
from tests.form.small import SMALL
from tests.form.small_office import document


def packed(**files: bytes) -> Source:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return Source("甲局.zip", out.getvalue())


def test_the_one_report_in_it_is_read() -> None:
    source = packed(年报__docx=document(), 照片__jpg=b"\xff\xd8", 说明__txt=b"1")
    assert report_in(source) == Source("年报.docx", document())
    assert read_published(source, SMALL).manuscript.blocks


def test_which_of_several_is_meant_is_asked() -> None:
    with pytest.raises(Refusal, match=r"有 2 个文件（年报.docx、年报.pdf），不知道导入哪一个"):
        report_in(packed(年报__docx=b"1", 年报__pdf=b"2"))


def test_where_there_is_none_it_is_said() -> None:
    with pytest.raises(Refusal, match="没有 Word 文档、网页或 PDF"):
        report_in(packed(二〇二四__xlsx=b"1"))
