/// The list of parameters: who lives here, who works, who comes and goes, and what moves their attitudes.
///
/// Population margins are those of the seventh national census (1 November 2020). Arrears follow the monitoring survey
/// of migrant workers (2016: 0.84 % were owed wages, 1.8 % in construction), their season the protests counted in the
/// winter of 2015/16 (January against June 3.0), the weight of bad contacts Skogan (2006). The rest are priors.

#include "model/lists/parameter_list.h"

namespace linli {

void list_population(Parameters::Population& p, const ParameterVisit& visit) {
  const ParameterList list("population", visit);
  list(p.migrant_share, "migrant_share", {"migrants", "流动人口比例"}, "share", 0, 0.99,
       {"residents whose hukou is registered elsewhere", "户籍不在本地的常住人口所占比例"}, "2020 census");
  list(p.age_0_14, "age_0_14", {"residents aged 0 to 14", "0至14岁人口比例"}, "share", 0, 0.5,
       {"residents under 15 years of age", "15岁以下常住人口所占比例"}, "2020 census");
  list(p.age_60_plus, "age_60_plus", {"residents aged 60 and over", "60岁及以上人口比例"}, "share", 0, 0.6,
       {"residents of 60 years and over", "60岁及以上常住人口所占比例"}, "2020 census");
  list(p.sex_ratio, "sex_ratio", {"sex ratio", "总人口性别比"}, "men per 100 women", 50, 300,
       {"men for every 100 women among all residents", "全部常住人口中每100名女性对应的男性人数"}, "2020 census");
  list(p.hukou_sex_ratio, "hukou_sex_ratio", {"sex ratio of hukou residents", "户籍人口性别比"}, "men per 100 women",
       50, 200, {"men for every 100 women among residents with local hukou", "户籍人口中每100名女性对应的男性人数"},
       "2020 census");
  list(p.dormitory_share, "dormitory_share", {"residents of dormitories", "集体户人口比例"}, "share", 0, 0.8,
       {"residents who live in collective households", "居住在集体户（宿舍）的常住人口所占比例"}, "2020 census");
  list(p.age_hukou, age_bands, "age_hukou", {"ages of hukou residents", "户籍人口年龄构成"}, "share", 1e-4, 1,
       {"share of an age among hukou residents, which is then fitted to the city's margins of age and sex",
        "某年龄段占户籍人口的比例，再按全市年龄与性别构成拟合"},
       "prior");
  list(
      p.age_migrants, age_bands, "age_migrants", {"ages of migrants", "流动人口年龄构成"}, "share", 1e-4, 1,
      {"share of an age among migrants, those who come included, which is then fitted to the city's margins of age and "
       "sex",
       "某年龄段占流动人口（含新来者）的比例，再按全市年龄与性别构成拟合"},
      "prior");
  list(p.household_size, "household_size", {"size of family households", "家庭户规模"}, "persons", 1, 6,
       {"mean number of persons in a family household", "家庭户的平均人数"}, "2020 census");
  list(p.dormitory_size, "dormitory_size", {"size of collective households", "集体户规模"}, "persons", 1, 20,
       {"mean number of persons in a collective household", "集体户的平均人数"}, "2020 census");
  list(p.hukou_home_ownership, "hukou_home_ownership", {"home ownership, hukou", "户籍家庭自有住房比例"}, "share", 0, 1,
       {"hukou households that own their home", "拥有自有住房的户籍家庭所占比例"}, "assumption");
  list(p.migrant_home_ownership, "migrant_home_ownership", {"home ownership, migrants", "流动人口家庭自有住房比例"},
       "share", 0, 1, {"migrant family households that own their home", "拥有自有住房的流动人口家庭户所占比例"},
       "assumption");
  list(p.estate_share, "estate_share", {"households in managed estates", "物业小区住户比例"}, "share", 0, 1,
       {"family households in estates run by a property company", "居住在有物业管理的小区的家庭户所占比例"},
       "assumption");
  list(p.village_share, "village_share", {"members of village collectives", "村集体成员家庭比例"}, "share", 0, 1,
       {"hukou households that belong to a village collective", "属于村集体经济组织成员的户籍家庭所占比例"},
       "assumption");
}

void list_work(Parameters::Work& p, const ParameterVisit& visit) {
  const ParameterList list("work", visit);
  list(p.employment, "employment", {"employment", "就业率"}, "share", 0.3, 0.98,
       {"residents aged 15 to 59 who have a job", "15至59岁常住人口中有工作的比例"}, "assumption");
  list(p.sector, &OfSector::share, sectors, "sector_share", {"jobs by sector", "各行业岗位比例"}, "share", 0, 1,
       {"jobs in the sector; the sectors add up to 1", "该行业岗位占全部岗位的比例，各行业合计为1"}, "assumption");
  list(p.jobs_per_employer, "jobs_per_employer", {"jobs per employer", "每个用人单位的岗位数"}, "jobs", 2, 500,
       {"mean number of jobs at an employer", "用人单位的平均岗位数"}, "assumption");
  list(p.size_deviation, "size_deviation", {"spread of employer size", "用人单位规模离散度"}, "1", 0, 3,
       {"standard deviation of the log of employer size", "用人单位规模对数的标准差"}, "assumption");
  list(p.commute_length, "commute_length", {"commuting distance", "通勤距离"}, "km", 0.2, 50,
       {"distance over which the pull of a job falls by a factor e", "岗位吸引力衰减到1/e的距离"}, "prior");
  list(p.vacancy, "vacancy", {"vacant jobs", "岗位空缺率"}, "share", 0, 0.5,
       {"jobs that are free at the start of a run", "运行开始时空缺岗位所占比例"}, "assumption");
  list(p.job_change_rate, "job_change_rate", {"job changes of migrants", "流动人口换工作率"}, "1/year", 0, 4,
       {"how often a migrant changes employer", "每名流动人口每年更换用人单位的次数"}, "prior: 4 % a month");
  list(p.solvency_memory, "solvency_memory", {"memory of solvency", "偿付能力回归时间"}, "days", 10, 3650,
       {"time over which an employer's solvency returns to its mean", "用人单位偿付能力回到平均水平所需的时间"},
       "prior");
  list(p.arrears_rate, "arrears_rate", {"onset of wage arrears", "欠薪发生率"}, "1/year", 0, 0.5,
       {"how often an employer of mean solvency or better stops paying wages, mean over the year",
        "偿付能力不低于平均水平的用人单位每年开始欠薪的次数，取全年平均"},
       "prior from the 2016 migrant workers survey");
  list(p.arrears_sensitivity, "arrears_sensitivity", {"arrears and solvency", "欠薪对偿付能力的敏感度"}, "1", 0, 5,
       {"log hazard of arrears per standard deviation of solvency below the mean",
        "偿付能力每低于均值一个标准差，欠薪发生率对数的增量"},
       "prior");
  list(p.sector, &OfSector::arrears_factor, sectors, "arrears_factor", {"arrears by sector", "各行业欠薪倍数"}, "1", 0,
       10, {"hazard of arrears in the sector against the mean", "该行业欠薪发生率相对于平均水平的倍数"},
       "prior from the 2016 migrant workers survey");
  list(p.arrears_season_peak, "arrears_season_peak", {"arrears before Spring Festival", "春节前欠薪高峰"}, "1", 1, 10,
       {"hazard of arrears in the month before Spring Festival against June", "春节前一个月欠薪发生率与六月之比"},
       "China Labour Bulletin, winter 2015/16");
  list(p.payment_time, "payment_time", {"time until arrears are paid", "欠薪自行清偿时间"}, "days", 1, 730,
       {"mean time until a firm in arrears pays of its own accord", "欠薪单位自行补发工资的平均时间"}, "prior");
  list(p.inspection_effect, "inspection_effect", {"effect of inspection", "检查的促付作用"}, "1", 1, 20,
       {"how many times sooner an inspected firm pays when all are sanctioned",
        "在全部处罚的情况下，被检查单位补发工资加快的倍数"},
       "prior");
  list(p.fund_time, "fund_time", {"time until the arrears fund pays", "欠薪保障金垫付时间"}, "days", 1, 3650,
       {"mean time until the fund pays the workers of an inspected firm",
        "保障金向被检查单位的劳动者垫付工资的平均时间"},
       "prior");
  list(p.closure_rate, "closure_rate", {"closures", "企业关闭率"}, "1/year", 0, 1,
       {"how often an employer of mean solvency closes", "偿付能力处于平均水平的用人单位每年关闭的概率"}, "assumption");
  list(p.closure_sensitivity, "closure_sensitivity", {"closures and solvency", "关闭对偿付能力的敏感度"}, "1", 0, 5,
       {"log hazard of closure per standard deviation of solvency below the mean",
        "偿付能力每低于均值一个标准差，关闭率对数的增量"},
       "prior");
  list(p.reopening_time, "reopening_time", {"time until premises reopen", "厂房重新启用时间"}, "days", 1, 730,
       {"mean time until another firm opens in the premises", "关闭后另一家企业在原址开业的平均时间"}, "assumption");
  list(p.warning_effect, "warning_effect", {"effect of warning", "预警的防欠作用"}, "share", 0, 1,
       {"share of arrears that a warned firm is kept from while it is watched",
        "被预警单位在受关注期间免于发生的欠薪所占比例"},
       "assumption");
  list(p.warning_time, "warning_time", {"length of a warning", "预警有效期"}, "days", 7, 730,
       {"time for which a warned firm is watched", "用人单位被预警后受到关注的时间"}, "assumption");
  list(p.distress, "distress", {"onset of distress", "经营困难界限"}, "1", 0, 4,
       {"standard deviations of solvency below the mean from which a firm counts as being in distress",
        "偿付能力低于均值达到该标准差数的用人单位视为经营困难"},
       "assumption");
  list(p.arrears_strain, "arrears_strain", {"strain of unpaid wages", "欠薪造成的压力"}, "strain", 0, 5,
       {"strain added to a worker when pay stops", "停发工资时劳动者增加的压力"}, "prior");
  list(p.job_loss_strain, "job_loss_strain", {"strain of job loss", "失业造成的压力"}, "strain", 0, 5,
       {"strain added to a worker whose firm closes", "所在单位关闭时劳动者增加的压力"}, "prior");
  list(p.moral_hazard, "moral_hazard", {"moral hazard of the fund", "保障金的道德风险"}, "1", 0, 5,
       {"the rate of falling into arrears is multiplied by 1 + this * share of found firms for which the fund pays * "
        "labour inspection",
        "欠薪发生率乘以（1＋本值×由保障金垫付的比例×劳动监察力度）"},
       "prior");
  list(p.credit_payment, "credit_payment", {"credit sanctions and payment", "信用惩戒的促付作用"}, "1", 0, 10,
       {"a firm in arrears pays sooner by a factor 1 + this * reach of credit sanctions",
        "欠薪单位补发工资的速度乘以（1＋本值×信用惩戒覆盖率）"},
       "prior");
  list(p.credit_errors, "credit_errors", {"mistaken sanctions", "误惩戒"}, "1/year", 0, 1,
       {"sound firms that credit sanctions hit by mistake, at full reach",
        "信用惩戒全覆盖时，经营正常而被误惩戒的单位比例"},
       "assumption");
  list(p.credit_loss, "credit_loss", {"loss by a mistaken sanction", "误惩戒的损失"}, "1", 0, 4,
       {"standard deviations of solvency that a firm sanctioned by mistake loses",
        "被误惩戒的单位偿付能力下降的标准差数"},
       "assumption");
  list(p.aid_relief, "aid_relief", {"relief by aid", "帮扶的减压作用"}, "share", 0, 1,
       {"share of the strain of lost or unpaid wages that aid takes away", "帮扶所消除的失业、欠薪压力的比例"},
       "prior");
  list(p.aid_error, "aid_error", {"errors of aid", "帮扶对象偏差"}, "share", 0, 1,
       {"aid that goes to somebody who is not in hardship", "帮扶落到并不困难者身上的比例"}, "assumption");
  list(p.sector, &OfSector::culture_uptake, sectors, "culture_uptake",
       {"uptake of workplace programmes", "平安企业文化的开展率"}, "1", 0, 1,
       {"firms of a sector that take part, against those that take it up first",
        "该行业开展的比例，以最先开展的行业为1"},
       "assumption");
  list(p.culture_grievance, "culture_grievance",
       {"grievances and workplace programmes", "平安企业文化对劳动矛盾的作用"}, "share", 0, 1,
       {"share of labour grievances other than arrears that a programme prevents",
        "平安企业文化减少的（欠薪以外）劳动类矛盾的比例"},
       "prior");
  list(p.culture_conduct, "culture_conduct", {"conduct and workplace programmes", "平安企业文化对违法的作用"}, "share",
       0, 1,
       {"share of their workers' propensity to offend that a programme takes away",
        "平安企业文化使员工违法倾向降低的比例"},
       "prior: offences by employees of Dongguan's enterprises fell by 64 % in 2019");
}

void list_migration(Parameters::Migration& p, const ParameterVisit& visit) {
  const ParameterList list("migration", visit);
  list(p.leave_rate, "leave_rate", {"departures of migrants", "流动人口离开率"}, "1/year", 0, 2,
       {"how often a migrant of no strain and no ties leaves the city",
        "没有压力也没有社会联系的流动人口每年离开本市的概率"},
       "prior: 1.2 % a month");
  list(p.leave_strain, "leave_strain", {"departures and strain", "压力对离开的作用"}, "1", 0, 5,
       {"the rate of leaving is multiplied by 1 + this * strain", "离开率乘以（1＋本值×压力）"}, "prior");
  list(p.leave_ties, "leave_ties", {"departures and ties", "社会联系对离开的作用"}, "1", 0, 1,
       {"the rate of leaving is multiplied by 1 - this * ties", "离开率乘以（1－本值×社会联系）"}, "prior");
  list(p.replacement_time, "replacement_time", {"time until newcomers arrive", "新来者补位时间"}, "days", 1, 365,
       {"mean time until a newcomer takes the place of somebody who left", "有人离开后新来者补上的平均时间"}, "prior");
  list(p.festival_share, "festival_share", {"travellers at Spring Festival", "春节返乡比例"}, "share", 0, 1,
       {"migrants who travel home at Spring Festival", "春节期间返乡的流动人口所占比例"},
       "2009 migrant workers survey: 50 %");
  list(p.festival_stay_away, "festival_stay_away", {"travellers who do not return", "返乡后不再回来的比例"}, "share", 0,
       0.9, {"travellers who do not come back after the festival", "节后不再返回的返乡者所占比例"},
       "prior from the 2009 migrant workers survey");
  list(p.festival_before, "festival_before", {"earliest departure", "最早离开时间"}, "days", 1, 60,
       {"days before the festival on which the first travellers leave", "最早一批返乡者在春节前离开的天数"}, "prior");
  list(p.festival_after, "festival_after", {"latest return", "最晚返回时间"}, "days", 1, 60,
       {"days after the festival by which the last travellers are back", "最晚一批返乡者在春节后返回的天数"}, "prior");
  list(p.services_attract, "services_attract", {"attraction of services", "公共服务的吸引力"}, "share", 0, 0.9,
       {"share of the time until a newcomer takes a place that full services save",
        "公共服务全覆盖时，新来者补缺所需时间缩短的比例"},
       "prior");
  list(p.inspection_leave, "inspection_leave", {"displacement by inspection", "巡查造成的迁离"}, "1", 0, 5,
       {"the rate at which tenants leave is multiplied by 1 + this where every rented home is inspected in a year, "
        "because rents rise",
        "每套出租屋每年受检时，因租金上涨，租户离开率乘以（1＋本值）"},
       "prior");
}

void list_attitudes(Parameters::Attitudes& p, const ParameterVisit& visit) {
  const ParameterList list("attitudes", visit);
  list(p.strain_memory, "strain_memory", {"memory of strain", "压力消退时间"}, "days", 5, 730,
       {"time over which strain falls by a factor e", "压力衰减到1/e所需的时间"}, "prior");
  list(p.trust_base, "trust_base", {"base of trust", "信任基准"}, "share", 0.05, 0.95,
       {"trust in local institutions without any contact", "没有任何接触时对基层机构的信任水平"}, "prior");
  list(p.trust_memory, "trust_memory", {"memory of trust", "信任回归时间"}, "days", 30, 3650,
       {"time over which trust returns towards its base", "信任回到基准所需的时间"}, "prior");
  list(p.good_contact, "good_contact", {"effect of a good contact", "良好接触的作用"}, "1", 0, 0.2,
       {"share of the distance to full trust gained by a good contact", "一次良好接触使信任向满值靠近的比例"}, "prior");
  list(p.bad_contact_ratio, "bad_contact_ratio", {"weight of bad contacts", "不良接触的权重"}, "1", 1, 14,
       {"weight of a bad contact against a good one", "一次不良接触相对于一次良好接触的权重"}, "Skogan 2006");
  list(p.ties_memory, "ties_memory", {"growth of ties", "社会联系形成时间"}, "days", 60, 7300,
       {"time over which local ties approach their level", "社会联系趋近其稳定水平所需的时间"}, "prior");
  list(p.ties_on_arrival, "ties_on_arrival", {"ties on arrival", "初到时的社会联系"}, "share", 0, 0.95,
       {"local ties of a newcomer", "新来者的社会联系水平"}, "prior");
  list(p.ties_base, "ties_base", {"base of ties", "社会联系基准"}, "share", 0, 0.95,
       {"level that ties approach without any of the additions below", "没有下列各项加成时社会联系的稳定水平"},
       "prior");
  list(p.ties_own_home, "ties_own_home", {"ties of home owners", "自有住房的联系加成"}, "share", 0, 0.5,
       {"ties gained by those who own their home", "拥有自有住房者增加的社会联系"}, "prior");
  list(p.ties_family, "ties_family", {"ties of families", "家庭户的联系加成"}, "share", 0, 0.5,
       {"ties gained by those who live in a family household", "居住在家庭户者增加的社会联系"}, "prior");
  list(p.ties_services, "ties_services", {"ties from services", "公共服务的联系加成"}, "share", 0, 0.8,
       {"ties gained where access to public services is complete", "可充分享有公共服务者增加的社会联系"}, "prior");
  list(p.ties_representation, "ties_representation", {"ties from representation", "代表参与的联系加成"}, "share", 0,
       0.8,
       {"ties that a migrant gains where migrants sit on every community's committee",
        "村（社区）“两委”普遍吸纳非户籍委员时流动人口增加的社会联系"},
       "prior");
  list(p.ties_associations, "ties_associations", {"ties from associations", "同乡组织的联系加成"}, "share", 0, 0.8,
       {"ties that a migrant gains by a hometown association", "加入异地商会、同乡组织的流动人口增加的社会联系"},
       "prior");
  list(p.ties_covenant, "ties_covenant", {"ties from covenants", "村规民约的联系加成"}, "share", 0, 0.8,
       {"ties gained where covenants and owners' committees are at work",
        "村规民约与业主委员会发挥作用的地方居民增加的社会联系"},
       "prior");
  list(p.ties_credit, "ties_credit", {"ties from good-neighbour credit", "睦邻积分的联系加成"}, "share", 0, 0.8,
       {"ties gained by those whom good-neighbour credit reaches", "睦邻积分覆盖的居民增加的社会联系"}, "prior");
  list(p.spread, "spread", {"spread of trust", "信任的传播"}, "share", 0, 1,
       {"share of a change of trust that reaches the household; workmates get half of it",
        "信任变化传给家人的比例，同事为其一半"},
       "prior");
}

}  // namespace linli
