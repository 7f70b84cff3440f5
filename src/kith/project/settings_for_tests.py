"""The settings of the tests: fast hashing, a database per run, nothing of a real installation."""

import os
import tempfile

os.environ.setdefault("KITH_DATA_DIR", tempfile.mkdtemp(prefix="kith-tests-"))

from kith.project.environment import postgresql_database, read_environment, sqlite_database
from kith.project.settings import *  # noqa: F403
from kith.project.settings import DATA_DIR

_url = read_environment()["KITH_TEST_DATABASE_URL"]
DATABASES = {"default": postgresql_database(_url) if _url else sqlite_database(DATA_DIR / "tests.sqlite3")}
if not _url:
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / f"tests-{os.getpid()}.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
