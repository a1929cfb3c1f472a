"""The first sheet: the rule with its source, totals, platforms, organisations; nobody's name."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.domain.letters import lines_needed
from app.domain.platform import RECORDED, Platform
from app.domain.report import FOLIO, Align, Cell, Column, Fact, ReportSheet, Row, Table
from app.domain.report_lines import CELL_PADDING, LETTERING, LineKind
from app.domain.rule import NAMED_RULES, Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge
from app.services.report.asked import Asked, days_of_counts, number_rounded
from app.services.report.frame import footer_of, letterhead_of, month_line, signatures_of
from app.services.report.names import SheetNames
from app.services.report.people import organisation_key, organisation_of
from app.wording.language import Language, Words
from app.wording.rules import (
    age_line,
    citation,
    policy_note,
    reading_sentence,
    rule_line,
    rule_name,
    rule_short_name,
)
from app.wording.verdicts import verdict_word

_NUMBER, _FIGURE, _FIGURES = 11.0, 29.0, 6
_WIDTHS = (
    _NUMBER,
    FOLIO.inner_width - 1.2 - _NUMBER - _FIGURES * _FIGURE,
    *[_FIGURE] * _FIGURES,
)
"""One grid for all tables: number, name, six figures."""

_MEANINGS: Mapping[Verdict, Words] = {
    Verdict.QUALIFIES: lambda say: say("The newest usable counts meet the rule."),
    Verdict.NOT_YET: lambda say: say("All counts are known, and they do not meet the rule."),
    Verdict.STALE: lambda say: say("Only counts older than the age limit could decide."),
    Verdict.NO_DATA: lambda say: say("Counts that could decide are missing or not exact enough."),
}


def summary_sheet(asked: Asked, names: SheetNames) -> ReportSheet:
    """The sheet that opens the workbook."""
    language = asked.language
    head = letterhead_of(asked.office, language) if asked.options.letterhead else None
    return ReportSheet(
        name=names.take(language.say("Summary")),
        widths=_WIDTHS,
        title=(language.say("SUMMARY OF CIVIL SERVANTS AND SOCIAL MEDIA FOLLOWERS"),),
        subtitle=(month_line(asked.as_of, language),),
        tables=(
            _verdict_table(asked),
            _reading_table(asked),
            _platform_table(asked),
            _organisation_table(asked),
        ),
        footer=footer_of(language),
        facts=_facts(asked),
        letterhead=head,
        signatures=signatures_of(asked.office, asked.as_of, language),
        is_list=False,
    )


def _facts(asked: Asked) -> tuple[Fact, ...]:
    language, rule = asked.language, asked.rule
    words = rule_line(rule, language, facebook_friends=asked.options.facebook_friends)
    source = citation(rule, language)
    facts = [
        Fact(language.say("Rule"), f"{rule_name(rule, language)}. {words}"),
        Fact(language.say("Source"), f"{source}. {policy_note(language)}"),
        Fact(language.say("As of"), language.date(asked.as_of)),
        Fact(language.say("Counts"), _counts_fact(asked)),
        Fact(language.say("Rounded"), _rounded_fact(asked.people, language)),
    ]
    return tuple(facts)


def _counts_fact(asked: Asked) -> str:
    language = asked.language
    days = days_of_counts(asked.people)
    if days is None:
        return language.say("No count is recorded yet.")
    text = language.say("Oldest {first}, newest {last}; {age}.")
    first, last = (language.date(day) for day in days)
    return text.format(first=first, last=last, age=age_line(asked.rule, language))


def _rounded_fact(people: Sequence[PersonStanding], language: Language) -> str:
    rounded = number_rounded(people)
    if not rounded:
        return language.say("None: all counts are exact.")
    return language.say_many(
        "{count} count is not exact; it carries a sign such as ≈ and is judged by its lowest "
        "possible value.",
        "{count} counts are not exact; they carry a sign such as ≈ and are judged by their lowest "
        "possible value.",
        rounded,
    )


def _verdict_table(asked: Asked) -> Table:
    language = asked.language
    say, total = language.say, len(asked.people)
    numbers = Counter(one.judgement.verdict for one in asked.people)
    rows = [
        _row(
            (
                verdict_word(verdict, language),
                numbers[verdict],
                _share(numbers[verdict], total, language),
                _MEANINGS[verdict](say),
            ),
        )
        for verdict in Verdict
    ]
    rows.append(_row((say("Everybody"), total, _share(total, total, language), None), total=True))
    columns = (
        Column(say("Verdict"), span=2),
        Column(say("People"), Align.RIGHT),
        Column(say("Share"), Align.RIGHT),
        Column(say("Meaning"), span=4),
    )
    return Table(columns, tuple(rows), "", say("Verdicts"), numbered=False)


def _reading_table(asked: Asked) -> Table:
    """How many qualify under each published reading: the rule is a choice, and that is shown."""
    language = asked.language
    rules = [rule.with_age_limit(asked.rule.age_limit) for rule in NAMED_RULES]
    if asked.rule not in rules:
        rules.append(asked.rule)
    columns = (
        Column(language.say("Reading"), span=2),
        Column(language.say("Qualify"), Align.RIGHT),
        Column(language.say("Share"), Align.RIGHT),
        Column(language.say("Condition"), span=4),
    )
    caption = language.say("The same people under each reading")
    rows = tuple(_reading_row(asked, rule) for rule in rules)
    return Table(columns, rows, "", caption, numbered=False)


def _reading_row(asked: Asked, rule: Rule) -> Row:
    language = asked.language
    number = sum(
        judge(one.accounts, rule, asked.as_of).verdict is Verdict.QUALIFIES for one in asked.people
    )
    name = f"{rule_name(rule, language)}: {rule_short_name(rule, language)}"
    condition = reading_sentence(rule, language, facebook_friends=asked.options.facebook_friends)
    share = _share(number, len(asked.people), language)
    return _row((name, number, share, condition), total=rule == asked.rule)


def _platform_table(asked: Asked) -> Table:
    say = asked.language.say
    others = (platform for platform in asked.rule.platforms if platform not in RECORDED)
    columns = (
        Column(say("Platform"), span=2),
        Column(say("With an account"), Align.RIGHT),
        Column(say("With a count"), Align.RIGHT),
        Column(say("At the threshold"), Align.RIGHT),
        Column(say("Not surely"), Align.RIGHT),
        Column(say("Not exact"), Align.RIGHT),
        Column(say("Share at the threshold"), Align.RIGHT),
    )
    rows = tuple(_platform_row(asked, platform) for platform in (*RECORDED, *others))
    return Table(columns, rows, "", say("Platforms"), numbered=False)


def _platform_row(asked: Asked, platform: Platform) -> Row:
    alone = Rule(asked.rule.key, (platform,), 1, asked.rule.threshold, asked.rule.strictly)
    reasons = [judge(one.accounts, alone, asked.as_of).reasons[0] for one in asked.people]
    counted = [reason for reason in reasons if reason.distance is not None]
    reached = sum(reason.met for reason in counted)
    rounded = sum(
        reason.account.latest is not None and not reason.account.latest.interval.exact
        for reason in counted
    )
    name = platform.name_shown
    if platform not in asked.rule.platforms:
        name = asked.language.say("{platform} (not in the rule)").format(platform=name)
    figures: tuple[Cell, ...] = (
        sum(reason.account.exists for reason in reasons),
        len(counted),
        reached,
        len(counted) - reached,
        rounded,
        _share(reached, len(reasons), asked.language),
    )
    return _row((name, *figures))


def _organisation_table(asked: Asked) -> Table:
    language = asked.language
    say = language.say
    numbers: dict[str, Counter[Verdict]] = {}
    names: dict[str, str] = {}
    for one in asked.people:
        key = organisation_key(one)
        names.setdefault(key, organisation_of(one) or say("Others"))
        numbers.setdefault(key, Counter())[one.judgement.verdict] += 1
    rows = [
        _row((number, names[key], *_figures(numbers[key], language)))
        for number, key in enumerate(numbers, start=1)
    ]
    everybody = sum(numbers.values(), Counter[Verdict]())
    rows.append(_row((None, say("Everybody"), *_figures(everybody, language)), total=True))
    heads = [verdict_word(verdict, language) for verdict in Verdict]
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Organisation")),
        Column(say("People"), Align.RIGHT),
        *(Column(head, Align.RIGHT) for head in heads),
        Column(say("Share that qualifies"), Align.RIGHT),
    )
    return Table(columns, tuple(rows), "", say("Organisations"))


def _figures(numbers: Counter[Verdict], language: Language) -> tuple[Cell, ...]:
    total = numbers.total()
    share = _share(numbers[Verdict.QUALIFIES], total, language)
    return (total, *(numbers[verdict] for verdict in Verdict), share)


def _share(part: int, whole: int, language: Language) -> str:
    return language.percent(part / whole) if whole else "–"


def _row(cells: tuple[Cell, ...], *, total: bool = False) -> Row:
    """A row as high as its longest text needs; four cells are the wide form of the first tables."""
    wide = len(cells) == 4
    name = cells[0] if isinstance(cells[0], str) else cells[1]
    places = [(name, sum(_WIDTHS[:2])), (cells[3], sum(_WIDTHS[4:]))] if wide else []
    if not wide:
        places = [(name, _WIDTHS[1] + (0 if name is cells[1] else _NUMBER))]
    lettering = LETTERING[LineKind.TOTAL if total else LineKind.ROW]
    lines = [
        lines_needed(text, width - CELL_PADDING, lettering.points, bold=lettering.bold)
        for text, width in places
        if isinstance(text, str)
    ]
    return Row(cells, max(lines, default=1), total)
