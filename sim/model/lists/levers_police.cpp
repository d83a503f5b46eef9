/// The list of levers: the police and how patrols are spent, predation, collective incidents, rumours, assessment.
///
/// Values are assumptions unless a source is named, and so is every cost.

#include "model/lists/lever_list.h"

namespace linli {

using enum CostBasis;

void list_police(LeverValues::Police& v, const LeverVisit& visit) {
  const LeverList list("police", visit);
  list(v.officers, "officers", {"police officers", "民警"}, "posts per 10,000 residents", 0, 100,
       {"posts of police officers", "民警岗位数"}, "Shenzhen 2005",
       {residents_10000, 250'000, "assumption: a post for a year"});
  list(v.auxiliaries, "auxiliaries", {"auxiliary officers", "辅警"}, "posts per 10,000 residents", 0, 100,
       {"posts of auxiliaries, who patrol and do nothing else", "只从事巡逻的辅警岗位数"}, "assumption",
       {residents_10000, 90'000, "assumption: a post for a year"});
  list(v.patrol, "patrol", {"officers on patrol", "巡逻警力"}, "share", 0, 1,
       {"officers on patrol", "从事巡逻的民警所占比例"}, "assumption");
  list(v.response, "response", {"officers answering calls", "接处警警力"}, "share", 0, 1,
       {"officers answering calls", "从事接处警的民警所占比例"}, "assumption");
  list(v.investigation, "investigation", {"officers investigating", "侦查警力"}, "share", 0, 1,
       {"officers investigating; the rest do community and office work",
        "从事侦查的民警所占比例，其余从事社区警务与内勤"},
       "assumption");
  list(v.procedure, "procedure", {"fair procedure", "程序公正"}, "share", 0, 1,
       {"contacts that follow fair procedure", "遵循公正程序的警民接触所占比例"}, "assumption",
       {residents_10000, 20'000, "assumption: training and supervision"});
  list(v.stops, "stops", {"stops on patrol", "巡逻盘查"}, "stops/hour", 0, 6,
       {"residents stopped in an hour of patrol", "巡逻中每小时盘查的人数"}, "assumption");
  list(v.desk, "desk", {"mediators at the police desk", "派出所驻所调解员"}, "posts per 10,000 residents", 0, 10,
       {"posts of mediators at police stations", "派驻派出所调解室的调解员岗位数"}, "assumption",
       {residents_10000, 120'000, "assumption: a post for a year"});
}

void list_patrol(LeverValues::Patrol& v, const LeverVisit& visit) {
  const LeverList list("patrol", visit);
  list(v.hotspot_share, "hotspot_share", {"patrol hours at hot spots", "热点巡逻时间"}, "share", 0, 1,
       {"patrol hours sent to hot spots of recorded crime", "派往案件热点的巡逻时间所占比例"}, "assumption");
  list(v.problem_share, "problem_share", {"patrol hours on problems", "问题导向警务时间"}, "share", 0, 1,
       {"patrol hours spent on solving the problems of hot spots", "用于解决热点成因问题的巡逻时间所占比例"},
       "assumption");
  list(v.beat_share, "beat_share", {"patrol hours on beats", "社区定点巡逻时间"}, "share", 0, 1,
       {"patrol hours on a beat in one community, where people come to know the officer",
        "固定在同一村（社区）巡逻的时间所占比例，便于警民相识"},
       "assumption");
  list(v.population_share, "population_share", {"patrol hours by population", "按人口分配的巡逻时间"}, "share", 0, 1,
       {"patrol hours spread by population; the rest is random", "按人口分配的巡逻时间所占比例，其余随机分配"},
       "assumption");
  list(v.hotspot_grids, "hotspot_grids", {"grids that count as hot spots", "热点网格比例"}, "share", 0.001, 1,
       {"a town's grids that count as hot spots", "镇街内被列为热点的网格所占比例"}, "assumption");
  list(v.visit_minutes, "visit_minutes", {"length of a visit", "每次停留时间"}, "minutes", 1, 240,
       {"length of a patrol's visit", "巡逻每次到访的停留时间"}, "Koper 1995");
}

void list_order(LeverValues& v, const LeverVisit& visit) {
  LeverList("predation", visit)(
      v.predation.suppression, "suppression", {"work on predatory groups", "打击涉恶团伙"}, "share", 0, 1,
      {"investigation hours spent on predatory groups", "用于侦办涉恶团伙的侦查时间所占比例"}, "assumption");
  const LeverList collective("collective", visit);
  collective(v.collective.watch, "watch", {"watch on growing pools", "群体性风险预警"}, "share", 0, 1,
             {"growing pools of disputes with one organisation that are noticed before people act",
              "在行动发生前被发现的同一单位纠纷聚集所占比例"},
             "assumption", {residents_10000, 10'000, "assumption: analysts and the platform"});
  collective(v.collective.negotiate, "negotiate", {"negotiation", "协商处置"}, "share", 0, 1,
             {"collective incidents answered by negotiation", "以协商方式处置的群体性事件所占比例"}, "assumption",
             {unknown});
  collective(v.collective.contain, "contain", {"containment", "管控处置"}, "share", 0, 1,
             {"collective incidents that are contained; what is neither negotiated nor contained gets what it asks for",
              "以管控方式处置的群体性事件所占比例；既不协商也不管控的，则满足其诉求"},
             "assumption");
  const LeverList information("information", visit);
  information(v.information.openness, "openness", {"early answers to rumours", "谣言及时回应"}, "share", 0, 1,
              {"rumours answered within a day", "一天之内得到官方回应的谣言所占比例"}, "assumption",
              {residents_10000, 10'000, "assumption: staff who watch and answer"});
  information(v.information.accuracy, "accuracy", {"accuracy of answers", "回应准确率"}, "share", 0, 1,
              {"answers to rumours that prove right", "事后证明属实的官方回应所占比例"}, "assumption",
              {residents_10000, 5'000, "assumption: staff who verify"});
  LeverList("assessment", visit)(
      v.assessment.pressure, "pressure", {"pressure of assessment", "考核压力"}, "share", 0, 1,
      {"officials' careers that hang on recorded targets", "官员晋升中取决于登记指标考核的部分"}, "assumption");
}

}  // namespace linli
