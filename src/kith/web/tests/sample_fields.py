"""Stand-ins with the face of Django's bound fields and forms, so that templates render without a project."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Choice = tuple[str, str]
Choices = tuple[Choice | tuple[str, tuple[Choice, ...]], ...]


@dataclass(frozen=True)
class FieldType:
    choices: Choices = ()


@dataclass(frozen=True)
class SampleField:
    """Only what `components/forms.html` reads of a bound field."""

    name: str
    label: str
    widget_type: str = "text"
    help_text: str = ""
    held: object = None
    errors: tuple[str, ...] = ()
    choices: Choices = ()
    is_hidden: bool = False

    @property
    def html_name(self) -> str:
        return self.name

    @property
    def auto_id(self) -> str:
        return f"id_{self.name}"

    @property
    def id_for_label(self) -> str:
        """Empty for groups, as Django has it: a group has no single control to point at."""
        return "" if self.widget_type in ("radioselect", "checkboxselectmultiple") else self.auto_id

    @property
    def field(self) -> FieldType:
        return FieldType(self.choices)

    def value(self) -> object:
        return self.held

    def __html__(self) -> str:
        return f'<input type="hidden" name="{self.name}" value="{self.held}">'


@dataclass(frozen=True)
class SampleForm:
    fields: tuple[SampleField, ...]
    is_bound: bool = False
    faults: tuple[str, ...] = field(default=())

    def __iter__(self) -> Iterator[SampleField]:
        return iter(self.fields)

    def __getitem__(self, name: str) -> SampleField:
        return {each.name: each for each in self.fields}[name]

    def visible_fields(self) -> list[SampleField]:
        return [each for each in self.fields if not each.is_hidden]

    def hidden_fields(self) -> list[SampleField]:
        return [each for each in self.fields if each.is_hidden]

    def non_field_errors(self) -> tuple[str, ...]:
        return self.faults
