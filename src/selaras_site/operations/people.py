"""
Accounts made from the command line.
"""

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from selaras_site.accounts.models import User
from selaras_site.operations.errors import AccountRefused, NotSetUp

ADMINISTRATOR = "administrator"
"""
Not a group: an account that may do everything.
"""


@transaction.atomic
def user_create(*, name: str, role: str, password: str, email: str = "") -> User:
    """
    Make an account with a role.

    Raises ``AccountRefused`` with everything that is wrong, and ``NotSetUp``.
    """
    user = User(username=name, email=email)
    user.is_superuser = role == ADMINISTRATOR
    group = None if user.is_superuser else group_named(role)
    try:
        validate_password(password, user)
        user.set_password(password)
        user.full_clean()
    except ValidationError as error:
        raise AccountRefused(" ".join(error.messages)) from error
    user.save()
    if group:
        user.groups.add(group)
    return user


def group_named(role: str) -> Group:
    """
    The group of a role, however its name is written.
    """
    if found := Group.objects.filter(name__iexact=role).first():
        return found
    known = sorted(Group.objects.values_list("name", flat=True))
    if not known:
        raise NotSetUp("There are no roles yet. Run `selaras-site init`.")
    names = ", ".join([*(name.lower() for name in known), ADMINISTRATOR])
    raise AccountRefused(f"Expected the role to be one of {names}; got {role!r}.")
