"""Other paper: plans written in the manner of many offices read back as they were written, and invented ones as annotated."""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from accuracy.invented import InventedPaper, invented_papers
from accuracy.judging import judge
from accuracy.tally import Tally
from cchc.model import Plan, Source, Task
from cchc.reading.read import read, read_text
from cchc.reading.result import Reading
from tests.reading.papers.comparing import differences, placeless, task_differences
from tests.reading.papers.effort import whole_papers
from tests.reading.papers.fonts import vietnamese_font
from tests.reading.papers.office import write_docx, write_pdf, write_xlsx
from tests.reading.papers.paper import Layout, Paper, Paragraph, as_markdown, as_text, with_automatic_marks
from tests.reading.papers.plans import Style, annex, render_plan
from tests.reading.papers.randomly import YEAR, Drawn, annexes, drawn_plans, without_annex

DrawnAnnex = tuple[tuple[Task, ...], Style]
PAPERS = {paper.name: paper for paper in invented_papers()}
PRINTED = Layout(width=82)


def paper_of(drawn: Drawn) -> Paper:
    return render_plan(drawn.plan, drawn.bullets, drawn.style)


def plan_of(reading: Reading) -> Plan:
    assert reading.plan is not None
    return reading.plan


def sources(reading: Reading) -> Iterator[Source]:
    for whole in (reading.plan, reading.report):
        for name in ("targets", "tasks", "duties", "citations", "statements", "measurements"):
            yield from (value.source for value in getattr(whole, name, ()) if value.source is not None)


def assert_nothing_is_lost(reading: Reading) -> None:
    for span in (*(part.span for part in reading.outline), *reading.unread, *(s.span for s in sources(reading) if s.span)):
        assert reading.text[span.start : span.end] == span.text
    placed = bytearray(len(reading.text))
    for span in (*(part.span for part in reading.outline), *reading.unread):
        placed[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = [at for at, letter in enumerate(reading.text) if not letter.isspace() and not placed[at]]
    assert not lost, reading.text[max(0, lost[0] - 30) : lost[0] + 30]


# -- laws ---------------------------------------------------------------


@pytest.mark.law
@whole_papers
@given(drawn_plans())
def test_a_rendered_plan_is_read_back(drawn: Drawn) -> None:
    assert differences(drawn.plan, plan_of(read_text(as_markdown(paper_of(drawn))))) == []


@pytest.mark.law
@whole_papers
@given(without_annex(drawn_plans()), st.integers(60, 110))
def test_a_plan_out_of_a_pdf_is_read_back_from_its_broken_lines(drawn: Drawn, width: int) -> None:
    assert differences(drawn.plan, plan_of(read_text(as_text(paper_of(drawn), Layout(width=width))))) == []


@pytest.mark.law
@whole_papers
@given(
    without_annex(drawn_plans()), st.integers(9, 40), st.booleans(), st.sampled_from(("", "KẾ HOẠCH CCHC NĂM 2024 - UBND TỈNH"))
)
def test_page_numbers_blank_lines_and_running_heads_change_nothing(drawn: Drawn, lines: int, spaced: bool, head: str) -> None:
    paper = paper_of(drawn)
    plain = plan_of(read_text(as_text(paper, PRINTED)))
    text = as_text(paper, Layout(width=PRINTED.width, lines=lines, head=head, spaced=spaced))
    assume(text.count(head) > 1)  # once printed, it is a line like any other
    assert placeless(plan_of(read_text(text))) == placeless(plain)


@pytest.mark.law
@whole_papers
@given(without_annex(drawn_plans()), st.data())
def test_a_paragraph_about_something_else_changes_no_other_item(drawn: Drawn, data: st.DataObject) -> None:
    paper = paper_of(drawn)
    prose = [at for at, block in enumerate(paper.blocks) if isinstance(block, Paragraph) and block.text in drawn.style.prose]
    noise = "Địa phương tiếp tục thực hiện tốt công tác thi đua, khen thưởng theo quy định hiện hành."
    noisy = paper.before(data.draw(st.sampled_from(prose)), Paragraph(noise))
    before, after = (plan_of(read_text(as_text(one, PRINTED))) for one in (paper, noisy))
    for name in ("targets", "tasks", "duties", "citations", "title", "period", "agency"):
        assert getattr(placeless(before), name) == getattr(placeless(after), name)


CODED: dict[str, Callable[[str], str]] = {
    "letters and marks apart": lambda text: unicodedata.normalize("NFD", text),
    "ends of lines as on Windows": lambda text: text.replace("\n", "\r\n"),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "tones placed the old way": lambda text: text.replace("òa", "oà").replace("óa", "oá").replace("ủy", "uỷ"),
}


@pytest.mark.law
@whole_papers
@pytest.mark.parametrize("coded", CODED)
@given(without_annex(drawn_plans()))
def test_how_letters_and_spaces_are_coded_changes_nothing(coded: str, drawn: Drawn) -> None:
    text = as_text(paper_of(drawn), PRINTED)
    assert differences(plan_of(read_text(text)), plan_of(read_text(CODED[coded](text)))) == []


@pytest.mark.law
@whole_papers
@given(drawn_plans())
def test_everything_has_its_place_and_nothing_is_lost(drawn: Drawn) -> None:
    assert_nothing_is_lost(read_text(as_text(paper_of(drawn), PRINTED)))
    assert_nothing_is_lost(read_text(as_markdown(paper_of(drawn))))


@pytest.mark.law
@whole_papers
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert_nothing_is_lost(read_text(text))


def spoilt(text: str) -> SearchStrategy[str]:
    """A paper cut, shuffled, thinned out or doubled."""
    lines = text.splitlines(keepends=True)
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: text[min(pair) : max(pair)])
    shuffled = st.permutations(lines).map("".join)
    thinned = st.integers(2, 40).map(lambda step: "".join(letter for at, letter in enumerate(text) if at % step))
    return st.one_of(cut, shuffled, thinned, st.just(text * 2), st.just(text.upper()), st.just(text.replace("\n", " ")))


@pytest.mark.law
@whole_papers
@given(st.sampled_from(sorted(PAPERS)).flatmap(lambda name: spoilt(as_text(PAPERS[name].paper, PRINTED))))
def test_a_spoilt_paper_is_read_all_the_same(text: str) -> None:
    assert_nothing_is_lost(read_text(text))


@pytest.mark.law
@whole_papers
@given(annexes())
def test_an_annex_is_read_back_from_excel(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[tuple[Task, ...], Style]
) -> None:
    tasks, style = drawn
    path = tmp_path_factory.mktemp("annex") / "annex.xlsx"
    write_xlsx(Paper((*annex(tasks, style),)), path)
    assert list(task_differences(tasks, plan_of(read(path, year=YEAR)).tasks)) == []


@pytest.mark.law
@whole_papers
@given(drawn_plans())
def test_word_says_the_same_whether_it_numbers_itself_or_not(tmp_path_factory: pytest.TempPathFactory, drawn: Drawn) -> None:
    folder, paper = tmp_path_factory.mktemp("word"), paper_of(drawn)
    write_docx(paper, folder / "plain.docx")
    write_docx(with_automatic_marks(paper), folder / "numbered.docx")
    for name in ("plain.docx", "numbered.docx"):
        assert differences(drawn.plan, plan_of(read(folder / name))) == []


# -- invented papers ----------------------------------------------------

# Of a hundred, how many must be right of what was found and of what was to be found.
LEAST = {
    **dict.fromkeys(("target", "requirement", "target area", "aspiration", "baseline"), 97),
    **dict.fromkeys(("task", "task title", "task area", "group_title", "deliverables", "lead", "coordinating"), 97),
    **dict.fromkeys(("schedule", "schedule_text"), 97),
    **dict.fromkeys(("exclusion", "target due", "duty agency", "duty due", "duty area"), 95),
    **dict.fromkeys(("measurement", "qualifier", "statement"), 95),
    **dict.fromkeys(("title", "agency"), 95),
    **dict.fromkeys(("kind", "symbol", "issued_on", "period", "citation", "citation date"), 99),
}


@pytest.fixture(scope="module")
def tally() -> Tally:
    whole = Tally()
    for paper in PAPERS.values():
        whole.add(judge(paper.name, paper.read(), paper.expected))
    return whole


@pytest.mark.parametrize("field", LEAST)
def test_invented_papers_are_read_as_they_are_annotated(tally: Tally, field: str) -> None:
    misses = "\n".join(str(miss) for miss in tally.misses if miss.field == field)
    assert tally.counts[field].expected > 0
    assert min(tally.precision(field), tally.recall(field)) >= LEAST[field], misses


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_of_an_invented_paper_is_lost(name: str) -> None:
    assert_nothing_is_lost(PAPERS[name].read())


def same_in(path: Path, paper: InventedPaper) -> None:
    """The same targets, tasks and duties as in Markdown."""
    one, other = (plan_of(reading) for reading in (read_text(as_markdown(paper.paper)), read(path)))
    for name in ("targets", "tasks", "duties", "citations", "period"):
        assert getattr(placeless(other), name) == getattr(placeless(one), name)


PLANS = [name for name, paper in PAPERS.items() if paper.expected.kind != "report"]


@pytest.mark.parametrize("name", PLANS)
def test_an_invented_paper_says_the_same_in_word(name: str, tmp_path: Path) -> None:
    write_docx(PAPERS[name].paper, tmp_path / "paper.docx")
    same_in(tmp_path / "paper.docx", PAPERS[name])


@pytest.mark.parametrize("name", PLANS)
def test_an_invented_paper_says_the_same_in_pdf(name: str, tmp_path: Path) -> None:
    write_pdf(PAPERS[name].paper, tmp_path / "paper.pdf", font=vietnamese_font())
    same_in(tmp_path / "paper.pdf", PAPERS[name])


@pytest.mark.parametrize("name", [name for name in PLANS if PAPERS[name].expected.kind == "annex"])
def test_an_invented_annex_says_the_same_in_excel(name: str, tmp_path: Path) -> None:
    write_xlsx(PAPERS[name].paper, tmp_path / "paper.xlsx")
    tasks = placeless(plan_of(read(tmp_path / "paper.xlsx"))).tasks
    assert tasks == placeless(plan_of(read_text(as_markdown(PAPERS[name].paper)))).tasks
