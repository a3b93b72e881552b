"""
For a site that readers reach: HTTPS, secrets from outside, files with fingerprints.
"""

from selaras_site.config.settings.base import *  # noqa: F403
from selaras_site.config.settings.base import ENV
from selaras_site.operations.logs import logging_settings

SECRET_KEY = ENV.text("SELARAS_SECRET_KEY")
# The machine asks itself for its health; links are made with SELARAS_URL.
ALLOWED_HOSTS = [*ENV.words("SELARAS_HOSTS"), "localhost"]
SECURE_SSL_REDIRECT = ENV.flag("SELARAS_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = int(ENV.number("SELARAS_HSTS_SECONDS", 31_536_000))
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]
if ENV.flag("SELARAS_BEHIND_PROXY", default=True):
    # Whoever ends HTTPS before us says so, and must not pass on what a client says.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SELARAS_TRUSTED_PROXIES = int(ENV.number("SELARAS_TRUSTED_PROXIES", 1))
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Previews stand in a frame of the newsroom's own; readers' pages stand in none, which
# the content security policy says (frame-ancestors), so SAMEORIGIN is what is meant.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
LOGGING = logging_settings(
    as_json=ENV.flag("SELARAS_LOG_JSON", default=True),
    level=ENV.text("SELARAS_LOG_LEVEL", "INFO").upper(),
)
