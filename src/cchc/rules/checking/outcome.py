"""What a check of a paper came to (kết luận kiểm tra): what stands, what is waived, what was known before and what is gone."""

from attrs import field, frozen

from cchc.model.finding import Finding
from cchc.rules.checking.waivers import WaivedFinding

__all__ = ["Checked"]


@frozen(kw_only=True)
class Checked:
    """The outcome of a check: `findings` are to be looked at now, and all that was set apart stands beside them.

    `waived` are silenced, `known` stood in an earlier run, `gone` stood there and stand no more. `claims` are the relations
    between figures that the paper states, `sound` those of them with which nothing was found wrong.
    """

    document: str = ""
    findings: tuple[Finding, ...]
    waived: tuple[WaivedFinding, ...] = field(default=(), metadata={"always": True})
    known: tuple[Finding, ...] = field(default=(), metadata={"always": True})
    gone: tuple[Finding, ...] = field(default=(), metadata={"always": True})
    claims: int = field(default=0, metadata={"always": True})
    sound: int = field(default=0, metadata={"always": True})
