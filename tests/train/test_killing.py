"""
A training that is killed in the middle ends like one that was not.
"""

import signal
import subprocess
import sys
import time

import pytest

from selaras_train.checkpoint import read_checkpoint

TOKENS = 4000
PROGRAM = """
import sys
from pathlib import Path

import torch

from selaras_train.progress import Limits
from selaras_train.recipe import read_recipe
from selaras_train.training import Training

small, folder, tokens = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
training = Training(
    read_recipe(small / "small.toml"),
    data=small / "work" / "train",
    validation=small / "work" / "valid",
    folder=folder,
    device=torch.device("cpu"),
    workers=2,
)
if (folder / "last.pt").exists():
    training.resume(folder / "last.pt")
training.run(
    Limits(tokens=tokens, checkpoint_steps=3),
    lambda report: print(report.progress.step, flush=True),
)
"""


def start(small, folder):
    folder.mkdir(exist_ok=True)
    arguments = [str(small.folder), str(folder), str(TOKENS)]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments], stdout=subprocess.PIPE, text=True
    )


def wait_for(process, step):
    for line in process.stdout:
        if int(line) >= step:
            return
    pytest.fail(f"The training ended before step {step}.")


def test_kill_and_resume(small, tmp_path):
    """
    Killed with a signal that cannot be caught, resumed from what lies on the disk: the
    weights are the same to the last bit, and so is every point of the curve.
    """
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    with start(small, whole) as process:
        process.communicate(timeout=300)

    with start(small, parts) as process:
        wait_for(process, 5)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    killed = read_checkpoint(parts / "last.pt")
    with start(small, parts) as process:
        process.communicate(timeout=300)

    ended, other = (read_checkpoint(f / "last.pt") for f in (whole, parts))
    assert killed["progress"]["tokens"] < ended["progress"]["tokens"]
    assert same_but_time(ended["progress"]) == same_but_time(other["progress"])
    for name, weight in ended["model"].items():
        assert weight.equal(other["model"][name]), name
    assert ended["average"].equal(other["average"])


def test_a_polite_signal_ends_it_after_the_step_with_a_checkpoint(small, tmp_path):
    """
    Nothing is lost when somebody asks it to stop.
    """
    begun = time.monotonic()
    with start(small, tmp_path) as process:
        wait_for(process, 4)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=300)

    progress = read_checkpoint(tmp_path / "last.pt")["progress"]
    assert process.returncode == 0
    assert progress["step"] >= 4
    assert 0 < progress["seconds"] < time.monotonic() - begun


def same_but_time(progress):
    return {name: value for name, value in progress.items() if name != "seconds"}
