"""What people send by WhatsApp: lines with names and counts, and whom each one is about."""

from app.domain.chat.answering import (
    asked_item,
    is_count,
    meanings,
    with_count,
    with_person,
    with_platform,
    with_platforms,
)
from app.domain.chat.quick import QuickReading, read_quick
from app.domain.chat.reading import read_chat, read_one
from app.domain.chat.roster import Roster
from app.domain.chat.values import ChatLine, Clues, Doubt, Item, Known, Match, Silence

__all__ = [
    "ChatLine",
    "Clues",
    "Doubt",
    "Item",
    "Known",
    "Match",
    "QuickReading",
    "Roster",
    "Silence",
    "asked_item",
    "is_count",
    "meanings",
    "read_chat",
    "read_one",
    "read_quick",
    "with_count",
    "with_person",
    "with_platform",
    "with_platforms",
]
