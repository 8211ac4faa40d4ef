"""Names that nothing of a form may have: templates take them for something else."""

DRAFT_STAMP = "草稿标记"
DATED = "文档属性日期"
"""What the program itself writes into the properties: no template may name it."""
TITLE_ORGAN = "题中机关名称"
"""The organ's name, broken between words where it is too long for a line of the title."""
LONG_SIGNATURE = "落款较长"
"""Whether the signature is too long to be centred above a date that ends four characters in."""
PARAGRAPH = "段"
"""What a loop of a template calls each paragraph."""

RESERVED = frozenset(
    {
        *(DRAFT_STAMP, DATED, TITLE_ORGAN, LONG_SIGNATURE, PARAGRAPH),
        *("and", "or", "not", "in", "is", "if", "else", "for", "loop", "self", "super"),
        *("true", "false", "none", "True", "False", "None", "varargs", "kwargs", "caller"),
    }
)
