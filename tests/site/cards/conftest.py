"""
Cards need a library of the system to set their text.
"""

import pytest
from PIL import features

DRAWING = {"test_cards.py", "test_lines.py"}


@pytest.fixture(autouse=True)
def _shaping(request: pytest.FixtureRequest) -> None:
    """
    Skip what draws where text cannot be shaped: there, no card is drawn at all.
    """
    if request.path.name in DRAWING and not features.check("raqm"):
        pytest.skip("Pillow finds no FriBidi; Debian's package is libfribidi0.")
