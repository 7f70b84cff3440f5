"""The web server's way in, ready before the first request comes.

A full look for garbage goes through everything that is alive and stops every request of the process meanwhile, for
100 to 230 ms once the pages are loaded. So what is loaded at the start is left out, and it comes far more seldom.
"""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")
application = get_wsgi_application()
MANY = (10_000, 20, 50)  # things made and not let go, before each of the three looks for garbage

_PAGES = get_resolver().url_patterns  # loads every page, which the first request would wait for
gc.collect()
gc.freeze()
gc.set_threshold(*MANY)
