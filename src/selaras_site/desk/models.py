"""
What somebody may do at the desk, and what the desk keeps for them.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Desk(models.Model):
    """
    The holder of the desk's permissions.

    They are not on ``Version``, because a permission there would be a promise of the
    translations, which know nothing of who works with them.
    """

    class Meta:
        """
        Only permissions.
        """

        managed = False
        default_permissions = ()
        permissions = (
            ("see_versions", _("Can see versions and how they fare")),
            ("translate_version", _("Can have a version translated again")),
            ("hold_version", _("Can hold and release versions")),
            ("withdraw_version", _("Can withdraw versions")),
            ("decide_segment", _("Can decide about sentences of versions")),
            ("review_version", _("Can answer for versions")),
            (
                "export_memory",
                _("Can bring memory and terms in and out"),
            ),
            ("run_trial", _("Can compare engines and say which serves a language")),
        )


class SavedView(models.Model):
    """
    How somebody likes to see the queue: a name for its filters.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=500)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """
        A name means one view to each.
        """

        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["by", "name"], name="saved_view_once")
        ]

    def __str__(self) -> str:
        return self.name


class Unsaved(models.Model):
    """
    What somebody has typed about a sentence and not decided yet.
    """

    segment = models.ForeignKey(
        "translations.Segment", on_delete=models.CASCADE, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    text = models.TextField()
    seen = models.CharField(max_length=64)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        """
        One text of each person for each sentence.
        """

        constraints = [
            models.UniqueConstraint(
                fields=["segment", "by"], name="unsaved_one_for_each_person"
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


SEE = "desk.see_versions"
TRANSLATE = "desk.translate_version"
HOLD = "desk.hold_version"
WITHDRAW = "desk.withdraw_version"
DECIDE = "desk.decide_segment"
REVIEW = "desk.review_version"
EXCHANGE = "desk.export_memory"
TRY = "desk.run_trial"
