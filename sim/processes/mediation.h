#pragma once

/// Mediation posts: people with hours and skills, and queues in front of them.
///
/// A case that finds a mediator free is taken at once (full-timers first); else it waits, first come first served
/// within three classes of intensity. A case takes Gamma(2) hours with a mean by type; a mediator gives it the hours of
/// the day, so the meeting ends after as many working days as it takes. With one type and exponential hours a post is
/// an M/M/c queue and its waiting times are Erlang C's.
///
/// Sector committees see nobody before an appointment, sector_delay days after a case comes to them: until then it
/// waits, and may escalate or be given up, as in a queue. Mediators of union, league and federation sit with the
/// committees for labour and family, half each. Some mediators of the town centre are known by name and have a studio:
/// a share studio_asked of those who come to the centre asks for them and waits in their own queue. They are trusted:
/// what is settled there is always felt as a good contact.

#include "processes/today.h"
#include "state/state.h"

namespace linli {

inline constexpr double subsidy_unit = 100.0;  // [yuan per case]

/// Mediators quit at the rate of the lever; whoever takes their place brings other skills and is not yet trained. Part-
/// timers have another post to keep them. Counts those who quit today.
double replace_mediators(const Today& today, Id<Town> seat, Docket& docket);

/// Hires and cuts posts until the seat has what its levers say, spread over committees by residents served
/// (highest averages, so that one more post moves no other). On the first day those whom the reference policy has are
/// old hands; whoever a policy adds is new. Skills and the luck of quitting belong to the place in the post. True when
/// something changed.
bool staff_posts(const Today& today, Id<Town> seat, double residents, Docket& docket);

/// Disputes that wait for a studio.
std::size_t waiting_for_studio(const Docket& docket);

/// Where the disputes of a grid go at a stage: its community's committee, or the town's centre, desk or specialists.
std::size_t post_for(const Today& today, const Docket& docket, Id<Grid> home, Stage stage, DisputeType type);

/// What mediators give to cases on a working day, as worked out by hours_of.
struct WorkingHours {
  double full_time = 0.0;
  double part_time = 0.0;

  double of(const MediatorRow& mediator) const { return mediator.full_time ? full_time : part_time; }
};

/// A mediator of the post who is free now, or none. Those without an hour for cases are never free.
Id<Mediator> free_mediator(const Docket& docket, const Post& post, const WorkingHours& hours);

/// Whether anybody at the post has time for cases, now or later.
bool has_hours(const Docket& docket, const Post& post, const WorkingHours& hours);

/// Puts a dispute in the post's queue, and takes the next one that still waits out of it, or none.
void join_queue(Docket& docket, Post& post, Id<Dispute> dispute, Time now);
Id<Dispute> next_in_queue(Docket& docket, Post& post);

/// Hours that a mediator gives to cases on a working day: training is taken off, a subsidy brings part-timers more.
double hours_of(const Parameters::Ladder& ladder, const LeverValues::Mediation& levers, bool full_time);

/// When work of so many hours ends that a mediator of `hours_per_day` starts now.
Time end_of_work(const Today& today, const LeverValues::Mediation& levers, double hours_per_day, Time start,
                 double hours);

/// The log odds that the parties agree.
double agreement_odds(const Parameters::Ladder& ladder, double skill, int intensity, double power_gap,
                      double trust_above_base, double age_days);

}  // namespace linli
