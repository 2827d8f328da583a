"""The measure itself: what is read rightly counts as right, what is not is a miss with its place."""

from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from accuracy.expected import Expected, ExpectedCitation, load_expected, parse_requirement, parse_written_schedule
from accuracy.invented import invented_papers
from accuracy.judging import judge, requirement_fits, schedule_fits
from accuracy.tally import Tally, table
from accuracy.words import Places, same_names, same_words
from cchc.model import Amount, AtLeast, Citation, Complete, MoreThan, Plan, ReduceBy, Requirement, Span
from cchc.reading.result import Reading
from cchc.reading.times import parse_schedule


@pytest.mark.parametrize(
    ("written", "requirement"),
    [
        ("at_least 95 %", AtLeast("95", "%")),
        ("at_least 2 hội nghị", AtLeast("2", "hội nghị")),
        (
            "reduce_by 2.5 % / 15 đơn vị @ 2021",
            ReduceBy(value="2.5", unit="%", baseline="2021", equivalent=Amount("15", "đơn vị")),
        ),
        ("complete", Complete()),
    ],
)
def test_requirements_are_read_from_the_answers(written: str, requirement: Requirement) -> None:
    assert parse_requirement(written) == requirement


@pytest.mark.parametrize("written", ["at_least", "between 1 %", "no_such 5 %", "at_least x %"])
def test_what_is_no_requirement_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=written):
        parse_requirement(written)


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("2024-01-01..2024-03-31", "Quý I/2024"),
        ("by 2024-01-30", "Trước 31/01/2024"),
        ("2024-07-01..", "Từ quý III/2024"),
        ("monthly 14", "Trước ngày 15 hằng tháng"),
        ("yearly 12-14", "Trước ngày 15/12 hằng năm"),
        ("when Khi có phát hiện", "Khi có phát hiện"),
        ("2024-04-01..2024-06-30 and 2024-10-01..2024-12-31", "Quý II, IV"),
    ],
)
def test_schedules_are_read_from_the_answers(written: str, cell: str) -> None:
    assert schedule_fits(parse_written_schedule(written), parse_schedule(cell, year=2024))
    assert not schedule_fits(parse_written_schedule("continuous"), parse_schedule(cell, year=2024))


def test_a_unit_may_be_longer_but_a_number_not_another() -> None:
    assert requirement_fits(AtLeast("2", "đơn vị"), AtLeast("2", "đơn vị sự nghiệp"))
    assert not requirement_fits(AtLeast("2", "đơn vị"), AtLeast("3", "đơn vị"))
    assert not requirement_fits(AtLeast("2", "%"), AtLeast("2", ""))
    assert not requirement_fits(AtLeast("2", "%"), MoreThan("2", "%"))


def test_words_and_places_forgive_spaces_and_capitals_only() -> None:
    assert same_words("Ủy ban nhân dân  TỈNH", "UBND tỉnh")
    assert not same_words("Sở Nội vụ", "Sở Y tế")
    assert same_names(("Sở Y tế", "Sở Nội vụ"), ("sở nội vụ", "Sở Y tế"))
    places = Places("Đạt tối thiểu\n 95 %, phấn đấu")
    assert places.find("tối thiểu 95%") == (4, 19)
    assert places.find("96%") is None
    assert Places.shared((4, 19), Span(start=17, end=30)) == 2


def test_a_missing_and_a_made_up_citation_both_count() -> None:
    read = Plan(title="", period=None, citations=(Citation.parse("1/QĐ-UBND"), Citation.parse("2/QĐ-UBND")))
    wanted = tuple(ExpectedCitation(symbol=symbol) for symbol in ("2/QĐ-UBND", "3/QĐ-UBND"))
    tally = judge("paper", Reading(kind="plan", text="", plan=read), Expected(kind="plan", citations=wanted))
    assert (tally.precision("citation"), tally.recall("citation")) == (50, 50)
    assert [(miss.expected, miss.found) for miss in tally.misses] == [("3/QĐ-UBND", ""), ("", "1/QĐ-UBND")]


def test_a_paper_read_as_nothing_misses_everything() -> None:
    paper = next(paper for paper in invented_papers() if paper.name == "xa-2026")
    blank = Reading(kind="plan", text=paper.read().text, plan=Plan(title="", period=None))
    tally = judge(paper.name, blank, paper.expected)
    judged = ("target", "task", "duty agency", "citation", "title", "period")
    assert [tally.recall(name) for name in judged] == [0] * len(judged)


def test_tallies_add_up_and_print_a_table() -> None:
    one, whole = Tally("a"), Tally()
    one.judge("lead", "1", ("Sở Y tế",), ("Sở Y tế",), right=True)
    one.judge("lead", "2", ("Sở Y tế",), (), right=False)
    whole.add(one)
    whole.add(one)
    assert (whole.precision("lead"), whole.recall("lead"), whole.recall("none")) == (100, 50, 100)
    assert list(table([("papers", whole)]))[2].split() == ["lead", "100,0%", "50,0%", "2", "4", "2"]


def test_every_answer_stands_in_its_paper() -> None:
    for paper in invented_papers():
        words = Places(" ".join(block.text for block in paper.paper.blocks if not hasattr(block, "rows")))
        cells = Places(" ".join(text for made in paper.paper.tables for *_, text in made.extents()))
        items = [
            *(target.at for target in paper.expected.targets or ()),
            *(one.at for one in paper.expected.measurements or ()),
            *(one.at for one in paper.expected.statements or ()),
        ]
        assert [at for at in items if words.find(at) is None and cells.find(at) is None] == [], paper.name
        titles = [task.title for task in paper.expected.tasks or ()]
        assert [title for title in titles if cells.find(title) is None] == [], paper.name


def test_an_unknown_word_in_the_answers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "paper.toml").write_text('kind = "plan"\nperiode = "2024"\n', encoding="utf-8")
    with pytest.raises(Exception, match="Expected"):
        load_expected(tmp_path / "paper.toml")


def test_numbers_of_the_answers_are_exact() -> None:
    requirement = parse_requirement("reduce_by 1.38 %")
    assert requirement == evolve(ReduceBy(value=None, unit="%"), value=Decimal("1.38"))
