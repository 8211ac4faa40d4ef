"""python -m tests.benchmarks.stopwatch COMMAND…: what a process takes, as JSON.

That is seconds of the clock, seconds of the processor, and megabytes of memory at the peak. It is
small, for Linux counts the memory of who starts a process as if it were that process's own.
"""

import json
import resource
import subprocess
import sys
import time

_UNITS_PER_MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024


def main(command: list[str]) -> None:
    """Run a command and say what it took; fail where it fails, with what it complained of."""
    begun = time.perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr.decode() or f"exit code {done.returncode}")
    taken = [seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / _UNITS_PER_MEGABYTE]
    sys.stdout.write(json.dumps(taken))


if __name__ == "__main__":
    main(sys.argv[1:])
