import pytest
from hypothesis import given

from cchc.model import Finding, Parameters, Ratio, Severity
from cchc.model.finding import Parameter
from cchc.testing import findings, parameters


@pytest.mark.law
@given(parameters())
def test_parameters_are_a_mapping_that_ignores_order(params: Parameters) -> None:
    backwards = Parameters(dict(list(params.items())[::-1]))
    assert backwards == params == dict(params)
    assert hash(backwards) == hash(params)
    assert len(params) == len(list(params))
    assert all(params[name] == value for name, value in params.items())


@pytest.mark.law
@given(findings())
def test_a_finding_takes_any_mapping_and_keeps_its_own(finding: Finding) -> None:
    given_by_rule: dict[str, Parameter] = dict(finding.params)
    made = Finding(code=finding.code, severity=finding.severity, subject=finding.subject, params=given_by_rule)
    given_by_rule["late"] = 1
    assert made.params == finding.params


def test_parameters_do_not_change() -> None:
    params = Parameters({"stated": Ratio(30, 58), "inputs": (30, 58)})
    with pytest.raises(TypeError):
        params["stated"] = 1  # type: ignore[index]
    with pytest.raises(AttributeError):
        params._items = {}  # noqa: SLF001
    assert params["inputs"] == (30, 58)
    assert "inputs" in repr(params)


def test_a_finding_without_parameters_has_none() -> None:
    assert Finding(code="task.no-lead", severity=Severity.WARNING, subject="tasks/12").params == Parameters()
