"""
What was replaced by what, when a person changed a sentence.

Languages with spaces are compared word by word. Chinese and Japanese are compared
character by character, with whole runs of katakana and of Latin letters as one; what
stands on both sides of a replacement is kept beside it, so that several of them tell
together where a word begins and ends.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from selaras.languages import LANGUAGES, Tag
from selaras.text.scripts import has_letter

Core = tuple[str, str]
"""
What was replaced, and by what: as little as the difference says.
"""

MOST_WORDS = 6
"""
Words of a replacement; what is longer is another sentence, and no term.
"""

MOST_SIGNS = 12
AROUND = 4
"""
Characters beside a replacement that may belong to the same word.
"""

ALIKE = 0.3
"""
How much must have stayed: who wrote the sentence anew did not replace a word.
"""

WORD = re.compile(r"[\w\N{ARABIC FATHATAN}-\N{ARABIC WAVY HAMZA BELOW}]+|[^\w\s]")
KATAKANA = "\N{KATAKANA LETTER SMALL A}-\N{KATAKANA LETTER SMALL KE}・ー"
SIGN = re.compile(rf"[{KATAKANA}]+|[A-Za-z0-9À-ÿ]+|\S")
IS_KATAKANA = re.compile(rf"[{KATAKANA}]+")
HAN = re.compile("[\N{IDEOGRAPHIC ITERATION MARK}\u3400-\u4dbf\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    One replacement in a sentence.

    ``left`` and ``right`` stand beside it, both before and after. ``is_first`` says
    that the sentence begins with it.
    """

    before: str
    after: str
    left: str = ""
    right: str = ""
    is_first: bool = False

    @property
    def core(self) -> Core:
        """
        What other sentences must have replaced, too.
        """
        return self.before, self.after


def changes(
    before: str, after: str, language: Tag, *, alike: float = ALIKE
) -> list[Change]:
    """
    What was replaced in a sentence, in its order; nothing if little of it stayed.

    >>> [one.core for one in changes("The regent left.", "The mayor left.", "en")]
    [('regent', 'mayor')]
    >>> [one] = changes("在展玉地震。", "在展育地震。", "zh")
    >>> one.left, one.core, one.right
    ('在展', ('玉', '育'), '地震')
    """
    spaced = LANGUAGES[language].spaced
    parts = WORD if spaced else SIGN
    old, new = list(parts.finditer(before)), list(parts.finditer(after))
    matcher = SequenceMatcher(
        a=[one[0] for one in old], b=[one[0] for one in new], autojunk=False
    )
    if matcher.ratio() < alike:
        return []
    blocks = joined(list(matcher.get_opcodes()), across=0 if spaced else 1)
    found = []
    for i, j, k, m in blocks:
        change = Change(
            before=stretch(before, old[i:j]),
            after=stretch(after, new[k:m]),
            left="" if spaced else beside(before[: start(old, i)], at_end=True),
            right="" if spaced else beside(before[stop(old, j) :], at_end=False),
            is_first=i == 0 or k == 0,
        )
        if is_worth_it(change, max(j - i, m - k), spaced=spaced):
            found.append(change)
    return found


Block = tuple[int, int, int, int]


def joined(
    steps: Sequence[tuple[str, int, int, int, int]], *, across: int
) -> Iterator[Block]:
    """
    The parts that are not the same, as one where little stands between them.

    So are a word that was put before something and another that was taken from behind
    it: "Minister of Home Affairs" became "Home Minister" as a whole.
    """
    blocks: list[tuple[set[str], Block]] = []
    for what, i, j, k, m in steps:
        if what == "equal":
            continue
        if blocks:
            kinds, (a, b, c, _d) = blocks[-1]
            turned = {*kinds, what} == {"insert", "delete"} and i - b <= TURNED
            if i - b <= across or turned:
                blocks[-1] = ({*kinds, what}, (a, j, c, m))
                continue
        blocks.append(({what}, (i, j, k, m)))
    return iter(block for _kinds, block in blocks)


TURNED = 2
"""
Words that two others may have changed sides around.
"""


def stretch(text: str, parts: Sequence[re.Match[str]]) -> str:
    """
    A text from the first to the last of some of its parts.
    """
    return text[parts[0].start() : parts[-1].end()] if parts else ""


def start(parts: Sequence[re.Match[str]], number: int) -> int:
    """
    Where a part begins; behind the last one, the end of that.
    """
    if number < len(parts):
        return parts[number].start()
    return parts[-1].end() if parts else 0


def stop(parts: Sequence[re.Match[str]], number: int) -> int:
    """
    Where the part before a number ends.
    """
    return parts[number - 1].end() if number else 0


def beside(text: str, *, at_end: bool) -> str:
    """
    The Chinese characters that touch a replacement, from the text on that side of it.
    """
    near = text[-AROUND:] if at_end else text[:AROUND]
    runs = list(HAN.finditer(near))
    if at_end:
        return runs[-1][0] if runs and runs[-1].end() == len(near) else ""
    return runs[0][0] if runs and runs[0].start() == 0 else ""


def is_worth_it(change: Change, many: int, *, spaced: bool) -> bool:
    """
    Whether words were replaced by words, and not a sentence by a sentence.

    Numbers and marks are corrected, and are no terms. Between characters one side may
    be empty: what stands beside it belongs to both.
    """
    if many > (MOST_WORDS if spaced else MOST_SIGNS):
        return False
    sides = (change.before, change.after)
    if spaced:
        return all(has_letter(side) for side in sides)
    has_room = all(sides) or bool(change.left or change.right)
    return has_room and any(map(has_letter, sides))


def grown(same: Sequence[Change]) -> Core:
    """
    Replacements of the same as far as they have the same beside them.

    Nothing where that is no word: a single Chinese character can be part of any.

    >>> grown([Change(before="玉", after="育", left="在展", right="地"),
    ...        Change(before="玉", after="育", left="展", right="的")])
    ('展玉', '展育')
    """
    left = shared([one.left[::-1] for one in same])[::-1]
    right = shared([one.right for one in same])
    before, after = (f"{left}{side}{right}" for side in same[0].core)
    if any(len(side) < 2 and HAN.fullmatch(side) for side in (before, after)):
        return "", ""
    return before, after


def shared(texts: Sequence[str]) -> str:
    """
    What texts begin with, all of them.

    >>> shared(["Luwu Utara", "Luwu Timur"])
    'Luwu '
    """
    columns = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return "".join(signs[0] for signs in columns)


def is_name_like(same: Sequence[Change]) -> bool:
    """
    Whether a replacement is written as names are: with capitals, or in katakana.

    The first word of a sentence has a capital in any case.
    """
    after = same[0].after
    if IS_KATAKANA.fullmatch(after):
        return True
    is_capital = all(word[:1].isupper() for word in after.split())
    return is_capital and not all(one.is_first for one in same)
