"""A small PDF as LibreOffice makes it: what differs from run to run is another each time."""

from collections.abc import Collection
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

PROFILE = bytes(24) + b"a moment in." + bytes(60)


def made(moment: str = "2026-11-27T07:19:46Z", *, without: Collection[str] = ()) -> bytes:
    """Return a PDF that was made at a moment; without tags, title, outline or mark."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        font = Dictionary(Type=Name.FontDescriptor, FontName=Name("/BAAAAA+FangSong_GB2312"))
        pdf.pages[0].obj.Fonts = Array([pdf.make_indirect(font)])
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])
        profile = Stream(pdf, moment.encode()[:12].join((PROFILE[:24], PROFILE[36:])))
        pdf.Root.OutputIntents = Array([Dictionary(DestOutputProfile=profile)])
        if "tags" not in without:
            pdf.Root.MarkInfo = Dictionary(Marked=True)
            pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)
        if "outline" not in without:
            pdf.Root.Outlines = Dictionary(Count=0)
        if "title" not in without:
            pdf.docinfo["/Title"] = "2023年年度报告"
        pdf.docinfo["/CreationDate"] = f"D:{moment[:4]}"
        _describe(pdf, moment, mark="mark" not in without)
        pdf.trailer["/DocChecksum"] = Name(f"/{moment[-3:-1]}")
        content = BytesIO()
        pdf.save(content)
        return content.getvalue()


def _describe(pdf: Pdf, moment: str, *, mark: bool) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        said["xmp:CreateDate"] = moment
        said["pdfuaid:part"] = "1"
        if mark:
            said["pdfaid:part"], said["pdfaid:conformance"] = "2", "B"
