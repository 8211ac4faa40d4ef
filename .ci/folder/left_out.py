"""What of the packages no report needs: headers, sources in C, tests, other languages."""

import re

_LOCALES = re.compile(r"babel/locale-data/(?!(?:root|zh[^/]*|LICENSE\.unicode)(?:\.dat)?$)")
_LEFT_OUT = (
    _LOCALES,
    re.compile(r"\.(?:c|h|cpp|hpp|pyx|pxd|pxi|pyi|rng|lib)$"),
    re.compile(r"(?:^|/)(?:tests?|testing|__pycache__)/"),
    re.compile(r"^lxml/(?:includes|isoschematron)/"),
    re.compile(r"^PIL/_(?:avif|imagingtk|imagingcms)\."),  # reports take PNG, JPEG, GIF
    re.compile(r"^[^/]+\.data/(?:data|scripts)/"),
    re.compile(r"\.dist-info/(?:RECORD|sboms/.*|WHEEL|entry_points\.txt|top_level\.txt)$"),
)


def is_left_out(name: str) -> bool:
    """Tell by its name in a wheel whether a file stays out of the folder."""
    return any(one.search(name) for one in _LEFT_OUT)
