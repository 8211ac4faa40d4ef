"""Why the operating system refused something, in Chinese."""

import errno

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "路径不存在",
    errno.ENOTDIR: "路径当中有一级不是文件夹",
    errno.EISDIR: "它是文件夹",
    errno.ENAMETOOLONG: "文件名或路径太长",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.ELOOP: "链接绕成了圈",
    errno.EBUSY: "它正在被使用",
    errno.EEXIST: "路径当中有一级是文件，不是文件夹",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EIO: "磁盘读写出错",
}


def reason(problem: OSError) -> str:
    """Return why an operation failed, as part of a Chinese sentence."""
    return _REASONS.get(problem.errno or 0, f"系统错误 {problem.errno}")
