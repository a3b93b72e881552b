"""
Models: what they say about themselves, where they lie, how they come here.
"""

from selaras.weights.manifest import (
    Decoding,
    File,
    Manifest,
    Part,
    Score,
    Source,
    Spoken,
)
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
    "EMBEDDED",
    "Decoding",
    "File",
    "Manifest",
    "Model",
    "Part",
    "Score",
    "Source",
    "Spoken",
    "Store",
    "embedded",
    "find",
    "import_model",
    "list_models",
    "remove",
]
