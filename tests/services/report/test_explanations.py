"""The working lists of a report explain everybody so that the verdict follows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.platform import Platform
from app.domain.report import ReportBook
from app.domain.rule import NAMED_RULES, Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from app.wording.language import Language
from app.wording.verdicts import verdict_word
from tests.wording.explanation_reader import Reader

Make = Callable[..., PersonStanding]
Build = Callable[..., ReportBook]

IG, X = Platform.INSTAGRAM, Platform.X


@pytest.mark.parametrize("rule", NAMED_RULES)
def test_everybody_who_does_not_qualify_is_explained_so_that_the_verdict_follows(
    make: Make, build: Build, rule: Rule
) -> None:
    rule = rule.with_age_limit(20)
    counts = (
        {IG: "450"},
        {IG: "900"},
        {IG: "private"},
        {},
        {IG: "<500", X: "1,2 rb"},
        {IG: "±500"},
    )
    people = [make(n, one, rule) for n, one in enumerate(counts)]
    reader = Reader("en")
    words = {verdict_word(one, Language("en", Path())): one for one in Verdict}
    told = []
    for sheet in build(people, rule).sheets:
        for table in sheet.tables:
            heads = [column.head for column in table.columns]
            if "Explanation" in heads and "Verdict" in heads:
                at, says = heads.index("Verdict"), heads.index("Explanation")
                told += [(row.cells[at], row.cells[says]) for row in table.rows]
    for verdict, sentence in told:
        assert reader.verdict(str(sentence)) == words[str(verdict)]
    assert len(told) >= sum(one.judgement.verdict is not Verdict.QUALIFIES for one in people) > 0
