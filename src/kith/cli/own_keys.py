"""Keys that an installation made for itself lie in its data folder: right for a demonstration, never for live data."""

from django.conf import settings

from kith.apps.installation.queries import installation_facts


def misplaced_keys() -> str:
    """What to do about keys of live data that lie beside what they protect; nothing where all is well."""
    lying = {setting: path.name for setting, path in settings.OWN_KEY_FILES.items() if path.exists()}
    if not lying or not installation_facts().is_live:
        return ""
    return (
        "Keys of live data may not lie in the data folder, where whoever has a backup has them too: "
        f"give what stands in {', '.join(lying.values())} as {', '.join(lying)}, and take the files away."
    )
