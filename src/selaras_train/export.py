"""
A model as CTranslate2 runs it: the same function until its weights are quantised.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import numpy
from ctranslate2.specs import common_spec, transformer_spec
from numpy.typing import NDArray
from torch import Tensor

from selaras.engines.runtime import SHORTLISTS
from selaras_train.checkpoint import read_checkpoint
from selaras_train.errors import CheckpointUnusable, TrainingError
from selaras_train.network import LONGEST, Size, sinusoids
from selaras_train.shortlists import write_shortlists
from selaras_train.vocabulary import BEGIN, END, UNKNOWN, Vocabulary

TOKENIZER = "spm.model"

Precision = Literal["int8", "float32"]
Named = Mapping[str, Tensor]


def export_model(
    model: Path,
    vocabulary: Path,
    out: Path,
    *,
    precision: Precision = "int8",
    shortlists: Path | None = None,
) -> None:
    """
    Write a model file and its vocabulary as a CTranslate2 folder.

    A folder that is there already is replaced when the new one is complete.
    ``shortlists`` is a work folder: only pieces that its text needs in a language are
    written in that language.
    """
    content = read_checkpoint(model)
    size, named = Size(**content["size"]), content["model"]
    pieces = Vocabulary(vocabulary).pieces()
    if len(pieces) != size.vocabulary:
        raise CheckpointUnusable(
            f"Expected a vocabulary of {size.vocabulary} pieces but {vocabulary} has "
            f"{len(pieces)}."
        )
    # A head that was taught to look is better than all; untaught, all are better than
    # one: benchmarks/alignment.py.
    heads = 1 if content["facts"].get("guided") else size.heads
    spec = specification(size, named, pieces, alignment_heads=heads)
    spec.validate()
    spec.optimize(quantization=None if precision == "float32" else precision)
    part = out.with_name(f"{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    spec.save(str(part))
    shutil.copyfile(vocabulary, part / TOKENIZER)
    if shortlists:
        write_shortlists(shortlists, Vocabulary(vocabulary), part / SHORTLISTS)
    shutil.rmtree(out, ignore_errors=True)
    part.rename(out)


def precision_named(name: str) -> Precision:
    """
    A precision by its name.
    """
    known: dict[str, Precision] = {"int8": "int8", "float32": "float32"}
    if name in known:
        return known[name]
    raise TrainingError(f"Expected a precision of int8 or float32 but got {name}.")


def specification(
    size: Size, named: Named, pieces: list[str], *, alignment_heads: int = 1
) -> Any:  # noqa: ANN401
    """
    CTranslate2's description of the network, filled with its weights.

    The runtime's alignment is the mean look of the first ``alignment_heads`` heads.
    """
    spec = transformer_spec.TransformerSpec.from_config(
        (size.encoder_layers, size.decoder_layers),
        size.heads,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
        alignment_heads=alignment_heads,
    )
    positions = sinusoids(LONGEST, size.width).numpy()
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        embeddings = side.embeddings
        first = embeddings[0] if isinstance(embeddings, list) else embeddings
        first.weight = array(named["embedding.weight"])
        side.scale_embeddings = True
        side.position_encodings.encodings = positions
        _norm(side.layer_norm, named, f"{name}_norm")
        for number, layer in enumerate(side.layer):
            _layer(layer, named, f"{name}.{number}")
    spec.decoder.projection.weight = array(named["embedding.weight"])
    spec.decoder.projection.bias = array(named["bias"])
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    _tell_tokens(spec.config, pieces)
    return spec


def array(tensor: Tensor) -> NDArray[numpy.float32]:
    """
    A tensor as CTranslate2 takes it.
    """
    values: NDArray[numpy.float32] = tensor.float().numpy()
    return values


def _layer(layer: Any, named: Named, name: str) -> None:  # noqa: ANN401
    attention = f"{name}.attention"
    _norm(layer.self_attention.layer_norm, named, f"{attention}.norm")
    _linear(layer.self_attention.linear[0], named, f"{attention}.query_key_value")
    _linear(layer.self_attention.linear[1], named, f"{attention}.output")
    if name.startswith("decoder"):
        cross = f"{name}.cross_attention"
        _norm(layer.attention.layer_norm, named, f"{cross}.norm")
        _linear(layer.attention.linear[0], named, f"{cross}.query")
        _linear(layer.attention.linear[1], named, f"{cross}.key_value")
        _linear(layer.attention.linear[2], named, f"{cross}.output")
    _norm(layer.ffn.layer_norm, named, f"{name}.feed_forward.norm")
    _linear(layer.ffn.linear_0, named, f"{name}.feed_forward.widen")
    _linear(layer.ffn.linear_1, named, f"{name}.feed_forward.narrow")


def _linear(spec: Any, named: Named, name: str) -> None:  # noqa: ANN401
    spec.weight = array(named[f"{name}.weight"])
    spec.bias = array(named[f"{name}.bias"])


def _norm(spec: Any, named: Named, name: str) -> None:  # noqa: ANN401
    spec.gamma = array(named[f"{name}.weight"])
    spec.beta = array(named[f"{name}.bias"])


def _tell_tokens(config: Any, pieces: list[str]) -> None:  # noqa: ANN401
    # The source brings its own tag and end: see Vocabulary.source.
    config.add_source_bos = config.add_source_eos = False
    config.bos_token = config.decoder_start_token = pieces[BEGIN]
    config.eos_token, config.unk_token = pieces[END], pieces[UNKNOWN]
