"""Field keys: what seals small texts at rest (secrets of signing in, kept words, family copies), and nothing else."""

from kith.apps.records.keys import KeyKind

FIELD_KEY = KeyKind(
    name="field key",
    setting="KITH_FIELD_KEY",
    own_file="field.key",
    advice="Each is 32 random bytes in base64.",
    id_mark=b"kith field key:",
    purpose_mark="kith field: ",
)
