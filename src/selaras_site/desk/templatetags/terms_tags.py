"""
Words for what happens to terms.
"""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.languages import LANGUAGES
from selaras_site.desk.terms import LOGGED

register = template.Library()

PARTS: dict[str, str | Promise] = {
    "source": _("In Indonesian"),
    "kind": _("Kind"),
    "note": _("Note"),
}

OUTCOMES: dict[str, str | Promise] = {
    "new": _("new"),
    "changed": _("changed"),
    "same": _("as it is"),
    "passed": _("passed over"),
    "wrong": _("wrong"),
}


@register.filter
def term_part(name: str) -> str:
    """
    What part of a term was changed.
    """
    if name in LANGUAGES:
        return LANGUAGES[name].own_name
    return str(PARTS.get(name, name))


@register.filter
def term_action(entry: Any) -> str:
    """
    What was done to a term.
    """
    return str(LOGGED.get(entry.action, entry.message))


@register.filter
def term_outcome(outcome: str) -> str:
    """
    What becomes of a line of a file.
    """
    return str(OUTCOMES.get(outcome, outcome))
