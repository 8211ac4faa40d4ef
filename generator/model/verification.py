"""已核实: findings that a person has looked at, by the verifications kept with the report.

None is dropped here: one that does not count, or no longer fits, is a finding itself.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator

from generator.form.chinese import listed
from generator.form.pattern import Pattern
from generator.model.finding import Finding, Severity, notice
from generator.model.report import Place, Verification

_RULE = "R10"
_DASHES = Pattern("[\u2010-\u2015\u2212\ufe63ー—_]+")
_NUMBER = r"\d{1,3}(?:-\d{1,3})?"
_KEY = Pattern(rf"([A-Z]{{1,3}}{_NUMBER})-[0-9A-F]{{6}}(?![0-9A-Z](?![A-Z]{{0,3}}{_NUMBER}-))")


def keys_in(typed: str) -> list[str]:
    """Return the keys of findings in what a person typed: any case, width, spaces, brackets."""
    plain = "".join(unicodedata.normalize("NFKC", typed).upper().split())
    return [found[0] for found in _KEY.finditer(_DASHES.sub("-", plain))]


def settle(
    findings: Iterable[Finding], given: Iterable[Verification], report_place: Place
) -> list[Finding]:
    """Return the findings with who verified them, and notices of verifications that fit none.

    `report_place` is the place of verifications that know none of their own.
    """
    verifications = list(given)
    findings = list(findings)
    findings += _remarks(verifications, findings, report_place)
    verified = {key: one for one in verifications if _complete(one) for key in keys_in(one.key)}
    return [finding._replace(verified=verified.get(finding.key)) for finding in findings]


def _complete(one: Verification) -> bool:
    return bool(keys_in(one.key) and one.person.strip() and one.reason.strip())


def _remarks(
    verifications: Iterable[Verification], findings: Iterable[Finding], report_place: Place
) -> list[Finding]:
    keys = {finding.key for finding in findings}
    unchecked = {found.rule for found in findings if found.severity == Severity.UNCHECKED}
    remarks = [
        remark
        for one in verifications
        for remark in (
            _unfitting(one, keys, unchecked, report_place)
            if _complete(one)
            else [_incomplete(one, report_place)]
        )
    ]
    own = {remark.key for remark in remarks}  # which may be verified like any other
    return [remark for remark in remarks if remark.about not in own]


def _incomplete(one: Verification, report_place: Place) -> Finding:
    missing = [
        name
        for name, said in (
            ("编号", one.key.strip()),
            ("核实人", one.person.strip()),
            ("理由", one.reason.strip()),
        )
        if not said
    ]
    about = "／".join((one.key, one.person, one.reason))
    place = _place(one, report_place)
    if missing:
        message = f"这条核对记录没有填{listed(missing)}，不起作用"
        return notice(_RULE, place, message, "编号、核实人、理由三项都要填写", about=about)
    message = f"“{one.key}”不是问题的编号，这条核对记录不起作用"
    return notice(_RULE, place, message, "请照抄那一条问题〔〕里的编号", about=about)


def _unfitting(
    one: Verification, keys: Collection[str], unchecked: Collection[str], report_place: Place
) -> Iterator[Finding]:
    """Yield a notice for every key of a verification that fits no finding.

    Nothing can be said of a rule that was not checked this time.
    """
    for key in keys_in(one.key):
        if key not in keys and key.rpartition("-")[0] not in unchecked:
            yield notice(
                _RULE,
                _place(one, report_place),
                f"这条核对记录（{key}）没有对应的问题：可能已经改正，或者数值、文字变了，要重新核对",
                "已经改正的，不必管它；还是同一个问题的，请换成现在的编号，重新写明理由",
                about=key,
            )


def _place(one: Verification, report_place: Place) -> Place:
    return one.place if one.place.file else report_place
