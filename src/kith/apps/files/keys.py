"""The file keys, which are in no backup of files either, and for what purposes other keys are derived from them."""

from django.conf import settings

from kith.apps.records.keys import Key, KeyKind, key_with_id
from kith.kernel.errors import KithError

FILE_KEY = KeyKind(
    name="file key",
    setting="KITH_FILE_KEY",
    own_file="files.key",
    advice="Each is 32 random bytes in base64.",
    id_mark=b"kith file key id",
    purpose_mark="kith file ",
)
CONTENT, NAME, FINGERPRINT = "content", "name", "fingerprint"


class NoFileKey(KithError):
    """A file cannot be opened without the key it was encrypted under."""


def file_key_in_use() -> Key:
    key: Key = settings.FILE_KEYS[0]
    return key


def file_key_of(key_id: str) -> Key:
    key = key_with_id(key_id, settings.FILE_KEYS)
    if key is None:
        raise NoFileKey(
            f"This file needs the file key {key_id}, which is not among those in {FILE_KEY.setting}. "
            "Tell your administrator."
        )
    return key
