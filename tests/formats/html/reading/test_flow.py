"""A page is read in its order, line by line."""

from generator.formats.html.reading.flow import FRAME, Flow, PageLine, PageTable, PageThing
from generator.formats.html.reading.markup import tree_of
from tests.few import each


def lines(markup: str) -> list[str]:
    root = tree_of(markup, "")
    items = Flow(root).items(root)
    return [one.shown.text for one in items if isinstance(one, PageLine) and one.shown.text]


@each(
    "markup, read",
    [
        ("a<br>b<br><br>c", ["a", "b", "c"]),
        ("<div>a<p>b</p>c<div>d</div></div>e", ["a", "b", "c", "d", "e"]),
        ("<p>a<b>b</b><font>c</font>d<o:p></o:p></p>", ["abcd"]),
        ("<span style='display:block'>a</span><span style='display: block'>b</span>", ["a", "b"]),
        ("<pre>a\nb</pre><p style='white-space:pre-line'>c\nd</p>", ["a", "b", "c", "d"]),
        ("<p>a<p>b<li>c", ["a", "b", "c"]),
        ("<ol><li><p>a</p><li>b<ol><li>c</ol></ol>", ["1.a", "2.b", "1.c"]),
        ("<p>a<script>b</script><style>c</style><noscript>d</noscript><!-- e --></p>", ["a"]),
        ("<select><option>a</select><button>b</button><textarea>c</textarea>d", ["d"]),
        ("<input value=12><input type=hidden value=3><input type=submit value=查询>", ["12"]),
        ("<xml><w:View>a</w:View></xml><w:View>b</w:View><w:sdt>c</w:sdt>", ["c"]),
        ("<![if !supportLists]>a<![endif]><!--[if gte mso 9]>b<![endif]-->", ["a"]),
        ("<p hidden>a</p><p style='DISPLAY: none'>b</p><p style='mso-hide:all'>c</p>d", ["d"]),
        ("<style>.x, #y {display:none}</style><p class='z x'>a</p><p id=y>b</p>c", ["c"]),
        ("<style>@media print {.x {display:none}}</style><p class=x>a</p>", ["a"]),
        ("<b style='position:absolute;clip:rect(0 0 0 0)'>a</b>b", ["b"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
        ("<h1>a</h1></body></html><p>b", ["a", "b"]),
    ],
)
def test_lines(markup: str, read: list[str]) -> None:
    assert lines(markup) == read


def test_tables_pictures_and_frames_stand_where_they_are() -> None:
    root = tree_of(
        "a<table><tr><td>b</table><img src=c>d<iframe src=e>f</iframe><video>g</video>", ""
    )
    items = Flow(root).items(root, lambda _: True)
    kinds = [type(one) for one in items]
    assert kinds == [PageLine, PageTable, PageLine, PageThing, PageThing, PageThing]
    assert [one.what for one in items if isinstance(one, PageThing)] == ["图片", FRAME, "视频"]


def test_headings_and_captions_are_known() -> None:
    root = tree_of("<h2>a</h2><figure><figcaption>b</figcaption></figure><p>c", "")
    items = [one for one in Flow(root).items(root) if isinstance(one, PageLine)]
    assert [(one.heading, one.caption) for one in items] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_line_that_leads_to_another_page_is_known() -> None:
    root = tree_of("<p><a href=x>a</a> </p><p><a href=x>b</a>c</p><p><a name=x>d</a></p>", "")
    items = [one for one in Flow(root).items(root) if isinstance(one, PageLine)]
    assert [one.shown.linked for one in items] == [True, False, False]
