"""
Where a version stands, and who answers for its words.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """
    Where a version stands.

    PENDING and TRANSLATING are work; HELD waits for a person; LIVE is what readers see;
    STALE is what they see while the original is newer; WITHDRAWN was taken down, and
    REPLACED has a successor.
    """

    PENDING = "pending", _("waiting")
    TRANSLATING = "translating", _("being translated")
    HELD = "held", _("held")
    LIVE = "live", _("live")
    STALE = "stale", _("older than the original")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced")


COMING = (State.PENDING, State.TRANSLATING, State.HELD)
PUBLIC = (State.LIVE, State.STALE)


class Level(models.TextChoices):
    """
    Who answers for the words of a version.
    """

    MACHINE = "machine", _("machine")
    REVIEWED = "reviewed", _("machine, reviewed by a person")
    HUMAN = "human", _("human")
