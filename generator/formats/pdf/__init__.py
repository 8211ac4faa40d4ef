"""The PDF of a published report: everything that knows typst."""
