"""Who takes note and who signs, out of the office's signatories."""

from dataclasses import replace

from app.domain.office import Office, Signatory, SignatoryRole


def usually_knows(office: Office) -> Signatory | None:
    """Whoever signs in another's place comes first: that is why the office keeps them."""
    return _first(office, SignatoryRole.ON_BEHALF) or _first(office, SignatoryRole.KNOWS)


def usually_signs(office: Office) -> Signatory | None:
    """The author of the report."""
    return _first(office, SignatoryRole.SIGNS)


def signed_by(office: Office, knows: Signatory | None, signs: Signatory | None) -> Office:
    """The same office with only these two under its reports; None leaves a side empty.

    Whoever signs "a.n." stands under the position of the one who is absent, who stays therefore.
    """
    chosen: list[Signatory] = []
    if knows is not None and knows.role is SignatoryRole.ON_BEHALF:
        absent = _first(office, SignatoryRole.KNOWS)
        chosen += [knows] if absent is None else [absent, knows]
    elif knows is not None:
        chosen.append(replace(knows, role=SignatoryRole.KNOWS))
    if signs is not None:
        chosen.append(replace(signs, role=SignatoryRole.SIGNS))
    return replace(office, signatories=tuple(chosen))


def _first(office: Office, role: SignatoryRole) -> Signatory | None:
    return next((one for one in office.signatories if one.role is role), None)
