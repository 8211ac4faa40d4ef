"""Documents as they come back from another program: saved again by LibreOffice."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tests.libreoffice import SOFFICE

# What each way saves, in turn; the last is the document that comes back.
WAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "docx": ("docx:MS Word 2007 XML",),
        "doc": ("doc:MS Word 97", "docx:MS Word 2007 XML"),
        "odt": ("odt:writer8", "docx:MS Word 2007 XML"),
    }
)
_MOST = 200  # files in one call
_SECONDS = 600


def resave(
    paths: Sequence[Path], way: str, folder: Path, *, profile: Path | None = None
) -> list[Path]:
    """Save documents again by way of docx, doc or odt; return the new ones, in their order.

    The names must differ. A profile that is kept, in the folder or elsewhere, saves two seconds
    a call; two calls at once need two profiles.
    """
    for step, kind in enumerate(WAYS[way]):
        into = folder / f"{way}-{step}"
        paths = convert_all(paths, kind, into, profile=profile or folder / "profile")
    return list(paths)


def convert_all(paths: Sequence[Path], kind: str, into: Path, *, profile: Path) -> list[Path]:
    """Convert many files in one call of LibreOffice; `kind` is such as txt:Text."""
    into.mkdir(parents=True, exist_ok=True)
    made = [into / f"{path.stem}.{kind.split(':')[0]}" for path in paths]
    if len(set(made)) < len(made):
        raise ValueError("two of the files have the same name")
    for path in made:
        path.unlink(missing_ok=True)
    for start in range(0, len(paths), _MOST):
        subprocess.run(
            [
                SOFFICE or "soffice",
                f"-env:UserInstallation={profile.absolute().as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(into),
                *(str(path) for path in paths[start : start + _MOST]),
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
    lost = [path.name for path in made if not path.exists()]
    if lost:
        raise FileNotFoundError(f"LibreOffice converted nothing to {', '.join(lost)}")
    return made
