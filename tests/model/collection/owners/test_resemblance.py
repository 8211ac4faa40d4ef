from generator.model.collection.owners.resemblance import resemblance
from tests.few import each

ALIKE = (
    ("人社局", "人力资源社会保障局"),
    ("发改局", "发展改革委员会"),
    ("城管局", "城市管理局"),
    ("教委", "教育局"),
    ("建设局", "住房城乡建设局"),
    ("综合行政执法局", "城市管理综合行政执法局"),
    ("退伍军人事务局", "退役军人事务局"),
    ("一中", "第一中学"),
    ("实小", "实验小学"),
)
UNLIKE = (
    ("教育局", "体育局"),
    ("财政局", "审计局"),
    ("民政局", "民族宗教事务局"),
    ("第一小学", "第二小学"),
    ("二小", "第一小学"),
    ("第一小学", "第十一小学"),
    ("实验中学", "实验小学"),
    ("民政局福利院", "民政局"),
    ("东风街道", "东方街道"),
    ("局", "民政局"),
)


@each("name, other", ALIKE)
def test_a_name_in_fewer_words_resembles_it(name: str, other: str) -> None:
    assert 0 < resemblance(name, other) < 1
    assert resemblance(name, other) == resemblance(other, name)


@each("name, other", UNLIKE)
def test_another_kind_or_number_or_thing_does_not(name: str, other: str) -> None:
    assert resemblance(name, other) == resemblance(other, name) == 0
