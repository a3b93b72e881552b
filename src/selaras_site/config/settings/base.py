"""
What all ways of running the site share.
"""

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from selaras.languages import LANGUAGES as SELARAS_TABLE
from selaras_site.config.environment import Environment
from selaras_site.operations.logs import logging_settings
from selaras_site.translations.figures_prices import prices_in

ENV = Environment()
PACKAGE = Path(__file__).resolve().parents[2]
DATA = ENV.folder("SELARAS_DATA", Path.cwd() / "build" / "site")

DEBUG = False
ALLOWED_HOSTS = ENV.words("SELARAS_HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = ENV.text("SELARAS_URL", "http://localhost:8000").rstrip("/")
SITE_NAME = ENV.text("SELARAS_NAME", "Selaras")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "selaras_site.accounts",
    "selaras_site.desk",
    "selaras_site.articles",
    "selaras_site.translations",
    "selaras_site.public",
    "selaras_site.ingest",
    "selaras_site.operations",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.sites",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "selaras_site.operations.middleware.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "selaras_site.config.urls"
WSGI_APPLICATION = "selaras_site.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        ENV.text("DATABASE_URL", f"sqlite:///{DATA / 'newsroom.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers and the worker share the file: a write-ahead log, and patience.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA mmap_size=134217728; PRAGMA cache_size=-32000;"
        ),
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

LANGUAGE_CODE = "id"
LANGUAGES = [(row.html.lower(), row.own_name) for row in SELARAS_TABLE.values()]
USE_I18N = True
USE_TZ = True
TIME_ZONE = ENV.text("SELARAS_TIME_ZONE", "Asia/Jakarta")
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"

# The only folder from which sources that are files or folders are read.
SELARAS_INCOMING = ENV.folder("SELARAS_INCOMING", DATA / "incoming")

# Drawn for shared links. Not media: a card is served only while its article is public.
SELARAS_CARDS = DATA / "cards"

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    }
}

WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILIMAGES_IMAGE_MODEL = "articles.NewsImage"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_PERMITTED_LANGUAGES = [("id-id", "Bahasa Indonesia"), ("en", "English")]
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "simple",
    }
}
TAGGIT_CASE_INSENSITIVE = True

# Which page is for readers of no language of ours (hreflang="x-default").
SELARAS_X_DEFAULT = ENV.choice("SELARAS_X_DEFAULT", ("original", "english"))

# Whether readers are told the name of who reviewed a version; else only their role.
SELARAS_SHOW_REVIEWER = ENV.flag("SELARAS_SHOW_REVIEWER", default=False)

# Read by the translations: which engine, where what it said is remembered, and the file
# of the gate's policy (empty: the careful one of the core).
SELARAS_ENGINE = ENV.text("SELARAS_ENGINE", "local")
SELARAS_MEMORY = DATA / "memory.sqlite3"
SELARAS_POLICY = ENV.text("SELARAS_POLICY", "").strip()
SELARAS_LEASE_SECONDS = ENV.number("SELARAS_LEASE_SECONDS", 60)

# Nothing on a reader's page comes from elsewhere.
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/newsroom/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}
CSRF_FAILURE_VIEW = "selaras_site.public.faults.forged"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Read by the readers' pages: how many proxies of ours stand in front, each of which
# adds to X-Forwarded-For. What stands further left there, anybody may have written.
SELARAS_TRUSTED_PROXIES = int(ENV.number("SELARAS_TRUSTED_PROXIES", 0))

# Read by the desk: below which sampled quality a language halts, engines that may be
# tried, what becomes of the same sentence elsewhere, what services cost, and where the
# documentation of the checks can be read.
SELARAS_FLOOR = ENV.text("SELARAS_FLOOR", "0.3")
SELARAS_TRIAL_ENGINES = ENV.words("SELARAS_TRIAL_ENGINES")
SELARAS_SPREAD = ENV.choice("SELARAS_SPREAD", ("offer", "renew"))
SELARAS_PRICES = prices_in(ENV.text("SELARAS_PRICES", ""))
SELARAS_DOCS = ENV.text("SELARAS_DOCS", "")

# Read by the readers' pages: seconds between two writings of how often articles were
# read; 0 counts nothing.
SELARAS_COUNT_SECONDS = ENV.number("SELARAS_COUNT_SECONDS", 5)

# Read by operations: who may see measurements, and when a worker counts as gone.
SELARAS_METRICS_TOKEN = ENV.text("SELARAS_METRICS_TOKEN", "")
SELARAS_WORKER_SILENCE = ENV.number("SELARAS_WORKER_SILENCE", 30)
LOGGING = logging_settings(
    as_json=ENV.flag("SELARAS_LOG_JSON", default=False),
    level=ENV.text("SELARAS_LOG_LEVEL", "INFO").upper(),
)
