"""make-report: 政府信息公开工作年度报告, from an Excel workbook to a Word document."""

__version__ = "0.1.0"
