"""Builds the folders that need no installation: `python3 .ci/folder windows OUT`, or `linux`.

Everything comes from the registries, in the versions and with the sums of pins.txt, and from this
checkout; so the same checkout gives the same bytes. `--manual` names the folder that `.ci/manual`
has filled. `python3 .ci/folder pin` writes pins.txt anew, with what is newest.
"""

import argparse
import sys
from pathlib import Path

from archives import as_tar, as_zip
from linux import MACHINES, linux_folder
from pins import WINDOWS, linux_targets, pin
from windows import windows_folder

MOST_BYTES = 100_000_000
"""Of the archive for Windows: what a mail or a stick still takes."""


def main() -> None:
    """Build what is asked for, and say how large it is."""
    options = _options()
    if options.what == "pin":
        pin([WINDOWS, *(one for machine in MACHINES for one in linux_targets(machine))])
        return
    options.out.mkdir(parents=True, exist_ok=True)
    if options.what == "windows":
        made = options.out / "make-report-windows.zip"
        as_zip(windows_folder(options.manual), made)
        if made.stat().st_size > MOST_BYTES:
            raise SystemExit(f"{made} is larger than {MOST_BYTES:,} bytes")
        _say(made)
        return
    for machine in options.machine or MACHINES:
        made = options.out / f"make-report-linux-{machine}.tar"
        as_tar(linux_folder(machine, options.manual), made)
        _say(made)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("windows", "linux", "pin"))
    parser.add_argument("out", type=Path, nargs="?", default=Path("dist"))
    parser.add_argument("--manual", type=Path, help="where .ci/manual has put what it made")
    parser.add_argument("--machine", choices=MACHINES, action="append")
    return parser.parse_args()


def _say(made: Path) -> None:
    sys.stdout.write(f"{made}: {made.stat().st_size / 1_000_000:.1f} MB\n")


if __name__ == "__main__":
    main()
