"""Where tables remember their arrangement: among the settings of the office."""

from app.services.preferences import KeepPreferences


class RememberedTables:
    """Fits the settings to what tables ask of a memory."""

    def __init__(self, preferences: KeepPreferences) -> None:
        self._preferences = preferences

    def load(self, key: str) -> str | None:
        """What was saved under this key."""
        return self._preferences.load(key)

    def save(self, key: str, text: str) -> None:
        """Saves it at once; the last one holds."""
        self._preferences.remember(key, text)
