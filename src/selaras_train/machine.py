"""
What a training runs on, and how the C library is told to keep memory for it.
"""

import ctypes
import os
from dataclasses import dataclass

import torch

MALLOC_TRIM_THRESHOLD, MALLOC_TOP_PAD, MALLOC_MMAP_MAX, MALLOC_ARENA_MAX = (
    -1,
    -2,
    -4,
    -8,
)
"""
Parameters of mallopt(3).
"""

QUARTER_GIGABYTE = 1 << 28


@dataclass(frozen=True, slots=True)
class Machine:
    """
    A device, and how many batches it works on at a time.
    """

    device: torch.device
    workers: int


def this_machine(device: str = "", workers: int = 0) -> Machine:
    """
    The named device or the best one here; one worker for each processor, one for a GPU.
    """
    chosen = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
    if chosen.type != "cpu":
        return Machine(chosen, 1)
    return Machine(chosen, workers or _processors())


def keep_memory() -> None:
    """
    Let the allocator keep what is freed, for a step needs the same memory as the last.

    Otherwise every large tensor is mapped and unmapped again, and page faults take up
    to a third of the time. Where the C library is not glibc, nothing is changed.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, TypeError, OSError):
        return
    mallopt(MALLOC_MMAP_MAX, 0)
    mallopt(MALLOC_TRIM_THRESHOLD, 2**31 - 1)
    mallopt(MALLOC_TOP_PAD, QUARTER_GIGABYTE)
    mallopt(MALLOC_ARENA_MAX, 1)


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux tells
        return os.cpu_count() or 1
