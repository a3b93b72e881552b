"""
For a site that readers reach: HTTPS, secrets from outside, files with fingerprints.
"""

from selaras_site.config.settings.base import *  # noqa: F403
from selaras_site.config.settings.base import ENV

SECRET_KEY = ENV.text("SELARAS_SECRET_KEY")
ALLOWED_HOSTS = ENV.words("SELARAS_HOSTS")
SECURE_SSL_REDIRECT = ENV.flag("SELARAS_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = int(ENV.number("SELARAS_HSTS_SECONDS", 31_536_000))
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
