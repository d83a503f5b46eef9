#include "model/lists/sources.h"

#include <algorithm>

namespace linli {
namespace {

/// How a source may begin; the longest first.
constexpr Text kinds[] = {
    {"prior from ", "先验值，依据"}, {"prior: ", "先验值："}, {"prior", "先验值"},
    {"assumption: ", "假设："},      {"assumption", "假设"},
};

constexpr Text sources[] = {
    // Statistics and law
    {"collective labour cases count from ten workers", "劳动争议集体案件以十人为起点"},
    {"95 % performed without enforcement", "95%无需强制执行即已履行"},
    {"court pre-trial mediation 2023", "2023年法院诉前调解"},
    {"statutory limit of 45 days", "法定期限45日"},
    {"2020 census", "第七次全国人口普查"},
    {"2009 migrant workers survey: 50 %", "2009年农民工监测调查：50%"},
    {"the 2009 migrant workers survey", "2009年农民工监测调查"},
    {"the 2016 migrant workers survey", "2016年农民工监测调查"},
    {"people's mediation statistics", "人民调解统计"},
    {"clear-up in 2009", "2009年破案率"},
    {"homicide clear-up in 2023", "2023年命案破案率"},
    {"homicide statistics 2021 to 2024", "2021至2024年命案统计"},
    {"groups broken up in 2022", "2022年打掉的团伙数"},
    {"Guangdong 110 calls, 2020", "2020年广东110警情"},
    {"Guangdong standard", "广东省标准"},
    {"Guangzhou surveys 2002 to 2018", "广州市居民调查（2002至2018年）"},
    {"Shenzhen 2005", "深圳2005年"},
    {"Dongguan 2020: 102 of 593 villages and communities", "东莞2020年：593个村（社区）中的102个"},
    {"Dongguan 2020: 113,000 points of classes 1 and 2", "东莞2020年：一、二类视频监控点11.3万个"},
    {"Dongguan 2020: 578,000 visits of 593 teams", "东莞2020年：593个团队走访57.8万次"},
    {"Dongguan 2020: 628 posts", "东莞2020年：628个岗位"},
    {"Dongguan 2020: 8,945 posts", "东莞2020年：8945个岗位"},
    {"Dongguan 2020: 9,889 grid workers", "东莞2020年：9889名网格员"},
    {"hazards found in Dongguan to 2020", "东莞截至2020年发现的隐患"},
    {"48,075 cases in the five years to 2020, a part of them before court or arbitration",
     "截至2020年的五年间48075件，其中一部分在诉讼或仲裁之前"},
    {"more than 100,000 volunteers called up in the five years to 2020", "截至2020年的五年间发动志愿者10万余人"},
    {"Public Security Administration Punishments Law", "治安管理处罚法"},
    {"within the statutory 60 days", "不超过法定的60天"},
    {"World Health Organization 2019", "世界卫生组织2019年"},
    {"China Labour Bulletin, winter 2015/16", "中国劳工通讯，2015年冬"},
    // Reckoning
    {"4 % a month", "每月4%"},
    {"1.2 % a month", "每月1.2%"},
    {"weaker than police", "弱于警察"},
    {"by definition", "按定义"},
    // What costs are paid for
    {"100 yuan for each settlement of 2020", "2020年每件调解成功的纠纷100元"},
    {"2,000 yuan for each of 150 cases", "150件，每件2000元"},
    {"30 yuan for each of 4,000 rented homes", "4000套出租屋，每套30元"},
    {"300 yuan for each of 15 residents in 100", "每100名居民中15名，每名300元"},
    {"4,000 yuan for each of 10 people supervised", "10名矫正对象，每名4000元"},
    {"5,000 yuan for each of 10 people released", "10名回归社会期人员，每名5000元"},
    {"50 yuan an hour at the posts of 2020", "按2020年岗位数，每小时50元"},
    {"a case", "每件"},
    {"a migrant with full access", "一名可享有全部服务的流动人口"},
    {"a petition", "每件信访"},
    {"a post for a year", "一个岗位一年"},
    {"a resident fully reached", "充分覆盖一名居民"},
    {"a resident reached", "覆盖一名居民"},
    {"a visit", "每次走访"},
    {"all grave disputes of a year", "一年的全部高风险纠纷"},
    {"allowances", "津贴"},
    {"analysts and the platform", "分析人员与平台"},
    {"grants for a migrant reached", "每名受益流动人口的资助"},
    {"hearings and assessments", "听证与评估"},
    {"hotline and app", "热线与应用程序"},
    {"if every firm in arrears is found", "发现全部欠薪单位时"},
    {"if every firm in distress is watched", "监测全部困难单位时"},
    {"if every hard case has its leader", "全部疑难案件均由领导包案时"},
    {"meetings and a part-time secretary", "会议与兼职秘书"},
    {"one yuan an hour for insurance and equipment", "保险与装备每小时1元"},
    {"overtime pay at the posts and hours of 2020", "按2020年岗位和工时计的加班费"},
    {"70 yuan an hour at the posts of 2020", "按2020年岗位数，每小时70元"},
    {"40 yuan an hour at the posts of 2020", "按2020年岗位数，每小时40元"},
    {"40 yuan a visit at the posts of 2020", "按2020年岗位数，每户次40元"},
    {"clerks and joint rooms, if all are handed over", "若全部移交，对接人员与联合调解室"},
    {"clerks and rooms, if all suits are diverted", "若全部分流，分流人员与场所"},
    {"clerks who find and call the others", "查找并通知其他当事人的人员"},
    {"staff who verify", "核实人员"},
    {"staff who watch and answer", "监测与回应人员"},
    {"the data platform", "数据平台"},
    {"the desk that works with the banks", "与银行联动的专席"},
    {"the platform, if all simple cases use it", "全部简单纠纷使用时的平台费用"},
    {"training and supervision", "培训与督导"},
    {"upkeep and renewal of a camera for a year", "一个摄像头一年的维护与更新"},
    {"a programme for a year", "一项活动一年"},
    {"146 union service centres in 2020", "2020年工会服务中心146个"},
    {"offences by employees of Dongguan's enterprises fell by 64 % in 2019", "2019年东莞企业员工违法犯罪下降64%"},
    {"guides at the counters", "窗口引导人员"},
    {"gifts and a part-time clerk", "积分礼品与兼职人员"},
    {"capital and upkeep for a year", "一年的建设与运维费用"},
    {"a resident kept up to date", "保持一名居民登记最新"},
    {"the platform and its shifts, if all calls use it", "全部警情使用时的平台与值守"},
    {"stations and hotline, if all are reached", "全部覆盖时的站点与热线"},
    {"aid to 3 residents in 100, 500 yuan each", "每100名居民帮扶3名，每名500元"},
    {"wages that are never claimed back", "最终未能追回的垫付工资"},
};

std::string_view in_chinese(std::string_view source) {
  const auto found = std::ranges::find(sources, source, &Text::english);
  return found == std::end(sources) ? source : found->chinese;
}

}  // namespace

Message source_of(std::string_view source) {
  const auto kind = std::ranges::find_if(kinds, [&](const Text& text) { return source.starts_with(text.english); });
  if (kind == std::end(kinds)) return {std::string(source), std::string(in_chinese(source))};
  const std::string_view rest = source.substr(kind->english.size());
  return {std::string(source), fmt::format("{}{}", kind->chinese, in_chinese(rest))};
}

}  // namespace linli
