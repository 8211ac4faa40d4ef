"""Narratives of about 3,000 characters: a template of the district, custom, and own words."""

from collections.abc import Mapping, Sequence
from random import Random

Lines = list[tuple[str, str]]

_TEMPLATE = (
    "按照区政府办公室统一部署，本单位明确一名分管领导和一名联络员，按季度对照公开清单逐项自查，"
    "并将自查情况书面报送区政府办公室，由区政府办公室汇总后统一在政府门户网站公布。",
    "严格执行信息发布三审三校制度，未经审核的信息一律不得对外发布，"
    "发布后由专人巡查错别字和失效链接，发现问题当天整改到位。",
)
_WHO = (
    "办公室 综合科 业务科室 窗口人员 值班人员 分管负责人 "
    "联络员 信息员 法制审核员 档案室 服务大厅 村社干部"
)
_WHEN = "年初 三月份 汛期 暑期 开学前 第三季度 年底 每月月初 每周例会上 节假日前 培训期间 换届以后"
_DID = (
    "梳理 修订 公示 走访 讲解 核对 归档 征集 督促 拍摄 张贴 编印 直播 走进社区宣讲 逐户发放 "
    "重新排版 邀请代表评议 上门收集 翻译成盲文 录制短视频介绍"
)
_WHAT = (
    "招生计划 低保名单 旧改方案 停水通知 绿化工程 疫苗接种安排 养老补贴标准 河道清淤进度 "
    "车位租赁办法 "
    "农机购置补贴 食堂招标结果 古树保护名录 危房鉴定结论 公交改线方案 消防演练照片 垃圾分类指南 "
    "老旧电梯更新计划 菜场改造预算 图书馆开放时间 秸秆禁烧公告 防汛预案 学区划分 水质检测报告 "
    "拆迁补偿明细 技能培训班次 残疾人就业岗位 夜市经营规范 退役军人优待目录 "
    "非遗展演日程 宅基地审批结果"
)
_SO = (
    "群众打来的询问少了一半 大家都说看得懂了 年内没有再接到投诉 有关意见已经写进方案 "
    "来访的老人当场拿到了答复 留言区里多数是点赞 下一步还要做得更细 也暴露出更新不够及时的问题 "
    "整改情况又向居民作了通报 网格员把问题带回来逐一作答 企业代表提的建议采纳了大半"
)
_CUSTOM = (
    "进一步加强组织领导，健全工作机制，压实工作责任。",
    "不断提高政务公开工作的规范化、标准化水平。",
    "积极回应社会关切，自觉接受社会监督，切实保障人民群众的知情权。",
    "加强业务培训，提升工作人员的能力和水平，推动各项工作落到实处。",
    "坚持问题导向，补齐工作短板，确保政府信息公开工作取得实效。",
    "存在的主要问题是公开内容不够全面，信息更新不够及时，队伍力量有待加强。",
    "下一步将加大公开力度，拓宽公开渠道，丰富公开形式，提高公开质量。",
)


def narrative(name: str, random: Random, *, characters: int = 3_000) -> Lines:
    """Return the lines of one unit."""
    lines: Lines = [
        ("开头", f"根据《中华人民共和国政府信息公开条例》要求，{name}编制本报告。" * 2),
        ("第一部分", f"{name}高度重视政府信息公开工作。" + random.choice(_TEMPLATE)),
    ]
    length = 0
    while length < characters - 250:
        part = random.choice(("第一部分", "第一部分", "第五部分"))
        sentences = [own_sentence(random) for _ in range(6)] + [random.choice(_CUSTOM)]
        random.shuffle(sentences)
        text = "".join(sentences)
        lines.append((part, text))
        length += len(text)
    lines.append(("第六部分", "本年度未收取信息处理费。"))
    return sorted(
        lines, key=lambda line: ("开", "第一", "第五", "第六").index(line[0][:2].rstrip("头"))
    )


def own_sentence(random: Random) -> str:
    """Return a sentence that hardly any other unit writes."""

    def one(words: str) -> str:
        return random.choice(words.split())

    return (
        f"{one(_WHEN)}，{one(_WHO)}{one(_DID)}了{one(_WHAT)}和{one(_WHAT)}共"
        f"{random.randint(2, 90)}次，{one(_SO)}。"
    )


def narratives(names: Sequence[str], seed: int = 7) -> Mapping[str, Lines]:
    """Return the lines of each unit."""
    random = Random(seed)
    return {name: narrative(name, random) for name in names}
