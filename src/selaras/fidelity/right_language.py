"""
The check that a translation is in the language it should be in, and all of it.
"""

from collections.abc import Callable, Iterator

from selaras.fidelity.copied import copied_aside, copied_run, copied_title, copied_whole
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.foreign_months import foreign_month
from selaras.fidelity.language_faults import (
    Fault,
    broken_characters,
    left_over_noun,
    left_over_place,
    left_over_words,
    other_latin_language,
)
from selaras.fidelity.mixed_scripts import copied_list, glued_latin, left_over_latin
from selaras.fidelity.said_already import left_before_name
from selaras.fidelity.script_faults import (
    japanese_without_kana,
    other_letters,
    too_little_of_its_own,
    traditional_characters,
)
from selaras.languages import LANGUAGES, Script


class RightLanguage:
    """
    The translation is written in its language and its script, and nothing is left over.

    It knows scripts, Traditional for Simplified characters, Japanese without kana,
    source words that were copied, and one Latin-script language in place of another.
    It cannot see a source word left in a language of the same script, unless it is a
    function word, has its language's affixes or spelling, is in a dictionary or stands
    among others, nor a mixture of two such languages.
    """

    name = "right-language"
    mqm = "Accuracy > Untranslated"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair; the first fault is told, because others follow from it.

        One that is doubtful is told where there is no other.
        """
        language = LANGUAGES[pair.language]
        doubtful: Fault | None = None
        for rule in RULES[language.script]:
            fault = rule(pair)
            if fault and not fault.doubtful:
                yield self.told(pair, fault)
                return
            doubtful = doubtful or fault
        if doubtful:
            yield self.told(pair, doubtful)

    def told(self, pair: Pair, fault: Fault) -> Finding:
        """
        The finding about a fault.
        """
        return Finding(
            check=self.name,
            severity=Severity.REVIEW if fault.doubtful else Severity.BLOCKING,
            message=fault.message,
            indonesian=fault.indonesian,
            expected=LANGUAGES[pair.language].english_name,
            found=fault.span.of(pair.target),
            target_span=(fault.span.start, fault.span.end),
        )


Rule = Callable[[Pair], Fault | None]

RULES: dict[Script, tuple[Rule, ...]] = {
    "Latin": (
        broken_characters,
        other_letters,
        copied_whole,
        other_latin_language,
        copied_run,
        copied_title,
        left_over_words,
        left_over_noun,
        left_before_name,
        left_over_place,
        foreign_month,
    ),
    "Han": (
        broken_characters,
        other_letters,
        too_little_of_its_own,
        traditional_characters,
        left_over_latin,
        glued_latin,
        copied_list,
        copied_run,
        copied_title,
        copied_aside,
        left_over_place,
        foreign_month,
    ),
    "Japanese": (
        broken_characters,
        other_letters,
        too_little_of_its_own,
        traditional_characters,
        japanese_without_kana,
        left_over_latin,
        glued_latin,
        copied_list,
        copied_run,
        copied_title,
        copied_aside,
        left_over_place,
        foreign_month,
    ),
    "Arabic": (
        broken_characters,
        other_letters,
        too_little_of_its_own,
        left_over_latin,
        glued_latin,
        copied_list,
        copied_run,
        copied_title,
        copied_aside,
        left_over_place,
        foreign_month,
    ),
}
"""
The faults that a translation may have, by the script it should be in, worst first.
"""
