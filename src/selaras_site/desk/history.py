"""
How the history of an article says what was done in one of its languages.
"""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import LogFormatter

from selaras.languages import LANGUAGES


class LoggedInLanguage(LogFormatter):
    """
    An entry with a language, and what was said about it.
    """

    def format_message(self, log_entry: Any) -> str:
        """
        What was done, in which language, and why.
        """
        language = LANGUAGES[log_entry.data["language"]].own_name
        said = _("%(action)s: %(language)s") % {
            "action": self.label,
            "language": language,
        }
        reason = log_entry.data.get("reason")
        return f"{said} ({reason})" if reason else said
