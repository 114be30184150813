"""Settings. Every choice that an installation may make is an environment variable, explained in docs/configuration.md."""

import os
from datetime import timedelta

import dj_database_url
from csp.constants import NONE, SELF

from second_question_web import environment

HOME = environment.home()
DEMO = environment.flag("SECOND_QUESTION_DEMO")
DEBUG = environment.flag("SECOND_QUESTION_DEBUG")
SECRET_KEY = environment.secret("SECOND_QUESTION_SECRET_KEY", "secret-key")
IDENTITY_KEYS = environment.identity_keys()
IDENTITY_INDEX_KEY = environment.secret("SECOND_QUESTION_IDENTITY_INDEX_KEY", "identity-index-key")
ADDRESS = os.environ.get("SECOND_QUESTION_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = environment.listed("SECOND_QUESTION_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [ADDRESS]
HTTPS = ADDRESS.startswith("https://")
TRUSTED_PROXIES = environment.number("SECOND_QUESTION_PROXIES", 0)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "second_question_web.ui",
    "second_question_web.jobs",
    "second_question_web.files",
    "second_question_web.trail",
    "second_question_web.partnerships",
    "second_question_web.people",
    "second_question_web.incidents",
    "second_question_web.library",
    "second_question_web.rapid_reviews",
    "second_question_web.panel",
    "second_question_web.home",
]

MIDDLEWARE = [
    "second_question_web.middleware.request_number",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "second_question_web.people.middleware.end_old_sessions",
    "second_question_web.rapid_reviews.summaries.guests.know_guests",
    "second_question_web.ui.gate.refuse_undeclared",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "second_question_web.urls"
WSGI_APPLICATION = "second_question_web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "second_question_web.ui.jinja.environment",
            "context_processors": ["second_question_web.ui.context.page"],
        },
    },
    # The sign-in library asks for this engine. It finds no template, so that no page or e-mail of the library's own can
    # ever be shown: every one is ours, in Jinja.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

# Data ------------------------------------------------------------------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{HOME / 'second-question.sqlite3'}", conn_max_age=600
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Immediate transactions: a writer waits for its turn at the start instead of failing in the middle.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # The mapping lets lists read rows without copying them: sorting the register takes a fifth of the time.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
        "PRAGMA mmap_size=134217728;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Parameters bound by the server: what is asked often is planned once for each connection, which halves its work.
    DATABASES["default"]["OPTIONS"] = {"server_side_binding": True}

# Rate limits and lock-outs must hold across all web processes, so they are kept in the database.
# What each process may remember for itself holds no word of a case.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # with few, a busy day would push out who is locked out
    },
    # Apart from those, because it is large: what an appraisal found, sealed.
    "appraisals": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_appraisals",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}},
}

STORAGES = {
    "default": {
        "BACKEND": os.environ.get("SECOND_QUESTION_STORAGE", "django.core.files.storage.FileSystemStorage"),
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
LIBRARY = HOME / "library"  # where the command `second-question library` keeps it too
# After so many years somebody looks whether a text that is open should become a record only; 0 for never. The national
# repository keeps full texts for five years (handbook 2, section 7: NSPCC-REPO).
LIBRARY_FULL_TEXT_YEARS = environment.number("SECOND_QUESTION_LIBRARY_FULL_TEXT_YEARS", 5)
MEDIA_ROOT = HOME / "files"
STATIC_ROOT = HOME / "static"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MANIFEST_STRICT = False
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
LARGEST_FILE = environment.number("SECOND_QUESTION_LARGEST_FILE_MB", 50) * 1024 * 1024
SCAN_COMMAND = os.environ.get("SECOND_QUESTION_SCAN_COMMAND", "")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# People ----------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["second_question_web.people.backend.PeopleBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "second_question_web.people.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "second_question_web.people.adapters.OpenIDConnectAdapter"
MFA_ADAPTER = "second_question_web.people.adapters.SecondFactorAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account starts from an invitation sent to that address
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # seconds
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody without an account is written to
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  a class
PASSWORD_RESET_TIMEOUT = 3600  # seconds
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,5/15m/key", "reset_password": "10/m/ip,3/h/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Second Question"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an account starts from an invitation sent to that address
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisation",
                "name": os.environ.get("SECOND_QUESTION_OIDC_NAME", "your organisation"),
                "client_id": os.environ["SECOND_QUESTION_OIDC_CLIENT_ID"],
                "secret": os.environ.get("SECOND_QUESTION_OIDC_SECRET", ""),
                "settings": {"server_url": os.environ["SECOND_QUESTION_OIDC_SERVER"]},
            }
        ]
        if "SECOND_QUESTION_OIDC_CLIENT_ID" in os.environ
        else [],
    }
}
OIDC_TRUSTS_SECOND_FACTOR = environment.flag("SECOND_QUESTION_OIDC_TRUSTS_SECOND_FACTOR")
SECOND_FACTOR_REQUIRED = environment.flag("SECOND_QUESTION_SECOND_FACTOR", default=not DEMO)
SESSION_IDLE_LIMIT = timedelta(minutes=environment.number("SECOND_QUESTION_IDLE_MINUTES", 60))
SESSION_LIMIT = timedelta(hours=environment.number("SECOND_QUESTION_SESSION_HOURS", 10))  # however busy
SESSION_COOKIE_AGE = 7 * 24 * 3600  # longer than the limits, so that whoever comes back is told why and loses nothing
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"  # signed; no query for a page without one
SESSION_COOKIE_NAME = "second_question_session"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "second_question_web.errors.stale_form"

# Headers ---------------------------------------------------------------------------------------------------------------

SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS and environment.flag("SECOND_QUESTION_REDIRECT_TO_HTTPS", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *environment.origins_of("SECOND_QUESTION_OIDC_SERVER")],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

# Mail ------------------------------------------------------------------------------------------------------------------

EMAIL_BACKEND = os.environ.get("SECOND_QUESTION_EMAIL_BACKEND") or (
    "django_gov_notify.backends.NotifyEmailBackend"
    if "GOVUK_NOTIFY_API_KEY" in os.environ
    else "django.core.mail.backends.smtp.EmailBackend"
    if "SECOND_QUESTION_SMTP_HOST" in os.environ
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = os.environ.get("SECOND_QUESTION_SMTP_HOST", "")
EMAIL_PORT = environment.number("SECOND_QUESTION_SMTP_PORT", 587)
EMAIL_HOST_USER = os.environ.get("SECOND_QUESTION_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SECOND_QUESTION_SMTP_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("SECOND_QUESTION_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = os.environ.get("SECOND_QUESTION_EMAIL_FROM", "Second Question <no-reply@localhost>")
GOVUK_NOTIFY_API_KEY = os.environ.get("GOVUK_NOTIFY_API_KEY", "")
GOVUK_NOTIFY_PLAIN_EMAIL_TEMPLATE_ID = os.environ.get("GOVUK_NOTIFY_TEMPLATE_ID", "")

# Whose it is ------------------------------------------------------------------------------------------------------------

OPERATOR = os.environ.get("SECOND_QUESTION_OPERATOR", "")
CONTACT_EMAIL = os.environ.get("SECOND_QUESTION_CONTACT_EMAIL", "")
PRIVACY_ADDRESS = os.environ.get("SECOND_QUESTION_PRIVACY_ADDRESS", "")

# Words and time --------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

# A page lists what went wrong with its request number; a log line carries the same number and nothing of a case.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_number": {"()": "second_question_web.middleware.RequestNumberFilter"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s [%(request_number)s] %(name)s: %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_number"]},
    },
    # An address can hold a secret (an invitation, a calendar feed): what was not found is not logged.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": os.environ.get("SECOND_QUESTION_LOG_LEVEL", "WARNING")},
}
