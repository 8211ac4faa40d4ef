"""Where the project keeps what tests start from."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
WORKBOOK = ROOT / "inputs" / "2023.xlsx"
"""The report of the published organ, as it comes with the project."""
DOCUMENT = ROOT / "outputs" / "2023.docx"
"""Its document."""
TEMPLATE = ROOT / "templates" / "年度报告模板.docx"
"""What it was made with."""
