"""
An exported model back as weights that can learn, so that what is installed is enough.

The layout of ``model.bin`` is the one that CTranslate2's Python specifications write
(``ctranslate2/specs/model_spec.py``, binary version 6). Integers were rounded when the
model was exported: what comes back is the model that readers see, to a hundredth of a
weight's row.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy
import torch
from numpy.typing import NDArray
from torch import Tensor

from selaras_train.errors import CheckpointUnusable
from selaras_train.network import Size

VERSION = 6
SPECIFICATION = "TransformerSpec"
KINDS = ("float32", "int8", "int16", "int32", "float16")
"""
Kinds of numbers, in the order of CTranslate2's ``DataType``; bfloat16 is not read.
"""

Arrays = Mapping[str, NDArray[numpy.float32]]


def import_model(folder: Path) -> tuple[Size, dict[str, Tensor]]:
    """
    The size and the named weights of an exported model of ours.

    Raises ``CheckpointUnusable`` for anything else.
    """
    with plainly_read(folder / "model.bin") as arrays:
        size = size_in(arrays)
        return size, dict(named_in(arrays, size))


def is_guided(folder: Path) -> bool:
    """
    Whether one head of an exported model of ours was taught where to look.

    Untaught, all heads are asked: see ``export.export_model``.
    """
    with plainly_read(folder / "model.bin") as arrays:
        asked = arrays.get("decoder/alignment_heads")
        return asked is not None and int(asked) == 1 < size_in(arrays).heads


@contextmanager
def plainly_read(path: Path) -> Iterator[Arrays]:
    """
    The variables of a model; whatever is not as it must be names the file.
    """
    try:
        yield read_arrays(path.read_bytes())
    except FileNotFoundError:
        raise CheckpointUnusable(f"There is no model.bin in {path.parent}.") from None
    except (KeyError, IndexError, ValueError, struct.error) as error:
        raise CheckpointUnusable(
            f"Expected {path} to be a model that selaras-train exported: {error}."
        ) from error


def read_arrays(data: bytes) -> Arrays:
    """
    Every variable by its name, as floats.
    """
    reader = Reader(data)
    version, name = reader.number("<I"), reader.text()
    if (version, name) != (VERSION, SPECIFICATION):
        raise ValueError(f"got {name[:40]!r} of version {version}")
    reader.number("<I")
    arrays = dict(reader.variable() for _ in range(reader.number("<I")))
    scales = {name for name in arrays if name.endswith("_scale")}
    for scale in scales:
        weight = scale.removesuffix("_scale")
        arrays[weight] = arrays[weight] / arrays.pop(scale)[:, None]
    return arrays


class Reader:
    """
    The bytes of a model, read from the front.
    """

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def number(self, form: str) -> int:
        """
        The next number, by its form for ``struct``.
        """
        (value,) = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return int(value)

    def text(self) -> str:
        """
        The next string.
        """
        size = self.number("<H")
        return self._taken(size).rstrip(b"\0").decode("utf-8")

    def variable(self) -> tuple[str, NDArray[numpy.float32]]:
        """
        The next variable.
        """
        name = self.text()
        shape = [self.number("<I") for _ in range(self.number("<B"))]
        kind = KINDS[self.number("<B")]
        data = self._taken(self.number("<I"))
        return name, numpy.frombuffer(data, kind).reshape(shape).astype(numpy.float32)

    def _taken(self, size: int) -> bytes:
        taken = self._data[self._at : self._at + size]
        if len(taken) < size:
            raise ValueError("it ends too early")
        self._at += size
        return taken


def size_in(arrays: Arrays) -> Size:
    """
    The shape of the network that some variables are of.
    """
    vocabulary, width = arrays["decoder/embeddings/weight"].shape
    return Size(
        vocabulary=vocabulary,
        width=width,
        heads=int(arrays["encoder/num_heads"]),
        inner=len(arrays["encoder/layer_0/ffn/linear_0/weight"]),
        encoder_layers=layers_in(arrays, "encoder"),
        decoder_layers=layers_in(arrays, "decoder"),
    )


def layers_in(arrays: Arrays, side: str) -> int:
    """
    How many layers a side has.
    """
    start = f"{side}/layer_"
    numbers = {n[len(start) :].partition("/")[0] for n in arrays if n.startswith(start)}
    return sum(number.isdigit() for number in numbers)


def named_in(arrays: Arrays, size: Size) -> dict[str, Tensor]:
    """
    The network's parameters: what ``export.specification`` did, undone.
    """
    named: dict[str, Tensor] = {}

    def put(name: str, path: str) -> None:
        named[name] = torch.from_numpy(arrays[path].copy())

    put("embedding.weight", "decoder/embeddings/weight")
    put("bias", "decoder/projection/bias")
    for side in ("encoder", "decoder"):
        _norm(put, f"{side}_norm", f"{side}/layer_norm")
    for number in range(size.encoder_layers):
        _layer(put, f"encoder.{number}", f"encoder/layer_{number}")
    for number in range(size.decoder_layers):
        name, path = f"decoder.{number}", f"decoder/layer_{number}"
        _layer(put, name, path)
        cross = f"{name}.cross_attention"
        _norm(put, f"{cross}.norm", f"{path}/attention/layer_norm")
        for place, part in enumerate(("query", "key_value", "output")):
            _linear(put, f"{cross}.{part}", f"{path}/attention/linear_{place}")
    return named


Put = Callable[[str, str], None]


def _layer(put: Put, name: str, path: str) -> None:
    attention = f"{name}.attention"
    _norm(put, f"{attention}.norm", f"{path}/self_attention/layer_norm")
    _linear(put, f"{attention}.query_key_value", f"{path}/self_attention/linear_0")
    _linear(put, f"{attention}.output", f"{path}/self_attention/linear_1")
    _norm(put, f"{name}.feed_forward.norm", f"{path}/ffn/layer_norm")
    _linear(put, f"{name}.feed_forward.widen", f"{path}/ffn/linear_0")
    _linear(put, f"{name}.feed_forward.narrow", f"{path}/ffn/linear_1")


def _linear(put: Put, name: str, path: str) -> None:
    put(f"{name}.weight", f"{path}/weight")
    put(f"{name}.bias", f"{path}/bias")


def _norm(put: Put, name: str, path: str) -> None:
    put(f"{name}.weight", f"{path}/gamma")
    put(f"{name}.bias", f"{path}/beta")
