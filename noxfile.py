"""The ways of working, one session each; Python versions and groups of dependencies are read from pyproject.toml."""

import sys
import tarfile
import tempfile
from pathlib import Path

import nox
from packaging.requirements import Requirement

nox.needs_version = ">=2025.10.14"
nox.options.sessions = ["tests", "lint", "typing"]
nox.options.default_venv_backend = "virtualenv"
# A machine seldom has every Python: the others are skipped, on a server too, and none is fetched from anywhere.
nox.options.error_on_missing_interpreters = False
nox.options.download_python = "never"

PYPROJECT = nox.project.load_toml("pyproject.toml")
CURRENT = f"{sys.version_info.major}.{sys.version_info.minor}"
# The Python that runs nox is there for certain, even where it is newer than what the classifiers name.
PYTHONS = sorted({*nox.project.python_versions(PYPROJECT), CURRENT}, key=lambda version: int(version.partition(".")[2]))
PYTEST = ("python", "-m", "pytest", "--numprocesses=auto", "--dist=worksteal")


def _install(session: nox.Session, group: str, project: str = "--editable=.") -> None:
    """Install the project together with a group, so that both are resolved at once."""
    session.install(project, *nox.project.dependency_groups(PYPROJECT, group))


def _lowest(requirement: str) -> str:
    """The requirement at its lower bound: ``attrs>=24.2`` becomes ``attrs==24.2``."""
    parsed = Requirement(requirement)
    (bound,) = (spec.version for spec in parsed.specifier if spec.operator == ">=")
    return f"{parsed.name}=={bound}"


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The whole suite, every branch covered, on every Python there is."""
    _install(session, "tests")
    session.run(*PYTEST, "--cov", "--cov-report=term", *session.posargs)


@nox.session(name="property")
def property_(session: nox.Session) -> None:
    """The laws alone, each tried on many more examples."""
    _install(session, "tests")
    session.run(*PYTEST, "-m", "law", "--hypothesis-profile=thorough", *session.posargs)


@nox.session
def typing(session: nox.Session) -> None:
    """Strict types: mypy on everything, pyright on the public face as its users see it."""
    _install(session, "typing")
    session.run("mypy", *session.posargs)
    session.run("pyright", "tests/typing/public_sample.py")
    session.run("pyright", "--verifytypes", "cchc", "--ignoreexternal")


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff's rules and format, then the rules of the house."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("python", "-m", "house")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation without a warning, and every example in it and in the docstrings run."""
    _install(session, "docs")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-E", "-b", "html", "docs", "docs/_build/html")
    session.run("python", "-m", "pytest", "-q", "--doctest-glob=*.rst", "docs")
    session.run("python", "-m", "pytest", "-q", "--doctest-modules", "src/cchc")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build sdist and wheel, install the wheel far from the sources, and run the suite against it."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "wheel"))
    with tempfile.TemporaryDirectory(prefix="cchc-wheel-") as folder:
        away = Path(folder)
        session.run("python", "-m", "build", "--outdir", folder, silent=True)
        (built,), (sdist,) = away.glob("*.whl"), away.glob("*.tar.gz")
        with tarfile.open(sdist) as archive:
            archive.extractall(away, filter="data")
        tree = away / sdist.name.removesuffix(".tar.gz")
        (tree / "src").rename(away / "sources-out-of-reach")
        session.run("python", "-m", "venv", folder + "/venv")
        python = folder + "/venv/bin/python" if sys.platform != "win32" else folder + "/venv/Scripts/python.exe"
        groups = nox.project.dependency_groups(PYPROJECT, "tests")
        session.run(python, "-m", "pip", "install", "--quiet", str(built), *groups, external=True)
        session.chdir(tree)
        session.run(python, *PYTEST[1:], "-q", external=True)


@nox.session
def mindeps(session: nox.Session) -> None:
    """The suite at the lowest versions that pyproject.toml allows, then with python-dateutil 4."""
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"]
    bounds = [*project["dependencies"], *extras["fast"], *extras["read"], *extras["testing"]]
    # The oracle asks for one python-dateutil or another, never for the lowest nor for 4: its tests skip here.
    group = [line for line in nox.project.dependency_groups(PYPROJECT, "tests") if Requirement(line).name != "holidays"]
    session.install("--editable=.", *group, *map(_lowest, bounds))
    session.run(*PYTEST, "-q", *session.posargs)
    session.install("python-dateutil>=4")
    session.run(*PYTEST, "-q", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """How fast, as ratios beside the goals; it measures and never fails on slowness."""
    _install(session, "bench")
    session.run("python", "-m", "bench", *session.posargs)


@nox.session
def accuracy(session: nox.Session) -> None:
    """How well papers are read, by field: invented ones, and the real ones where they are; it measures and never fails."""
    _install(session, "tests")
    session.run("python", "-m", "accuracy", *session.posargs)
