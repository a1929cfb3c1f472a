"""Who takes note and who signs."""

from app.domain.office import Office, Signatory, SignatoryRole
from app.ui.reports.signing import signed_by, usually_knows, usually_signs

HEAD = Signatory(SignatoryRole.KNOWS, "Wirya", "Kepala Dinas", id=1)
AUTHOR = Signatory(SignatoryRole.SIGNS, "Sekar", "Kepala Bidang", id=2)
DEPUTY = Signatory(SignatoryRole.ON_BEHALF, "Bagas", "Sekretaris", id=3)


def test_each_side_has_the_one_who_is_kept_for_it() -> None:
    office = Office(signatories=(AUTHOR, HEAD))
    assert usually_knows(office) == HEAD
    assert usually_signs(office) == AUTHOR


def test_whoever_signs_on_behalf_comes_before_the_one_who_is_absent() -> None:
    office = Office(signatories=(HEAD, AUTHOR, DEPUTY))
    assert usually_knows(office) == DEPUTY
    assert signed_by(office, DEPUTY, AUTHOR).signatories == (HEAD, DEPUTY, AUTHOR)


def test_when_the_head_is_chosen_nobody_signs_on_behalf() -> None:
    office = Office(signatories=(HEAD, AUTHOR, DEPUTY))
    assert signed_by(office, HEAD, AUTHOR).signatories == (HEAD, AUTHOR)


def test_anybody_can_stand_on_either_side() -> None:
    office = Office(signatories=(HEAD, AUTHOR))
    roles = [one.role for one in signed_by(office, AUTHOR, HEAD).signatories]
    assert roles == [SignatoryRole.KNOWS, SignatoryRole.SIGNS]


def test_a_side_can_stay_empty() -> None:
    office = Office(signatories=(HEAD, AUTHOR))
    assert signed_by(office, None, AUTHOR).signatories == (AUTHOR,)
    assert signed_by(office, None, None).signatories == ()


def test_an_office_without_signatories_has_nobody_to_offer() -> None:
    assert usually_knows(Office()) is None
    assert usually_signs(Office()) is None
