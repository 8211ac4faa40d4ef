"""Fields that are in error, stale or say who wrote a document."""

from collections.abc import Mapping
from types import MappingProxyType

from tests.pipeline.publishing.nasty.means import (
    FOLDER,
    Nasty,
    field,
    in_part,
    run_of,
    words,
)

FIELDS: Mapping[str, Nasty] = MappingProxyType(
    {
        "DATE": Nasty(words(field(" DATE ", "2024年1月1日")), "会自己变的域（DATE）"),
        "FILENAME in a footer": Nasty(
            in_part("footer", f"<w:p>{field(' FILENAME ', '报告.docx')}</w:p>"), "（FILENAME）"
        ),
        "path": Nasty(words(field(r" FILENAME \p ", "报告.docx")), "FILENAME"),
        "AUTHOR": Nasty(
            words(f'<w:fldSimple w:instr=" AUTHOR ">{run_of("某某")}</w:fldSimple>'), "（AUTHOR）"
        ),
        "error": Nasty(words(field(" REF _Ref1 ", "错误！未找到引用源。")), "出错的域"),
        "gone": Nasty(words(field(" REF _Ref99 ", "图9")), "那里已经删去的域：“图9”"),
        "stale": Nasty(
            words(
                f'<w:bookmarkStart w:id="88" w:name="_Ref88"/>{run_of("图2")}'
                '<w:bookmarkEnd w:id="88"/>' + field(r" REF _Ref88 \h ", "图1")
            ),
            "没更新的域：“图1”，引用的地方现在是“图2”",
        ),
        "miscounted": Nasty(words(field(r" SEQ 图 \* ARABIC ", "7")), "序号是 7，应为 1"),
        "dirty": Nasty(words(field(" NUMPAGES ", "3", 'w:dirty="true"')), "没更新的域"),
        "picture from a path": Nasty(
            words(field(rf' INCLUDEPICTURE "{FOLDER}\a.png" ', "图")), "域“INCLUDEPICTURE"
        ),
    }
)
