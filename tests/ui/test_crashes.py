"""A fault is kept beside the log, without anything of the office."""

from pathlib import Path

from app.ui.crashes import Crashes


def test_a_fault_is_kept_in_a_file_without_what_it_said(own_home: Path) -> None:
    try:
        raise KeyError("ZZCANARY 199912312099129999")
    except KeyError as error:
        for _ in range(22):
            Crashes().report(error)
    files = list((own_home / "log").glob("galat-*.txt"))
    assert len(files) == 20
    content = files[0].read_text("utf-8")
    assert "KeyError" in content
    assert "test_crashes.py" in content
    assert "ZZCANARY" not in content
