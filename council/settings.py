"""All settings; each comes from the environment (the README lists them) and has a safe default."""

from datetime import timedelta
from pathlib import Path

import environ

from .embedded import cache_options, database_options, secret_key

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = secret_key(env.str("SECRET_KEY", default=""), DATA_DIR, debug=DEBUG)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "council.admin.CouncilAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "simple_history",
    "meetings",
]
MIDDLEWARE = [
    "council.request_log.RequestLog",
    "council.health.Health",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "council.headers.strict_headers",
    "council.head_requests.without_body",
    "council.maintenance.Maintenance",
    "meetings.office_host.OfficeOfHost",
    "council.visitors.unknown",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "meetings.desk.typed_text.AsMeant",
]
AUTHENTICATION_BACKENDS = [
    "council.login_attempts.PerAddress",
    "axes.backends.AxesStandaloneBackend",
    "meetings.office_permissions.OfficeBackend",
]
ROOT_URLCONF = "council.urls"
WSGI_APPLICATION = "council.wsgi.application"
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
                "meetings.public.site_look.site_look",
            ],
            "builtins": ["meetings.templatetags.sent_once"],  # its csrf_token carries the form's own token too
        },
    }
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'council.sqlite3'}")}
DATABASES["default"].update(database_options(DATABASES["default"]["ENGINE"]))
CACHES = {"default": env.cache("CACHE_URL", default=f"filecache://{DATA_DIR / 'cache'}")}
if CACHES["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache":
    CACHES["default"]["BACKEND"] = "council.patient_cache.PatientRedisCache"
CACHES["default"]["OPTIONS"] = cache_options(CACHES["default"]["BACKEND"]) | CACHES["default"].get("OPTIONS", {})

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LOGIN_REDIRECT_URL = "admin:index"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # one mistyped account never locks a whole office out
AXES_FAILURE_LIMIT = env.int("LOGIN_ATTEMPTS", default=5)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("LOGIN_LOCK_MINUTES", default=15))
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page says until when: trying again does not move it
AXES_LOCKOUT_CALLABLE = "council.refusals.locked_out"
AXES_CLIENT_IP_CALLABLE = "council.refusals.address_of"
AXES_ENABLE_ADMIN = False  # the desk has its own page for unlocking, in Vietnamese
CSRF_FAILURE_VIEW = "council.refusals.stale_form"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["council.formats"]
LOCALE_PATHS = [BASE_DIR / "council" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
ACCEL_REDIRECT = env.str("ACCEL_REDIRECT", default="")  # where the proxy finds MEDIA_ROOT
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

HTTPS = env.bool("HTTPS", default=not DEBUG)
PROXY_COUNT = env.int("PROXY_COUNT", default=int(HTTPS))  # what ends TLS stands in front
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # HSTS over a whole domain is its owner's choice
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/quan-tri/"
SESSION_COOKIE_AGE = env.int("SESSION_MINUTES", default=30) * 60
SESSION_SAVE_EVERY_REQUEST = True
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
ATTACHMENT_MAX_MB = env.int("ATTACHMENT_MAX_MB", default=20)
PRESS_SECONDS = env.float("PRESS_SECONDS", default=60)
PRESS_MEMORY_MB = env.int("PRESS_MEMORY_MB", default=1024)
SIGNATURE_ROOTS = Path(env.str("SIGNATURE_ROOTS", default=str(DATA_DIR / "signature-roots"))).resolve()
SITE_URL = env.str("SITE_URL", default="").rstrip("/")  # as printed on papers
PORTAL_HOST = env.str("PORTAL_HOST", default="").lower()  # of no office: the site over all of them
PORTAL_NAME = env.str("PORTAL_NAME", default="")
ALLOWED_HOSTS += [PORTAL_HOST] if PORTAL_HOST else []
SHOWN_ON_PAGES = ("SITE_URL", "PORTAL_NAME", "EMAIL_URL")  # by public pages: another value makes every kept page anew

EMAIL_URL = env.str("EMAIL_URL", default="")  # without it letters are written, and wait
vars().update(env.email_url("EMAIL_URL", default="dummymail://"))
EMAIL_TIMEOUT = 20
EMAIL_FROM = env.str("EMAIL_FROM", default="khong-tra-loi@localhost")

WATCHERS = env.list("WATCHERS", default=[])
DISK_FREE_MB = env.int("DISK_FREE_MB", default=200)

LOG_FORMAT = env.str("LOG_FORMAT", default="json")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "council.json_log.JsonLines"},
        "text": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
