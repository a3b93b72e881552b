"""
What somebody may do at the desk; there is no table.
"""

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
        )


SEE = "desk.see_versions"
TRANSLATE = "desk.translate_version"
HOLD = "desk.hold_version"
WITHDRAW = "desk.withdraw_version"
DECIDE = "desk.decide_segment"
