"""python -m tests.benchmarks, or with the names of some of them."""

import argparse
import sys

from tests.benchmarks import (
    cold,
    collecting,
    growth,
    line,
    processes,
    publishing,
    reviews,
    showing,
    warm,
)
from tests.benchmarks.peers import measure as peers
from tests.benchmarks.table import HEAD

BENCHMARKS = {
    "warm": warm.measure,
    "peers": peers.measure,
    "line": line.measure,
    "growth": growth.measure,
    "cold": cold.measure,
    "processes": processes.measure,
    "review": reviews.measure,
    "publish": publishing.measure,
    "collect": collecting.measure,
    "province": collecting.measure_province,
    "page": showing.measure,
}


def main() -> None:
    """Print what is measured as soon as it is."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="|".join(BENCHMARKS))
    names = parser.parse_args().names or list(BENCHMARKS)
    if unknown := [name for name in names if name not in BENCHMARKS]:
        parser.error(f"there is no benchmark {' or '.join(unknown)}")
    sys.stdout.write(f"{HEAD}\n")
    for name in names:
        for said in BENCHMARKS[name]():
            sys.stdout.write(f"{said}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
