"""Forms of two records that are one person: why, against the versions that the page showed."""

from django import forms

from kith.apps.networks.projections import PartingPage, TwoSides
from kith.web.children.fields import PlainText, version_field


class SameForm(forms.Form):
    """How somebody knows that two records are one person."""

    why = PlainText(
        limit="line",
        label="How do you know that they are one person?",
        help_text="For example: the same birth certificate, or she said so herself.",
    )

    def __init__(self, data: object, *, sides: TwoSides) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["version"] = version_field(sides.kept.version)
        self.fields["other_version"] = version_field(sides.merged.version)

    def seen(self) -> tuple[int, int]:
        return self.cleaned_data["version"], self.cleaned_data["other_version"]


class PartForm(forms.Form):
    """How somebody knows that they are two people after all."""

    why = PlainText(limit="line", label="How do you know that they are two people?")

    def __init__(self, data: object, *, page: PartingPage) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["version"] = version_field(page.version)
