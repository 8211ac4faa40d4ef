"""Reads a picture as it is printed: upright, whole, and nothing but the picture."""

import warnings
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile, get_sampling

from generator.formats.picture.bare import UPRIGHT, Bare
from generator.formats.picture.bare_gif import bare_gif
from generator.formats.picture.bare_jpeg import bare_jpeg
from generator.formats.picture.bare_png import bare_png
from generator.formats.picture.kinds import kind_of
from generator.formats.picture.limits import must_be_of_a_shape, must_be_of_a_size, too_many_pixels
from generator.formats.picture.problem import PictureProblem, broken
from generator.model.exhibits import Picture

_BARE = {"png": bare_png, "jpeg": bare_jpeg, "gif": bare_gif}
_UPRIGHT_BY = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_USUAL = 96.0  # dots per inch, as Word takes a picture that says none


def read_picture(content: bytes, name: str) -> Picture:
    """Return a picture from the content of its file; `name` is what its row calls it.

    A picture that stands upright keeps its very bytes, but for what is not the picture: where and
    when it was taken, with what, by whom, thumbnails, and the pictures after the first of a moving
    one. Raise PictureProblem where it cannot be printed.
    """
    must_be_of_a_size(len(content))
    kind = kind_of(content, name)
    bare = _BARE[kind](content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures, which are refused here
            return _decoded(bare, kind, name)
    except PictureProblem:
        raise
    except (Image.DecompressionBombError, MemoryError):
        raise too_many_pixels() from None
    except Exception:  # noqa: BLE001 - Pillow meets a broken picture with whatever it happens to raise
        raise broken() from None


def bare_picture(content: bytes) -> bytes:
    """Return a picture without what is not the picture; one of another format as it is."""
    try:
        return _BARE[kind_of(content, "")](content).content
    except PictureProblem:
        return content


def _decoded(bare: Bare, kind: str, name: str) -> Picture:
    """Decode a picture as a whole: only so it is known that it is whole."""
    dots = bare.dots_per_inch or _USUAL
    with Image.open(BytesIO(bare.content), formats=[kind.upper()]) as image:
        width, height = image.size
        must_be_of_a_shape(width, height)
        if bare.orientation == UPRIGHT:
            image.draft(None, (1, 1))  # of a JPEG all is read, and an eighth worked out
            image.load()
            return Picture(name, bare.content, kind, width, height, dots)
        turned = image.transpose(_UPRIGHT_BY[bare.orientation])
        encoded = BytesIO()
        how = _as_sharp_as(image) if isinstance(image, JpegImageFile) else {}
        colours = image.info.get("icc_profile")
        turned.save(encoded, kind.upper(), dpi=(dots, dots), icc_profile=colours, **how)
    return Picture(name, encoded.getvalue(), kind, *turned.size, dots)


def _as_sharp_as(image: JpegImageFile) -> dict[str, Any]:
    """Return how a JPEG was encoded: less would be seen, more would double its file for nothing."""
    return {"qtables": image.quantization, "subsampling": get_sampling(image)}
