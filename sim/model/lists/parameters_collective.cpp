/// The list of parameters: collective incidents and rumours.
///
/// Nearly all collective action that observers counted in 2022 was about unpaid wages (China Labour Bulletin: more than
/// 87 %), so pools of employers spark most; merchants, clinics and landlords stand for many firms each, whose customers
/// have little in common. The mean threshold and its spread are those of Granovetter's (1978) example, just below the
/// deviation at which a crowd of equals takes everybody. Labour cases of ten or more had 23 workers on average (2013).

#include "model/lists/parameter_list.h"

namespace linli {

void list_collective(Parameters::Collective& p, const ParameterVisit& visit) {
  const ParameterList list("collective", visit);
  list(p.smallest, "smallest", {"smallest incident", "群体性事件最低人数"}, "persons", 2, 1000,
       {"people who must act together for an incident", "共同行动达到多少人才算群体性事件"},
       "collective labour cases count from ten workers");
  list(p.spark_rate, respondent_kinds, "spark_rate", {"calls for action", "号召行动的频率"}, "1/year", 0, 50,
       {"how often somebody calls for action in a pool that is large enough", "人数足够的群体中有人号召行动的频率"},
       "prior from China Labour Bulletin 2022");
  list(
      p.threshold, "threshold", {"mean threshold", "平均参与阈值"}, "share", 0, 1,
      {"mean share of the pool that must have joined before a member does", "成员参与前要求群体中已参与者比例的平均值"},
      "Granovetter 1978");
  list(p.threshold_deviation, "threshold_deviation", {"spread of thresholds", "参与阈值的离散度"}, "share", 0, 1,
       {"standard deviation of thresholds between people", "不同人参与阈值的标准差"}, "Granovetter 1978");
  list(
      p.strain_stimulus, "strain_stimulus", {"thresholds and strain", "压力对阈值的作用"}, "share", 0, 1,
      {"how much lower thresholds are per unit of mean strain in the pool", "群体平均压力每增加一个单位，阈值降低的量"},
      "prior");
  list(p.rumour_stimulus, "rumour_stimulus", {"thresholds and rumours", "谣言对阈值的作用"}, "share", 0, 2,
       {"how much lower thresholds are where the whole pool has heard a rumour about such respondents",
        "群体成员都听到针对该类主体的谣言时，阈值降低的量"},
       "prior");
  list(p.risk_effect, "risk_effect", {"thresholds and risk", "风险对阈值的作用"}, "share", 0, 1,
       {"how much higher thresholds are where participants see a certain risk", "参与者认为必有风险时，阈值升高的量"},
       "prior");
  list(p.responders, "responders", {"expected responders", "预期处置人员"}, "1", 0, 5,
       {"responders per participant that people expect", "人们预期每名参与者对应的处置人员数"}, "assumption");
  list(p.watched, "watched", {"effect of watching", "预警的效果"}, "share", 0, 1,
       {"calls for action in a watched pool that are settled before anybody acts",
        "受关注群体中在行动之前即被化解的号召所占比例"},
       "prior");
  list(p.contained, "contained", {"length of a contained incident", "管控事件的持续时间"}, "1", 0.01, 1,
       {"length of a contained incident against others", "被管控事件的持续时间与其他事件之比"}, "prior");
  list(p.length, "length", {"length of an incident", "事件持续时间"}, "days", 0.1, 60,
       {"mean length of an incident that is not contained", "未被管控的事件的平均持续时间"}, "prior");
  list(p.negotiated, "negotiated", {"effect of negotiation", "协商的效果"}, "share", 0, 1,
       {"the pool's disputes that a negotiation settles", "协商能够化解的群体纠纷所占比例"}, "prior");
  list(p.witnesses, "witnesses", {"witnesses", "目击者"}, "1", 0, 20,
       {"residents per participant who see an incident contained", "事件被管控时每名参与者对应的目击居民数"},
       "assumption");
  list(p.demonstration, "demonstration", {"demonstration effect", "示范效应"}, "1", 0, 20,
       {"just after a concession, calls in similar pools of the town are multiplied by 1 + this",
        "刚作出让步后，本镇街同类群体中的号召频率乘以（1＋本值）"},
       "prior from Elfstrom 2019");
  list(p.demonstration_time, "demonstration_time", {"memory of a concession", "示范效应持续时间"}, "days", 1, 1000,
       {"time in which the demonstration effect fades by a factor e", "示范效应衰减至1/e所需的时间"}, "prior");
  list(p.strain, "strain", {"strain of being contained", "被管控造成的压力"}, "strain", 0, 5,
       {"strain of a participant who is contained", "参与者因被管控而增加的压力"}, "prior");
}

void list_rumour(Parameters::Rumour& p, const ParameterVisit& visit) {
  const ParameterList list("rumour", visit);
  list(p.arise, "arise", {"rumours that arise", "谣言产生率"}, "1/(million person-years)", 0, 200,
       {"rumours that arise per million residents and year", "每百万常住人口每年产生的谣言数"}, "assumption");
  list(p.after_incident, "after_incident", {"rumours after incidents", "事件引发的谣言"}, "share", 0, 1,
       {"collective incidents that start a rumour", "引发谣言的群体性事件所占比例"}, "assumption");
  list(p.contacts, "contacts", {"telling others", "传播概率"}, "1/day", 0, 0.5,
       {"chance that a believer tells a given adult of the household, or each of two workmates, on a day while it is "
        "new",
        "谣言新出现时，相信者每天告诉某一同住成年人或两名同事中每一人的概率"},
       "prior");
  list(p.forget, "forget", {"time of belief", "相信持续时间"}, "days", 1, 365,
       {"mean time until a believer lets go", "相信者放弃该说法前的平均时间"}, "prior");
  list(p.answer_effect, "answer_effect", {"effect of an answer", "官方回应的效果"}, "share", 0, 1,
       {"spreading that an early official answer stops", "及时的官方回应所阻止的传播比例"}, "prior");
  list(p.denial_effect, "denial_effect", {"effect of a wrong answer", "错误回应的后果"}, "1", 0, 1,
       {"after an answer that proved wrong, telling is multiplied by 1 + this",
        "回应被证明有误后，传播概率乘以（1＋本值）"},
       "prior");
  list(p.strain, "strain", {"strain of a rumour", "谣言造成的压力"}, "strain", 0, 2,
       {"strain of hearing a rumour", "听到谣言所增加的压力"}, "prior");
  list(p.doubt, "doubt", {"doubt after a wrong answer", "错误回应引起的不信任"}, "share", 0, 1,
       {"of those who hear a rumour after a wrong answer, how many feel badly treated",
        "错误回应之后听到谣言的人中，感到被不当对待的比例"},
       "prior");
  list(p.news, "news", {"news value", "新闻时效"}, "days", 1, 3650,
       {"time in which telling falls by a factor e as the rumour ages", "随着谣言变旧，传播概率降至1/e所需的时间"},
       "prior");
}

}  // namespace linli
