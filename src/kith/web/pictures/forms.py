"""The form with which a picture begins: whose view it is, in which look, and who is there; and an uploaded picture."""

from typing import Any

from django import forms

from kith.apps.pictures.projections import KindCard, PicturesPage, PictureStart, PutIn
from kith.kernel.days import day_words
from kith.kernel.text import LIMITS

RELATIVE = "relative"


class BeginForm(forms.Form):
    """Whose view comes first, because nobody's view is the picture of everybody."""

    whose = forms.ChoiceField(label="Whose view is it?", widget=forms.RadioSelect)
    view_of = forms.ChoiceField(label="Which relative’s view?", required=False)
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
        super().__init__(*args, **options)
        self.kind = kind
        self._choices("whose", (("child", child_name), (RELATIVE, "A relative"), ("worker", "Mine, as a worker")))
        self._choices("view_of", (("", "Choose"), *page.people))
        self._choices("put_in", page.people)
        self.fields["put_in"].initial = [ref for ref, _ in page.people if ref in page.kin]
        finished = [card for card in kind.pictures if card.is_finished]
        earlier = tuple((card.ref, f"{card.whose}, {day_words(card.drawn_on)}") for card in finished)
        self._choices("follows", (("", "No, begin with a blank one"), *earlier))
        self._choices("look", kind.looks)
        self.fields["whose"].initial = "child"
        if kind.looks:
            self.fields["look"].initial = kind.looks[0][0]
        has_people = bool(page.people)
        asked = {"look": kind.looks, "follows": earlier, "view_of": has_people}
        for name, is_asked in (asked | {"put_in": has_people and kind.from_network}).items():
            if not is_asked:
                del self.fields[name]

    def _choices(self, name: str, choices: Any) -> None:
        self.fields[name].choices = list(choices)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("whose") == RELATIVE and not said.get("view_of"):
            self.add_error("view_of" if "view_of" in self.fields else None, "Say which relative’s view it is.")
        return said

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
            view_of=said.get("view_of", "") if said["whose"] == RELATIVE else "",
            look=said.get("look", ""),
            present=said["present"],
            follows=said.get("follows", ""),
            put_in=put_in,
        )


class UploadedPicture(forms.Form):
    """A photograph that somebody took: with a telephone, by its camera."""

    LARGEST = 8 * 1024 * 1024

    picture = forms.FileField(
        label="The photograph",
        help_text="PNG, JPEG or WebP, at most 8 MB. No place, day or face is read from it.",
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
        error_messages={
            "required": "Choose a photograph of at most 8 MB, or take one.",
            "empty": "This file is empty. Choose the photograph.",
        },
    )

    def clean_picture(self) -> bytes:
        uploaded = self.cleaned_data["picture"]
        if uploaded.size > self.LARGEST:
            raise forms.ValidationError("This photograph is over 8 MB. Save it smaller, or take it once more.")
        data: bytes = uploaded.read()
        return data

    @property
    def file_name(self) -> str:
        return str(getattr(self.files.get("picture"), "name", "")) or "picture"
