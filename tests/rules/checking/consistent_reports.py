"""Reports whose figures all agree, each with one figure that can be spoilt: what a wrong digit there must be found as."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen
from hypothesis import strategies as st

from cchc.model.numeral import format_number
from cchc.model.rounding import half_up

__all__ = ["Said", "digit_slips", "report_of", "sentences"]

TITLE = "BÁO CÁO\nKết quả công tác cải cách hành chính năm 2024\n\nI. KẾT QUẢ THỰC HIỆN\n\n"


@frozen
class Said:
    """A sentence with its `figure` left out as ``@``, that figure, and the code under which a wrong one is found."""

    words: str
    figure: str
    code: str

    @property
    def matter(self) -> str:
        """What it speaks of, its figures left out: a report that says it twice contradicts itself."""
        return "".join(sign for sign in self.words if not sign.isdigit() and sign not in ".,")

    @property
    def text(self) -> str:
        return self.words.replace("@", self.figure)

    def spoilt(self, figure: str) -> str:
        return self.words.replace("@", figure)


def _n(value: int | Decimal) -> str:
    return format_number(value)


def _percent(part: int, whole: int, places: int = 2) -> str:
    return _n(half_up(Fraction(100 * part, whole), places))


@st.composite
def _parts(draw: st.DrawFn, least: int = 2, most: int = 4) -> list[int]:
    return draw(st.lists(st.integers(20, 9_000), min_size=least, max_size=most))


@st.composite
def _ratio(draw: st.DrawFn) -> Said:
    whole = draw(st.integers(20, 20_000))
    part = draw(st.integers(whole // 3 + 1, whole - 1))
    share = _percent(part, whole)
    words = draw(
        st.sampled_from(
            [
                f"Đã hoàn thành {_n(part)}/{_n(whole)} nhiệm vụ (đạt @%).",
                f"Tỷ lệ hồ sơ giải quyết đúng hạn đạt @% ({_n(part)}/{_n(whole)} hồ sơ).",
                f"Đã số hóa {_n(part)} trên tổng số {_n(whole)} hồ sơ, đạt @%.",
                f"Tiếp nhận {_n(whole)} hồ sơ, trong đó có {_n(part)} hồ sơ nộp trực tuyến (chiếm @%).",
            ]
        )
    )
    return Said(words, share, "arithmetic.ratio")


@st.composite
def _sum(draw: st.DrawFn) -> Said:
    one, two, three = draw(_parts(3, 3))
    total = _n(one + two + three)
    words = draw(
        st.sampled_from(
            [
                f"Tiếp nhận @ hồ sơ, trong đó: cấp tỉnh {_n(one)} hồ sơ; cấp huyện {_n(two)} hồ sơ; cấp xã {_n(three)} hồ sơ.",
                f"Giải quyết @ hồ sơ: trước hạn {_n(one)} hồ sơ; đúng hạn {_n(two)} hồ sơ; quá hạn {_n(three)} hồ sơ.",
                f"Ban hành @ văn bản, gồm: {_n(one)} quyết định, {_n(two)} kế hoạch, {_n(three)} công văn.",
                f"Bồi dưỡng @ người (cấp tỉnh {_n(one)} người, cấp huyện {_n(two)} người, cấp xã {_n(three)} người).",
                f"Tập huấn {_n(one)} lượt công chức, {_n(two)} lượt viên chức, {_n(three)} lượt khác, tổng cộng @ lượt người.",
            ]
        )
    )
    return Said(words, total, "arithmetic.sum")


@st.composite
def _remainder(draw: st.DrawFn) -> Said:
    done, left = draw(st.integers(200, 9_000)), draw(st.integers(11, 99))
    words = f"Tiếp nhận {_n(done + left)} phản ánh, đã xử lý {_n(done)} phản ánh, còn @ phản ánh đang xử lý."
    return Said(words, _n(left), "arithmetic.sum")


@st.composite
def _change(draw: st.DrawFn) -> Said:
    before, step = draw(st.integers(200, 9_000)), draw(st.integers(11, 99))
    words = draw(
        st.sampled_from(
            [
                f"Số đơn vị giảm từ {_n(before)} đơn vị xuống còn {_n(before - step)} đơn vị (giảm @ đơn vị).",
                f"Thu hút {_n(before + step)} dự án (tăng @ dự án so với cùng kỳ năm 2023 là {_n(before)} dự án).",
            ]
        )
    )
    return Said(words, _n(step), "arithmetic.difference")


@st.composite
def _restated(draw: st.DrawFn) -> Said:
    millions = draw(st.integers(1_001, 9_999))
    words = f"Tiết kiệm {_n(millions)} triệu đồng (tương đương @ tỷ đồng)."
    return Said(words, _n(Decimal(millions).scaleb(-3)), "arithmetic.restated")


@st.composite
def _shares(draw: st.DrawFn) -> Said:
    parts = draw(_parts(3, 3))
    shares = [_percent(part, sum(parts)) for part in parts]
    words = (
        f"Số hồ sơ: cấp tỉnh {_n(parts[0])} hồ sơ (chiếm @%), cấp huyện {_n(parts[1])} hồ sơ (chiếm {shares[1]}%), "
        f"cấp xã {_n(parts[2])} hồ sơ (chiếm {shares[2]}%)."
    )
    return Said(words, shares[0], "arithmetic.implied-total")


def sentences() -> st.SearchStrategy[Said]:
    return st.one_of(_ratio(), _sum(), _remainder(), _change(), _restated(), _shares())


def report_of(texts: list[str], *, order: Callable[[list[str]], list[str]] = list) -> str:
    """A report of these sentences, a numbered paragraph each."""
    return TITLE + "\n".join(f"{number}. {text}" for number, text in enumerate(order(texts), start=1)) + "\n"


@st.composite
def digit_slips(draw: st.DrawFn, figure: str) -> str:
    """The figure with one digit changed, its first kept from becoming a nought, and by more than rounding could make of it."""
    places = [at for at, sign in enumerate(figure) if sign.isdigit()]
    at = draw(st.sampled_from(places[:-1] or places))
    digits = [digit for digit in "123456789" if digit != figure[at]]
    return figure[:at] + draw(st.sampled_from(digits)) + figure[at + 1 :]
