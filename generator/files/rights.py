"""Who may read and write a file: what takes a file's place is as private as that file was."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from generator.model.finding import Refusal

_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def not_where_read_only(target: Path) -> None:
    """Refuse to replace what somebody has locked, or what this user may not write.

    To move another file into its place needs no right but that to the folder, so that the system
    itself says nothing; and an administrator may write everything.
    """
    if not target.exists():
        return
    if not target.stat().st_mode & _ANYBODY_WRITES:
        raise Refusal(
            f"{target} 是只读的，没有改动。要重写，请先取消只读（Windows：右键“属性”；"
            f"其他系统：chmod u+w），或者把它移到别处。"
        )
    if not os.access(target, os.W_OK):
        raise Refusal(
            f"{target} 不归您写（您对它只有读的权限），没有改动。"
            "请找文件的主人要写的权限，或者把它复制到自己的文件夹里再做。"
        )


def writable(copy: Path) -> None:
    """Let a copy be replaced by its owner, though what it was made from may be read-only."""
    copy.chmod(stat.S_IMODE(copy.stat().st_mode) | stat.S_IWUSR)


def usual_rights(new: Path) -> None:
    """Make a temporary file, which is private, as readable as any other new file."""
    mask = os.umask(0)
    os.umask(mask)
    new.chmod(0o666 & ~mask)


def same_rights(old: Path, new: Path) -> None:
    """Give a temporary file, which is private, the owner, the group and the rights of another.

    Where the group may not be given away, those in another group get no more than anybody has.
    """
    found = old.stat()
    mode = stat.S_IMODE(found.st_mode) & 0o777
    if sys.platform != "win32":
        with suppress(OSError):
            os.chown(new, -1, found.st_gid)
        with suppress(OSError):  # for an administrator only
            os.chown(new, found.st_uid, -1)
        if new.stat().st_gid != found.st_gid:
            mode = mode & 0o707 | (mode & 0o007) << 3
        elif sys.platform == "linux":
            _same_attributes(old, new)
    new.chmod(mode)


def _same_attributes(old: Path, new: Path) -> None:
    """Take over lists of rights (ACL) and labels, as far as the file system has them."""
    if sys.platform == "linux":
        with suppress(OSError):
            due, given = os.listxattr(old), os.listxattr(new)  # a folder may give some by itself
            for name in {*due, *given}:
                with suppress(OSError):
                    if name in due:
                        os.setxattr(new, name, os.getxattr(old, name))
                    else:
                        os.removexattr(new, name)
