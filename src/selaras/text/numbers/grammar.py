"""
How the words of one number follow each other.
"""

import re
from collections.abc import Iterator, Sequence

from selaras.text.numbers.groups import HUNDRED, MAY_FOLLOW, Group
from selaras.text.numbers.neighbours import with_following
from selaras.text.numbers.number import NumberTable
from selaras.text.numbers.tokens import SPACES, Token

THOUSAND = 1000
AND = "و"


class Grammar:
    """
    What a table says about words that stand beside each other.
    """

    def __init__(self, table: NumberTable) -> None:
        self.table = table
        self.joiner = re.compile(table.joiner)
        self.half_joiner = re.compile(table.half_joiner)
        self.apart = re.compile(table.apart)

    def groups(self, text: str, tokens: Sequence[Token]) -> Iterator[Group]:
        """
        The tokens that belong together.
        """
        group: list[Token] = []
        for token, following in with_following(tokens):
            if group and not self.goes_on(text, group, token, following):
                yield Group(tuple(group))
                group = []
            group.append(token)
        if group:
            yield Group(tuple(group))

    def goes_on(
        self, text: str, group: list[Token], token: Token, following: Token | None
    ) -> bool:
        """
        Whether a token belongs to the number before it.
        """
        last = group[-1]
        gap = text[last.end : token.start]
        joiner = self.half_joiner if token.kind == "half" else self.joiner
        near = not gap or joiner.fullmatch(gap) is not None
        if not near or token.kind not in MAY_FOLLOW.get(last.kind, ()):
            return False
        if token.kind in {"half", "fraction"} and self.apart.match(text, token.start):
            return False
        if last.kind == "magnitude":
            return self.goes_on_after_magnitude(text, group, token, following)
        if token.kind == "times" and last.kind == "digits":
            return last.value in range(1, 10)
        if token.kind in {"unit", "ordinal"}:
            return self.is_added(text, last, token)
        return True

    def goes_on_after_magnitude(
        self, text: str, group: list[Token], token: Token, following: Token | None
    ) -> bool:
        """
        Whether "1 juta 250 ribu" and "dua ribu lima ratus" go on; "5 juta 20" does not.
        """
        last = group[-1]
        scaled = following is not None and following.kind == "magnitude"
        smaller = following is not None and order(following) < order(last)
        if token.kind == "digits":
            return (scaled and smaller) or self.is_rest(text, last, token)
        if token.kind in {"unit", "times"}:
            in_words = all(part.kind != "digits" for part in group)
            return in_words and (smaller or not scaled)
        if token.kind == "magnitude":
            larger = last.value == THOUSAND or self.is_counted(text, last, token)
            return (larger and last.value < token.value) or last.value > token.value
        return True

    def is_rest(self, text: str, last: Token, token: Token) -> bool:
        """
        Whether three digits go on after a word for thousand: "15 mille 200".
        """
        whole = token.end - token.start == len("200") and token.value < THOUSAND
        return whole and text[last.start : last.end] in self.table.thousands

    def is_counted(self, text: str, last: Token, token: Token) -> bool:
        """
        Whether a magnitude counts another: "1,3 million de milliards".
        """
        return text[last.end : token.start].strip(SPACES) in {"de", "d'", "d’"}

    def is_added(self, text: str, last: Token, token: Token) -> bool:
        """
        Whether the second word is added to the first: "dua puluh" and "satu".
        """
        first, second = last.value, token.value
        if last.kind == "times":
            return second < first
        if self.table.reverses:
            return self.is_added_in_reverse(text, last, token)
        if last.kind == "ordinal":
            return False
        if first in self.table.adds:
            return second < 20
        tens = 20 <= first < HUNDRED and first % 10 == 0
        return (tens and second < 10) or (first >= HUNDRED and second < HUNDRED)

    def is_added_in_reverse(self, text: str, last: Token, token: Token) -> bool:
        """
        Whether tens are added to units, as Arabic does: خمسة وعشرون, الحادي عشر.
        """
        first, second = last.value, token.value
        if token.kind == "ordinal":
            return False
        if first < 10 <= second < HUNDRED:
            return second == 10 or text[token.start] == AND
        return first >= HUNDRED > second


def order(magnitude: Token) -> int:
    """
    How many thousands are multiplied: of مليوني, two, as of مليون.
    """
    return magnitude.value.adjusted() // 3
