"""What a check comes to: findings set apart by waivers and by an earlier check, and the files that hold both."""

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from cchc import (
    InvalidInput,
    Plan,
    Reading,
    Repair,
    Report,
    Span,
    Statement,
    StatementKind,
    Waiver,
    check,
    load,
    read,
    read_text,
    save,
    to_data,
)
from cchc.catalog.check_files import load_baseline, load_waivers
from cchc.catalog.outcomes import conclude
from cchc.rules.checking.bundles import DEFAULT

_DAY = date(2026, 6, 30)
_TEXT = """BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2026
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Đã hoàn thành 26/40 nhiệm vụ (đạt 56%).
2. Giải quyết đúng hạn 1.198/1.210 hồ sơ, đạt 99,01%.
3. Đã số hóa 45/90 kết quả (đạt 55%).
"""
_MENDED = _TEXT.replace("đạt 55%", "đạt 50%").replace("1. Đã", "1. Trong quý đã")
_RULES = DEFAULT.only("arithmetic")
_SENTENCES = ("Đã hoàn thành 26/40 nhiệm vụ (đạt 56%).", "Giải quyết đúng hạn 1.198/1.210 hồ sơ, đạt 99,01%.")


def _waiver(words: str, until: date = _DAY) -> Waiver:
    return Waiver(code="arithmetic.ratio", subject="figures", reason="Đã đính chính", until=until, words=words)


def test_claims_are_counted_and_those_without_a_finding_are_sound() -> None:
    checked = conclude(read_text(_TEXT), as_of=_DAY, rules=_RULES)
    assert [str(found.params["stated"]) for found in checked.findings] == ["56", "55"]
    assert (checked.claims, checked.sound) == (3, 1)


def test_what_is_waived_was_known_and_is_gone_stands_apart() -> None:
    before = check(read_text(_TEXT), rules=_RULES)
    checked = conclude(read_text(_MENDED), as_of=_DAY, rules=_RULES, baseline=before)
    assert checked.findings == ()
    assert [str(found.params["stated"]) for found in (*checked.known, *checked.gone)] == ["56", "55"]
    waived = conclude(read_text(_MENDED), as_of=_DAY, rules=_RULES, baseline=before, waivers=[_waiver("56%")])
    assert (waived.findings, waived.known, len(waived.waived)) == ((), (), 1)
    assert [str(found.params["stated"]) for found in waived.gone] == ["55"]


@pytest.mark.parametrize("kind", [Plan, Report])
def test_a_paper_of_data_is_checked_by_the_words_of_its_statements(kind: type[Plan] | type[Report]) -> None:
    statements = tuple(Statement(text=text, kind=StatementKind.ACHIEVED) for text in _SENTENCES)
    paper = (
        Plan(title="Kế hoạch", period=None, statements=statements)
        if kind is Plan
        else Report(period=None, agency="UBND phường", statements=statements)
    )
    kept = (
        Reading(kind="plan", text="", plan=paper) if isinstance(paper, Plan) else Reading(kind="report", text="", report=paper)
    )
    for given in (paper, kept):
        checked = conclude(given, as_of=_DAY, rules=_RULES)
        assert [found.code for found in checked.findings] == ["arithmetic.ratio"]
        assert (checked.claims, checked.sound) == (2, 1)


def test_a_reading_of_nothing_has_nothing_wrong() -> None:
    assert check(Reading(kind="plan", text="")) == ()


def test_an_outcome_kept_as_data_is_a_baseline(tmp_path: Path) -> None:
    checked = conclude(read_text(_TEXT), document="a.txt", as_of=_DAY, rules=_RULES, waivers=[_waiver("55%")])
    kept = tmp_path / "earlier.json"
    kept.write_text(json.dumps(to_data(checked), ensure_ascii=False), encoding="utf-8")
    before = load_baseline(kept)
    assert [str(found.params["stated"]) for found in before] == ["56"]  # what was waived is new once its waiver is over
    again = conclude(read_text(_TEXT), as_of=date(2026, 7, 1), rules=_RULES, waivers=[_waiver("55%")], baseline=before)
    assert [found.code for found in again.findings] == ["arithmetic.ratio", "waiver.expired"]
    kept.write_text(json.dumps(to_data(again), ensure_ascii=False), encoding="utf-8")
    assert len(load_baseline(kept)) == 3  # those known by then are known still


def test_a_place_in_a_cell_is_no_part_of_a_baseline(tmp_path: Path) -> None:
    finding = {"code": "a.b", "severity": "info", "subject": "x", "span": {"start": 0, "end": 1, "place": "Sheet1!A1"}}
    params = {"span": "một", "list": ["1", "2"]}
    kept = tmp_path / "earlier.json"
    kept.write_text(json.dumps({"findings": [{**finding, "params": params}]}), encoding="utf-8")
    (found,) = load_baseline(kept)
    assert (found.span, found.params["span"]) == (None, "một")


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("[]", "wrong-type", "a.json"),
        ("{}", "missing-key", "a.json: findings"),
        ('{"findings": [{"code": "a.b"}]}', "missing-key", "a.json: findings[0].severity"),
        ("{", "not-json", "a.json: line 1, column 2"),
    ],
)
def test_what_is_no_outcome_is_no_baseline(tmp_path: Path, content: str, code: str, place: str) -> None:
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_baseline(tmp_path / "a.json")
    assert (code, place) in [(problem.code, problem.place) for problem in caught.value.problems]


_WAIVERS = """schema = "waivers/1"
[[waivers]]
code = "arithmetic.ratio"
subject = "figures"
reason = "Đã đính chính"
until = 2026-12-31
"""


def test_waivers_are_read_strictly(tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text(_WAIVERS, encoding="utf-8")
    assert load_waivers(tmp_path / "w.toml") == (_waiver("", date(2026, 12, 31)),)
    assert load(tmp_path / "w.toml").waivers == load_waivers(tmp_path / "w.toml")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (_WAIVERS.replace("Đã đính chính", " "), {("empty", "w.toml: waivers[0].reason")}),
        (_WAIVERS.replace("ratio", "ration"), {("unknown-rule", "w.toml: waivers[0].code")}),
        (
            _WAIVERS.replace("Đã đính chính", "").replace("ratio", "ration"),
            {("empty", "w.toml: waivers[0].reason"), ("unknown-rule", "w.toml: waivers[0].code")},
        ),
        (_WAIVERS.replace('code = "arithmetic.ratio"\n', ""), {("missing-key", "w.toml: waivers[0].code")}),
        (_WAIVERS.replace('"arithmetic.ratio"', "5"), {("wrong-type", "w.toml: waivers[0].code")}),
        (_WAIVERS.replace("arithmetic.ratio", " "), {("empty", "w.toml: waivers[0].code")}),
        ('schema = "waivers/1"\nwaivers = 5\n', {("wrong-type", "w.toml: waivers")}),
        ('schema = "waivers/1"\nwaivers = [5]\n', {("wrong-type", "w.toml: waivers[0]")}),
        ('schema = "plan/1"\n', {("unknown-schema", "w.toml: schema")}),
        ("x = \n", {("not-toml", "w.toml: line 1, column 5")}),
    ],
)
def test_everything_wrong_with_waivers_is_told_at_once(tmp_path: Path, content: str, wanted: set[tuple[str, str]]) -> None:
    (tmp_path / "w.toml").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_waivers(tmp_path / "w.toml")
    assert {(problem.code, problem.place) for problem in caught.value.problems} == wanted
    assert len(caught.value.problems) == len(wanted)


_UNDATED = """KẾ HOẠCH
Cải cách hành chính
I. MỤC TIÊU
1. Thực hiện Quyết định số 76/QD-TTg.

| STT | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian |
|---|---|---|---|---|---|
| 1 | Rà soát thủ tục | Báo cáo | Sở Tư pháp | Các sở | Quý II |
"""


def test_what_the_reading_laid_to_the_paper_stands_in_its_place_among_its_family() -> None:
    found = [(one.code, one.span.start if one.span else 10**6) for one in check(read_text(_UNDATED))]
    assert {code for code, _ in found} >= {"schedule.no-year", "reading.doubtful-symbol"}
    assert [place for _, place in found] == sorted(place for _, place in found)
    for family, code in (("task", "schedule.no-year"), ("citation", "reading.doubtful-symbol"), ("target", None)):
        asked = {one.code for one in check(read_text(_UNDATED), rules=DEFAULT.only(family))}
        assert {"schedule.no-year", "reading.doubtful-symbol"} & asked == ({code} if code else set())


def test_in_a_scan_it_is_the_scan_that_is_wrong() -> None:
    reading = read_text(_UNDATED)
    scanned = evolve(reading, repairs=(Repair(span=Span(start=0, end=1, text="K"), text="K", confidence=90),))
    assert {one.code for one in check(reading)} - {one.code for one in check(scanned)} == {
        "schedule.no-year",
        "reading.doubtful-symbol",
    }


def test_other_findings_leave_the_claims_sound() -> None:
    checked = conclude(read_text(_TEXT + "4. Thực hiện Quyết định số 76/QD-TTg.\n"), as_of=_DAY)
    assert {"arithmetic.ratio", "reading.doubtful-symbol"} <= {found.code for found in checked.findings}
    assert (checked.claims, checked.sound) == (3, 1)


def test_a_kept_paper_is_checked_from_its_file(tmp_path: Path) -> None:
    report = read_text(_TEXT).report
    assert report is not None
    save(report, tmp_path / "kept.toml")
    found = check(read(tmp_path / "kept.toml"), rules=_RULES)
    assert [str(one.params["stated"]) for one in found] == ["56", "55"]
