"""Titles of tasks that differ in nothing that tells (tên nhiệm vụ gần như nhau): a verb of the same kind, a light noun.

"Nâng cấp, hoàn thiện Cổng thông tin điện tử" is "Nâng cấp Cổng thông tin điện tử" said at more length. Only where everything
else about two tasks agrees does it make them one.
"""

import re

__all__ = ["nearly_the_same", "without_light_nouns"]

_KINDS = (
    ("nâng cấp", "hoàn thiện", "cải tiến", "chỉnh sửa"),
    ("kết nối", "chia sẻ", "liên thông", "tích hợp", "đồng bộ"),
    ("tuyên truyền", "phổ biến", "quán triệt"),
    ("đào tạo", "bồi dưỡng", "tập huấn"),
    ("theo dõi", "đôn đốc", "giám sát"),
    ("vận hành", "duy trì", "khai thác", "sử dụng"),
    ("sửa đổi", "bổ sung", "cập nhật"),
    ("cắt giảm", "đơn giản hóa"),
    ("công bố", "công khai", "niêm yết"),
    ("rà soát", "thống kê", "hệ thống hóa"),
)
_KIND_OF = {verb: at for at, verbs in enumerate(_KINDS) for verb in verbs}
_VERB = re.compile(rf"(?<!\w)(?:{'|'.join(_KIND_OF)})(?!\w)")
_LIGHT_NOUN = re.compile(r"(?<!công nghệ )(?<!\w)thông tin(?= điện tử| giải quyết| quản lý| báo cáo| dùng chung|$)")
_FEWEST_WORDS = 4
"""Two words besides the verb are a kind of work rather than one piece of it."""


def without_light_nouns(said: str) -> str:
    """The telling words of a text without the nouns that may be left out: "Trang (thông tin) điện tử"."""
    return " ".join(_LIGHT_NOUN.sub(" ", said).split())


def nearly_the_same(one: str, other: str) -> bool:
    """Whether two titles, as their telling words in order, differ at most by verbs of one kind and by light nouns.

    One of the two says every verb that the other does, and each that it adds stands beside one of the same kind.
    """
    titles = tuple(without_light_nouns(said) for said in (one, other))
    things, others = (_VERB.sub(" ", said).split() for said in titles)
    if things != others or len(things) < _FEWEST_WORDS:
        return False
    fewer, more = sorted((set(_VERB.findall(said)) for said in titles), key=len)
    kinds = {_KIND_OF[verb] for verb in fewer}
    return fewer <= more and all(_KIND_OF[verb] in kinds for verb in more - fewer)
