"""
What checks found, in the words of the newsroom's own language.

The core speaks English to logs and the command line; here a finding is said again from
its parts. A check that this table does not know keeps the core's sentence.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.fidelity import Severity
from selaras_site.translations.models import Finding

CHECKS: dict[str, str | Promise] = {
    "kept-verbatim": _("Something that must stay as it is was changed"),
    "no-repetition": _("Something is said again and again"),
    "not-empty": _("The translation is empty"),
    "nothing-added": _("The translation says more than the original"),
    "right-language": _("Part of it is in another language or script"),
    "same-marks": _("Links or emphasis are not the same"),
    "same-numbers": _("A number, date or sum is not the same"),
    "same-quotes": _("A quotation is not the same"),
    "whole-sentence": _("The end of the sentence is missing"),
}

SEVERITIES: dict[str, str | Promise] = {
    Severity.BLOCKING: _("wrong"),
    Severity.REVIEW: _("to be looked at"),
    Severity.MENDED: _("mended"),
}

PLACES: dict[str, str | Promise] = {
    "headline": _("Headline"),
    "summary": _("Summary"),
}


def said(finding: Finding) -> str:
    """
    What a finding says.
    """
    return str(CHECKS.get(finding.check_name, finding.message))


def severity_said(severity: str) -> str:
    """
    What a finding does.
    """
    return str(SEVERITIES.get(severity, severity))


def place_said(path: str) -> str:
    """
    Where a sentence stands, for those that are no part of the text.
    """
    return str(PLACES.get(path.partition("#")[0], ""))
