"""
For the test suite: quick passwords, files in a folder that goes away.
"""

import tempfile
from pathlib import Path

from selaras_site.config.settings.base import *  # noqa: F403

SCRATCH = Path(tempfile.mkdtemp(prefix="selaras-test-"))

SECRET_KEY = "only for tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = SCRATCH / "media"
SELARAS_CARDS = SCRATCH / "cards"
STATIC_ROOT = SCRATCH / "static"
SELARAS_POLICY = ""
SELARAS_MEMORY = SCRATCH / "memory.sqlite3"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
