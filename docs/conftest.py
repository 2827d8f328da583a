"""The pages as tests: each is one session at Python's prompt, in a copy of the folder of the example files."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

EXAMPLES = Path(__file__).parent / "examples"

# The first example of a fresh clone pays for the tables of Unicode: that is slow, and says nothing of the page.
settings.register_profile("pages", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pages")


@pytest.fixture(autouse=True)
def _among_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(folder)
