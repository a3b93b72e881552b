"""
Checkpoints: written whole or not at all.
"""

import os
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from selaras_train.errors import CheckpointUnusable
from selaras_train.network import Size

FORMAT = 1


def write_checkpoint(path: Path, content: Mapping[str, Any]) -> None:
    """
    Write a checkpoint so that after a crash there is the old one or the new one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        torch.save({"format": FORMAT, **content}, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    _settle(path.parent)


def read_checkpoint(path: Path) -> dict[str, Any]:
    """
    Read a checkpoint; it is data only, and no code of it is run.
    """
    try:
        content: Any = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError:
        raise CheckpointUnusable(f"There is no checkpoint {path}.") from None
    except (RuntimeError, EOFError, pickle.UnpicklingError) as error:
        raise CheckpointUnusable(f"{path} is not a checkpoint: {error}") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise CheckpointUnusable(f"Expected {path} to be a checkpoint of format 1.")
    return content


def write_model(
    path: Path, size: Size, named: Mapping[str, Tensor], **facts: str | int | float
) -> None:
    """
    Write weights alone, in half the room: what is averaged, scored and exported.
    """
    halves = {name: tensor.to(torch.bfloat16) for name, tensor in named.items()}
    write_checkpoint(
        path, {"size": size_as_dict(size), "model": halves, "facts": facts}
    )


def size_as_dict(size: Size) -> dict[str, int]:
    """
    A size as a checkpoint holds it.
    """
    return {name: getattr(size, name) for name in Size.__slots__}


def _settle(folder: Path) -> None:
    # Without this a power cut may undo the renaming (rename(2), fsync(2)).
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
