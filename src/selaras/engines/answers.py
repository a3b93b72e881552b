"""
What a service answered, before anybody believes it.
"""

import unicodedata
from collections.abc import Sequence

from selaras.engines.protocol import Request
from selaras.errors import EngineBroken

RUNAWAY_FACTOR, RUNAWAY_ALLOWANCE = 3, 100
"""
An answer longer than so many times its source, and some, is no translation of it: the
model went on talking, or translated the context too.
"""

MACHINERY = ("<|", "|>", "```", "<think>", "</think>", "<s>", "</s>", "[INST]")
"""
What surrounds the text that models exchange, and stands in no news.
"""

UNFIT = {
    "\N{LEFT-TO-RIGHT OVERRIDE}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{LEFT-TO-RIGHT EMBEDDING}",
    "\N{RIGHT-TO-LEFT EMBEDDING}",
    "\N{REPLACEMENT CHARACTER}",
}
"""
With which a text reads differently from what it says, or was not read at all.
"""

UNFIT_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}
"""
Controls, halves of characters, line breaks: a segment is one line.
"""


def believed(
    engine: str, requests: Sequence[Request], answers: Sequence[object]
) -> list[str]:
    """
    The answers, if there is exactly one for each request and each may be a translation.

    Whether it says what its source says is for the checks to find out, not for here.
    """
    if len(answers) != len(requests):
        raise EngineBroken(
            f"{engine} was given {len(requests)} segments and answered {len(answers)}."
        )
    return [
        _believed(engine, request, answer)
        for request, answer in zip(requests, answers, strict=True)
    ]


def _believed(engine: str, request: Request, answer: object) -> str:
    if not isinstance(answer, str):
        raise EngineBroken(
            f"{engine} answered with {type(answer).__name__} where a text was expected."
        )
    text = answer.strip()
    if fault := _fault(request.text, text):
        raise EngineBroken(f"{engine} answered {_excerpt(request.text)} with {fault}.")
    return text


def _fault(source: str, answer: str) -> str:
    if not answer:
        return "nothing"
    if len(answer) > RUNAWAY_FACTOR * len(source) + RUNAWAY_ALLOWANCE:
        return f"{len(answer)} characters for {len(source)}"
    for piece in MACHINERY:
        if piece in answer and piece not in source:
            return f"{piece!r}, which the text does not hold"
    for character in set(answer) - set(source):
        if _is_unfit(character):
            return f"the character U+{ord(character):04X}, which the text does not hold"
    return ""


def _is_unfit(character: str) -> bool:
    return character in UNFIT or unicodedata.category(character) in UNFIT_CATEGORIES


def _excerpt(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
