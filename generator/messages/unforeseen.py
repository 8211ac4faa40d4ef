"""What is said of an error of the program itself; people must never see a traceback."""

import os
from pathlib import Path


def unforeseen(problem: Exception) -> str:
    """Return one sentence on an error that nobody foresaw."""
    import traceback  # hopefully never needed

    if os.environ.get("MAKE_REPORT_DEBUG"):
        traceback.print_exception(problem)
    last = traceback.extract_tb(problem.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"程序遇到了没有料到的问题（{type(problem).__name__}，{where}）。"
        "没有写完的文件不会留下。请把工作簿和这句话发给维护人员。"
    )
