"""
Tables of words, written as lines of text.
"""


def words(*lines: str) -> frozenset[str]:
    """
    The words of some lines.

    >>> sorted(words("dr Prof", "Ir"))
    ['Ir', 'Prof', 'dr']
    """
    return frozenset(" ".join(lines).split())
