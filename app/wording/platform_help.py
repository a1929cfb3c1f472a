"""What each platform demands of an office, and what to arrange, step by step.

For somebody who has never seen a console for developers. As known in November 2026.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.platform import Platform
from app.wording.fetching import by_hand_sentence
from app.wording.language import Language
from app.wording.x_terms import what_it_means


@dataclass(frozen=True, slots=True)
class PlatformHelp:
    """`steps` are done in their order; none where there is nothing to arrange."""

    heading: str
    terms: str
    steps: Sequence[str] = ()


def platform_help(language: Language) -> Sequence[PlatformHelp]:
    """Every platform, after what holds for all of them."""
    return (
        _of_all(language),
        _instagram(language),
        _facebook(language),
        _x(language),
        _youtube(language),
        _free(language),
        _by_hand(language),
    )


def _of_all(language: Language) -> PlatformHelp:
    say = language.say
    return PlatformHelp(
        say("For all platforms"),
        say(
            "Ask each person for consent and record it with its day. What is fetched is an inventory "
            "of reach: no reward, no punishment and no decision about a person may follow from it by "
            "itself. Who withdraws consent is asked about no more."
        ),
    )


def _instagram(language: Language) -> PlatformHelp:
    say = language.say
    return PlatformHelp(
        Platform.INSTAGRAM.name_shown,
        say(
            "Only professional accounts (business or creator) can be read, and only in the name of a "
            "professional account of the office. Personal accounts are recorded by hand."
        ),
        (
            say("Make the office's own Instagram account a professional one, in its settings."),
            say("Connect it with a Facebook Page of the office, in the settings of the Page."),
            say("On developers.facebook.com make an app of the type Business."),
            say(
                "Let the app give you a token with instagram_basic, instagram_manage_insights and "
                "pages_read_engagement, and make it long-lived: it then holds about 60 days."
            ),
            say("Enter the token and the number of the professional account, then test them."),
        ),
    )


def _facebook(language: Language) -> PlatformHelp:
    say = language.say
    return PlatformHelp(
        Platform.FACEBOOK.name_shown,
        say(
            "Only Pages can be read, no personal profiles. Pages of others need Meta's review of the "
            "app and the verification of the office."
        ),
        (
            say("Use the same app as for Instagram."),
            say("Apply there for Page Public Content Access, and verify the office as a business."),
            say("After the approval enter a token of a system user, then test it."),
        ),
    )


def _x(language: Language) -> PlatformHelp:
    say = language.say
    return PlatformHelp(
        Platform.X.name_shown,
        what_it_means(language),
        (
            say("Ask X for the Enterprise plan, or for its approval in writing; name the office."),
            say("Keep the answer in the files of the office."),
            say("Tick the statement in the settings, enter the token of the app, then test it."),
        ),
    )


def _youtube(language: Language) -> PlatformHelp:
    say = language.say
    return PlatformHelp(
        Platform.YOUTUBE.name_shown,
        say("A key is enough. Counts from 1,000 on are rounded down to three figures by YouTube."),
        (
            say("On console.cloud.google.com make a project, with an account of the office."),
            say("Switch on YouTube Data API v3 in it."),
            say("Make an API key, limit it to that interface, enter it, then test it."),
        ),
    )


def _free(language: Language) -> PlatformHelp:
    say = language.say
    return PlatformHelp(
        f"{Platform.BLUESKY.name_shown}, {Platform.MASTODON.name_shown}",
        say(
            "They answer everybody. Of Mastodon only the servers that the office has listed are asked."
        ),
    )


def _by_hand(language: Language) -> PlatformHelp:
    return PlatformHelp(
        f"{Platform.TIKTOK.name_shown}, {Platform.THREADS.name_shown}",
        f"{by_hand_sentence(Platform.TIKTOK, language)} "
        f"{by_hand_sentence(Platform.THREADS, language)}",
    )
