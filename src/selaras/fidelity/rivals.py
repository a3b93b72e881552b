"""
How much of what stands in a translation for a word is really its own.

A word that was left out often has a counterpart that stands there for another word: the
same word once more, a neighbour in meaning, a character out of another word. What
several words of a source lay claim to counts for each of them by its share.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import chain

from selaras.fidelity.dictionary import Word


def own_parts(
    counterparts: Sequence[Collection[str]], words: Iterable[Word], *, spaced: bool
) -> list[float]:
    """
    By how much each source word's counterparts tell what they would tell alone.

    ``counterparts`` are the stems that stand for each among the words of the target; 1
    is answered where there are none. Claims of neighbours are no rivals: two words
    often are translated as one.
    """
    where = places(set(chain.from_iterable(counterparts)), words, spaced=spaced)
    claims = [
        NONE.union(*[where[stem] for stem in stems]) if stems else NONE
        for stems in counterparts
    ]
    claimed = Counter(chain.from_iterable(claims))
    sides = zip(
        counterparts, [NONE, *claims], claims, [*claims[1:], NONE], strict=False
    )
    return [
        telling(
            own_places(before, claim, after, claimed),
            thin=not spaced and all(len(stem) == 1 for stem in stems),
        )
        if claim
        else 1.0
        for stems, before, claim, after in sides
    ]


def places(
    stems: Set[str], words: Iterable[Word], *, spaced: bool
) -> Mapping[str, Sequence[int]]:
    """
    Where each of the stems stands.

    In Chinese and Japanese the places are characters, so that a unit of two has two of
    them; elsewhere each word has two.
    """
    found: dict[str, list[int]] = {stem: [] for stem in stems}
    for stem, start, end, _ in words:
        if stem in stems:
            found[stem].append(start)
            if spaced or end - start > 1:
                found[stem].append(start + 1)
    return found


def own_places(
    before: Set[int], claim: Set[int], after: Set[int], claimed: Mapping[int, int]
) -> float:
    """
    How many places are a word's own, shared ones in part; no more than are asked for.
    """
    own = 0.0
    for place in claim:
        friends = (place in before) + (place in after)
        own += 1 / (claimed[place] - friends)
        if own >= ENOUGH:
            return ENOUGH
    return own


def telling(own: float, *, thin: bool) -> float:
    """
    What a counterpart tells beside one that stands there for nothing else.

    A thin one is no more than single characters, which may be out of other words.
    """
    share = max(0.0, own / ENOUGH - LEAST) / (1 - LEAST)
    return min(THIN, THIN * FASTER * share) if thin else WHOLE * share


NONE: frozenset[int] = frozenset()

ENOUGH = 2.0
LEAST = 0.25
THIN = 0.6
FASTER = 3.0
WHOLE = 1.2
"""
A quarter of two places tells nothing. One place that is a word's own is all that can be
asked of a lone character, and half of what a word tells.

Counted on pairs whose source had a neighbouring sentence put to it: a lone character
with rivals stands as often for a word that was left out as for one that was not.
"""
