"""
What can be done to a version from the desk, as one table.

A page that asks, a button that leads to it and the service that does it all read it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras_site.accounts.models import User
from selaras_site.desk.models import HOLD, TRANSLATE, WITHDRAW
from selaras_site.translations import services
from selaras_site.translations.models import COMING, PUBLIC, State, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """
    One thing that a person may do to a version in some states.
    """

    name: str
    label: str | Promise
    question: str | Promise
    done: str | Promise
    permission: str
    states: tuple[State, ...]
    run: Callable[[Version, str], object]
    icon: str
    needs_reason: bool = False
    is_serious: bool = False
    needs_text: bool = False

    def fits(self, version: Version) -> bool:
        """
        Whether it makes sense for the version as it is.
        """
        has_text = version.made_at is not None or not self.needs_text
        return version.state in self.states and has_text

    def is_allowed(self, user: User) -> bool:
        """
        Whether a person may do it.
        """
        return user.has_perm(self.permission)


ACTIONS: tuple[Action, ...] = (
    Action(
        name="translate",
        label=_("Translate again"),
        question=_(
            "The whole version is translated afresh by the engine. What people decided "
            "about sentences stays, and readers keep what they see until the new one "
            "is there."
        ),
        done=_("The version is being translated again."),
        permission=TRANSLATE,
        states=(State.LIVE, State.STALE, State.HELD, State.WITHDRAWN),
        run=lambda version, _reason: services.version_translate_again(version=version),
        icon="rotate",
    ),
    Action(
        name="release",
        label=_("Release"),
        question=_("Readers will see this version at once."),
        done=_("Readers see the version now."),
        permission=HOLD,
        states=(State.HELD, State.WITHDRAWN),
        run=lambda version, _reason: services.version_release(version=version),
        icon="upload",
        needs_text=True,
    ),
    Action(
        name="hold",
        label=_("Hold"),
        question=_("Readers no longer see this version until somebody releases it."),
        done=_("The version is held."),
        permission=HOLD,
        states=PUBLIC,
        run=lambda version, reason: services.version_hold(
            version=version, reason=reason
        ),
        icon="lock",
        needs_reason=True,
    ),
    Action(
        name="withdraw",
        label=_("Withdraw"),
        question=_(
            "The version is taken from readers, and its work is stopped. The original "
            "and the other languages stay."
        ),
        done=_("The version was withdrawn."),
        permission=WITHDRAW,
        states=(*PUBLIC, *COMING),
        run=lambda version, reason: services.version_withdraw(
            version=version, reason=reason
        ),
        icon="bin",
        needs_reason=True,
        is_serious=True,
    ),
)

BY_NAME = {action.name: action for action in ACTIONS}


def actions_for(version: Version, user: User) -> list[Action]:
    """
    What a person may do to a version as it is now.
    """
    return [one for one in ACTIONS if one.fits(version) and one.is_allowed(user)]
