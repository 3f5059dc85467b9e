"""Django's settings: SQLite in the register's home, no debug, Russian, reachable from this machine only.

What an installation may change comes through `pobratim.model.settings` (``docs/settings.md``).
"""

from __future__ import annotations

import os

from pobratim.model.settings import Settings
from pobratim.web.secret import secret_key

_settings = Settings.from_environment(os.environ)

POBRATIM_HOME = _settings.home
SECRET_KEY = secret_key(POBRATIM_HOME)

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_settings.hosts]

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "pobratim.storage",
    "pobratim.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "pobratim.web.middleware.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "pobratim.web.middleware.size_limit",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pobratim.web.middleware.Errors",
]

ROOT_URLCONF = "pobratim.web.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# Without sessions: a message travels in a signed cookie to the next page.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": POBRATIM_HOME / "register.sqlite3",
        "OPTIONS": {
            # Seconds to wait for another writer (SQLite's busy_timeout); Django switches foreign keys on.
            "timeout": 60,
            # A transaction takes the write lock when it begins; one that took it later would fail at once
            # instead of waiting its turn.
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "ru"
# The machine's own time zone: the register serves one machine, and "today" is its user's day.
USE_TZ = False
TIME_ZONE = None

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # files are served from the package itself, no collecting step

# A pasted text travels percent-encoded: two bytes a Cyrillic letter, three characters a byte.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * _settings.max_text_chars + 1024 * 1024
# Django's own limit answers «bad request»; up to here the form says in words how many files it takes.
DATA_UPLOAD_MAX_NUMBER_FILES = 2000

# One upload: the largest file there may be, and something beside it.
POBRATIM_MAX_REQUEST_BYTES = _settings.max_file_bytes + DATA_UPLOAD_MAX_MEMORY_SIZE
CSRF_FAILURE_VIEW = "pobratim.web.views.errors.csrf_failure"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
