"""
What cues may mean: which meanings are opposites, and which exclude each other.
"""

from collections.abc import Mapping

PAIRS: tuple[tuple[str, str], ...] = (
    ("rise", "fall"),
    ("accept", "reject"),
    ("confirm", "deny"),
    ("win", "lose"),
    ("agree", "oppose"),
    ("open", "close"),
    ("profit", "loss"),
    ("safe", "dangerous"),
    ("legal", "illegal"),
    ("allow", "forbid"),
    ("export", "import"),
    ("enough", "short"),
    ("most", "least"),
    ("best", "worst"),
)

OPPOSITE_OF: Mapping[str, str] = {
    **dict(PAIRS),
    **{other: one for one, other in PAIRS},
}
"""
By meaning, what would say the contrary.
"""

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "standing": (
        "reported",
        "witness",
        "suspect",
        "defendant",
        "convict",
        "fugitive",
        "victim",
    ),
    "ruling": ("indictment", "demand", "verdict", "acquitted", "closed"),
    "remedy": ("appeal", "cassation", "review"),
    "measure": ("arrested", "detained", "summoned", "questioned"),
    "casualty": ("dead", "badly", "slightly", "hurt", "critical", "missing", "safe"),
}
"""
By what is asked, the answers that exclude each other: a witness is no suspect.
"""

FAMILY_OF: Mapping[str, str] = {
    meaning: family for family, meanings in FAMILIES.items() for meaning in meanings
}
