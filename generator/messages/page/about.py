"""What a page says of the program and of the folder it is open on."""

from collections.abc import Iterable
from typing import Any

from generator import __version__
from generator.files.kinds_of_place import KindOfPlace

_SAID = {
    KindOfPlace.READ_ONLY: "这个文件夹只能看，不能写（是只读的，或者没有权限）：可以核对、预览，"
    "不能新建、生成、写回。要写，请把它复制到能写的地方（如 D 盘），再打开。",
    KindOfPlace.ON_A_NETWORK: "这个文件夹在网络盘上：同一份工作簿请不要几个人同时改，"
    "后存的会换掉先存的；网络断了，请等连上再保存。",
}


def said_of_place(kinds: Iterable[KindOfPlace]) -> list[str]:
    """Return what people should know of a folder, a sentence each."""
    return [_SAID[kind] for kind in kinds]


def about_record(kinds: Iterable[KindOfPlace], manuals: Iterable[str]) -> dict[str, Any]:
    """Return it as JSON: {"version", "manuals": [name], "remarks": [sentence]}."""
    return {
        "version": __version__,
        "manuals": list(manuals),
        "remarks": said_of_place(kinds),
    }
