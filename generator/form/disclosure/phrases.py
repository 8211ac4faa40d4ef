"""Phrases that several wordings of the form have in common."""

CHANNELS = (
    r"线上|线下|在线|网上|网络|网站|平台|邮寄|信函|信件|当面|现场|邮件|邮箱|(?<!公开)来信|(?<!公开)来函|来访|来人|上门|"
    r"快递|纸质|挂号|自助|柜台|书面|传真|窗口|渠道"
)
"""Ways by which requests come in."""
OTHER_MATTERS = (
    r"建议|提案|信访|热线|工单|留言|来电|(?<!公开)诉求|线索|投诉|听证|许可|处罚|强制|收费|处理费|延长|平均|月均|日均|人均|"
    r"延期|补正通知|征求|意见|培训|指南|稿|资金|认定|社保|职称|工伤|仲裁|审批|登记证|救助|补贴|"
    r"补助|公证|城市道路|执法|奖励|调解|建议书|回执|邮件|告知书|答复书|文书|满意|疑问|咨询电话"
)
"""Words that say that something else than requests is counted."""
GROUPS = ("不予公开", "无法提供", "不予处理", "其他处理")
"""Kinds of results that have rows of their own under them."""
UNDIVIDED = ("予以公开", "公开", "已主动公开", "部分公开")
"""Kinds of results that have none."""
OTHER_CASES = (
    r"处罚|许可|强制|征收|工伤|劳动|各类|司法|"
    r"复议机关(?!(?:已|均|予以|依法|决定)*(?:维持|纠正))|(?<!公开)(?<!公开工作)引发|民事|刑事"
)
"""Words that say that reviews are about something else."""
OF_A_KIND = (
    r"科研|机构|律师|律所|媒体|学生|商业秘密|个人隐私|国家秘密|第三方|过程性|内部事务|内部管理|案卷|行政查询|"
    r"重复|反复|出版物|规范性文件|规章|不予|无法提供|部分公开"
)
"""Words with which none of a kind is said to have come in, and not that there was none at all."""
