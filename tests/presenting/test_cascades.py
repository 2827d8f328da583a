"""A plan against the higher plan, on a screen."""

from pathlib import Path

import pytest
from attrs import evolve

from cchc import Business, Cascade, Plan, Reading, Relation, Timing, check_cascade, read
from cchc.presenting.cascades import cascade_text
from cchc.presenting.tables import width
from cchc.presenting.words import LANGUAGES, words

_EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples" / "cascade").iterdir())
_COLUMNS = 100


def _read(folder: Path, name: str) -> tuple[Cascade, Plan, Reading]:
    parent, child = read(folder / "plan.txt").plan, read(folder / f"{name}.txt")
    assert parent is not None
    assert child.plan is not None
    return check_cascade(parent, child.plan), parent, child


@pytest.mark.parametrize("folder", _EXAMPLES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_shown_in_its_columns(folder: Path, language: str) -> None:
    spoken = words(language)
    shown = cascade_text(*_read(folder, "bad"), spoken)
    assert f"[{folder.name} " in shown
    assert max(map(width, shown.splitlines())) <= _COLUMNS
    assert spoken("check.nothing") in cascade_text(*_read(folder, "good"), spoken)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_stand_has_a_word(language: str) -> None:
    spoken = words(language)
    assert [one for one in Relation if not spoken.known(f"relation.{one.value}")] == []
    assert [one for one in Timing if not spoken.known(f"timing.{one.value}")] == []


def test_what_is_none_of_its_business_is_counted_and_not_listed() -> None:
    cascade, parent, child = _read(_EXAMPLES[0], "good")
    spoken = words("vi")
    missing = evolve(cascade.targets[0], child=None, relation=Relation.MISSING)
    kinds = (Business.OTHERS, Business.UNKNOWN, Business.LED, Business.OWN)
    strange = tuple(evolve(missing, business=kind) for kind in kinds)
    shown = cascade_text(evolve(cascade, targets=strange, tasks=()), parent, child, spoken)
    assert spoken("cascade.others", number="2") in shown
    assert spoken("cascade.led", relation=spoken("relation.missing")) in shown
    all_its_own = cascade_text(evolve(cascade, targets=strange[2:], tasks=()), parent, child, spoken)
    assert spoken("cascade.others", number="1") not in all_its_own
    none = cascade_text(evolve(cascade, targets=strange[:2], tasks=()), parent, child, spoken)
    assert spoken("relation.missing") not in none


def test_plans_without_targets_have_only_a_heading() -> None:
    bare = Plan(title="Kế hoạch", period=None)
    shown = cascade_text(check_cascade(bare, bare), bare, Reading(kind="plan", text="", plan=bare), words("en"))
    assert shown.count("\n\n") == 1
    assert "Kế hoạch" in shown
    empty = cascade_text(check_cascade(bare, bare), bare, Reading(kind="report", text=""), words("en"))
    assert words("en")("check.nothing") in empty
