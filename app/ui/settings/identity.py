"""The card with the office's identity: what heads every report."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.office import Office
from app.services.logo import MOST_BYTES, LogoFlaw, read_logo
from app.services.preferences import KeepPreferences
from app.ui.parts.card import Card
from app.ui.parts.fields import FieldLeft, beside, form_grid
from app.ui.parts.text import label
from app.ui.prompts import Prompts
from app.ui.settings.logo import LogoField
from app.ui.settings.saving import Saving
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language


class IdentityCard(QWidget):
    """Each field is saved when it is left, or with Enter."""

    office_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        preferences: KeepPreferences,
        saving: Saving,
        tasks: TaskRunner,
        prompts: Prompts,
    ) -> None:
        super().__init__()
        self._language = language
        self._preferences, self._saving = preferences, saving
        self._tasks, self._prompts = tasks, prompts
        self._office = Office()
        self._fields = {
            name: QLineEdit()
            for name in ("government", "name", "address", "phone", "contact", "city")
        }
        for field in self._fields.values():
            # A long line is cut short in its field.
            field.textChanged.connect(field.setToolTip)
        self._logo = LogoField(theme, language)
        card = Card(theme, language.say("Identity of the office"))
        grid = form_grid()
        self._add_fields(theme, grid)
        row = grid.rowCount()
        words = label(theme, language.say("Logo"), font="small", tone="text_2")
        grid.addWidget(words, row, 0)
        grid.addWidget(self._logo, row, 1)
        card.body.addLayout(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._logo.choose_asked.connect(self._choose_logo)
        self._logo.remove_asked.connect(self._remove_logo)

    def show_office(self, office: Office) -> None:
        """What is stored; a field that is being typed in keeps its text."""
        self._office = office
        for name, field in self._fields.items():
            if not field.hasFocus():
                field.setText(getattr(office, name))
                field.setCursorPosition(0)
        self._logo.show_logo(office.logo)

    def _add_fields(self, theme: Theme, grid: QGridLayout) -> None:
        say = self._language.say
        words = (
            say("Government"),
            say("Office"),
            say("Address"),
            say("Telephone"),
            say("Web site, e-mail"),
            say("City"),
        )
        hints = (
            say("For example Kabupaten Tirta Jaya"),
            say("E.g. Dinas Komunikasi dan Informatika"),
            say("Street, number, postcode"),
            "",
            "",
            say("Stands before the date of a signature"),
        )
        for text, hint, field in zip(words, hints, self._fields.values(), strict=True):
            beside(theme, grid, text, field)
            field.setPlaceholderText(hint)
            field.setAcceptDrops(False)
            field.returnPressed.connect(self._keep_fields)
            FieldLeft(field).left.connect(self._keep_fields)

    @Slot()
    def _keep_fields(self) -> None:
        texts = {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        self._keep(
            replace(
                self._office,
                government=texts["government"],
                name=texts["name"],
                address=texts["address"],
                phone=texts["phone"],
                contact=texts["contact"],
                city=texts["city"],
            )
        )

    def _keep(self, office: Office) -> None:
        if office == self._office:
            return
        self._office = office
        write = partial(self._preferences.save_office, office)
        self._saving.write(write, self.office_changed.emit)

    # Logo

    @Slot()
    def _choose_logo(self) -> None:
        say = self._language.say
        pictures = say("Pictures")
        filters = f"{pictures} (*.png *.jpg *.jpeg)"
        self._prompts.choose_files(say("Choose the logo"), filters, self._read_logo)

    def _read_logo(self, paths: list[Path]) -> None:
        if paths:
            work = partial(read_logo, paths[0])
            self._tasks.run(work, done=self._take_logo, failed=self._fail)

    def _take_logo(self, found: bytes | LogoFlaw) -> None:
        if isinstance(found, LogoFlaw):
            self._logo.complain(self._complaint(found))
            return
        self._keep(replace(self._office, logo=found))
        self._logo.show_logo(found)

    @Slot()
    def _remove_logo(self) -> None:
        self._keep(replace(self._office, logo=b""))
        self._logo.show_logo(b"")

    def _fail(self, error: AppError) -> None:
        self._prompts.explain(error)

    def _complaint(self, flaw: LogoFlaw) -> str:
        if flaw is LogoFlaw.NOT_A_PICTURE:
            return self._language.say(
                "This is no PNG or JPEG picture. The logo is unchanged. Choose another file."
            )
        return self._language.say(
            "This file is larger than {most} KB. The logo is unchanged. Save it smaller, then "
            "choose it again."
        ).format(most=self._language.number(MOST_BYTES // 1000))
