"""The command killed at any moment: then the old file is there or the new one, and it is whole."""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.fuzzing.case import ROOT
from tests.fuzzing.judge import UNUSABLE
from tests.fuzzing.playing import files_in, lay_out
from tests.fuzzing.scenes import TEMPORARY, Scene, faults_left, scenes

_HEADS = ("old", "new", "broken", "writing", "failed")
_GLANCE = 0.0001  # seconds between two looks into the folder
_A_WRITE = 0.002  # seconds that writing a file may take


def kill_all(times: int, seed: int = 0) -> int:
    """Kill commands in turn, say in which state their files were; return 1 where one was bad."""
    rng = Random(seed)
    with tempfile.TemporaryDirectory(prefix="fuzzing-kill-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        stages = scenes()[:times]
        whole = [_seconds(scene, folder / "whole") for scene in stages]
        counts = {scene.command: Counter[str]() for scene in stages}
        for number in range(times):
            scene, seconds = stages[number % len(stages)], whole[number % len(stages)]
            here = folder / str(number)
            counts[scene.command]["writing"] += _killed(scene, here, rng, seconds)
            state, faults = _state_of(scene, here)
            counts[scene.command][state] += 1
            counts[scene.command]["failed"] += bool(faults)
            for fault in faults:
                _say(f"{number}: {scene.command}: {fault}")
    _say(f"{'killed':40}" + "".join(f"{head:>9}" for head in _HEADS))
    for command, count in counts.items():
        _say(f"{command:40}" + "".join(f"{count[head]:>9}" for head in _HEADS))
    _say("writing: it was killed while a temporary file was there")
    return 1 if any(count["failed"] for count in counts.values()) else 0


def _state_of(scene: Scene, folder: Path) -> tuple[str, list[str]]:
    """Return whether the target is old, new or broken, and what is wrong, of a later run too."""
    after = files_in(folder)
    faults = list(faults_left(scene, after))
    old = after.get(scene.target) == scene.files.get(scene.target)
    state = "broken" if faults else "old" if old else "new"
    process = _started(scene, folder)
    said, _ = process.communicate()
    refused = scene.never_over and not old
    if (process.returncode == UNUSABLE) != refused:
        faults.append(f"run again, it ends with {process.returncode}: {said.decode()[:500]}")
    faults += [f"run again: {fault}" for fault in faults_left(scene, files_in(folder))]
    if scene.target not in files_in(folder):
        faults.append(f"run again, there is no {scene.target}")
    return state, faults


def _killed(scene: Scene, folder: Path, rng: Random, seconds: float) -> bool:
    """Kill a command, at a random moment or while it writes; tell whether it was writing."""
    lay_out(scene.files, folder)
    process = _started(scene, folder)
    if rng.random() < 0.5:
        time.sleep(rng.random() * seconds)
    else:
        while process.poll() is None and not _writing(scene, folder):
            time.sleep(_GLANCE)
        time.sleep(rng.random() * _A_WRITE)
    process.kill()
    process.communicate()
    return _writing(scene, folder)


def _seconds(scene: Scene, folder: Path) -> float:
    """Return how long a command takes that is left alone, and make sure that it writes."""
    lay_out(scene.files, folder)
    start = time.monotonic()
    _started(scene, folder).communicate()
    after = files_in(folder)
    assert after.get(scene.target, b"") != scene.files.get(scene.target, b""), scene.command
    return time.monotonic() - start


def _started(scene: Scene, folder: Path) -> subprocess.Popen[bytes]:
    run = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from generator.console.cli import main"
    return subprocess.Popen(
        [sys.executable, "-c", f"{run}; sys.exit(main())", *scene.command.split()],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _writing(scene: Scene, folder: Path) -> bool:
    return any((folder / scene.target).parent.glob(TEMPORARY))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the command's voice
