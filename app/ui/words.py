"""Qt's own buttons in the office's language: Qt ships no Indonesian."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from app.wording.language import Language


class QtWords(QTranslator):
    """Answers Qt's standard buttons and menus from the same catalogue as everything else.

    Install it with `application.installTranslator`; what it does not know stays Qt's own.
    """

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = _words(language)

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        # Qt asks with mnemonics ("&Cancel") as well as without; ours carry none.
        answer = self._words.get(source_text.replace("&", ""))
        # Only None becomes Qt's null string, "not known here"; the stubs say str alone.
        return cast("str", answer)


def _words(language: Language) -> Mapping[str, str]:
    say = language.say
    return {
        "OK": say("OK"),
        "Cancel": say("Cancel"),
        "Yes": say("Yes"),
        "No": say("No"),
        "Save": say("Save"),
        "Save All": say("Save all"),
        "Open": say("Open"),
        "Close": say("Close"),
        "Apply": say("Apply"),
        "Reset": say("Reset"),
        "Discard": say("Do not save"),
        "Don't Save": say("Do not save"),
        "Help": say("Help"),
        "Retry": say("Try again"),
        "Ignore": say("Ignore"),
        "Abort": say("Stop"),
        "Choose": say("Choose"),
        "Undo": say("Undo"),
        "Redo": say("Redo"),
        "Cut": say("Cut"),
        "Copy": say("Copy"),
        "Paste": say("Paste"),
        "Delete": say("Delete"),
        "Select All": say("Select all"),
        "Step up": say("One up"),
        "Step down": say("One down"),
        **_file_words(language),
        **_printer_words(language),
    }


def _file_words(language: Language) -> Mapping[str, str]:
    """Of Qt's own file dialog, where the system has none."""
    say = language.say
    return {
        "Look in:": say("Folder:"),
        "File name:": say("File name:"),
        "Files of type:": say("Kind of file:"),
        "Directory:": say("Folder:"),
        "Computer": say("Computer"),
        "Directories": say("Folders"),
        "Name": say("Name"),
        "Size": say("Size"),
        "Type": say("Kind"),
        "Date Modified": say("Changed on"),
        "Folder": say("Folder"),
        "File": say("File"),
        "Back": say("Back"),
        "Forward": say("Forward"),
        "Parent Directory": say("One folder up"),
        "Create New Folder": say("New folder"),
        "New Folder": say("New folder"),
        "List View": say("As a list"),
        "Detail View": say("With details"),
        "All Files (*)": say("All files (*)"),
        "%1 already exists.\nDo you want to replace it?": say("%1 is there already. Replace it?"),
        "%1\nFile not found.\nPlease verify the correct file name was given.": say(
            "%1 was not found. Check the name of the file."
        ),
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.": say(
            "%1 was not found. Check the name of the folder."
        ),
    }


def _printer_words(language: Language) -> Mapping[str, str]:
    """Of Qt's own box for printers, where the system has none."""
    say = language.say
    return {
        "Print": say("Print"),
        "Printer": say("Printer"),
        "Name:": say("Name:"),
        "Location:": say("Place:"),
        "Type:": say("Kind:"),
        "Output file:": say("Into the file:"),
        "Properties": say("Properties"),
        "Options >>": say("More >>"),
        "Options <<": say("Less <<"),
        "Copies": say("Copies"),
        "Copies:": say("Copies:"),
        "Collate": say("Each copy whole"),
        "Reverse": say("Last page first"),
        "Print range": say("Which pages"),
        "Print all": say("All"),
        "Pages from": say("Pages from"),
        "Pages": say("Pages"),
        "Current Page": say("The shown page"),
        "Page Set:": say("Of these:"),
        "All Pages": say("All pages"),
        "Even Pages": say("Even pages"),
        "Odd Pages": say("Odd pages"),
        "Output Settings": say("Settings"),
        "Color Mode": say("Colours"),
        "Color": say("Coloured"),
        "Grayscale": say("Grey"),
        "Double Sided Printing": say("Both sides"),
        "Off": say("No"),
        "Long side binding": say("Turned at the long side"),
        "Short side binding": say("Turned at the short side"),
    }
