"""
People of the newsroom.
"""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """
    Somebody with an account; what they may do is in their groups.
    """

    class Meta:
        """
        Names.
        """

        verbose_name = _("user")
        verbose_name_plural = _("users")

    @property
    def shown_name(self) -> str:
        """
        What readers are told: the full name, or the name of the account.
        """
        return str(self.get_full_name() or self.get_username())
