"""Reads what units handed in while somebody watches, who may stop it between two files."""

from collections.abc import Sequence

from generator.model.collection.filing import Filing
from generator.model.finding import Refusal
from generator.pipeline.collecting.collect import Read
from generator.pipeline.collecting.filing import read_filing
from generator.pipeline.collecting.handed_in import HandedIn
from generator.pipeline.working.watched import Watch


def reading(watch: Watch) -> Read:
    """Return what reads files for `collect`. It raises Refusal where it was stopped."""

    def read(files: Sequence[HandedIn]) -> list[Filing]:
        paths = [one.path for one in files]
        found = [read_filing(one) for one, _ in zip(files, watch.over(paths), strict=False)]
        if left := len(files) - len(found):
            raise Refusal(
                f"已停止：还有 {left} 个文件没有读，汇总没有写。再汇总一次，读过的不用再读。"
            )
        return found

    return read
