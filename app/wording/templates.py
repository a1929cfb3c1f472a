"""The words around the office's own template: the names of its places, faults, losses."""

from collections.abc import Mapping

from app.domain.template import ROW_MARK, Loss, TemplateFault
from app.wording.language import Language, Words

WHOLE_NAMES: Mapping[str, tuple[str, str]] = {
    "government": ("pemerintah", "government"),
    "office": ("kantor", "office"),
    "address": ("alamat", "address"),
    "phone": ("telepon", "phone"),
    "contact": ("kontak", "contact"),
    "city": ("kota", "city"),
    "as_of": ("tanggal", "date"),
    "month": ("bulan", "month"),
    "rule": ("kriteria", "criteria"),
    "number": ("jumlah", "number"),
    "everyone": ("jumlah_asn", "number_of_people"),
    "knows_name": ("mengetahui_nama", "noted_by_name"),
    "knows_nip": ("mengetahui_nip", "noted_by_nip"),
    "knows_position": ("mengetahui_jabatan", "noted_by_position"),
    "knows_rank": ("mengetahui_pangkat", "noted_by_rank"),
    "signs_name": ("pembuat_nama", "author_name"),
    "signs_nip": ("pembuat_nip", "author_nip"),
    "signs_position": ("pembuat_jabatan", "author_position"),
    "signs_rank": ("pembuat_pangkat", "author_rank"),
}
"""What a template may ask for once: by our name the Indonesian and the English one. They are part
of files that offices keep, so they stay as they are, whatever language the window speaks."""

ROW_NAMES: Mapping[str, tuple[str, str]] = {
    "place": ("no", "no"),
    "name": ("nama", "name"),
    "nip": ("nip", "nip"),
    "rank": ("pangkat", "rank"),
    "position": ("jabatan", "position"),
    "unit": ("unit", "unit"),
    "organisation": ("opd", "organisation"),
    "recorded": ("tanggal", "date"),
    "basis": ("dasar", "basis"),
    "verdict": ("hasil", "verdict"),
    "reason": ("penjelasan", "reason"),
    "account": ("akun", "account"),
    "count": ("pengikut", "followers"),
}
"""What the marked row may ask for each person; the last two with "_" and a platform behind."""

_LOSSES: Mapping[Loss, Words] = {
    Loss.SHAPES: lambda say: say("shapes and text boxes"),
    Loss.CHARTS: lambda say: say("the looks of charts"),
    Loss.SPARKLINES: lambda say: say("small charts inside cells"),
    Loss.CONDITIONAL_FORMATS: lambda say: say("some conditional formats"),
    Loss.VALIDATIONS: lambda say: say("some lists to choose from"),
    Loss.SLICERS: lambda say: say("slicers"),
    Loss.CONTROLS: lambda say: say("buttons and boxes to tick"),
    Loss.OBJECTS: lambda say: say("embedded documents"),
    Loss.HEADER_PICTURES: lambda say: say("pictures in the head or foot of pages"),
    Loss.CONVERSATIONS: lambda say: say("conversations about cells"),
    Loss.CONNECTIONS: lambda say: say("connections to other data"),
    Loss.SIGNATURE: lambda say: say("the digital signature"),
    Loss.PICTURES: lambda say: say("pictures in EMF, WMF or SVG"),
}

_FAULTS: Mapping[TemplateFault, Words] = {
    TemplateFault.MACROS: lambda say: say(
        "{name} holds a macro. Nothing was written. Save it in Excel as a workbook without macros "
        "(.xlsx), then choose that file."
    ),
    TemplateFault.OLD_FORMAT: lambda say: say(
        "{name} is no .xlsx workbook. Nothing was written. Open it in Excel, save it as .xlsx, then "
        "choose that file."
    ),
    TemplateFault.NO_ROW: lambda say: say(
        "No row of {name} is marked for the people. Nothing was written. Write names such as "
        "{mark} into one row of its table."
    ),
    TemplateFault.TWO_ROWS: lambda say: say(
        "Sheet {sheet} of {name} has two rows that are marked for the people. Nothing was written. "
        "Leave the names in one row only."
    ),
    TemplateFault.JOINED_DOWN: lambda say: say(
        "On sheet {sheet} of {name} a cell of the marked row is joined with another row. Nothing was "
        "written. Separate the joined cells, then try again."
    ),
    TemplateFault.OUR_SHEET: lambda say: say(
        "{name} has a sheet called {sheet}, where Gaung keeps its own facts. Nothing was written. "
        "Delete that sheet or give it another name, then try again."
    ),
}


_MEANINGS: Mapping[str, Words] = {
    "government": lambda say: say("the government, as in the settings"),
    "office": lambda say: say("the name of the office"),
    "address": lambda say: say("its address"),
    "phone": lambda say: say("its telephone"),
    "contact": lambda say: say("its web site and e-mail"),
    "city": lambda say: say("the place before the date"),
    "as_of": lambda say: say("the day as of which everybody is judged"),
    "month": lambda say: say("the month, in capitals"),
    "rule": lambda say: say("the rule, with its source"),
    "number": lambda say: say("how many people qualify"),
    "everyone": lambda say: say("how many people are recorded"),
    "knows_name": lambda say: say("who takes note: name"),
    "knows_nip": lambda say: say("who takes note: NIP"),
    "knows_position": lambda say: say("who takes note: position"),
    "knows_rank": lambda say: say("who takes note: rank"),
    "signs_name": lambda say: say("the author: name"),
    "signs_nip": lambda say: say("the author: NIP"),
    "signs_position": lambda say: say("the author: position"),
    "signs_rank": lambda say: say("the author: rank"),
    "row.place": lambda say: say("the number of the row"),
    "row.name": lambda say: say("name with titles"),
    "row.nip": lambda say: say("NIP, as text"),
    "row.rank": lambda say: say("rank and grade"),
    "row.position": lambda say: say("position"),
    "row.unit": lambda say: say("the finer unit"),
    "row.organisation": lambda say: say("the organisation"),
    "row.recorded": lambda say: say("the day of the deciding count"),
    "row.basis": lambda say: say("the platforms that meet the rule"),
    "row.verdict": lambda say: say("the verdict in words"),
    "row.reason": lambda say: say("the explanation"),
    "row.account": lambda say: say("the account on a platform"),
    "row.count": lambda say: say("the followers on a platform"),
}


def names_with_meanings(language: Language) -> list[tuple[str, str]]:
    """Each name as it stands between the braces, in this language, and what comes there.

    Without the braces: in a list they would be places themselves.
    """
    which = 1 if language.code == "en" else 0
    entries = [(words[which], _MEANINGS[name](language.say)) for name, words in WHOLE_NAMES.items()]
    for name, words in ROW_NAMES.items():
        end = "_instagram" if name in ("account", "count") else ""
        meaning = _MEANINGS[f"row.{name}"](language.say)
        entries.append((f"{ROW_MARK}{words[which]}{end}", meaning))
    return entries


def place_of(name: str, language: Language, *, in_row: bool = False, end: str = "") -> str:
    """One place as it is written in a cell; `name` is ours."""
    which = 1 if language.code == "en" else 0
    words = ROW_NAMES[name] if in_row else WHOLE_NAMES[name]
    return _place(f"{ROW_MARK if in_row else ''}{words[which]}{end}")


def _place(name: str) -> str:
    return "{{" + name + "}}"


def fault_words(fault: TemplateFault, language: Language) -> str:
    """The sentence, with places for {name} and {sheet}."""
    mark = "{{{{" + ROW_MARK + ROW_NAMES["name"][0] + "}}}}"
    return _FAULTS[fault](language.say).replace("{mark}", mark)


def loss_words(losses: tuple[Loss, ...], language: Language) -> str:
    """What would be lost, one after the other with commas."""
    return ", ".join(_LOSSES[loss](language.say) for loss in losses)
