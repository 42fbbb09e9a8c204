"""Settings, from environment variables; docs/deploy.md lists them.

A value that cannot be used raises ImproperlyConfigured with a sentence that names its variable;
manage.py prints that sentence and stops.
"""

import importlib.util
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from interviews.embedded import Server
from interviews.patience import limits
from interviews.second_lock import ROLE

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

T = TypeVar("T")

env = environ.Env()


def _read(read: Callable[..., T], name: str, default: T, expects: str) -> T:
    """Read a variable; what cannot be read is a sentence, not a traceback."""
    try:
        return read(name, default=default)
    except (ValueError, TypeError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name} must be {expects}.") from error


def _on_or_off(name: str, default: bool) -> bool:
    """Read a switch; anything that is neither yes nor no is refused, not taken for no."""
    text = env.str(name, default="").strip().lower()
    if text in ("", *env.BOOLEAN_TRUE_STRINGS, "off", "false", "no", "n", "0"):
        return text in env.BOOLEAN_TRUE_STRINGS if text else default
    raise ImproperlyConfigured(f"{name} must be on or off.")


def _kept_secret(path: Path) -> str:
    """The secret in `path`, made on first use and readable only by its owner."""
    try:
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(64), encoding="ascii")
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"SECRET_KEY is not set, and {path} cannot be kept: {error.strerror}."
        ) from error


DEBUG = _on_or_off("DEBUG", default=False)
HTTPS = _on_or_off("HTTPS", default=True)
TRUSTED_PROXY_COUNT = _read(env.int, "TRUSTED_PROXY_COUNT", 0, "a whole number")
if TRUSTED_PROXY_COUNT < 0:
    raise ImproperlyConfigured("TRUSTED_PROXY_COUNT must be 0 or more.")

ALLOWED_HOSTS = env.str("ALLOWED_HOSTS", default="") or "localhost,127.0.0.1,[::1]"
ALLOWED_HOSTS = [name.strip() for name in ALLOWED_HOSTS.split(",") if name.strip()]
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name at least one host.")

SECRET_KEY = env.str("SECRET_KEY", default="") or _kept_secret(VAR_DIR / "secret-key")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must have at least 50 characters.")
# Earlier ones, which still open sessions and what is kept encrypted.
SECRET_KEY_FALLBACKS = [
    key.strip() for key in env.str("SECRET_KEY_FALLBACKS", default="").split(",") if key.strip()
]

INSTALLED_APPS = [
    "interviews",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "interviews.static_files.OnlyWhatIsServed",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "lucide",
]

MIDDLEWARE = [
    "interviews.log.LogMiddleware",
    "interviews.wall.HeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "interviews.patience.PatienceMiddleware",
    "interviews.wall.HealthMiddleware",
    "interviews.wall.BadInputMiddleware",
    "interviews.middleware.LocalhostMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "interviews.middleware.CleanTextMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "interviews.middleware.LoginRequiredMiddleware",
    "interviews.middleware.PrivatePagesMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "interviews.second_lock.SecondLockMiddleware",
    "interviews.once.OnceMiddleware",
    "interviews.accounts.InvalidAccountFormsMiddleware",
]

ROOT_URLCONF = "interviews.urls"
WSGI_APPLICATION = "interviews.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.static", "interviews.templatetags.look"],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Database: one's own server by DATABASE_URL, else the one that `manage.py up` starts in var/.
DATABASE_URL = env.str("DATABASE_URL", default="") or Server(BASE_DIR).url("second_look")
try:
    if not DATABASE_URL.startswith(("postgresql://", "postgres://")):
        raise ValueError("not a PostgreSQL address")
    _database = environ.Env.db_url_config(DATABASE_URL)
except Exception as error:
    raise ImproperlyConfigured(
        "DATABASE_URL must look like postgresql://user:password@host:5432/name."
    ) from error
if _database.get("ENGINE") != "django.db.backends.postgresql" or not _database.get("NAME"):
    raise ImproperlyConfigured(
        "DATABASE_URL must look like postgresql://user:password@host:5432/name."
    )
DATABASES = {
    "default": {**_database, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True},
}
# A web worker gives up on a database that does not answer; web.py says after how many seconds.
DATABASE_SECONDS = _read(env.int, "DATABASE_SECONDS", 0, "a whole number")
if DATABASE_SECONDS < 0:
    raise ImproperlyConfigured("DATABASE_SECONDS must be 0 or more.")
# Its connections begin in the role that policies bind (wsgi.py asks for it): then what runs outside
# of a request's transaction sees no row, and not all of them.
DATABASE_ROLE = env.str("DATABASE_ROLE", default="")
if DATABASE_ROLE not in ("", ROLE):
    raise ImproperlyConfigured(f"DATABASE_ROLE must be {ROLE}, or empty.")
if DATABASE_SECONDS or DATABASE_ROLE:
    _options = DATABASES["default"].setdefault("OPTIONS", {})
    _options["options"] = " ".join(
        filter(
            None,
            (
                _options.get("options"),
                f"-c role={DATABASE_ROLE}" if DATABASE_ROLE else "",
                limits(DATABASE_SECONDS) if DATABASE_SECONDS else "",
            ),
        )
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Accounts
AUTH_USER_MODEL = "interviews.User"
# The constraint user_email_unique ignores case, and is stricter than `unique=True`.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
SESSION_ENGINE = "interviews.sessions"
AUTHENTICATION_BACKENDS = ["interviews.accounts.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "interviews.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "interviews.forms.account.SignupForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_FORMS = {"add_email": "interviews.forms.email.EmailForm"}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True

# The second factor. Passkeys are bound to the name by which a browser reaches us.
MFA_ADAPTER = "interviews.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "add_webauthn": "interviews.forms.second_factor.PasskeyForm",
    "authenticate_webauthn": "interviews.forms.second_factor.SecondStepForm",
    "edit_webauthn": "interviews.forms.second_factor.PasskeyNameForm",
    "login_webauthn": "interviews.forms.second_factor.PasskeyLoginForm",
    "reauthenticate_webauthn": "interviews.forms.second_factor.IsItYouForm",
}
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Second Look"
MFA_TOTP_TOLERANCE = 1  # of 30 seconds, before and after: clocks of phones are a little off
# Whoever is logged in has a verified address, where addresses are verified at all. What is not
# verified is the one that somebody changes to, and that must not stand in the way.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# How often somebody tried is counted in the database, for all workers (migration 0005 has the
# table). The limit of entries is far away, for reaching it would forget tries that still count.
CACHES = {
    "default": {
        "BACKEND": "interviews.shared_cache.SharedCache",
        "LOCATION": "interviews_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT

# Mail: by EMAIL_URL, else into a folder, and then nobody is asked to verify an address.
EMAIL_URL = env.str("EMAIL_URL", default="")
EMAIL_TIMEOUT = 30  # seconds; a server that says nothing holds no worker and no timer for longer
if EMAIL_URL:
    try:
        globals().update(environ.Env.email_url_config(EMAIL_URL))
    except Exception as error:
        raise ImproperlyConfigured(
            "EMAIL_URL must look like smtp+tls://user:password@host:587."
        ) from error
    ACCOUNT_EMAIL_VERIFICATION = "mandatory"
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
    ACCOUNT_EMAIL_VERIFICATION = "none"
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=f"Second Look <no-reply@{ALLOWED_HOSTS[0]}>"
)
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

# Static files: ours, and Bootstrap's stylesheet out of its package.
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
_bootstrap = importlib.util.find_spec("bootstrap")
if _bootstrap is None or not _bootstrap.submodule_search_locations:
    raise ImproperlyConfigured("The package bootstrap-wrapper is not installed: run make run.")
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", Path(_bootstrap.submodule_search_locations[0]) / "css"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "interviews.storage.StaticStorage"},
}
WHITENOISE_MAX_AGE = 3600

# Time and language: instants are kept in UTC, and shown in a visit's own zone, never the server's.
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False
LANGUAGE_CODE = "en-gb"

# The wall. A note of 200,000 characters, each escaped at its longest, has to pass.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # bytes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # of an agenda's 500 meetings; see middleware.MOST_FIELDS
CSRF_FAILURE_VIEW = "interviews.views.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # a probe beside us speaks plain HTTP
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = False

# One line of JSON a request, on standard error. Django's own lines name paths, which hold tokens.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "interviews.log.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "interviews.requests": {"level": "INFO"},
        "django": {"handlers": [], "level": "WARNING"},
        **{
            name: {"handlers": [], "level": "CRITICAL", "propagate": False}
            for name in ("django.request", "django.security", "django.server")
        },
    },
}
