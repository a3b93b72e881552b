"""
Models: what they say about themselves, where they lie, how they come here.
"""

from selaras.weights.catalogue import CATALOGUE, Entry
from selaras.weights.manifest import (
    Decoding,
    File,
    Manifest,
    Part,
    Score,
    Source,
    Spoken,
)
from selaras.weights.pull import Progress, pull
from selaras.weights.store import (
    EMBEDDED,
    Model,
    Store,
    embedded,
    find,
    import_model,
    list_models,
    remove,
)

__all__ = [
    "CATALOGUE",
    "EMBEDDED",
    "Decoding",
    "Entry",
    "File",
    "Manifest",
    "Model",
    "Part",
    "Progress",
    "Score",
    "Source",
    "Spoken",
    "Store",
    "embedded",
    "find",
    "import_model",
    "list_models",
    "pull",
    "remove",
]
