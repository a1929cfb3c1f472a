"""A field for a date, with a calendar in the colours of the window."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QTableView, QToolButton

from app.wording.language import Language


def date_field(language: Language, day: date) -> QDateEdit:
    """Shows `day` as the office writes it; which days are allowed is the caller's."""
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setLocale(QLocale(language.code))
    field.setDisplayFormat("d MMM yyyy")
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    calendar.setLocale(QLocale(language.code))
    for part in (calendar, *calendar.findChildren(QTableView)):
        part.setAccessibleName(language.say("Calendar"))
    for name, words in (
        ("qt_calendar_prevmonth", language.say("Previous month")),
        ("qt_calendar_nextmonth", language.say("Next month")),
    ):
        # Only an arrow is painted on them.
        for button in calendar.findChildren(QToolButton, name):
            button.setAccessibleName(words)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    # Qt paints weekends in a red that no look of ours has, and that says nothing here.
    plain = QTextCharFormat()
    plain.setForeground(field.palette().text())
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, plain)
    return field
