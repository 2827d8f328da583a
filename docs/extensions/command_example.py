"""The directive ``command``: a command line, run when the page is built, with what it prints below it.

The page cannot say what the program does not do: an exit status other than the one stated is a warning, and a warning
fails the build. A page's commands run in its own copy of the example files, so that one may read what another wrote.
"""

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

__all__ = ["CommandExample", "setup"]

_EXAMPLES = Path(__file__).parents[1] / "examples"


def _copy(env: BuildEnvironment, page: str) -> Path:
    """The folder where the commands of a page run, below those that Sphinx keeps for itself."""
    return env.doctreedir / "examples" / page


def _begin(_: Sphinx, env: BuildEnvironment, page: str) -> None:
    """A page that is read again begins with the files as they were."""
    shutil.rmtree(_copy(env, page), ignore_errors=True)


class CommandExample(SphinxDirective):
    """``.. command:: cchc period 2024-Q1`` with the exit status, where it is not 0, as ``:exit:``."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {"exit": directives.nonnegative_int}

    def run(self) -> list[nodes.Node]:
        """The command and what it printed, as one block."""
        line = " ".join(self.arguments[0].split())
        program, *arguments = shlex.split(line)
        folder = _copy(self.env, self.env.docname)
        if not folder.exists():
            shutil.copytree(_EXAMPLES, folder)
        done = subprocess.run(  # noqa: S603 the pages are the project's own
            [str(Path(sysconfig.get_path("scripts")) / program), *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "96"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        expected = self.options.get("exit", 0)
        if done.returncode != expected:
            raise self.warning(f"{line!r} exits with {done.returncode}, not {expected}: {done.stderr.strip()}")
        text = f"$ {line}\n{done.stdout}{done.stderr}".rstrip()
        return [nodes.literal_block(text, text, language="console" if sys.platform != "win32" else "text")]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directive known."""
    app.connect("env-purge-doc", _begin)
    app.add_directive("command", CommandExample)
    return {"parallel_read_safe": True}
