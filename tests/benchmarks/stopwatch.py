"""python -m tests.benchmarks.stopwatch MOST COMMAND…: what a process takes, as JSON.

That is seconds of the clock, seconds of the processor, and megabytes of memory at the peak. It is
small, for Linux counts the memory of who starts a process as if it were that process's own.
"""

import json
import resource
import subprocess
import sys
import time

_UNITS_PER_MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024


def main(most: str, *command: str) -> None:
    """Run a command and say what it took; fail, with what it complained of, where it fails.

    That is where its exit code is more than `most`.
    """
    begun = time.perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if not 0 <= done.returncode <= int(most):
        sys.exit(done.stderr.decode() or f"exit code {done.returncode}")
    taken = [seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / _UNITS_PER_MEGABYTE]
    sys.stdout.write(json.dumps(taken))


if __name__ == "__main__":
    main(*sys.argv[1:])
