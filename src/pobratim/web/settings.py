"""Django's settings: the register's database, no debug, Russian, reachable from this machine only.

What an installation may change comes through `pobratim.model.settings` (``docs/settings.md``).
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from pobratim.model.settings import Settings
from pobratim.storage.database import configuration
from pobratim.web.assets import fingerprint
from pobratim.web.secret import secret_key

_settings = Settings.from_environment(os.environ)

POBRATIM_HOME = _settings.home
POBRATIM_DATABASE = _settings.database
SECRET_KEY = secret_key(POBRATIM_HOME)

DEBUG = False
POBRATIM_ACCESS = _settings.access
_address = urlsplit(_settings.address)
HTTPS = _address.scheme == "https"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_settings.hosts, *filter(None, [_address.hostname])]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "pobratim.storage",
    "pobratim.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "pobratim.web.middleware.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "pobratim.web.languages.language",
    "pobratim.web.middleware.size_limit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pobratim.web.access.Access",
    "pobratim.web.middleware.Errors",
    "pobratim.web.then.Then",
    "axes.middleware.AxesMiddleware",
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
                "pobratim.web.access.actor",
            ]
        },
    }
]

# A message travels in a signed cookie to the next page: who is not signed in has no session.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

DATABASES = {"default": configuration(_settings)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("be", "Беларуская"), ("en", "English")]  # each in its own words
LOCALE_PATHS = [Path(__file__).parent / "locale"]
LANGUAGE_COOKIE_AGE = int(timedelta(days=365).total_seconds())
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
# The machine's own time zone: the register serves one machine, and "today" is its user's day.
USE_TZ = False
TIME_ZONE = None

# Deriving the register does not hold up the answer that asked for it; tests, which look at once, do it in line.
POBRATIM_DERIVE_APART = True

STATIC_URL = f"static/{fingerprint(Path(__file__).parent / 'static')}/"
WHITENOISE_IMMUTABLE_FILE_TEST = "."  # a changed file changes the address of all: browsers may keep them for ever
WHITENOISE_USE_FINDERS = True  # files are served from the package itself, no collecting step

# A pasted text travels percent-encoded: two bytes a Cyrillic letter, three characters a byte.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * _settings.max_text_chars + 1024 * 1024
# Django's own limit answers «bad request»; up to here the form says in words how many files it takes.
DATA_UPLOAD_MAX_NUMBER_FILES = 2000

# One upload: the largest file there may be, and something beside it.
POBRATIM_MAX_REQUEST_BYTES = _settings.max_file_bytes + DATA_UPLOAD_MAX_MEMORY_SIZE
# Who is there. Sessions are rows; a cookie alone is worth nothing once its session is gone.
AUTH_USER_MODEL = "storage.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("name",)}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "overview"
LOGOUT_REDIRECT_URL = "overview"
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # a link in a letter opens the page; forms are guarded by their tokens

# Too many wrong passwords of one name close it for a while, wherever they come from: behind a proxy or a guessed
# header the address says little.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # it asks for the address, for the sake of parameters that a caller may change
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_CALLABLE = "pobratim.web.views.account.locked"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # `storage.traces` keeps who came when
AXES_VERBOSE = False

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS  # the register has a host name of its own

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
