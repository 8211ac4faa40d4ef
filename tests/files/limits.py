"""What is too much in a file, and a hundredth of it, which is sooner made and looked through."""

import pytest

from generator.files import xml_scan, zip_archive

HUNDREDTH = 100


def divide_limits(patch: pytest.MonkeyPatch, by: int) -> None:
    """Let so many times less be too much: elements, elements of a kind, and bytes."""
    patch.setattr(xml_scan, "_MOST_OF_ANY_KIND", xml_scan._MOST_OF_ANY_KIND // by)
    for name in ("OF_DOCUMENTS", "OF_WORKBOOKS"):
        limits = getattr(xml_scan, name)
        kinds = {kind: most // by for kind, most in limits.of_a_kind.items()}
        smaller = xml_scan.Limits(limits.elements // by, kinds)
        patch.setattr(xml_scan, name, smaller)
        patch.setattr(zip_archive, name, smaller)
    for limit in ("_LARGEST_XML", "_LARGEST_CONTENT"):
        patch.setattr(zip_archive, limit, getattr(zip_archive, limit) // by)
