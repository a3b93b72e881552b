"""
``selaras-site init``: everything that must be there before the first article.
"""

from selaras.cli.terminal import say
from selaras_site.cli.starting import site


def init() -> None:
    """
    Make folders, tables, roles and sections. Run it again after each upgrade.

    What is there already stays as it is.
    """
    with site():
        from django.conf import settings

        from selaras_site.operations.setting_up import set_up

        done = set_up()
        say(f"The newsroom's files are in {settings.MEDIA_ROOT.parent}.")
        say(f"Tables: {done.migrations} migrations were missing and are done.")
        say(f"Roles: {done.roles}. Sections made: {done.sections}.")
        say("Next: `selaras-site createuser NAME --role chief`.")
