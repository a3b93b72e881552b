"""
What checks found, in the words of the newsroom's own language.

A check has a title here; what it found, the core says in a sentence of both languages
that newsrooms work in. A check without a title goes by that sentence alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from selaras.fidelity import Severity
from selaras.pipeline.explaining import EXPLAINED
from selaras_site.translations.gating import speaks_indonesian
from selaras_site.translations.models import Finding, Segment
from selaras_site.translations.row_risks import risk_of_row

CHECKS: dict[str, str | Promise] = {
    "kept-verbatim": _("Something that must stay as it is was changed"),
    "no-repetition": _("Something is said again and again"),
    "not-empty": _("The translation is empty"),
    "nothing-dropped": _("Part of the sentence is missing"),
    "nothing-added": _("The translation says more than the original"),
    "repair": _("The first translation was blocked"),
    "right-language": _("Part of it is in another language or script"),
    "same-comparators": _("“More than”, “less than” or “about” is not the same"),
    "same-currencies": _("A currency is not the same"),
    "same-dates": _("A date or time is not the same"),
    "same-in-all-languages": _("The other languages say something else"),
    "same-key-words": _("A key word of the original is not there"),
    "same-marks": _("Links or emphasis are not the same"),
    "same-names": _("A name is not the same"),
    "same-numbers": _("A number, date or sum is not the same"),
    "same-polarity": _("A negation is not the same"),
    "same-quotes": _("A quotation is not the same"),
    "same-speakers": _("The words are given to somebody else"),
    "same-status": _("A legal status is not the same"),
    "same-terms": _("A term is not said as the newsroom says it"),
    "same-units": _("A unit is not the same"),
    "whole-sentence": _("The end of the sentence is missing"),
}

SEVERITIES: dict[str, str | Promise] = {
    Severity.BLOCKING: _("wrong"),
    Severity.REVIEW: _("to be looked at"),
    Severity.MENDED: _("mended"),
}

STEPS: dict[str, str | Promise] = {
    "copied": _("copied, with its numbers in the form of the language"),
    "elsewhere": _("taken over from another article"),
    "hit-limit": _("cut off by the model’s limit of length"),
    "kept": _("kept from the version before"),
    "memory:exact": _("remembered from an earlier translation"),
    "memory:exact:human": _("remembered, written by a person"),
    "repaired:alternative": _("mended: the engine’s next best translation"),
    "repaired:detour": _("mended: translated again from the English version"),
    "repaired:forced-term": _("mended: the newsroom’s term put in its place"),
    "repaired:masked": _("mended: translated with the item covered"),
    "repaired:number": _("mended: the original’s value put in its place"),
    "repaired:number-in-other": _(
        "mended: the original’s value put into another translation"
    ),
    "repaired:pivot": _("mended: translated again from the mended text on the way"),
    "repaired:split": _("mended: translated clause by clause"),
}
"""
What was done to make a translation; steps that did not help are not told.
"""

PLACES: dict[str, str | Promise] = {
    "headline": _("Headline"),
    "summary": _("Summary"),
    "alt": _("Description of a picture"),
    "caption": _("Caption"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    A sentence of the core, and which language it is in.
    """

    text: str
    language: str


def said(finding: Finding) -> str:
    """
    What a finding says, in few words.
    """
    return str(CHECKS.get(finding.check_name, best_sentence(finding).text))


def sentence_said(finding: Finding) -> Sentence | None:
    """
    What exactly was found, where the few words do not say it already.
    """
    sentence = best_sentence(finding)
    return sentence if sentence.text and finding.check_name in CHECKS else None


def best_sentence(finding: Finding) -> Sentence:
    """
    What a check said, in Indonesian for who reads that, else in English.
    """
    indonesian = finding.data.get("indonesian", "")
    if speaks_indonesian() and indonesian:
        return Sentence(indonesian, "id")
    return Sentence(finding.message, "en")


def steps_said(provenance: Mapping[str, Any]) -> Iterator[str]:
    """
    What was done to make a translation, in words.
    """
    for step in provenance.get("steps", ()):
        if step in STEPS:
            yield str(STEPS[step])
        elif step.startswith(EXPLAINED):
            acronym = step.removeprefix(EXPLAINED)
            yield gettext("said what %(acronym)s stands for") % {"acronym": acronym}


def severity_said(severity: str) -> str:
    """
    What a finding does.
    """
    return str(SEVERITIES.get(severity, severity))


def risk_said(segment: Segment) -> str:
    """
    How likely a translation is to be wrong; nothing where that is not known.
    """
    if "risk" not in segment.provenance:
        return ""
    percent = number_format(round(100 * risk_of_row(segment)))
    return gettext("%(percent)s%% likely to be seriously wrong") % {"percent": percent}


def place_said(path: str) -> str:
    """
    Where a sentence stands, for those that are no part of the text.

    >>> place_said("blocks.0.text#1")
    ''
    """
    return str(PLACES.get(path.partition("#")[0].rpartition(".")[2], ""))
