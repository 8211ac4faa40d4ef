"""`make-report import`: what is said of what cannot be one."""

import pytest

from tests.console.command_line import run
from tests.few import each


@each("address", ["https://www.example.gov.cn/a.html", "HTTP://example.gov.cn", "www.example.cn/a"])
def test_an_address_is_no_file(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "import", address)
    assert code == 2
    assert "程序不上网。请在浏览器里打开这个网页，另存为“网页，全部”" in out + err
