"""Every colour of the window, in its three looks. No colour is written anywhere else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours by their use, as #RRGGBB. `coverage_n` shades a cell of n people or more."""

    window: str
    surface: str
    surface_2: str
    sidebar: str
    border: str
    border_strong: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_hover: str
    accent_tint: str
    selection: str
    on_accent: str
    focus: str
    grid: str
    zebra: str
    disabled: str
    qualifies_fill: str
    qualifies_text: str
    qualifies_tint: str
    not_yet_fill: str
    not_yet_text: str
    not_yet_tint: str
    stale_fill: str
    stale_text: str
    stale_tint: str
    no_data_fill: str
    no_data_text: str
    no_data_line: str
    warning_text: str
    warning_tint: str
    warning_line: str
    error_text: str
    error_tint: str
    coverage_1: str
    coverage_10: str
    coverage_50: str


LIGHT = Tokens(
    window="#F4F6F8",
    surface="#FFFFFF",
    surface_2="#EDF0F4",
    sidebar="#E9EDF2",
    border="#D3D9E0",
    border_strong="#838D99",
    text="#1A232D",
    text_2="#4A5663",
    text_3="#566270",
    accent="#1B4F9C",
    accent_hover="#163F7D",
    accent_tint="#E3ECF9",
    selection="#D6E4F7",
    on_accent="#FFFFFF",
    focus="#1B4F9C",
    grid="#E4E8ED",
    zebra="#FAFBFC",
    disabled="#8A94A0",
    qualifies_fill="#00756A",
    qualifies_text="#00655B",
    qualifies_tint="#DDF1EE",
    not_yet_fill="#D97A1E",
    not_yet_text="#8A4300",
    not_yet_tint="#FBEBD9",
    stale_fill="#7A4FBF",
    stale_text="#5E37A6",
    stale_tint="#EEE7FA",
    no_data_fill="#C3CAD2",
    no_data_text="#4A5663",
    no_data_line="#838D99",
    warning_text="#7A4B00",
    warning_tint="#FFF3D6",
    warning_line="#B07600",
    error_text="#A8201A",
    error_tint="#FCE8E6",
    coverage_1="#F2F6FC",
    coverage_10="#E3ECF9",
    coverage_50="#CFE0F7",
)


DARK = Tokens(
    window="#14181D",
    surface="#1B2027",
    surface_2="#242B34",
    sidebar="#171C22",
    border="#36404B",
    border_strong="#7D8995",
    text="#E8ECF0",
    text_2="#B4BEC8",
    text_3="#A3AFBA",
    accent="#8AB8F7",
    accent_hover="#A9CBFA",
    accent_tint="#1F3250",
    selection="#26406A",
    on_accent="#0D1B2E",
    focus="#8AB8F7",
    grid="#2C343D",
    zebra="#1E242B",
    disabled="#6B7682",
    qualifies_fill="#3DB8AA",
    qualifies_text="#74D6CA",
    qualifies_tint="#13332F",
    not_yet_fill="#E69A4B",
    not_yet_text="#F2B471",
    not_yet_tint="#3A2814",
    stale_fill="#A98BE8",
    stale_text="#C4AEF3",
    stale_tint="#2C2345",
    no_data_fill="#5F6B78",
    no_data_text="#B4BEC8",
    no_data_line="#7D8995",
    warning_text="#F5CB6B",
    warning_tint="#3A2E12",
    warning_line="#C99A2E",
    error_text="#FF9D94",
    error_tint="#43201D",
    coverage_1="#1B2A40",
    coverage_10="#1F3250",
    coverage_50="#26406A",
)


HIGH_CONTRAST = Tokens(
    window="#000000",
    surface="#000000",
    surface_2="#0F0F0F",
    sidebar="#000000",
    border="#FFFFFF",
    border_strong="#FFFFFF",
    text="#FFFFFF",
    text_2="#F0F0F0",
    text_3="#D9D9D9",
    accent="#5CD6FF",
    accent_hover="#A6E8FF",
    accent_tint="#00303F",
    selection="#004A61",
    on_accent="#000000",
    focus="#FFE14D",
    grid="#5A5A5A",
    zebra="#000000",
    disabled="#B0B0B0",
    qualifies_fill="#3DDCC4",
    qualifies_text="#3DDCC4",
    qualifies_tint="#00221D",
    not_yet_fill="#FFA51F",
    not_yet_text="#FFB14A",
    not_yet_tint="#2B1800",
    stale_fill="#A98BFF",
    stale_text="#CDBBFF",
    stale_tint="#1E0F36",
    no_data_fill="#000000",
    no_data_text="#E6E6E6",
    no_data_line="#C8C8C8",
    warning_text="#FFE14D",
    warning_tint="#2A2300",
    warning_line="#FFE14D",
    error_text="#FF9A92",
    error_tint="#330A07",
    coverage_1="#000000",
    coverage_10="#000000",
    coverage_50="#000000",
)
