"""Every example of the README that is typed at Python's prompt gives what it says."""

import doctest
import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
FENCED = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_an_example_gives_what_it_says() -> None:
    examples = "\n".join(FENCED.findall(README.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(examples, {}, README.name, README.name, 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0
