"""Django's settings, read from the typed table in `environment`."""

from pathlib import Path

from csp.constants import NONE, SELF

from kith.apps.audit.keys import AUDIT_KEY
from kith.apps.files.keys import FILE_KEY
from kith.apps.records.field_keys import FIELD_KEY
from kith.apps.records.keys import read_keys
from kith.project.environment import mail, neutral_page, postgresql_database, read_environment, sqlite_database
from kith.project.keys import own_key, own_secret
from kith.project.single_sign_on import providers, proxies, second_factor

_env = read_environment()
DATA_DIR = Path(_env["KITH_DATA_DIR"]).absolute()

DEBUG = False

# Keys: given, or made on first run in the data folder; `kith serve` and `kith doctor` refuse the latter where live
KEY_KINDS = (AUDIT_KEY, FILE_KEY, FIELD_KEY)
OWN_KEY_FILES = {"KITH_SECRET_KEY": DATA_DIR / "session.key"} | {
    kind.setting: DATA_DIR / kind.own_file for kind in KEY_KINDS
}
SECRET_KEY = _env["KITH_SECRET_KEY"] or own_secret(OWN_KEY_FILES["KITH_SECRET_KEY"])
AUDIT_KEYS, FILE_KEYS, FIELD_KEYS = (
    read_keys(kind, _env[kind.setting] or own_key(OWN_KEY_FILES[kind.setting])) for kind in KEY_KINDS
)

HEADS_DIR = _env["KITH_HEADS_DIR"]  # a folder that a second agency keeps

ALLOWED_HOSTS = [host.strip() for host in _env["KITH_HOSTS"].split(",") if host.strip()]
ROOT_URLCONF = "kith.project.urls"
WSGI_APPLICATION = "kith.project.wsgi.application"
AUTH_USER_MODEL = "agencies.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "csp",
    "kith.apps.audit",
    "kith.apps.installation",
    "kith.apps.upkeep",
    "kith.apps.files",
    "kith.apps.search",
    "kith.apps.agencies",
    "kith.apps.outbox",
    "kith.apps.access",
    "kith.apps.drafts",
    "kith.apps.helplines",
    "kith.apps.people",
    "kith.apps.directory",
    "kith.apps.voices",
    "kith.apps.ownpages",
    "kith.apps.teams",
    "kith.apps.cases",
    "kith.apps.sentences",
    "kith.apps.occasions",
    "kith.apps.pictures",
    "kith.apps.chronologies",
    "kith.apps.supervision",
    "kith.web",
    "kith.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kith.web.middleware.PlainHeaders",
    "kith.web.help.leaving.WayOut",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kith.web.account.middleware.TimeOut",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kith.web.middleware.AuditScope",
    "kith.web.pictures.kept_to.KeptToOnePicture",
    "kith.web.account.middleware.SecondStepFirst",
    "kith.web.account.middleware.Limits",
    "kith.web.account.middleware.WhereTheyWere",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent.parent / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "kith.web.jinja.environment",
            "context_processors": ["kith.web.context.page"],
        },
    },
]

# The database: the embedded one, or PostgreSQL by one setting. Deeds open their own transactions.
DATABASES = {
    "default": postgresql_database(_env["KITH_DATABASE_URL"])
    if _env["KITH_DATABASE_URL"]
    else sqlite_database(DATA_DIR / "kith.sqlite3")
}
ATOMIC_REQUESTS = False

# Time, language, files
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False
STATIC_URL = "/static/"
STATICFILES_DIRS = [Path(__file__).parent.parent / "web" / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 9 * 1024 * 1024  # a photograph of 8 MB, and the words sent beside it
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]  # no file of a family on disk

# Signing in
AUTHENTICATION_BACKENDS = ["kith.apps.agencies.backend.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "kith.web.account.adapter.ClosedDoor"
ACCOUNT_RATE_LIMITS = False  # ours are in web/data/limits.toml
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
LEAVE_TO = neutral_page(_env["KITH_LEAVE_TO"])
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today:home"
LOGOUT_REDIRECT_URL = "account_login"

# The second step of signing in, and the county's own sign-in
SECOND_FACTOR = second_factor(_env)
MFA_ADAPTER = "kith.web.account.second_steps.SecondSteps"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kith"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute out
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_REAUTHENTICATION_REQUIRED = False  # ours asks, in web/account/confirming.py
MFA_RATE_LIMITS = False
SOCIALACCOUNT_ADAPTER = "kith.web.account.single_sign_on.CountyDoor"
SOCIALACCOUNT_PROVIDERS = providers(_env)
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link: a form that is sent on elsewhere breaks our content policy
SOCIALACCOUNT_STORE_TOKENS = False

# Servers in front of Kith
ALLAUTH_TRUSTED_PROXY_COUNT = proxies(_env)
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Mail: none is sent unless a server is named
_mail = mail(_env, DATA_DIR)
EMAIL_BACKEND, EMAIL_FILE_PATH, EMAIL_TIMEOUT = _mail.backend, _mail.folder, 20
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.host, _mail.port, _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL, DEFAULT_FROM_EMAIL = _mail.begins_tls, _mail.is_tls, _mail.sender

# Sessions and cookies
SESSION_ENGINE = "kith.web.account.session_store"
SESSION_COOKIE_NAME = "__Host-kith-session"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 3 * 24 * 60 * 60  # how long a row may lie; web/account/data/sessions.toml says when a page locks
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-kith-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "kith.web.errors.views.form_expired"

# Counters and codes that were used, for all processes
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kith_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

# Headers
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60  # said over https only
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
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
    }
}

# Logs carry refs only: no names, no query strings, no token of a family link.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"tokens": {"()": "kith.web.links.logs.WithoutTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["tokens"]}},
    "root": {"handlers": ["console"], "level": _env["KITH_LOG_LEVEL"]},
}
