"""What `--help` shows: a page on the whole, and one for each command."""

OVERVIEW = """\
make-report：用 Excel 工作簿生成政府信息公开工作年度报告（Word 文档）

  make-report desk 文件夹               打开页面：下面的事，都可以点按钮做

每年从头到尾：
  make-report new --organ 机关全称 --year 年度   新建空白工作簿
  make-report new --from 上年的工作簿   从上年的工作簿开始，新建今年的
  make-report 工作簿                    核对并生成报告；写文件夹，就是里面所有的
  make-report review 文档               看审阅时改了什么；--apply 写回工作簿
  make-report revise 文档               工作簿又改了，以修订写进审阅中的文档
  make-report publish 文档              定稿发布：干净的 Word 文档、PDF、网页

还可以：
  make-report check 工作簿              只核对，不生成
  make-report collect 文件夹            汇总各单位的：谁没报、合计、要改什么
  make-report import 文档               从已发布的 Word、网页、PDF 新建工作簿
  make-report export 工作簿             写成 JSON；JSON 也可以当工作簿用
  make-report check-template 模板       检查 Word 模板能不能用
  make-report explain 规则编号          这条规则查什么、依据是什么
  make-report form check 表.toml        本单位自己的表式：检查、画模板、列出数字

某个命令的选项和例子：make-report review --help（生成报告的是 make --help）
程序的版本：          make-report --version
"""
"""One screen of 80 columns and 24 lines."""

_MANY = """\
很多工作簿：
  --problems 清单.xlsx   把所有问题列成一张表，一个单位一行，一处问题一行
  --jobs 个数            同时用几个进程；不指定时，工作簿多了自动用
  --cluster 地址         用 Dask 集群，如 tcp://10.0.0.1:8786；文件放在各机器都能读写的共享文件夹。
                         tcp:// 不加密，只在专用内网里用；别处用 tls:// 和 Dask 的证书配置
"""
_PREVIOUS = """\
  --previous 工作簿      与上年的工作簿对照（只能有一个工作簿）；不指定时，自动用放在旁边的，
                         如 2024.xlsx 旁边的 2023.xlsx、某局2024年.xlsx 旁边的 某局2023年.xlsx
"""
_JSON = """\
  --json                 把结果以 JSON 写到标准输出，供程序使用
"""
_WORKBOOK = """\
  --workbook 工作簿      文档的工作簿；不指定时找 inputs 里（或旁边）同名的，没有就按文档里记的
                         机关和年度找
  --template 文件        文档是用这个 Word 模板生成的；不指定时，在 templates 文件夹里找
"""

PAGES = {
    "make": f"""\
make-report 工作簿…：核对并生成报告（Word 文档）

inputs 文件夹里的工作簿，报告在 outputs 里；别处的，在工作簿旁边。写文件夹，就是里面所有的
工作簿。只有一个工作簿时，可以不写。

例子：
  make-report inputs/2023.xlsx              生成 outputs/2023.docx
  make-report D:\\年报\\2023.xlsx             在工作簿旁边生成 2023.docx
  make-report --draft inputs/2023.xlsx      有错也先生成草稿 2023.草稿.docx
  make-report inputs --problems 问题清单.xlsx   inputs 里所有单位的，问题列成一张表

选项：
  -o, --output 文件      写到指定的文件（只能有一个工作簿）
  --template 文件        用指定的 Word 模板；不指定时，先用 inputs 旁边 templates
                         文件夹里的，没有再用程序自带的
  --draft                生成标有“草稿”的文档，有错也生成
  --strict               正文里的错误也一律不予生成
  --force                文档被人改过也重新生成，改过的那份另存为带日期的副本；已是最新的也重写
{_PREVIOUS}{_JSON}
{_MANY}
退出码：0 已生成、已是最新；1 有错误没有生成，或者文档被人改过；2 文件或命令不能用
""",
    "check": f"""\
make-report check 工作簿…：只核对，不生成

例子：
  make-report check inputs/2023.xlsx
  make-report check --annotate inputs/2023.xlsx   把问题标在副本 inputs/2023.核对.xlsx 里
  make-report check inputs                  inputs 里所有单位的
  make-report check 2023.json               别的系统导出的报告

选项：
  --annotate             在工作簿旁边另存一份“….核对.xlsx”，问题标在格上，并列成一张表
{_PREVIOUS}{_JSON}
{_MANY}
退出码：0 没有错误（已核实的不算）；1 有错误；2 文件或命令不能用
""",
    "new": """\
make-report new：新建工作簿

例子：
  make-report new --organ 某某市某某局 --year 2024   空白的，写到 inputs/2024.xlsx
  make-report new --from inputs/2023.xlsx   从上年的开始，新建 inputs/2024.xlsx

选项：
  --organ 机关全称       与公章一致
  --year 年度            报告的年度，如 2024
  --from 工作簿          沿用上年的工作簿：机关信息照用，上年带来的数填好，文字逐段标明待修改，
                         上年的数放在旁边供对照；不用再写 --organ，--year 可以不写
  --form 表式            有几种表式时，写明用哪一种，如 --form 行政执法统计年报；
                         不写就是政府信息公开年度报告
  -o, --output 文件      不指定时，写到 inputs 文件夹（没有就写在当前文件夹），以年度为名；
                         用 --from 时，写在上年的工作簿旁边

退出码：0 已新建；2 文件或命令不能用
""",
    "review": f"""\
make-report review 文档…：看审阅时改了什么，核对改后的文档，写回工作簿

例子：
  make-report review outputs/2023.docx      列出对 outputs/2023.docx 的修改和批注
  make-report review --apply outputs/2023.docx   把修改写回 inputs/2023.xlsx

选项：
  --apply                把修改写回工作簿，只写改了的格；原来的工作簿另存为带日期的副本
  --take document        两边都改过、又改得不一样的，以文档为准；--take workbook 以工作簿为准
{_WORKBOOK}{_JSON}
退出码：0 没有错误；1 文档里有错误，或者有两边不同、要人来定的修改；2 文件或命令不能用
""",
    "publish": f"""\
make-report publish 文档…：定稿以后，生成发布用的 Word 文档、PDF、网页和数据，放在文档旁边

发布的是文档现在的样子。还有没接受的修订、没处理的批注、草稿字样、隐藏或突出显示的文字、
工作簿里没有的修改等，都会一次列出来，什么也不写。写工作簿，就是它的文档。

例子：
  make-report publish outputs/2023.docx     生成 2023.发布.docx、.pdf、.html、.json
                                            和可以贴进网站后台的 2023.网页片段.html
  make-report publish --only pdf,html outputs/2023.docx   只要 PDF 和网页
  make-report publish --like-word outputs/2023.docx   PDF 的版面与 Word 文档一样
  make-report publish outputs               outputs 里的文档，草稿除外

选项：
  --only 种类            只生成其中几种：docx、pdf、html、json，用逗号隔开
  --like-word            PDF 由 LibreOffice（要先安装，7.4 以上）照 Word 文档的版面做，一页对一页；
                         不加时，由程序按公文格式重新排版，读屏软件也读得清表格
  --force                有列出的问题也发布，并写明没有理会哪些
  --jobs 个数            很多文档时，同时用几个进程；不指定时，文档多了自动用
  --cluster 地址         很多文档时，用 Dask 集群，如 tls://10.0.0.1:8786
{_WORKBOOK}{_JSON}
更正后再发布一次，各种文件一起换掉，原来的另存为带日期的副本，并列出改了哪些数、哪些字。
退出码：0 已发布、已是最新；1 有问题没有发布；2 文件或命令不能用
""",
    "collect": f"""\
make-report collect 文件夹：把各单位交来的文件汇总成一份工作簿，并给每个单位写一份整改单

文件夹里放各单位交来的文件，工作簿、Word 文档、网页、PDF、.zip 都可以，分不分子文件夹都行。

例子：
  make-report collect 各单位 --new-units 单位名单.xlsx --organ 某某区人民政府 --year 2024
                                            先新建一份单位名单，打开核对、补全
  make-report collect 各单位 --units 单位名单.xlsx -o 汇总2024.xlsx
                                            汇总；收到新的文件、改了名单，再运行一次
  make-report 汇总2024.xlsx                 用汇总的数生成本级的报告
  make-report collect 汇总2023.xlsx 汇总2024.xlsx -o 历年.xlsx   几年放在一起比

选项：
  --units 名单           单位名单，或者以前的汇总；不指定时用 -o 那份汇总里的
  --new-units 名单       新建一份名单，填上文件夹里认得出来的单位；要写 --organ、--year
  --form 表式            汇总哪一种表式；不写时，看文件里哪一种最多，别的不算在内
  -o, --output 文件      汇总写到哪里；里面填过的对应单位、核实、正文等，再汇总时都会留下
  --jobs 个数            同时用几个进程；不指定时，文件多了自动用
  --cluster 地址         用 Dask 集群，如 tls://10.0.0.1:8786
{_JSON}
上年的汇总（汇总2023.xlsx）放在旁边，就逐个单位与上年核对。
退出码：0 各单位都计入了；1 还没有汇总齐；2 文件或命令不能用
""",
    "revise": f"""\
make-report revise 文档…：把工作簿后来的改动，以修订写进审阅中的文档

例子：
  make-report revise outputs/2023.docx      inputs/2023.xlsx 又改了，写进审阅中的文档

选项：
  --take document        两边都改过、又改得不一样的，以文档为准；--take workbook 以工作簿为准
{_WORKBOOK}{_JSON}
退出码：0 已写好，或者没有要写的；1 有两边不同、要人来定的修改；2 文件或命令不能用
""",
    "import": f"""\
make-report import 文档：从已发布的报告（Word、PDF、网页，或装着它的 .zip）新建工作簿

.doc、.wps、.odt、.rtf 等也可以，要先安装 LibreOffice，由它转换；看内容，不看文件名。

例子：
  make-report import 已发布.docx -o inputs/2022.xlsx
  make-report import 已发布.pdf             PDF 要有文字；扫描件读不了
  make-report import 2019年年报.doc         由 LibreOffice 转换成 .docx 再读
  make-report import 网页.html           存成“网页，全部”的，旁边的文件夹不要移走

选项：
  -o, --output 文件      不指定时，写到 inputs 文件夹（没有就写在文档旁边），以年度为名
  --form 表式            文档是哪一种表式的；不写时，看文档里哪一种的内容最多
{_JSON}
退出码：0 已新建；2 文件或命令不能用
""",
    "export": f"""\
make-report export 工作簿…：写成 JSON，交给别的系统

例子：
  make-report export inputs/2023.xlsx       写出 outputs/2023.json

选项：
  -o, --output 文件      写到指定的文件；已有而内容不同的文件不覆盖
  --schema               显示 JSON 的格式说明（JSON Schema），不写文件
  --form 表式            用 --schema 时，写明哪一种表式
{_JSON}
{_MANY}
退出码：0 已写好，或者内容没有变；1 有读不了的内容，没有写；2 文件或命令不能用
""",
    "desk": """\
make-report desk 文件夹：在浏览器里打开一页，不用再输命令

工作簿在 Excel 或 WPS 里一保存，页面上马上列出哪里错、该怎么改，旁边是报告印出来的样子。新建、
导入、生成、看审阅修改、写回、发布、汇总，都是按钮。只在本机，不上网；别的用户打不开。

例子：
  make-report desk                          打开当前文件夹；免安装的文件夹里，是“我的年报”
  make-report desk D:\\年报                  打开 D:\\年报，再运行一次，打开的还是那一页

选项：
  --port 端口            用指定的端口；不指定时，自动选一个
  --no-browser           不打开浏览器，只在第一行写出网址（网址里有口令，不要给别人）

关掉页面，过一会儿程序自己结束；按 Ctrl+C 也可以。
退出码：0 已关闭，或者已经开着；2 文件夹或命令不能用
""",
    "check-template": f"""\
make-report check-template 模板…：检查 Word 模板能不能用

例子：
  make-report check-template templates/年度报告模板.docx

选项：
{_JSON}
退出码：0 可以用；1 要改正；2 文件或命令不能用
""",
    "form": f"""\
make-report form …：本单位自己的表式（一个 .toml 文件，旁边放 Word 模板，需要的再放措辞）

表式放在 templates 文件夹里（可以各有一个文件夹），新建时写明它的名称；
以后每个命令从文件里就知道是哪种表式。

例子：
  make-report form check templates/案件/表.toml      有什么错、在第几行
  make-report form template templates/案件/表.toml -o templates/案件/模板.docx   画模板
  make-report form show 行政执法统计年报             列出数字的名称、勾稽关系、规则
  make-report form show 行政执法统计年报 -o 一览.xlsx  列在工作簿里
  make-report form rules                    写规则时可以用的通用规则、核对
  make-report form schema                   表式的 JSON Schema，编辑器用；措辞的是 schema wordings

选项：
  -o, --output 文件      模板、一览写到哪个文件
{_JSON}
退出码：0 可以用；1 要改正；2 文件或命令不能用
""",
    "explain": f"""\
make-report explain [规则编号…]：解释核对规则；不写编号，列出全部规则

例子：
  make-report explain T3-01                 T3-01 查什么、依据是什么
  make-report explain --workbook inputs/2024.xlsx L01   这份工作簿用的本地规则 L01

选项：
  --workbook 工作簿      连同它的『本地规则』，和它旁边 templates 文件夹里的 本地规则.xlsx；
                         不指定时，用这里唯一的工作簿；工作簿不止一个时，只用 templates 里的
{_JSON}
退出码：0；没有这个编号：2
""",
}
"""By the name of the command."""
