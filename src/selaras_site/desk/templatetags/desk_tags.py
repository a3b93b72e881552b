"""
Words for states and findings in the desk's templates.
"""

from collections.abc import Iterable
from datetime import timedelta

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from selaras.languages import LANGUAGES
from selaras_site.accounts.models import User
from selaras_site.articles.states import state_of
from selaras_site.desk import actions, selectors, wording
from selaras_site.translations.models import Segment, Version

register = template.Library()

register.filter("said", wording.said)
register.filter("sentence_said", wording.sentence_said)
register.filter("steps_said", wording.steps_said)
register.filter("risk_said", wording.risk_said)
register.filter("severity_said", wording.severity_said)
register.filter("place_said", wording.place_said)
register.filter("short_link", selectors.short_link)
register.filter("badges", selectors.badges)
register.filter("state_of", state_of)


@register.filter
def actions_for(version: Version, user: User) -> list[actions.Action]:
    """
    What a person may do to a version.
    """
    return actions.actions_for(version, user)


@register.filter
def any_busy(shown: Iterable[selectors.Badge]) -> bool:
    """
    Whether a badge will change by itself.
    """
    return any(badge.look == "busy" for badge in shown)


@register.filter
def duration(delay: timedelta | None) -> str:
    """
    A time that passed, as short as it can be said.

    >>> from datetime import timedelta
    >>> duration(None)
    ''
    """
    if delay is None:
        return ""
    seconds = delay.total_seconds()
    if seconds < 60:
        return gettext("%(seconds)s s") % {"seconds": number_format(seconds, 1)}
    minutes = round(seconds / 60)
    return ngettext("%(minutes)s minute", "%(minutes)s minutes", minutes) % {
        "minutes": number_format(minutes)
    }


@register.filter
def html_language(segment: Segment) -> str:
    """
    The language of a translated sentence, as HTML names it.
    """
    return LANGUAGES[segment.version.language].html
