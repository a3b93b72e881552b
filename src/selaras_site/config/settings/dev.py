"""
For the demonstration and for work on the site itself: one machine, plain HTTP.
"""

from selaras_site.config.environment import kept_secret
from selaras_site.config.settings.base import *  # noqa: F403
from selaras_site.config.settings.base import DATA, ENV

SECRET_KEY = kept_secret(DATA / "secret-key")
DEBUG = ENV.flag("SELARAS_DEBUG", default=False)
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
