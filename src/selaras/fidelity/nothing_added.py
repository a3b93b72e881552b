"""
The check that a translation says no more than its source.
"""

from collections.abc import Iterator

from selaras.fidelity.coverage import added_stretch
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.lengths import decimal, share_of_usual, surprise
from selaras.fidelity.not_empty import says_something
from selaras.fidelity.put_otherwise import put_otherwise
from selaras.fidelity.sentence_counts import added_sentence
from selaras.fidelity.speakers import added_attribution
from selaras.fidelity.stretches import Stretch
from selaras.languages import Tag
from selaras.text.spans import Span

TOO_LONG = 4.5
DOUBTFUL = 3.5
AGAINST = -1.5
"""
A sentence too many is told of, unless this much speaks for it that it has a source.
"""


class NothingAdded:
    """
    A translation is not longer than its source lets expect, and nothing in it is new.

    The length is judged by the band of the language; some words in a row that stand for
    no word of the source were added, as a dictionary learnt from translations tells.
    What has no source at all is added, however short, and so is who says a sentence
    that nobody says in the source. It cannot see one word added, nor a second speaker
    where the source has one.
    """

    name = "nothing-added"
    mqm = "Accuracy > Addition"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if says_something(pair.target) and not says_something(pair.source):
            yield Finding(
                check=self.name,
                severity=Severity.BLOCKING,
                message="The source has no words, and the translation has some.",
                indonesian="Teks sumber tidak berisi kata, tetapi terjemahannya ada.",
                expected=pair.source,
                found=pair.target,
                target_span=(0, len(pair.target)),
            )
            return
        deviation = surprise(pair) or 0.0
        if deviation > DOUBTFUL:
            yield self.too_long(pair, deviation)
            return
        added = added_stretch(pair)
        if added and added.weight >= THRESHOLDS[pair.language][0]:
            yield self.without_source(pair, added)
        elif (more := added_sentence(pair)) and more.weight > AGAINST:
            yield self.without_source(pair, more)
        elif said := added_attribution(pair):
            yield self.attributed(pair, said)

    def too_long(self, pair: Pair, deviation: float) -> Finding:
        """
        A finding about a translation that is longer than it should be.
        """
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING if deviation > TOO_LONG else Severity.REVIEW,
            message=f"The translation is {share_of_usual(pair):.1f} times as long "
            "as usual: something was probably added.",
            indonesian=f"Panjang terjemahan {decimal(share_of_usual(pair))} kali "
            "panjang yang lazim: mungkin ada yang ditambahkan.",
            expected=pair.source,
            found=pair.target,
            target_span=(0, len(pair.target)),
        )

    def attributed(self, pair: Pair, said: Span) -> Finding:
        """
        A finding about words that put a sentence into somebody's mouth.
        """
        what = said.of(pair.target)
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=f"The translation says with “{what}” that somebody said this; the "
            "source has nobody who says it.",
            indonesian=f"Terjemahan menyebut dengan “{what}” bahwa ada yang "
            "mengatakannya; teks sumber tidak menyebut siapa yang mengatakannya.",
            found=what,
            target_span=(said.start, said.end),
        )

    def without_source(self, pair: Pair, added: Stretch) -> Finding:
        """
        A finding about words that the source does not have.

        Where words of the source are missing at the same place, they may be put in
        other words here: that much less speaks for an addition, though nobody puts
        them in a sentence of their own.
        """
        what = added.span.of(pair.target)
        weight = added.weight
        more = added_sentence(pair)
        if more is None or more.weight <= AGAINST:
            weight -= put_otherwise(pair, added.span)
        certain = weight >= THRESHOLDS[pair.language][1]
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING if certain else Severity.REVIEW,
            message=f"The source has no words for “{what}”.",
            indonesian=f"Teks sumber tidak memuat padanan untuk “{what}”.",
            found=what,
            target_span=(added.span.start, added.span.end),
        )


THRESHOLDS: dict[Tag, tuple[float, float]] = {
    "en": (5.6, 8.6),
    "fr": (6.0, 8.1),
    "zh": (8.9, 12.2),
    "ja": (7.7, 10.7),
    "ar": (6.3, 8.8),
}
"""
How much must speak for an addition: for the desk to look, and to block.
"""
