"""What the command line says about a portable office: lines of finished text."""

from app.services.portable.making import Made
from app.wording.language import Language
from app.wording.portable import personal_data_words, size_words


def portable_lines(made: Made, language: Language) -> list[str]:
    """Where the portable office stands, what it holds, and how it is to be kept."""
    say, many = language.say, language.say_many
    holds = (
        many("{count} picture", "{count} pictures", made.pictures),
        many("{count} backup", "{count} backups", made.backups),
        size_words(made.size, language),
    )
    lines = [say("Portable office: {path}").format(path=made.database.parent), ", ".join(holds)]
    if made.left_out:
        left = ", ".join(made.left_out)
        lines.append(say("Damaged before, and left out: {names}").format(names=left))
    lines.append(personal_data_words(language))
    return lines
