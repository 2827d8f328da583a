"""A target in the words of a plan (chỉ tiêu): the same commitment as a share of things or as a rate that reaches a bound."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import singledispatch

from attrs import frozen

from cchc.model import (
    AtLeast,
    AtMost,
    Between,
    Complete,
    Exactly,
    IncreaseBy,
    LessThan,
    MoreThan,
    Qualitative,
    RankUp,
    RankWithin,
    ReduceBy,
    Requirement,
    Target,
)
from cchc.model.numeral import format_number

__all__ = ["Manner", "word_due", "word_target"]


@frozen(kw_only=True)
class Manner:
    """Which of the usual wordings is taken: of the bound, as a share or a rate, and where a day and an exclusion stand."""

    bound: int = 0
    share: bool = True
    bracketed: bool = True
    due: int = 0
    padded: bool = True


def word_target(target: Target, manner: Manner) -> str:
    """The commitment as one sentence without its full stop.

    A share needs an indicator that opens with “Tỷ lệ”: its things then stand after the bound.
    """
    words = _worded(target.requirement, target.indicator, manner)
    if target.aspiration:
        words = f"Phấn đấu {_lowered(words)}"
    before, after = word_due(target.due, manner.due) if target.due else ("", "")
    if target.exclusion:
        # With a day behind it, an exclusion without brackets would take the day in.
        words += f" ({target.exclusion})" if manner.bracketed or after else f", {target.exclusion}"
    if before:
        return f"{before}, {_lowered(words)}"
    if after:
        return f"{words} {after}"
    return words


def word_due(due: date, manner: int) -> tuple[str, str]:
    """A due day before or after the sentence: “Đến hết năm 2025”, “trước ngày 01/7/2025”."""
    next_day = due + timedelta(days=1)
    afters = [
        ("", f"trước ngày {next_day:%d/%m/%Y}"),
        ("", f"chậm nhất là ngày {due.day} tháng {due.month} năm {due.year}"),
        (f"Đến ngày {due:%d/%m/%Y}", ""),
        ("", f"xong trước {next_day:%d/%m/%Y}"),
    ]
    if next_day.day == 1 and due.month % 3 == 0:
        afters.append((f"Đến hết quý {('I', 'II', 'III', 'IV')[due.month // 3 - 1]}/{due.year}", ""))
    if (next_day.month, next_day.day) == (1, 1):
        afters += [(f"Đến hết năm {due.year}", ""), (f"Đến năm {due.year}", ""), ("", f"vào cuối năm {due.year}")]
    return afters[manner % len(afters)]


def _lowered(words: str) -> str:
    # TTHC and PAR INDEX keep their capitals, a sentence's first word does not.
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _number(value: Decimal | int, unit: str, manner: Manner) -> str:
    printed = format_number(value)
    if unit == "%":
        return f"{printed}%"
    return f"{printed.zfill(2) if manner.padded else printed} {unit}"


def _chosen(words: tuple[str, ...], manner: Manner) -> str:
    return words[manner.bound % len(words)]


def _bounded(indicator: str, amount: str, shares: tuple[str, ...], rates: tuple[str, ...], manner: Manner) -> str:
    things = indicator.removeprefix("Tỷ lệ ")
    if things != indicator and manner.share:
        bound = _chosen(shares, manner).format(amount)
        return f"{bound} {things}"
    return f"{indicator} {_chosen(rates, manner).format(amount)}"


@singledispatch
def _worded(requirement: Requirement, indicator: str, manner: Manner) -> str:
    raise NotImplementedError(type(requirement))


@_worded.register
def _(requirement: AtLeast, indicator: str, manner: Manner) -> str:
    amount = _number(requirement.value, requirement.unit, manner)
    if requirement.unit != "%":
        return f"{indicator} {_chosen(('đạt tối thiểu {}', 'đạt từ {} trở lên', 'đạt ít nhất {}'), manner).format(amount)}"
    shares: tuple[str, ...] = ("Tối thiểu {}", "Ít nhất {}", "{}", "Từ {} trở lên")
    rates = ("đạt tối thiểu {}", "đạt từ {} trở lên", "đạt {}", "đạt {} trở lên", "đạt ít nhất {}", "không thấp hơn {}")
    return _bounded(indicator, amount, shares, rates, manner)


@_worded.register
def _(requirement: MoreThan, indicator: str, manner: Manner) -> str:
    amount = _number(requirement.value, requirement.unit, manner)
    return _bounded(indicator, amount, ("Trên {}", "Hơn {}"), ("đạt trên {}", "đạt hơn {}"), manner)


@_worded.register
def _(requirement: AtMost, indicator: str, manner: Manner) -> str:
    amount = _number(requirement.value, requirement.unit, manner)
    rates = ("không quá {}", "tối đa {}", "không vượt quá {}")
    return _bounded(indicator, amount, ("Không quá {}", "Tối đa {}"), rates, manner)


@_worded.register
def _(requirement: LessThan, indicator: str, manner: Manner) -> str:
    amount = _number(requirement.value, requirement.unit, manner)
    return _bounded(indicator, amount, ("Dưới {}",), ("dưới {}", "ở mức dưới {}"), manner)


@_worded.register
def _(requirement: Exactly, indicator: str, manner: Manner) -> str:
    amount = _number(requirement.value, requirement.unit, manner)
    return f"{indicator} {_chosen(('bằng {}', 'đạt đúng {}'), manner).format(amount)}"


@_worded.register
def _(requirement: Between, indicator: str, manner: Manner) -> str:
    most = _number(requirement.most, requirement.unit, manner)
    least = (
        _number(requirement.least, requirement.unit, manner) if requirement.unit == "%" else format_number(requirement.least)
    )
    return _bounded(
        indicator, "", (f"Từ {least} đến {most}",), (f"đạt từ {least} đến {most}", f"đạt từ {least} - {most}"), manner
    )


def _changed(verb: str, requirement: ReduceBy | IncreaseBy, indicator: str, manner: Manner) -> str:
    since = _chosen((" so với năm {}", " so với {}"), manner).format(requirement.baseline) if requirement.baseline else ""
    if requirement.value is None:
        return f"{verb} {indicator}{since}"
    amount = _number(requirement.value, requirement.unit, manner)
    beside = ""
    if requirement.equivalent is not None:
        beside = f" (tương ứng {_number(requirement.equivalent.value, requirement.equivalent.unit, manner)})"
    patterns: tuple[Callable[[], str], ...] = (
        lambda: f"{verb} tối thiểu {amount} {indicator}{beside}{since}",
        lambda: f"{verb} ít nhất {amount} {indicator}{beside}{since}",
        lambda: f"{verb} {amount} {indicator}{beside}{since}",
    )
    return patterns[manner.bound % len(patterns)]()


@_worded.register
def _(requirement: ReduceBy, indicator: str, manner: Manner) -> str:
    return _changed("Giảm", requirement, indicator, manner)


@_worded.register
def _(requirement: IncreaseBy, indicator: str, manner: Manner) -> str:
    return _changed("Tăng", requirement, indicator, manner)


@_worded.register
def _(requirement: RankWithin, indicator: str, manner: Manner) -> str:
    rates = (
        "nằm trong nhóm {} tỉnh, thành phố dẫn đầu cả nước",
        "thuộc nhóm {} địa phương đứng đầu",
        "xếp trong nhóm {} cả nước",
        "nằm trong top {} cả nước",
    )
    return f"{indicator} {_chosen(rates, manner).format(_number(requirement.value, '', manner).strip())}"


@_worded.register
def _(requirement: RankUp, indicator: str, manner: Manner) -> str:
    since = f" so với năm {requirement.baseline}" if requirement.baseline else ""
    if requirement.least == requirement.most:
        return f"{indicator} tăng {_number(requirement.least, 'bậc', manner)}{since}"
    return f"{indicator} tăng từ {requirement.least} đến {requirement.most} bậc{since}"


@_worded.register
def _(_requirement: Complete, indicator: str, manner: Manner) -> str:
    return f"{_chosen(('Hoàn thành việc', 'Hoàn thành'), manner)} {indicator}"


@_worded.register
def _(_requirement: Qualitative, indicator: str, manner: Manner) -> str:
    return f"{_chosen(('Nâng cao', 'Tiếp tục cải thiện', 'Bảo đảm'), manner)} {indicator}"
