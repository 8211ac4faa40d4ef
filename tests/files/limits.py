"""What is too much in a file, and a hundredth of it, which is sooner made and looked through."""

import pytest

from generator.files import xml_scan, zip_archive

HUNDREDTH = 100


def divide_limits(patch: pytest.MonkeyPatch, by: int) -> None:
    """Let so many times less be too much: elements, elements of a kind, and bytes."""
    kinds = {kind: most // by for kind, most in xml_scan._MOST_OF_A_KIND.items()}
    patch.setattr(xml_scan, "_MOST_OF_A_KIND", kinds)
    for limit in ("_MOST_ELEMENTS", "_MOST_OF_ANY_KIND"):
        patch.setattr(xml_scan, limit, getattr(xml_scan, limit) // by)
    for limit in ("_LARGEST_XML", "_LARGEST_CONTENT"):
        patch.setattr(zip_archive, limit, getattr(zip_archive, limit) // by)
