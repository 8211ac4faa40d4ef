"""What is said of a document that looks otherwise than it was generated."""

from collections.abc import Iterator

from generator.pipeline.review import Review

_MOST_PLACES = 5  # that look otherwise in the same way
_BY_HAND = "工作簿里放不下；要保留的，请在最后定稿的文档里处理"


def formatting_lines(review: Review) -> Iterator[str]:
    """Yield what looks otherwise, places that do so alike in one line; nothing where none does."""
    if not (review.formatting_known or review.untouched):
        yield (
            "生成时用的模板找不到了，或者后来改过（还在的，请用 --template 指定）：排版没有比较，"
            "模板里的文字有不同的，也会列在修改里。要按工作簿重新生成，请先看看有没有人改过排版"
        )
    if not review.formatting:
        return
    yield f"排版（{len(review.formatting)} 处，{_BY_HAND}）："
    alike: dict[tuple[str, ...], list[str]] = {}
    for one in review.formatting:
        alike.setdefault(one.what, []).append(f"{one.place.within}{one.place.spot}")
    for what, places in alike.items():
        shown = [place for place in places[:_MOST_PLACES] if place]
        more = f"等 {len(places)} 处" if len(places) > _MOST_PLACES else ""
        where = f"{'、'.join(shown)}{more}：" if shown else ""
        yield f"  {where}{'、'.join(what)}"
