"""What people send by WhatsApp: lines with names and counts, and whom each one is about."""

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
    "Roster",
    "Silence",
    "read_chat",
    "read_one",
]
