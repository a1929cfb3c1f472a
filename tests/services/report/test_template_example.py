"""The example of a template: a form to begin with, whose list of names is never handed in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.report.template import FillTemplate
from app.wording.language import Language
from tests.services.report.conftest import AS_OF, OFFICE, Make
from tests.services.report.test_template import three


@pytest.fixture
def service() -> FillTemplate:
    return FillTemplate(Language("en", Path()))


@pytest.fixture
def example(service: FillTemplate, tmp_path: Path) -> Path:
    path = tmp_path / "contoh.xlsx"
    service.write_example(path)
    return path


def fill(service: FillTemplate, form: Path, make: Make) -> list[str]:
    target = form.with_name("laporan.xlsx")
    service.write(form, target, three(make), RULE_A, AS_OF, OFFICE, Job.quiet())
    workbook = load_workbook(target)
    return [one.title for one in workbook.worksheets if one.sheet_state == "visible"]


def test_the_list_of_names_stands_in_the_example_and_not_in_what_is_handed_in(
    service: FillTemplate, example: Path, make: Make
) -> None:
    assert load_workbook(example).sheetnames == ["List", "Names"]
    assert fill(service, example, make) == ["List"]


def test_the_list_is_left_out_under_another_title_and_a_sheet_of_the_office_stays(
    service: FillTemplate, example: Path, make: Make
) -> None:
    workbook = load_workbook(example)
    workbook["Names"].title = "Cara mengisi"
    # Excel renames in formulas and names too; openpyxl does not.
    workbook.defined_names["GaungNames"].attr_text = "'Cara mengisi'!$A$1"
    workbook.create_sheet("Names")["A1"] = "ours"
    workbook.save(example)
    assert fill(service, example, make) == ["List", "Names"]
