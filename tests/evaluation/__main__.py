"""python -m tests.evaluation FOLDER…, --wordings FILE or --statements FILE."""

import argparse
import sys
from pathlib import Path

from tests.evaluation import evaluation, statements, wordings


def main() -> int:
    """Print how the rules do."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--wordings", type=Path, metavar="FILE")
    parser.add_argument("--statements", type=Path, metavar="FILE")
    options = parser.parse_args()
    if not options.folders and not options.wordings and not options.statements:
        parser.error("name a folder of examples, --wordings FILE or --statements FILE")
    if options.folders:
        sys.stdout.write(evaluation.told(evaluation.evaluate(options.folders)) + "\n")
    if options.wordings:
        sys.stdout.write(wordings.told(wordings.try_wordings(options.wordings)) + "\n")
    if options.statements:
        sys.stdout.write(statements.told(statements.try_statements(options.statements)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
