"""The form with which a picture begins: whose view it is, in which look, and who is there."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from kith.apps.pictures.projections import KindCard, PicturesPage, PictureStart, PutIn
from kith.kernel.days import day_words
from kith.kernel.text import LIMITS
from kith.web.children.fields import NOT_OFFERED

RELATIVE = "relative"


class ViewForm(forms.Form):
    """Whose view a picture is: nobody's view is the picture of everybody."""

    whose = forms.ChoiceField(label="Whose view is it?", widget=forms.RadioSelect, error_messages=NOT_OFFERED)
    view_of = forms.ChoiceField(label="Which relative’s view?", required=False, error_messages=NOT_OFFERED)

    def __init__(self, *args: Any, child_name: str, people: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("whose", (("child", child_name), (RELATIVE, "A relative"), ("worker", "Mine, as a worker")))
        self.offer("view_of", (("", "Choose"), *people))
        self.fields["whose"].initial = "child"
        if not people:
            del self.fields["view_of"]

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        self.fields[name].choices = list(choices)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("whose") == RELATIVE and not said.get("view_of"):
            self.add_error("view_of" if "view_of" in self.fields else None, "Say which relative’s view it is.")
        return said

    @property
    def view_said(self) -> str:
        """The relative's ref; empty for every other view."""
        said = self.cleaned_data
        return said.get("view_of", "") if said["whose"] == RELATIVE else ""


class BeginForm(ViewForm):
    """Whose view comes first."""

    look = forms.ChoiceField(label="How shall it look?", widget=forms.RadioSelect, required=False)
    present = forms.CharField(
        label="Who is there?",
        help_text="For example: Noor, her sister and you, at home.",
        max_length=LIMITS["line"],
        required=False,
    )
    follows = forms.ChoiceField(
        label="Begin with what stood on an earlier one?",
        help_text="The earlier one stays as it is.",
        required=False,
    )
    put_in = forms.MultipleChoiceField(
        label="Whom shall we put in at the start?",
        help_text="Leave out whom they do not count. Others can be added later.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, kind: KindCard, child_name: str, page: PicturesPage, **options: Any) -> None:
        super().__init__(*args, child_name=child_name, people=page.people, **options)
        self.kind = kind
        self.offer("put_in", page.people)
        self.fields["put_in"].initial = [ref for ref, _ in page.people if ref in page.kin]
        finished = [card for card in kind.pictures if card.is_finished]
        earlier = tuple((card.ref, f"{card.whose}, {day_words(card.drawn_on)}") for card in finished)
        self.offer("follows", (("", "No, begin with a blank one"), *earlier))
        self.offer("look", kind.looks)
        if kind.looks:
            self.fields["look"].initial = kind.looks[0][0]
        asked = {"look": kind.looks, "follows": earlier, "put_in": page.people and kind.from_network}
        for name, is_asked in asked.items():
            if not is_asked:
                del self.fields[name]

    @property
    def ticked(self) -> tuple[str, ...]:
        """Who is put in at the start; an earlier version that is gone on from brings its own."""
        said = self.cleaned_data
        return () if said.get("follows") else tuple(said.get("put_in", ()))

    def start(self, put_in: PutIn | None) -> PictureStart:
        said = self.cleaned_data
        return PictureStart(
            kind=self.kind.name,
            whose=said["whose"],
            view_of=self.view_said,
            look=said.get("look", ""),
            present=said["present"],
            follows=said.get("follows", ""),
            put_in=put_in,
        )
