import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from cchc import InvalidInput
from cchc.cli import main
from cchc.example import FILES, write_files
from cchc.presenting.words import words


class Outcome:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def data(self) -> object:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> "Runner":
    return Runner(capsys)


class Runner:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        captured = self.capsys.readouterr()
        return Outcome(int(left.value.code or 0), captured.out, captured.err)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vi-du")
    write_files(folder)
    return folder


COMMANDS = ("assess", "cascade", "check", "example", "explain", "period", "read", "schedule", "score", "scorecards")


def test_the_program_says_what_it_can_do(run: Runner) -> None:
    bare, asked = run(), run("--help")
    assert (bare.status, asked.status) == (0, 0)
    assert bare.out == asked.out
    assert [command for command in COMMANDS if command not in bare.out] == []
    assert run("--version").out.strip() == version("cchc")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(run: Runner, command: str) -> None:
    vietnamese, english = run(command, "--help"), run(command, "--help", "--lang", "en")
    assert (vietnamese.status, english.status) == (0, 0)
    assert "--json" in vietnamese.out
    assert vietnamese.out != english.out
    assert run(command, "--lang=en", "--help").out == english.out


def test_a_period_and_its_report(run: Runner) -> None:
    assert "31/3/2024" in run("period", "Quý I/2024").out
    data = run("period", "Quý I/2024", "--regime", "cchc-bnv", "--json").data
    assert isinstance(data, dict)
    assert (data["code"], data["window_start"], data["due"]) == ("2024-Q1", "2023-12-15", "2024-03-20")


def test_a_schedule_phrase(run: Runner) -> None:
    assert "31/5/2024" in run("schedule", "Hoàn thành trước tháng 6/2024").out
    assert run("schedule", "Quý II, III", "--year", "2024", "--json").data == {
        "kind": "window",
        "start": "2024-04-01",
        "end": "2024-09-30",
    }
    assert run("schedule", "- Theo dõi: thường xuyên; - Công bố: hàng tháng").status == 0


def test_the_scorecards(run: Runner) -> None:
    assert "766/QĐ-TTg" in run("scorecards").out
    data = run("scorecards", "--json").data
    assert isinstance(data, list)
    assert data[0]["id"] == "qd-766"


def test_a_plan_is_judged_as_of_a_day(run: Runner, folder: Path) -> None:
    plan, progress = str(folder / "plan-2024.toml"), str(folder / "progress-2024.toml")
    shown = run("assess", plan, "--progress", progress, "--as-of", "30/9/2024")
    assert (shown.status, shown.err) == (0, "")
    data = run("assess", plan, "--progress", progress, "--as-of", "2024-09-30", "--json").data
    assert isinstance(data, dict)
    done = sum(entry["tasks"] for entry in data["ledger"]["total"]["states"] if entry["state"].startswith("done"))
    assert f"{done}/130" in shown.out
    assert (data["as_of"], data["ledger"]["total"]["tasks"]) == ("2024-09-30", 130)
    assert run("assess", plan).status == 0  # today


def test_reports_are_read_and_judged_under_a_regime(run: Runner, folder: Path) -> None:
    plan, report = str(folder / "plan-2025.toml"), str(folder / "report-2025.toml")
    shown = run("assess", plan, "--report", report, "--as-of", "2025-10-31", "--regime", "cchc-bnv")
    assert shown.status == 0
    assert [part for part in ("94,75%", "20/9/2025") if part not in shown.out] == []


def test_findings_of_severity_error_are_told_by_the_exit_status(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(
        'schema = "plan/1"\ntitle = "Kế hoạch"\nperiod = "2024"\nagency = "A"\n\n[[targets]]\nid = "t1"\n'
        'indicator = "Số nhóm"\nrequirement = { kind = "at_least", value = "82", unit = "nhóm" }\n',
        encoding="utf-8",
    )
    (tmp_path / "report.toml").write_text(
        'schema = "report/1"\nperiod = "2024"\nagency = "A"\n\n[[measurements]]\nindicator = "t1"\n'
        'value = { kind = "percent", value = "90" }\n',
        encoding="utf-8",
    )
    shown = run("assess", str(tmp_path / "plan.toml"), "--report", str(tmp_path / "report.toml"), "--as-of", "2025-01-10")
    assert shown.status == 1
    assert "90%" in shown.out


def test_values_are_scored_and_printed_points_checked(run: Runner, folder: Path, tmp_path: Path) -> None:
    values = str(folder / "values-766-2026-q3.csv")
    shown = run("score", values, "--agency", "Tỉnh Phú Thọ", "--period", "Quý III/2026")
    assert (shown.status, shown.err) == (0, "")
    assert [part for part in ("61,39", "Quý III/2026", "Tỉnh Phú Thọ") if part not in shown.out] == []
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(Path(values).read_text(encoding="utf-8").replace("61.39", "61.93"), encoding="utf-8")
    assert run("score", str(wrong)).status == 1
    data = run("score", str(wrong), "--json").data
    assert isinstance(data, dict)
    assert data["total"] == "61.39"
    assert data["findings"][0]["params"] == {"computed": "61.39", "stated": "61.93"}


def test_a_score_is_explained_whole_or_in_part(run: Runner, folder: Path) -> None:
    values = str(folder / "values-766-2026-q3.csv")
    assert "61,39" in run("explain", values).out
    part = run("explain", values, "1.3").out
    assert [wanted for wanted in ("87/89", "1,96") if wanted not in part] == []
    data = run("explain", values, "1.3", "--json").data
    assert isinstance(data, dict)
    assert (data["value"]["numerator"], data["points"]) == (87, "1.96")


SCORECARD = """schema = "scorecard/1"
id = "rieng"
title = "Bộ chỉ số riêng"
maximum = "10"
[[areas]]
code = "1"
name = "Lĩnh vực"
maximum = "10"
rule = { kind = "proportional" }
"""


def test_a_scorecard_of_ones_own(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "card.toml").write_text(SCORECARD, encoding="utf-8")
    (tmp_path / "values.csv").write_text("code,numerator,denominator\n1,1,4\n", encoding="utf-8")
    data = run("score", str(tmp_path / "values.csv"), "--scorecard", str(tmp_path / "card.toml"), "--json").data
    assert isinstance(data, dict)
    assert (data["scorecard"], data["total"]) == ("rieng", "2.5")


def test_the_example(run: Runner, tmp_path: Path) -> None:
    assert "61,39" in run("example").out
    data = run("example", "--json").data
    assert isinstance(data, dict)
    assert data["ledger"]["total"] == "61.39"
    assert len(run("example", "--folder", str(tmp_path / "vi-du")).out.splitlines()) == len(FILES)


def plan_of(tasks: list[object]) -> bytes:
    return json.dumps({"schema": "plan/1", "title": "x", "period": "2024", "tasks": tasks}).encode()


REVERSED = {"kind": "window", "start": "2024-03-01", "end": "2024-01-01"}
BAD_FILES = [
    ("plan.toml", b"", "assess", ("empty-file", "plan.toml")),
    ("plan.json", b" ", "assess", ("empty-file", "plan.json")),
    ("plan.toml", b"\xff\xfe", "assess", ("not-utf-8", "plan.toml: byte 0")),
    ("plan.toml", b"title = ", "assess", ("not-toml", "plan.toml: line 1, column 8")),
    ("plan.json", b"[" * 100_000, "assess", ("too-deep", "plan.json")),
    ("plan.json", b'{"schema": "plan/1", "title": "x", "period": NaN}', "assess", ("wrong-type", "plan.json: period")),
    ("plan.toml", b'schema = "plan/1"\ntitle = "x"\nperiod = "2024-Q7"\n', "assess", ("not-a-period", "plan.toml: period")),
    ("plan.toml", b'title = "x"\nperiod = "2024"\nsymbol = "184"\n', "assess", ("not-a-symbol", "plan.toml: symbol")),
    ("plan.toml", b'titel = "x"\nperiod = "2024"\n', "assess", ("unknown-key", "plan.toml: titel")),
    ("plan.toml", b'title = 5\nperiod = "2024"\n', "assess", ("wrong-type", "plan.toml: title")),
    (
        "plan.toml",
        b'title = "x"\nperiod = "2024"\nissued_on = "2024-02-30"\n',
        "assess",
        ("not-a-date", "plan.toml: issued_on"),
    ),
    (
        "plan.json",
        plan_of([{"number": 1, "title": "a"}, {"number": 1, "title": "b"}]),
        "assess",
        ("duplicate-id", "plan.json: tasks[1].number"),
    ),
    (
        "plan.json",
        plan_of([{"number": 1, "title": "a", "schedule": REVERSED}]),
        "assess",
        ("ends-before-start", "plan.json: tasks[0].schedule"),
    ),
    ("values.csv", b"", "score", ("empty-file", "values.csv")),
    ("values.csv", b"\xff\xfe", "score", ("not-utf-8", "values.csv")),
    ("values.csv", b"code,numerator\n1.1,5\n", "score", ("missing", "values.csv: row 2")),
    ("values.csv", b"code,percent\n9.9,50\n", "score", ("unknown-criterion", "values.csv: row 2")),
    ("values.csv", b"code,numerator,denominator\n1.1,5,0\n", "score", ("part-of-nothing", "values.csv: row 2")),
]


@pytest.mark.parametrize(("name", "content", "command", "wanted"), BAD_FILES)
def test_a_file_that_cannot_be_used_is_told_with_its_place(
    run: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    content: bytes,
    command: str,
    wanted: tuple[str, str],
) -> None:
    (tmp_path / name).write_bytes(content)
    told: list[tuple[str, str]] = []
    with monkeypatch.context() as patched:
        patched.setattr("cchc.cli._tell_problems", lambda found, _: told.extend((p.code, p.place) for p in found))
        assert run(command, str(tmp_path / name)).status == 2
    assert wanted in told
    for language in ("vi", "en"):
        outcome = run(command, str(tmp_path / name), "--lang", language)
        assert (outcome.status, outcome.out) == (2, "")
        assert len(outcome.err.splitlines()) == len(told)


def test_a_scorecard_whose_parts_do_not_sum_is_refused(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "card.toml").write_text(SCORECARD.replace('maximum = "10"', 'maximum = "11"', 1), encoding="utf-8")
    (tmp_path / "values.csv").write_text("code,percent\n1,50\n", encoding="utf-8")
    outcome = run("score", str(tmp_path / "values.csv"), "--scorecard", str(tmp_path / "card.toml"))
    assert (outcome.status, outcome.out) == (2, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("scor",),
        ("score",),
        ("score", "none.csv"),
        ("score", "--wrong", "x.csv"),
        ("score", "a.csv", "b.csv"),
        ("assess", "none.toml"),
        ("period", "Quý V/2024"),
        ("period", "Quý II/2024", "--regime", "cchc-bnv"),
        ("period", "2024", "--regime", "none"),
        ("scorecards", "--lang", "fr"),
        ("scorecards", "--json=yes"),
        ("scorecards", "--lang"),
        ("score", "x.csv", "--scorecard", "qd-767"),
        ("--wrong",),
        ("schedule", " "),
    ],
)
def test_what_is_no_command_is_told_in_one_line(run: Runner, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert len(outcome.err.strip().splitlines()) == 1


@pytest.mark.parametrize("day", ["30/02/2024", "quý I/2024", "hôm qua", "20240930"])
def test_a_day_that_is_none_is_refused(run: Runner, folder: Path, day: str) -> None:
    outcome = run("assess", str(folder / "plan-2024.toml"), "--as-of", day)
    assert (outcome.status, outcome.out) == (2, "")


def _process(*arguments: str, encoding: str = "utf-8") -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 the program itself, run as a user would
        [sys.executable, "-c", "from cchc.cli import main; main()", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


def test_a_console_that_knows_no_vietnamese_still_gets_utf_8() -> None:
    with _process("period", "Quý I/2024", encoding="latin-1") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert words("vi")("period-name.quarter.1", year="2024", month="", last="") in out.decode("utf-8")


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str) -> None:
        raise ValueError

    monkeypatch.setattr("cchc.cli._say", broken)
    with pytest.raises(ValueError) as raised:  # noqa: PT011 a bare one is what is meant
        main(["period", "2024"])
    assert not isinstance(raised.value, InvalidInput)


HELP = """
import sys
from cchc.cli import main
try:
    main(["--help"])
except SystemExit:
    print([name for name in ("babel", "cchc.model") if name in sys.modules])
"""


def test_help_loads_neither_the_model_nor_babel() -> None:
    found = subprocess.run([sys.executable, "-c", HELP], capture_output=True, check=True)  # noqa: S603 our own program
    assert found.stdout.splitlines()[-1] == b"[]"


class Closed:
    """An output whose reader has gone."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("w", encoding="utf-8")

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        raise BrokenPipeError

    def fileno(self) -> int:
        return self.file.fileno()


def test_a_reader_that_leaves_early_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    closed = Closed(tmp_path / "out.txt")
    with monkeypatch.context() as patched, closed.file:
        patched.setattr(sys, "stdout", closed)
        with pytest.raises(SystemExit) as left:
            main(["period", "2024"])
    assert left.value.code == 0


_PAPER = """KẾ HOẠCH
Cải cách hành chính năm 2026
I. MỤC TIÊU
- Trên 98% hồ sơ TTHC được giải quyết đúng hạn.
"""


def test_a_document_is_read_and_shown(run: Runner, tmp_path: Path) -> None:
    paper = tmp_path / "ke-hoach.txt"
    paper.write_text(_PAPER, encoding="utf-8")
    shown = run("read", str(paper))
    assert shown.status == 0
    assert "98%" in shown.out
    data = run("read", str(paper), "--json").data
    assert isinstance(data, dict)
    assert (data["kind"], data["plan"]["period"], data["plan"]["targets"][0]["requirement"]["value"]) == ("plan", "2026", "98")
    forced = run("read", str(paper), "--kind", "report", "--year", "2025", "--json").data
    assert isinstance(forced, dict)
    assert forced["kind"] == "report"


def test_what_was_read_is_kept_corrected_and_read_back(run: Runner, tmp_path: Path) -> None:
    paper, kept = tmp_path / "ke-hoach.txt", tmp_path / "ke-hoach.toml"
    paper.write_text(_PAPER, encoding="utf-8")
    assert run("read", str(paper), "-o", str(kept)).status == 0
    kept.write_text(kept.read_text(encoding="utf-8").replace('value = "98"', 'value = "99"'), encoding="utf-8")
    data = run("read", str(kept), "--json").data
    assert isinstance(data, dict)
    assert data["plan"]["targets"][0]["requirement"]["value"] == "99"
    assert run("assess", str(kept), "--as-of", "30/6/2026").status == 0


@pytest.mark.parametrize(
    "arguments",
    [("read", "khong-co.docx"), ("read", "a.odt"), ("read", "a.txt", "--kind", "thư"), ("read", "a.txt", "--year", "x")],
)
def test_a_document_that_cannot_be_read_is_one_line(run: Runner, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)


_REPORT = """BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2026
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Đã hoàn thành 26/40 nhiệm vụ (đạt 56%).
2. Giải quyết đúng hạn 1.198/1.210 hồ sơ, đạt 99,01%.
"""
_WAIVERS = """schema = "waivers/1"
[[waivers]]
code = "arithmetic.ratio"
subject = "figures"
reason = "Đã đính chính"
until = 2026-12-31
"""
_FIGURES_ONLY = ("--rules", "arithmetic")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(_REPORT, encoding="utf-8")
    return path


def test_a_paper_is_checked_and_its_errors_told_by_the_exit_status(run: Runner, report: Path) -> None:
    shown = run("check", str(report), *_FIGURES_ONLY)
    assert (shown.status, shown.err) == (1, "")
    assert [part for part in ("56%", "65%", "[arithmetic.ratio figures]") if part not in shown.out] == []
    data = run("check", str(report), *_FIGURES_ONLY, "--json").data
    assert isinstance(data, dict)
    assert [finding["code"] for finding in data["findings"]] == ["arithmetic.ratio"]
    assert (data["document"], data["waived"], data["claims"], data["sound"]) == ("bao-cao.txt", [], 2, 1)
    assert run("check", str(report), "--rules", "citation,arithmetic.sum").status == 0
    forced = run("check", str(report), "--kind", "plan", "--year", "2026", "--rules", "task")
    assert forced.status == 0


def test_what_is_waived_is_counted_until_its_day_is_over(run: Runner, report: Path, tmp_path: Path) -> None:
    waivers = tmp_path / "mien-tru.toml"
    waivers.write_text(_WAIVERS, encoding="utf-8")
    arguments = ("check", str(report), *_FIGURES_ONLY, "--waivers", str(waivers), "--as-of")
    waived = run(*arguments, "31/12/2026", "--json")
    assert waived.status == 0
    assert isinstance(waived.data, dict)
    assert (waived.data["findings"], len(waived.data["waived"])) == ([], 1)
    over = run(*arguments, "2027-01-01", "--json")
    assert over.status == 1
    assert isinstance(over.data, dict)
    assert [finding["code"] for finding in over.data["findings"]] == ["arithmetic.ratio", "waiver.expired"]


def test_only_what_is_new_since_an_earlier_check_is_shown(run: Runner, report: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "lan-truoc.json"
    earlier.write_text(run("check", str(report), *_FIGURES_ONLY, "--json").out, encoding="utf-8")
    report.write_text(_REPORT.replace("1. Đã", "1. Trong quý đã").replace("99,01%", "99,10%"), encoding="utf-8")
    shown = run("check", str(report), *_FIGURES_ONLY, "--baseline", str(earlier), "--json")
    assert shown.status == 1
    assert isinstance(shown.data, dict)
    assert [finding["params"]["stated"] for finding in shown.data["findings"]] == ["99.10"]
    assert [finding["params"]["stated"] for finding in shown.data["known"]] == ["56"]


def test_a_report_is_held_against_its_plan_and_an_earlier_report(run: Runner, report: Path, tmp_path: Path) -> None:
    plan, data = tmp_path / "ke-hoach.txt", tmp_path / "ke-hoach.toml"
    plan.write_text(_PAPER, encoding="utf-8")
    run("read", str(plan), "-o", str(data))
    earlier = str(report)
    assert run("check", str(report), "--plan", str(data), "--previous", earlier, *_FIGURES_ONLY).status == 1
    run("read", str(report), "-o", str(tmp_path / "bao-cao.toml"))
    wrong = run("check", str(report), "--plan", str(tmp_path / "bao-cao.toml"))
    assert (wrong.status, wrong.out, wrong.err.count("\n")) == (2, "", 1)
    wrong = run("check", str(report), "--previous", str(data))
    assert (wrong.status, wrong.out, wrong.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--rules", "arithmetics"),
        ("--rules", ""),
        ("--waivers", "khong-co.toml"),
        ("--baseline", "khong-co.json"),
        ("--as-of", "hôm qua"),
        ("--plan", "khong-co.docx"),
    ],
)
def test_a_check_that_cannot_be_made_is_told_in_one_line(run: Runner, report: Path, arguments: tuple[str, ...]) -> None:
    outcome = run("check", str(report), *arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)


_HIGHER = """KẾ HOẠCH
Cải cách hành chính tỉnh Hạ Lâm năm 2026
I. MỤC TIÊU
- Trên 98% hồ sơ TTHC được giải quyết đúng hạn.
"""


def test_a_plan_is_held_against_the_higher_one(run: Runner, tmp_path: Path) -> None:
    higher, own = tmp_path / "tinh.txt", tmp_path / "so.txt"
    higher.write_text(_HIGHER, encoding="utf-8")
    own.write_text(_HIGHER.replace("tỉnh Hạ Lâm", "của Sở Nội vụ").replace("98%", "95%"), encoding="utf-8")
    arguments = ("cascade", str(higher), str(own), "--agency", "Sở Nội vụ")
    shown = run(*arguments)
    assert (shown.status, shown.err) == (1, "")
    assert "[cascade.looser targets/1]" in shown.out
    data = run(*arguments, "--json").data
    assert isinstance(data, dict)
    assert data["pairs"] == [["1", "1", "looser"]]
    assert run("cascade", str(higher), str(higher)).status == 0


def test_a_plan_without_a_period_is_not_judged(run: Runner, tmp_path: Path) -> None:
    paper, kept = tmp_path / "ke-hoach.txt", tmp_path / "ke-hoach.toml"
    paper.write_text("KẾ HOẠCH\nCải cách hành chính\nI. MỤC TIÊU\n- Trên 98% hồ sơ đúng hạn.", encoding="utf-8")
    run("read", str(paper), "-o", str(kept))
    outcome = run("assess", str(kept), "--as-of", "30/6/2026")
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_a_page_that_could_not_be_read_is_a_finding(run: Runner, tmp_path: Path) -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica")
    made.cell(text="Plan 2026")
    made.add_page()
    made.image(Image.new("L", (40, 40), 128), 10, 10, 50)
    made.output(str(tmp_path / "scan.pdf"))
    outcome = run("read", str(tmp_path / "scan.pdf"), "--json")
    assert outcome.status == 1
    assert isinstance(outcome.data, dict)
    assert "reading.picture-page" in {finding["code"] for finding in outcome.data["findings"]}


def test_a_library_that_is_not_installed_is_one_line(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = FPDF()
    made.add_page()
    made.output(str(tmp_path / "a.pdf"))
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    outcome = run("read", str(tmp_path / "a.pdf"))
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "cchc[read]" in outcome.err


def test_any_other_library_that_fails_is_a_fault_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cchc.catalog.papers", None)
    with pytest.raises(ImportError):
        main(("read", "a.txt"))
