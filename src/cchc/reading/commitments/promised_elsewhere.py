"""Bounds that a plan prints where it says what is done (mức nêu trong nhiệm vụ, giải pháp), beside those of its targets.

"Hướng dẫn người dân, bảo đảm tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên" is a task that promises a share too. Only what is
promised of the whole and for the whole period is read: no quarter, no step on the way, no field that the work before it names.
"""

import re
from collections.abc import Iterator
from datetime import date

from attrs import evolve

from cchc.model import (
    AtLeast,
    AtMost,
    Continuous,
    Deadline,
    Exactly,
    LessThan,
    MoreThan,
    Period,
    Plan,
    Schedule,
    Source,
    StatementKind,
    Target,
    Task,
    Window,
)  # fmt: skip
from cchc.model.text import plain
from cchc.reading.commitments.targets import read_targets
from cchc.reading.passage import Passage

__all__ = ["promised_elsewhere"]

_SENTENCE = re.compile(r"[;.!?](?:\s|$)")
_SHARE = re.compile(r"[0-9]\s?%")
_LEVEL = r"(?:(?:tỷ lệ|tỉ lệ|tối thiểu|ít nhất|trên|hơn|từ|không (?:dưới|quá))(?!\w)|[0-9])"
_AIM = re.compile(
    rf"(?i)(?<!\w)(?:bảo đảm|đảm bảo|phấn đấu|nâng|đưa|duy trì|hoàn thành) (?:(?:cho|đạt|có|nâng) )*(?={_LEVEL})"
    r"|(?<=[,:] )(?=t[ỷỉ] lệ)"
)
_ANOTHER_TIME = re.compile(
    r"(?i)(?<!\w)(?:quý|tháng|tuần|ngày|từng bước|giai đoạn|lộ trình|đợt|trước mắt|hiện (?:nay|tại|có)|đã|mỗi|bình quân"
    r"|trong đó|riêng|năm (?:trước|sau|tiếp theo)|so với|thêm)(?!\w)"
)
_YEAR = re.compile(r"(?<![0-9/])20[0-9]{2}(?!\s?/|[0-9])")
_PART = re.compile(
    r"(?i)(?<!\w)(?:đối với|lĩnh vực|khối|nhóm|ngành|tại|thuộc|ở|cấp (?:tỉnh|huyện|xã|cơ sở|sở)|các sở|huyện|quận|xã(?! hội)"
    r"|phường|thị xã|thành phố|thí điểm|mô hình|dự án|đề án|hộ tịch|đất đai|xây dựng(?! kế hoạch)|đầu tư|y tế|môi trường"
    r"|lao động|bảo hiểm|thuế|tư pháp|giao thông|nông nghiệp|công an|cư trú|kinh doanh)(?!\w)"
)
_LOWER = re.compile(r"(?i)(?<!\w)(?:cấp|các) (?:huyện|quận|xã|phường|thị xã|thành phố|đặc khu|thôn)(?!\w)")
_UPPER = re.compile(r"(?i)(?<!\w)(?:sở|ban,? ngành|cơ quan|đơn vị)(?!\w)")
_LEVELS = AtLeast, AtMost, Exactly, LessThan, MoreThan


def promised_elsewhere(plan: Plan) -> tuple[Target, ...]:
    """The shares that the titles of a plan's tasks and its directions promise, each with the path of its place as its id."""
    return (*_of_tasks(plan), *_of_directions(plan))


def _of_tasks(plan: Plan) -> Iterator[Target]:
    for task in plan.tasks:
        if _SHARE.search(task.title) and _is_for_all(task):
            for promise in _promises(task.title, f"tasks/{task.number}", plan.period, task.source):
                yield evolve(promise, due=promise.due or _end(task.schedule))


def _of_directions(plan: Plan) -> Iterator[Target]:
    for number, statement in enumerate(plan.statements, start=1):
        if statement.kind is StatementKind.DIRECTION:
            yield from _promises(statement.text, f"statements/{number}", plan.period, statement.source)


def _is_for_all(task: Task) -> bool:
    """Whether a task speaks of all levels and of all of its time: not of the communes alone, not of every quarter."""
    leads = " ".join(map(plain, task.lead))
    timed = isinstance(task.schedule, Continuous | Deadline | Window) or not task.schedule_text
    return (
        timed and not _PART.search(plain(task.group_title)) and (not _LOWER.search(leads) or _UPPER.search(leads) is not None)
    )


def _end(schedule: Schedule) -> date | None:
    match schedule:
        case Deadline(due=day) | Window(end=day):
            return day
        case _:
            return None


def _promises(text: str, path: str, period: Period | None, source: Source | None) -> Iterator[Target]:
    """What each sentence of a text promises that says one share."""
    for sentence in _SENTENCE.split(plain(text)):
        clause = _clause(sentence.strip(), period)
        for promise in read_targets(Passage.of(clause), code=path, period=period) if clause else ():
            if isinstance(promise.requirement, _LEVELS) and promise.requirement.unit == "%":
                yield evolve(promise, source=source)


def _clause(sentence: str, period: Period | None) -> str:
    """The words of a sentence that promise its one share, or nothing where it speaks of a part or of another time."""
    shares = [found.start() for found in _SHARE.finditer(sentence)]
    years = {int(year) for year in _YEAR.findall(sentence)} - ({period.end.year} if period else set())
    if len(shares) != 1 or years or _ANOTHER_TIME.search(sentence):
        return ""
    aims = list(_AIM.finditer(sentence, 0, shares[0] + 1))
    if not aims:
        return sentence
    start = aims[-1].start()
    return "" if _PART.search(sentence[:start]) else sentence[start:]
