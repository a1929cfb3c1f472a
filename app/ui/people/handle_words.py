"""What was understood of a text that stands for an account, or why it names none."""

from collections.abc import Mapping

from app.domain.handle import HandleReading, NoHandle, Unresolvable, shown
from app.domain.platform import Platform
from app.wording.language import Language, Words

_WHY: Mapping[Unresolvable, Words] = {
    Unresolvable.POST_LINK: lambda say: say("Link to a post. The link to the profile is needed."),
    Unresolvable.SHARE_LINK: lambda say: say(
        "Shared link that hides the name. Open it and copy the address of the profile."
    ),
    Unresolvable.SHORT_LINK: lambda say: say(
        "Shortened link. Open it and copy the address of the profile."
    ),
    Unresolvable.GROUP_LINK: lambda say: say("Link to a group, not to an account."),
    Unresolvable.DISPLAY_NAME: lambda say: say(
        "Looks like a name for display. The account's own name begins with @."
    ),
    Unresolvable.WRONG_PLATFORM: lambda say: say("Link to a site that is none of the platforms."),
    Unresolvable.PLATFORM_UNKNOWN: lambda say: say("It does not say on which platform."),
    Unresolvable.RESERVED: lambda say: say("A page of the platform itself, not an account."),
    Unresolvable.WORD: lambda say: say("A remark, not an account."),
    Unresolvable.HOSTILE: lambda say: say("Looks like a formula of a spreadsheet."),
    Unresolvable.INVALID: lambda say: say("No account can be called this."),
}


def understood(reading: HandleReading, platform: Platform, language: Language) -> str:
    """The account ("@name (Instagram)"), or why it names none; empty where nothing stands."""
    if belongs_elsewhere(reading, platform):
        handle = reading.handle
        name = handle.platform.name_shown if handle is not None else ""
        return language.say("This is an account on {platform}. Write it in that line.").format(
            platform=name
        )
    if reading.handle is not None:
        return language.say("{handle} ({platform})").format(
            handle=shown(reading.handle), platform=platform.name_shown
        )
    if reading.none is NoHandle.NONE:
        return language.say("Says there is no account.")
    if reading.none is NoHandle.EMPTY:
        return ""
    why = _WHY[reading.why or Unresolvable.INVALID](language.say)
    return language.say("{why} It is kept as written.").format(why=why)


def belongs_elsewhere(reading: HandleReading, platform: Platform) -> bool:
    """Names an account of another platform than the line it stands in."""
    return reading.handle is not None and reading.handle.platform is not platform
