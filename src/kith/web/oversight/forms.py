"""Forms of oversight. They gather words; the rules live below."""

from django import forms

from kith.web.children.fields import PlainText


class ReviewForm(forms.Form):
    """Right or not, and a sentence."""

    outcome = forms.ChoiceField(
        label="Was it right to look?",
        choices=[("right", "Right"), ("not_right", "Not right: their emergency looks are suspended")],
        widget=forms.RadioSelect,
    )
    words = PlainText(limit="line", label="What did you find?", help_text="One sentence. It stays on record.")


class GiveBackForm(forms.Form):
    """Why somebody may take emergency looks again."""

    why = PlainText(limit="line", label="Why?", help_text="One sentence. It stays on record.")
