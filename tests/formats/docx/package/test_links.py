"""Where a link leads, and whether everybody can follow it."""

import pytest

from generator.formats.docx.package.links import leads_inside


@pytest.mark.parametrize(
    "target",
    [
        "http://192.168.3.4/a",
        "https://10.0.0.8:8443/oa",
        "http://172.16.1.1",
        "http://127.0.0.1:8080/",
        "http://[::1]/a",
        "http://[fd00::1]:80/a",
        "http://localhost/a",
        "HTTP://OA/index",
        "http://oa.example.local/",
        "ftp://files.intranet/a",
    ],
)
def test_those_in_the_office_alone_reach_it(target: str) -> None:
    assert leads_inside(target)


@pytest.mark.parametrize(
    "target",
    [
        "http://www.example.gov.cn/a?b=http://10.0.0.1",
        "https://example.gov.cn:8443",
        "http://8.8.8.8/",
        "mailto:a@localhost",
        "#第一节",
        "",
        "http://",
    ],
)
def test_everybody_reaches_it_or_it_is_no_page(target: str) -> None:
    assert not leads_inside(target)
