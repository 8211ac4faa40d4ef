"""政府信息公开工作年度报告, the statutory form of disclosure, in its editions."""
