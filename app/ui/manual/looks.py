"""How a page of the manual is dressed: from the tokens, for the window and for paper."""

from string import Template

from app.ui.theme.tokens import LIGHT, Tokens

_SHEET = Template("""
body, p, li, td, th { color: $text; font-size: 14px; }
p, li { line-height: 145%; margin-top: 0; margin-bottom: 9px; }
li { margin-bottom: 5px; }
p.head1 { font-size: 20px; font-weight: 600; color: $text; margin-top: 0; margin-bottom: 10px; }
p.head2 { font-size: 16px; font-weight: 600; color: $text; margin-top: 18px; margin-bottom: 6px; }
p.head3 { font-size: 14px; font-weight: 600; color: $text; margin-top: 14px; margin-bottom: 4px; }
b { font-weight: 600; color: $text; }
i { color: $text; }
a { color: $accent; }
span.keys { background-color: $surface_2; color: $text; font-size: 13px; }
table.note { background-color: $accent_tint; margin-top: 4px; margin-bottom: 10px; }
td.note { padding: 8px 12px 8px 12px; color: $text; }
table.message { background-color: $surface_2; margin-top: 2px; margin-bottom: 8px; }
td.message { padding: 7px 12px 7px 12px; color: $text_2; font-size: 13px; }
table.grid { margin-top: 4px; margin-bottom: 10px; border-collapse: collapse; }
table.grid td, table.grid th { padding: 5px 8px 5px 8px; border: 1px solid $border; }
table.grid th { background-color: $surface_2; color: $text_2; font-weight: 600; }
p.picture { color: $text_2; font-size: 12px; margin-top: 6px; margin-bottom: 12px; }
""")


def page_sheet(tokens: Tokens) -> str:
    """The sheet of a page on the screen."""
    return _SHEET.substitute(
        text=tokens.text,
        text_2=tokens.text_2,
        accent=tokens.accent,
        accent_tint=tokens.accent_tint,
        surface_2=tokens.surface_2,
        border=tokens.border,
    )


def paper_sheet() -> str:
    """The same on paper, which is white in every look."""
    return page_sheet(LIGHT)
