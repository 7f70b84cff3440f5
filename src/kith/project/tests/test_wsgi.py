"""The web server before its first request, in a process of its own: it changes how Python collects garbage."""

import json
import os
import subprocess
import sys

ASK = """
import gc, json, sys
import kith.project.wsgi
print(json.dumps([gc.get_freeze_count(), gc.get_threshold()[2], "kith.web.children.pages" in sys.modules]))
"""


def test_every_page_is_loaded_and_left_out_of_looks_for_garbage() -> None:
    command = [sys.executable, "-c", ASK]
    answer = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=True)
    frozen, seldom, has_pages = json.loads(answer.stdout)
    assert frozen > 100_000 and seldom > 10 and has_pages
