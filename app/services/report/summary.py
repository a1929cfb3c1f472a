"""The first sheet: the rule with its source, totals, platforms, organisations; nobody's name."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.domain.coverage import reached
from app.domain.platform import RECORDED, Platform
from app.domain.report import Align, Cell, Column, Fact, ReportSheet, Row, Table
from app.domain.report_kinds import ReportKind
from app.domain.rule import NAMED_RULES, Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict, judge
from app.services.report.asked import Asked, closed_note, days_of_counts, number_rounded
from app.services.report.frame import footer_of, signatures_of
from app.services.report.grid import Grid, grid_for, row_of
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

_FIGURE, _UPRIGHT, _FIGURES = 29.0, 24.4, 6

_MEANINGS: Mapping[Verdict, Words] = {
    Verdict.QUALIFIES: lambda say: say("The newest usable counts meet the rule."),
    Verdict.NOT_YET: lambda say: say("All counts are known, and they do not meet the rule."),
    Verdict.STALE: lambda say: say("Only counts older than the age limit could decide."),
    Verdict.NO_DATA: lambda say: say("Counts that could decide are missing or not exact enough."),
}


def summary_sheet(asked: Asked, names: SheetNames) -> ReportSheet:
    """The sheet that opens the workbook."""
    language = asked.language
    grid = grid_for(asked.page, asked.room, _FIGURES, _FIGURE, _UPRIGHT)
    return ReportSheet(
        name=names.take(language.say("Summary")),
        widths=grid.widths,
        title=(language.say("SUMMARY OF CIVIL SERVANTS AND SOCIAL MEDIA FOLLOWERS"),),
        subtitle=asked.subtitle,
        tables=(
            _verdict_table(asked, grid),
            _reading_table(asked, grid),
            _platform_table(asked, grid),
            _organisation_table(asked, grid),
        ),
        footer=footer_of(language),
        facts=_facts(asked),
        letterhead=asked.letterhead,
        signatures=signatures_of(asked.office, asked.as_of, language),
        is_list=False,
        page=asked.page,
        kind=ReportKind.SUMMARY,
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
    if asked.closed is not None:
        facts.insert(3, Fact(language.say("Closing"), closed_note(asked)))
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


def _verdict_table(asked: Asked, grid: Grid) -> Table:
    language = asked.language
    say, total = language.say, len(asked.people)
    numbers = Counter(one.judgement.verdict for one in asked.people)
    rows = [_verdict_row(verdict, numbers[verdict], total, asked, grid) for verdict in Verdict]
    rows.append(row_of((say("Everybody"), total, _share(total, total, language), None), total=True))
    columns = (
        Column(say("Verdict"), span=3),
        Column(say("People"), Align.RIGHT),
        Column(say("Share"), Align.CENTRE),
        Column(say("Meaning"), span=4),
    )
    return Table(columns, tuple(rows), "", say("Verdicts"), numbered=False)


def _verdict_row(verdict: Verdict, number: int, total: int, asked: Asked, grid: Grid) -> Row:
    language = asked.language
    meaning = _MEANINGS[verdict](language.say)
    cells = (verdict_word(verdict, language), number, _share(number, total, language), meaning)
    return row_of(cells, (meaning, grid.of_figures(4)))


def _reading_table(asked: Asked, grid: Grid) -> Table:
    """How many qualify under each reading: the rule is a choice, and that is shown."""
    language = asked.language
    conditions = asked.rule.conditions
    rules = list(asked.options.readings) or [one.with_conditions(conditions) for one in NAMED_RULES]
    if asked.rule not in rules:
        rules.append(asked.rule)
    columns = (
        Column(language.say("Reading"), span=3),
        Column(language.say("Qualify"), Align.RIGHT),
        Column(language.say("Share"), Align.CENTRE),
        Column(language.say("Condition"), span=4),
    )
    caption = language.say("The same people under each reading")
    rows = tuple(_reading_row(asked, rule, grid) for rule in rules)
    return Table(columns, rows, "", caption, numbered=False)


def _reading_row(asked: Asked, rule: Rule, grid: Grid) -> Row:
    language = asked.language
    judgements = (
        one.judgement
        if rule == asked.rule
        else judge(one.accounts, rule, asked.as_of, one.person.consent)
        for one in asked.people
    )
    number = sum(judgement.verdict is Verdict.QUALIFIES for judgement in judgements)
    name = f"{rule_name(rule, language)}: {rule_short_name(rule, language)}"
    condition = reading_sentence(rule, language, facebook_friends=asked.options.facebook_friends)
    share = _share(number, len(asked.people), language)
    texts = ((name, grid.whole_name), (condition, grid.of_figures(4)))
    return row_of((name, number, share, condition), *texts, total=rule == asked.rule)


def _platform_table(asked: Asked, grid: Grid) -> Table:
    say = asked.language.say
    others = (platform for platform in asked.rule.platforms if platform not in RECORDED)
    columns = (
        Column(say("Platform"), span=3),
        Column(say("With an account"), Align.RIGHT),
        Column(say("With a count"), Align.RIGHT),
        Column(say("At the threshold"), Align.RIGHT),
        Column(say("Not surely"), Align.RIGHT),
        Column(say("Not exact"), Align.RIGHT),
        Column(say("Share at the threshold"), Align.CENTRE),
    )
    rows = tuple(_platform_row(asked, platform, grid) for platform in (*RECORDED, *others))
    return Table(columns, rows, "", say("Platforms"), numbered=False)


def _platform_row(asked: Asked, platform: Platform, grid: Grid) -> Row:
    accounts = [
        a for one in asked.people for a in one.accounts if a.platform is platform and a.exists
    ]
    counts = [
        account.latest.interval
        for account in accounts
        if account.latest is not None and account.latest.observed_on <= asked.as_of
    ]
    reaching = sum(platform in reached(one.accounts, asked.rule) for one in asked.people)
    rounded = sum(not count.exact for count in counts)
    name = platform.name_shown
    if platform not in asked.rule.platforms:
        name = asked.language.say("{platform} (not in the rule)").format(platform=name)
    figures: tuple[Cell, ...] = (
        len(accounts),
        len(counts),
        reaching,
        len(counts) - reaching,
        rounded,
        _share(reaching, len(asked.people), asked.language),
    )
    return row_of((name, *figures), (name, grid.whole_name))


def _organisation_table(asked: Asked, grid: Grid) -> Table:
    language = asked.language
    say = language.say
    numbers: dict[str, Counter[Verdict]] = {}
    names: dict[str, str] = {}
    for one in asked.people:
        key = organisation_key(one)
        names.setdefault(key, organisation_of(one) or say("Others"))
        numbers.setdefault(key, Counter())[one.judgement.verdict] += 1
    rows = [
        row_of((number, names[key], *_figures(numbers[key], language)), (names[key], grid.name))
        for number, key in enumerate(numbers, start=1)
    ]
    everybody = sum(numbers.values(), Counter[Verdict]())
    rows.append(row_of((None, say("Everybody"), *_figures(everybody, language)), total=True))
    heads = [verdict_word(verdict, language) for verdict in Verdict]
    columns = (
        Column(say("No."), Align.CENTRE),
        Column(say("Organisation"), span=2),
        Column(say("People"), Align.RIGHT),
        *(Column(head, Align.RIGHT) for head in heads),
        Column(say("Share that qualifies"), Align.CENTRE),
    )
    return Table(columns, tuple(rows), "", say("Organisations"))


def _figures(numbers: Counter[Verdict], language: Language) -> tuple[Cell, ...]:
    total = numbers.total()
    share = _share(numbers[Verdict.QUALIFIES], total, language)
    return (total, *(numbers[verdict] for verdict in Verdict), share)


def _share(part: int, whole: int, language: Language) -> str:
    return language.percent(part / whole) if whole else "–"
