"""What others may know of the installation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstallationFacts:
    """A demonstration or a live installation, and whose."""

    kind: str = ""
    partnership: str = "Kith"

    @property
    def is_demo(self) -> bool:
        return self.kind == "demo"

    @property
    def is_live(self) -> bool:
        return self.kind == "live"
