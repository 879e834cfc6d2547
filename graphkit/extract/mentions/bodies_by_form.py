"""A scan in, bodies named by a fixed form out: deictic names (我局, 局党组), open groups (各市林业局), papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from graphkit.extract.mentions.inner_words import is_level_anchor
from graphkit.extract.mentions.kind_words import is_name_character
from graphkit.extract.mentions.sent_groups import (
    BANKS,
    GUIDING,
    OF_CENSUS,
    OF_DELEGATES,
    OF_HEALTH,
    STATIONED_BY_NUMBER,
    SYSTEMS,
)
from graphkit.extract.scan import Scan
from graphkit.model.facts import Mention

_DEICTIC = re.compile(
    "(?:本[府署](?!邸|长)|(?:我|本|贵)(?:局|厅|委|部|办|院|公司|中心|会|校|所|处|集团|行|室)|我站)(?![法理事员议门长学位子金业规属属领动政使为程列])|你(?:公司|局|厅|委|部|院|单位|校|中心)"
    "|(?<![一-鿿])[省市州县]局(?![面部势长限地域])|(?<![一-鿿])[县区旗]医院|(?<=[焦求对在与和按照据向由经受])省局(?![面部势长])|(?:(?<![一-鿿])|(?<=[对在与和按照据向由经受习达]))省厅(?=第|党组|主题|关于|召开|印发|部署|要求|安排|[，。、]|和)|(?<![一-鿿])[省市县区州]院(?=党组|机关|召开|传达|组织|印发|要求|部署)|(?<![一-鿿])(?:局党组|局党委|厅党组|委党组|部党组|局纪委|县局党组)|(?:(?<![一-鿿])(?:校|院|厅|委|集团|集团公司)|(?<=[由经])集团公司)(?:党组|党委)(?=书记|副书记|成员|委员)|局(?:党组|党委)(?=书记|[、，和有部决])"
)
_CENTRAL = re.compile(
    "(?<![革盟建进党社团华共一-])中央(?=要求|精神|有关(?:文件|会议|精神|部署)|、(?:最高|省委|自治区党委|国务院)|和[省市区]委)|党中央|中共中央(?!政治局|办公厅|直属|国务院办公厅|委员)|中央(?=[、和，]省委)|(?<![一-鿿])中央(?=[、和]|省委|关于|决策|领导|委托|要求|批准|决定|精神|部署)|(?<=传达学习)中央(?=[、和])|(?<=围绕|落实|贯彻|按照|根据|执行|服从|传达)中央(?=[、和]|决策|部署|领导|关于|精神|要求)"
)
_SCOPE = (
    "各(?:个|有关)?|县级以上(?:地方)?(?:各级)?|全(?:省|市|州|县|区|国)各级|全(?:省|市|州|县|区|国)(?=[一-鿿]{2,12}(?:主管|管理|监管)部门)|相关(?=[省市县区州])|"
    "(?:本|我)(?:省|市|县|区|州)各级|地方各级|各级|地方|有关"
)
_FUNCTIONS = (
    "财政|审计|教育|公安|民政|司法|人社|人力资源社会保障|自然资源|生态环境|住建|住房城乡建设|交通运输|水利|农业农村|商务|文化和旅游|文旅"
    "|卫生健康|应急管理|市场监管|林业(?:和草原)?|林草|发展改革|工信|工业和信息化|科技|统计|税务|医保|宣传|组织|纪检监察|政法|粮食|能源|气象"
)
_GROUP = re.compile(
    rf"(?:{_SCOPE})(?:（[^（）\n]{{1,12}}）|(?!部门和|单位和|及[省市县区州][一-鿿])[^\W\dA-Za-z按照的在对由是了立审报网同要向应将须把已]"
    "|(?<=[省市县区州旗盟地委局厅部]）)、(?=自治区|直辖市|市|县|区|州|委|局|厅|省)|(?<=[省市县区州旗盟地委局厅部直])、(?=自治区|直辖市|计划单列市|市|县|区|州|委|局|厅|省)){0,24}?"
    "(?:主管部门|主管机构|管理部门|监管部门|经营部门|行政部门|[厅局委]（[厅局委、]{1,5}）|供电公司|集团公司|人民团体|服务中心|医疗机构|(?:人民医|中医|中医医|妇幼保健|卫生)院(?!长)|疾控中心|(?<=防火)指挥部|(?<=防汛)指挥部|(?<=抗旱)指挥部|安委办|安委会|防指|林长办|河长办|森防指|(?:"
    + _FUNCTIONS
    + ")部门|"
    "(?:(?!要|的|在)[一-鿿]){2,6}(?<![大全结布格时战])局(?![长面势部])|[一-鿿]{2,6}(?<![大一二三四五六七八九十])厅(?!级)|人民政府|(?<=[市县区州旗）])政府(?:（[一-鿿]{2,6}）)?|部委)(?:（[厅局委]）)?"
)
# All of them, counted: 全省11个设区市水利局均…, 全市13个县（市、区）政府都….
_COUNTED = re.compile(
    "全[省市州区国](?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})个(?:设区市|地级市|市（州）|市州|州市|地市|县（市、区）|县市区|市县区|区县|县区|县（区）|区（县）|旗县|[市县区州旗])"
    "[一-鿿]{2,14}?(?:局|厅|委|办公室|主管部门|政府)(?=(?:已经?|目前)?(?:均|都|全部|悉数|全数))"
)
_GOVERNMENTS = re.compile(
    "(?:各级|地方)(?:人民)?(?:政府|法院|检察院)(?!部门|一?般?专项债|债|性债|隐性债|规章|[一-鿿]{0,10}(?:主管|管理|监管)部门)"
    "|(?:国务院|[省市县区州](?:人民)?政府|[省市县区州]委|[省市县区州]直)各(?:工作)?(?:部门|部委)|[省市县]级机关部门|[省市县]属企业|中央和国家机关各部[委门]|各人民团体|各?中管(?:金融机构|企业|高校)"
)
# Departments of a level of government, by what they do: 国务院卫生主管部门, 省级政府价格主管部门.
_WIDER = re.compile("(?:全[省市州县区国]|地方|县级以上)$")
_DEPARTMENT = re.compile(
    "(?:国务院|中央|省级政府|[省市县]级(?:人民政府|政府)?|[省市县区]人民政府|地方人民政府|地方政府)(?!有关|相关|各|其他)"
    "(?:(?!部门|和有关|和相关|与|及|有关|相关)[一-鿿]){2,14}?$"
)
_DEPARTMENT_END = re.compile("(?:主管|管理|监管|监督)部门")
_DEPARTMENT_REACH = 24
_DOES = re.compile("(?!级|场|有关|相关|各|其他|人民|政府)[一-鿿]{2,6}(?:、[一-鿿]{2,6}){0,3}$")
_INTERNATIONAL = re.compile(
    "(?:国际|世界|联合国|亚太|亚洲|欧洲|非洲|上海合作|全球)(?!性|社会|各)[一-鿿]{0,10}?(?:组织|银行|联盟|基金会|开发署|规划署|理事会)(?!者|的|化|机构|卡)"
)
# What 、 joins to an open group: 各级人民法院、人民检察院、公安机关.
_FURTHER = re.compile(
    f"(?:、|和)(?:人民法院|人民检察院|公安机关|司法行政机关|检察机关|监察机关|(?:{_FUNCTIONS})(?:行政主管|主管)?部门)"
)
_OF_COUNTRY = re.compile(
    "国民议会|联邦议院|联邦政府|国防军|商务部|财政部|能源部|农业部|卫生部|司法部|内政部|国家安全委员会|政府(?!间|性|军)|军队|国会|议会|众议院|参议院|总统府|内阁|央行|中央银行|白宫|国务院|最高法院|外交部|国防部|外务省|防卫省|财务省|经济产业省|统一部|交通部|内务部|劳动部|塔利班|驻华大?使馆|联邦储备委员会|众院|参院|国民警卫队"
)
_NO_INTERNATIONAL = frozenset({"国际组织", "国际标准组织", "世界组织", "国际银行", "国际联盟", "世界银行业"})
# A zone that stands in a list of governments and bureaus acts as one: 各设区市政府、杨凌示范区.
_ZONE = re.compile(
    "[、，](?P<zone>[一-鿿]{2,8}?(?:示范区|开发区|高新区|经开区|新区|管理区))(?=[，。；、）：]|负责|要|应|按|$)"
)
_PARTY_GROUP = re.compile(
    "(?:局|厅|委|部|院|校|公司|集团|中心)(?:党组|党委)(?!书记|成员|委员)|党支部(?!书记)"
    "|(?:局|厅)(?:办公室(?!主任)|直属机关党委(?!书记)|机关(?:党委|纪委|工会|党总支|服务中心))(?!书记|委员)|团[省市州县区旗]委(?!员)|集团公司(?:党委)?(?![书成委])"
)
# The party bodies of an organ's own staff: 部直属机关纪委, 机关党委 + 书记.
_OF_STAFF = re.compile("[部局厅院委校行]?(?:直属)?机关(?:党委|纪委|党总支|工会|团委|妇委会)(?![员会])")
# The government of Hong Kong or Macao, by its kind alone.
_OF_REGION = re.compile("(?<!行政)特区政府(?!部门|官员)")
# A paper or site that tells its own news: 某某晚报讯, 某某网6月2日讯; it opens the line.
_PAPER_END = re.compile(
    "(?:(?:云上|掌上|网上)[一-鿿]{2,4}?|日报|晚报|时报|早报|晨报|商报|新闻|频道|全媒体平台|网站?|客户端|头条|在线|融媒|(?<=联)社|发布(?!消息))(?=讯|消息|/[一-鿿]{2,10}(?:讯|消息)|(?:[0-9]{1,2}月)?[0-9]{1,2}日报道|报道[0-9]|(?<=新闻)记者[一-鿿]{2,4}\n|[一-鿿]{2,4}(?:讯|消息)(?=[（(：0-9]|记者|通讯员)|[一-鿿]{0,6}[0-9]{1,2}月[0-9]{1,2}日[讯电])"
)
_PAPER_NAME = re.compile("(?:\n|今日|【|/)(?!互联|据|今日|本|我|原标题)(?P<name>[一-鿿]{0,8})$")
_PAPER_REACH = 11
_PAPER = re.compile(
    "(?:新华社|新华网|中新社|中新网|人民网|央视网|中国新闻网)(?=[一-鿿]{0,8}[0-9]{1,2}月[0-9]{1,2}日[电讯])"
    "|(?<=据)(?!本|该|某|多家|外|当地|有关|相关|境外)[一-鿿]{2,8}?(?:网|日报|晚报|电视台|客户端|通讯社)(?=消息|报道|[0-9]{1,2}日(?:消息|报道))"
)
# 派驻第九纪检监察组; 各县（市、区）党委、政府; 县各委、办、局; a street by its name or office.
_STATIONED = re.compile(
    "(?:[省市县区州]?纪委监委)?派驻(?:第[一二三四五六七八九十]+)?纪检监察组|[省市县区州]纪委监委派?驻[一-鿿]{2,16}?纪检监察组"
)
_PARTY_OF_PLACES = re.compile(
    "各(?:团镇|团场|师市|乡镇|镇街|镇乡|县区|县市|市县|区县|市州|[市县区州旗乡镇]|街道)(?:（[市县区州旗、镇乡街道]{1,10}）|、[市县区乡镇街道]{1,3}){0,3}党(?:工)?委(?:政法委|组织部|宣传部|统战部|办公室)?(?![员书])"
)
_BODIES_OF_PLACES = re.compile(
    "各(?:乡镇|镇街|镇乡|县区|县市|市县|区县|市州|[市县区州旗乡镇]|街道|开发区|园区)(?:（[市县区州旗、镇乡街道园新]{1,10}）|、[市县区乡镇街道]{1,3}){0,3}"
    "(?:人大常委会|人大工委|人大|政协|管委会|党工委|纪工委|纪委|纪（工）委|党（工）委|中心学校|中心校|卫生院|派出所|司法所)(?![员代长]|副?主席)(?:（[一-鿿]{2,4}）)?"
)
_GOVERNMENT_BESIDE = re.compile("(?:、|和)?((?:人民)?政府)(?![部采工性网投信债职引购行补储奖])")
# 全市公安机关, 各县（市、区）检察机关: the organs of a system.
_ORGANS = re.compile(
    "(?:各级|全[省市州县区国](?:各级)?|地方各级|各地|各(?:县区|县市|市县|[市县区州旗])(?:（[市县区州旗、]{1,10}）|、[市县区]){0,3})"
    "(?:公安|检察|审判|监察|纪检监察|司法行政|政法|税务|海关|行政执法)机关|全[省市州区]法院(?!系统|院长|干警|法官|条线|[一-鿿]{2,14}(?:领导小组|专班|指挥部))"
)
# 清溪镇党委、政府: the government of the place whose committee stands before.
_GOVERNMENT_OF_PLACE = re.compile(
    "(?:(?<=[镇乡区]党委)|(?<=[县市区旗州省]委)|(?<=[镇乡]党委[、和])|(?<=[县市区旗州]委[、和])|(?<=同志为)(?=政府副?[省市县区州]长)|(?<=[一-鿿]{2}为)(?=政府副?[省市县区州]长))政府(?![部采工性网投信债职引购行补储奖党办常各及令文专公投热])(?!门户)"
)
_OFFICES = re.compile("[省市县区州]直?各委(?:、办|办)(?:、局|局)")
_STREET = re.compile(
    "(?<![一-鿿])(?![该各全本])[一-鿿]{2,3}街道(?=连夜|召开|组织|开展|举行|迅速|积极|深入|联合|持续|结合|聚焦|第一时间|立足|创新|坚持)|(?<=[、和])(?![该各全本])[一-鿿]{2,3}街道(?=(?:主要|有关|相关|分管)*(?:负责人|负责同志|领导))"
    "|(?<![一-鿿])街道(?:办事处|党工委|纪工委)(?![主书副和党])"
)
_ARMED = re.compile(
    "(?:陆军|空军|海军|火箭军)(?:第[一二三四五六七八九十]+集团军|[东南北]海舰队|司令部|(?=(?:副?参谋长|副?司令员|副?政委|司令(?![部员]))[一-鿿]))"
)
# The staff of a paper or journal, by its title: 《云岭审判》杂志社.
_STAFF_OF_PAPER = re.compile("《[^《》\n]{2,12}》(?:杂志社|报社|编辑部|编委会|编辑委员会)")
# 中央第四巡视组, 中央第二生态环境保护督察组.
_INSPECTING = re.compile("(?:党)?中央第[一二三四五六七八九十]+(?:[一-鿿]{2,8}?)?(?:巡视组|督察组|督导组|指导组)")
_PARTIES = re.compile("各民主党派(?:中央|[省市县区]委(?:会)?)?(?![人成])")
_PARTY_BRANCH = re.compile(
    "(?<![一-鿿])[省市区州县]委会(?=(?:专职)?副?主委|秘书长|[一-鿿]{2,4}[处部室](?:[：，、|]|[处部]长|主任)|机关干部)|"
    "(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?:[一-鿿]{2,6}?)?(?:(?:自治区|[省市区州县])委(?:会)?(?!员)|中央)|共青团[省市州县区旗]委(?!员)"
)
# The committees of a congress, whatever they are for: 省人大常委会人事代表选举工作委员会.
_OF_CONGRESS = re.compile(
    "[省市县区州旗](?:第?[一二三四五六七八九十]+届)?人大(?:常委会)?(?:(?!召开|通过|听取|主任|党组|会议|机关|举行|审议|决定|任命|组成|设立|设置|撤销|常委会|[、，委])[一-鿿]){2,14}(?:工作委员会|委员会|工委(?![员书]))"
)
# 县委书记、人大常委会主任甲: the congress of the place whose post stands before.
_CONGRESS = re.compile("(?<=、)(?:(?:人大常委会|人大|政协)(?=(?:党组)?副?(?:书记|主[任席]))|监委(?=副?主任))")
# 甲街道党工委副书记、办事处主任: the office of the street whose committee stands before.
_OFFICE_OF_STREET = re.compile(
    "(?<=[、，])办事处(?=副?主任)|(?<=书记、)管委会(?=副?主任)|(?<=、)(?:人大|纪委)(?=主席|书记)"
)
# The group or committee of two games: 第19届亚运会和第4届亚残运会工作领导小组.
_OF_GAMES = re.compile(
    "第[0-9一二三四五六七八九十]{1,3}届[一-鿿]{0,6}运会(?:和|、)第[0-9一二三四五六七八九十]{1,3}届[一-鿿]{0,6}运会(?:[一-鿿]{0,6}领导小组|组委会|组织委员会)"
)
# Small units in a list of whose heads come: 林业站负责人、动防站负责人、农服中心负责人.
_TOLD_BY_HEAD = re.compile(
    "(?<=负责人、)(?!各|有关|相关|其他|[省市县区])[一-鿿]{2,4}(?:站|中心|所|办|股)(?=(?:主要)?负责人)|(?<=[、，])(?!各|有关|相关|其他|[省市县区])[一-鿿]{2,4}(?:站|中心|所|办|股)(?=负责人、[一-鿿]{2,5}负责人)"
)
# Offices by their bare name in a chain of posts: 市委宣传部副部长、文明办 + 主任.
_BARE_OFFICE = re.compile(
    "(?<=[、，兼])(?:文明办|编办|外事办|外办|台办|侨办|网信办|改革办|督查办|机要局|保密局|老干部局|政研室|史志办|信访办|国动办|绩效办|双拥办|安委会|安委办|食安办|防指|河长办|林长办)"
    "(?=(?:常务)?副?(?:主任|局长|指挥长|总指挥))"
)
# The party committee and the office of a prefecture that is no city: 地委副书记、行署专员.
_OF_PREFECTURE = re.compile("(?:地委|行署)(?=副?书记|委员|秘书长|(?:常务)?副?专员)")
# 省纪委、监委有关通知; 我局公共文化股.
_SUPERVISORS = re.compile("(?<=纪委、)监委(?![员派])")
_OWN_UNIT = re.compile(
    "(?:我|本)(?:局|厅|委|校|公司)[一-鿿]{2,8}?(?:股(?!东|份)|科(?!学|技|长)|(?<!办事)处(?!理|长))(?=[或、，。）])"
)
# The study group of a party group or committee: 局党组中心组 + 成员.
_STUDY_GROUP = re.compile(
    "(?:[局厅委部院校会]党[组委]|集团(?:公司)?(?:党委)?|[省市县区州旗]委)(?:理论学习)?中心组(?=(?:全体)?成员|组长)"
)
# The party branch of a village before its secretary.
_BRANCH_OF_VILLAGE = re.compile("(?<![一-鿿])[一-鿿]{2,3}村(?:党支部|党总支)(?=副?书记)")
# 县委常委、组织部部长甲: the committee's department, by its bare name behind a post of the committee.
_OF_COMMITTEE = re.compile(
    "(?<=、)(?:组织部|宣传部|统战部|社会工作部|政法委|纪委监委|纪委|人武部)(?=(?:常务)?副?(?:部长|书记|政委))"
    "|(?<=、)(?:组织|宣传|统战)部(?=长(?![会期效]|、[一-鿿]{2}部长))"
)
# 市委、市政府、军分区: the armed body of the place whose bodies stand before.
_ARMED_BESIDE = re.compile("(?<=、)(?:军分区|警备区|人武部|武警支队)(?=[、，。；]|领导|负责|等|官兵|司令|政委|主要)")
# One office of both: 区委区政府接待办, 县委、县政府督查室; a ministry's or government's own site.
_OF_BOTH = re.compile(
    "(?P<level>[省市县区州旗镇])委、?(?P=level)(?:人民)?政府(?:信访局|接待办|督查室|督查局|督办室|政策研究室|政研室|农办|目标(?:管理)?办(?:公室)?|绩效办|文明办|史志办)(?![员事])"
)
_SITE_OF = re.compile("(?:中央|[一-鿿]{2,8}?[省市县区州旗盟](?:人民)?)政府门户网站(?=[ 　0-9wW\n，]|$)")
# 市委、市政府两办: the two offices, not the committee and the government.
_TWO_OFFICES = re.compile("[省市县区州旗]委、?[省市县区州旗]政?府两办|(?<![一-鿿])[省市县区州旗]两办")
# 公司团委、工会联合举办: a whole's mass bodies beside another of it.
_MASS_BESIDE = re.compile("(?<=[团党]委、)(?:工会|妇联|妇委会)(?=联合|主办|承办|组织|负责|等)")
# 县公安局、残联、科协等部门: the people's bodies of the place whose bodies stand before.
_PEOPLES = re.compile(
    "(?<=[局委办部院厅联协])、(?P<name>残联|妇联|科协|工商联|侨联|文联|台联|红十字会|编办|外办|台办|供销社|贸促会|关工委)(?=[、，。；]|等|联合|负责|要|主要)"
)
# 县法院、检察院: the procuratorate of the place whose court stands before.
_PROCURATORATE = re.compile("(?<=法院[、和])检察院(?=[、，。；]|等|领导|负责|联合|分别|要)")
# 六十二团, 师党委: bodies of the Xinjiang corps, whose regiments have numbers.
_REGIMENT = re.compile(
    "(?<=[在到来、，。\n和与对及给])[一二三四五六七八九十百〇○]{2,4}团(?=召开|举行|[，。、；的]|党委|城镇|备耕|副?团长|副?政委)"
)
_OF_REGIMENT = re.compile("(?<![一-鿿])(?:[师团]|师市)党委(?=常委|副?书记|委员|召开|[，、和])")
# A division and its city are one: 第八师石河子市（党委）; the division by itself before its head.
_DIVISION = re.compile(
    "第[一二三四五六七八九十]{1,3}师(?:[一-鿿]{2,4}?市(?:党委(?!员))?|(?=副?师长|副?政委|党委))|(?<![一-鿿])师市(?=党政|领导)|(?<=[、和])兵团(?=工作|、|，|各)"
)
# A chamber of the court told of, by its bare name: 立案庭 + 副庭长.
_CHAMBER = re.compile("(?<![一-鿿])(?:立案|执行|刑|民|行政)庭(?=副?庭长)")
_CORPS_WORDS = ("团场", "师市", "兵团")
_BROADCASTER = re.compile("(?<![一-鿿])总台(?=与|和|同|台长|记者|主持|[，。、])")
_PATTERNS = (
    (_ARMED, "agency-form"),
    (_OF_REGION, "agency-form"),
    (_STAFF_OF_PAPER, "agency-form"),
    (_INSPECTING, "agency-form"),
    (_PARTIES, "agency-group"),
    (_CONGRESS, "agency-form"),
    (_OF_COMMITTEE, "agency-form"),
    (_PARTY_BRANCH, "agency-form"),
    (_TWO_OFFICES, "agency-form"),
    (_STUDY_GROUP, "agency-form"),
    (_OF_BOTH, "agency-form"),
    (_SITE_OF, "agency-form"),
    (_CHAMBER, "agency-form"),
    (_BARE_OFFICE, "agency-form"),
    (_BROADCASTER, "agency-form"),
    (_ARMED_BESIDE, "agency-form"),
    (_MASS_BESIDE, "agency-form"),
    (_SUPERVISORS, "agency-form"),
    (_TOLD_BY_HEAD, "agency-form"),
    (_OF_GAMES, "agency-form"),
    (_OWN_UNIT, "agency-deictic"),
    (_BRANCH_OF_VILLAGE, "agency-form"),
    (_PROCURATORATE, "agency-form"),
    (_STATIONED, "agency-form"),
    (STATIONED_BY_NUMBER, "agency-form"),
    (GUIDING, "agency-form"),
    (OF_DELEGATES, "agency-form"),
    (OF_CENSUS, "agency-form"),
    (OF_HEALTH, "agency-form"),
    (BANKS, "agency-form"),
    (SYSTEMS, "agency-group"),
    (_GOVERNMENT_OF_PLACE, "agency-form"),
    (_PARTY_OF_PLACES, "agency-group"),
    (_BODIES_OF_PLACES, "agency-group"),
    (_ORGANS, "agency-group"),
    (_OFFICES, "agency-group"),
    (_STREET, "agency-form"),
    (_PAPER, "agency-paper"),
    (_DEICTIC, "agency-deictic"),
    (_CENTRAL, "agency-central"),
    (_GOVERNMENTS, "agency-group"),
    (_COUNTED, "agency-group"),
    (_GROUP, "agency-group"),
)


_REGION, _PLACES = frozenset({"region"}), frozenset({"region", "level"})


def find_by_form(scan: Scan) -> Iterator[Mention]:
    """Iterate over bodies whose words alone tell them; they may overlap."""
    for match in chain(scan.matches(_PARTY_GROUP), scan.matches(_OF_STAFF)):
        if _opens_here(scan, match.start()):
            yield scan.mention(match.start(), match.end(), "Agency", "agency-deictic")
    for pattern, rule in _PATTERNS:
        for match in scan.matches(pattern):
            scope = _WIDER.search(scan.text, max(0, match.start() - 4), match.start())
            start = scope.start() if scope is not None and pattern is _GOVERNMENTS else match.start()
            start = _with_place(scan, start) if rule == "agency-group" and match[0][0] == "各" else start
            if rule == "agency-group" and scan.is_cut(start, match.end()):
                continue
            yield scan.mention(start, match.end(), "Agency", rule)
            if rule == "agency-group":
                yield from _further(scan, match.end())
            beside = _GOVERNMENT_BESIDE.match(scan.text, match.end()) if pattern is _PARTY_OF_PLACES else None
            if beside is not None:
                yield scan.mention(beside.start(1), beside.end(1), "Agency", rule)
    for match in scan.matches(_OF_CONGRESS):
        place = scan.units.longest_ending(match.start() + 1, frozenset({"region"}))
        yield scan.mention(place.start if place is not None else match.start(), match.end(), "Agency", "agency-form")
    for match in chain(*map(scan.matches, (_REGIMENT, _OF_REGIMENT, _DIVISION))) if scan.has_any(_CORPS_WORDS) else ():
        yield scan.mention(match.start(), match.end(), "Agency", "agency-form")
    yield from _papers(scan)
    yield from _departments(scan)
    yield from _international(scan)
    yield from _behind_bodies(scan)


def _is_of_street(scan: Scan, start: int) -> bool:
    """Tell whether a bare office behind ， is that of the street whose committee the sentence tells of before."""
    return scan.text[start - 1] == "、" or "街道党工委" in scan.text[scan.sentence_at(start).start : start]


def _with_place(scan: Scan, start: int) -> int:
    """Take in the place whose bodies an open group is of: 阿克苏地区 + 各县（市）文旅局."""
    place = scan.units.longest_ending(start, _REGION)
    return place.start if place is not None and not scan.is_name_break(start) else start


def _international(scan: Scan) -> Iterator[Mention]:
    """Iterate over international bodies, and the bodies of other countries that only those have (国会, 白宫)."""
    for match in scan.matches(_INTERNATIONAL):
        if match[0] not in _NO_INTERNATIONAL:
            yield scan.mention(match.start(), match.end(), "Agency", "agency-international")
    for unit in scan.units.of("international"):
        if scan.text[unit.start - 1 : unit.start] not in {"—", "–", "-"}:
            yield scan.mention(unit.start, unit.end, "Agency", "agency-international")
    for unit in scan.units.of("country"):
        body = _OF_COUNTRY.match(scan.text, unit.end)
        if body is not None:
            yield scan.mention(unit.start, body.end(), "Agency", "agency-international")


def _papers(scan: Scan) -> Iterator[Mention]:
    """Iterate over the papers and sites that a line opens with as those whose news it is."""
    for end in scan.matches(_PAPER_END):
        before = "\n" + scan.text[max(0, end.start() - _PAPER_REACH) : end.start()]
        name = _PAPER_NAME.search(before)
        is_open = name is not None and (name.start() or end.start() < _PAPER_REACH)
        if name is not None and is_open and (name["name"] or end[0][1] == "上"):
            yield scan.mention(end.start() - len(name["name"]), end.end(), "Agency", "agency-paper")


def _departments(scan: Scan) -> Iterator[Mention]:
    """Iterate over the departments of a level of government; searched only before the words that they end in."""
    for end in scan.matches(_DEPARTMENT_END):
        match = _DEPARTMENT.search(scan.text, max(0, end.start() - _DEPARTMENT_REACH), end.start())
        start = match.start() if match is not None else _start_behind_place(scan, end.start())
        if start is not None:
            yield scan.mention(start, end.end(), "Agency", "agency-group")


def _start_behind_place(scan: Scan, end: int) -> int | None:
    """Give where a place's department begins, by what it does: 青山市 + 邮政、电信 + 管理部门, 市 + 价格 + 主管部门."""
    does = _DOES.search(scan.text, max(0, end - _DEPARTMENT_REACH), end)
    starts = range(does.start(), end - 1) if does is not None else ()
    for start in starts:
        place = scan.units.longest_ending(start, _PLACES)
        is_own = place is not None and (place.sense == "region" or is_level_anchor(scan, place.start, place.value))
        if place is not None and is_own and _DOES.fullmatch(scan.text, start, end):
            return place.start
    return None


def _behind_bodies(scan: Scan) -> Iterator[Mention]:
    """Iterate over the people's bodies and zones that stand behind a body in a list."""
    for match in scan.matches(_OF_PREFECTURE):
        if not is_name_character(scan.text[match.start() - 1 : match.start()] or "，") or scan.gap_before(
            match.start()
        ):
            yield scan.mention(match.start(), match.end(), "Agency", "agency-form")
    for match in scan.matches(_OFFICE_OF_STREET):
        if _is_of_street(scan, match.start()):
            yield scan.mention(match.start(), match.end(), "Agency", "agency-form")
    for match in scan.matches(_PEOPLES):
        if _ends_body(scan, match.start()):
            yield scan.mention(match.start("name"), match.end(), "Agency", "agency-form")
    for match in scan.matches(_ZONE):
        if _ends_body(scan, match.start()) and not match["zone"].startswith(
            ("各", "有关", "相关", "其他", "国家", "省级")
        ):
            yield scan.mention(match.start("zone"), match.end(), "Agency", "agency-zone")


def _ends_body(scan: Scan, offset: int) -> bool:
    return any(unit.sense in {"suffix", "central"} for unit in scan.units.ending.get(offset, ()))


def _further(scan: Scan, end: int) -> Iterator[Mention]:
    """Iterate over the conjuncts of an open group that share its scope."""
    while (match := _FURTHER.match(scan.text, end)) is not None:
        start = match.start() + 1
        yield scan.mention(start, match.end(), "Agency", "agency-group")
        end = match.end()


def _opens_here(scan: Scan, start: int) -> bool:
    """Tell whether a deictic name may begin here: after a mark or a boundary word."""
    if start == 0 or not is_name_character(scan.text[start - 1]) or scan.text[start - 1] in {"报", "来"}:
        return True
    return scan.boundary_before(start) is not None
