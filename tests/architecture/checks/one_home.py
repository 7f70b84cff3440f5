"""What has one home in the kernel is not written again elsewhere: reading our data files, and a day in words."""

import re
from pathlib import Path

from tests.architecture.checks.breach import Breach

READS_OWN_FILE = re.compile(r"tomllib\.loads\([^\n]*(?:\bfiles\(|\.read_text\()")
DAY_IN_WORDS = re.compile(r"\.day\} \{[\w.()]*:%B|\{[\w.()]*:%A\} \{[\w.()]*\.day\}")
KERNEL_FILES = ("data_files.py", "days.py")


def written_again(path: Path) -> list[Breach]:
    if path.name in KERNEL_FILES and path.parent.name == "kernel":
        return []
    text = path.read_text(encoding="utf-8")
    breaches = []
    if READS_OWN_FILE.search(text):
        breaches.append(Breach("written_again", str(path), "reads a data file; kernel.data_files.toml_of does."))
    if DAY_IN_WORDS.search(text):
        breaches.append(Breach("written_again", str(path), "puts a day into words; kernel.days does."))
    return breaches
