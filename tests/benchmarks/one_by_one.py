"""python -m tests.benchmarks.one_by_one FOLDER: import and check each file, in one process."""

import sys
from pathlib import Path

from generator.pipeline.check import check_workbook
from generator.pipeline.import_document import build_imported


def main(folder: str) -> None:
    """Do with each file what somebody would who collects without `collect`."""
    for path in sorted(Path(folder).iterdir()):
        if path.suffix == ".xlsx":
            check_workbook(path)
        else:
            check_workbook(build_imported(path).content)


if __name__ == "__main__":
    main(*sys.argv[1:])
