"""What every test may lean on: how hard Hypothesis looks, and the folder of real documents where there is one."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# On a server the same commit gives the same answer; at a desk every run looks somewhere else. A machine shared with others is
# slow at times, which says nothing of the code: no deadline, and no complaint of slowness.
settings.register_profile(
    "quick",
    max_examples=50,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=1000)
settings.load_profile("quick")

_SHARED = Path(os.environ.get("CCHC_SHARED") or Path(__file__).parents[2] / "shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and facts beside the checkout; `CCHC_SHARED` names another place."""
    if not (_SHARED / "facts").is_dir():
        pytest.skip("needs the folder of real documents (../shared, or the one that CCHC_SHARED names)")
    return _SHARED
