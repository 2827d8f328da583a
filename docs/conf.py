"""How the documentation is built."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "cchc"
author = "The cchc developers"
copyright = author  # the name Sphinx reads
release = version = installed_version("cchc")

extensions = ["sphinx.ext.autodoc", "command_example", "rule_pages"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"cchc {version}"
html_show_copyright = False
html_show_sphinx = False

default_role = "code"  # docstrings write `name` as plain text does
toc_object_entries_show_parents = "hide"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
