"""Charts for tests: a rectangle with a word."""

from generator.model.publication import Figure


def drawn(figure: Figure, family: str) -> str:
    size = f"{figure.width} {figure.height}"
    word = f'<text y="40" font-family="{family}">图</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{word}</svg>'
